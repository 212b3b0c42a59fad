"""Saying what was found: the kind's own sentences, in the language of the question."""

from __future__ import annotations

from graph.answers.template import fill
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
    says = kind.says_english if language == "en" and line.case in kind.says_english else kind.says
    return _capital(fill(says[line.case], line.values))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
