"""Saying what was found: the kind's own sentences, in the language of the question."""

from __future__ import annotations

from graph.answers.template import fill
from graph.language import ENGLISH, said
from graph.questions.kinds import Kind
from graph.questions.model import Finding, Line


def told(kind: Kind, finding: Finding, language: str) -> str:
    """What is said, as one text."""
    return " ".join(sentences(kind, finding, language))


def sentences(kind: Kind, finding: Finding, language: str) -> tuple[str, ...]:
    """The sentences of an answer, each once."""
    found = (_sentence(kind, line, language) for line in finding.lines)
    return tuple(dict.fromkeys(sentence for sentence in found if sentence))


def _sentence(kind: Kind, line: Line, language: str) -> str:
    own = kind.says_english.get(line.case) if language == ENGLISH else None
    return _capital(fill(own or said(kind.says[line.case]), line.values))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
