"""The parts of a fact that every kind fills in alike."""

from __future__ import annotations

from typing import Any

from graph.facts.context import Context
from graph.facts.model import Evidence, Reason
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit, Rule

LONGEST_EVIDENCE = 600  # characters
_ELLIPTICAL = 3  # words: a sentence of no more says nothing without the one before it
_MOST_BEFORE = 2  # sentences that are taken along with it


def common(sentence: Sentence, *more: Evidence, rule: Rule | None = None) -> dict[str, Any]:
    """What any fact has that a sentence states, or that a rule infers from it; the id is given later."""
    inferred = rule is not None and rule.certainty == "inferred"
    return {
        "id": "",
        "agenda_item": sentence.item,
        "evidence": tuple(dict.fromkeys((sentence.evidence, *sentence.naming, *more))),
        "certainty": "inferred" if inferred else "stated",
        "reason": Reason(rule.id, rule.reason) if rule and inferred else None,
    }


def place(text: str, start: int, end: int) -> Evidence:
    """Evidence for a stretch of a document's text."""
    return Evidence(start, end, text[start:end])


def first_theme(sentence: Sentence, hit: Hit) -> str | None:
    """The theme in the slot `theme`, else the only theme of the sentence."""
    named = sentence.slot(hit, "theme")
    if named:
        return named
    themes = {mention.value for mention in sentence.of_kind("theme")}
    return themes.pop() if len(themes) == 1 else None


def with_what(context: Context, sentence: Sentence, where: Evidence) -> Evidence:
    """«Akkoord.» says nothing by itself: it begins with the sentence before it, in the same paragraph.

    With two where that one says as little, and never longer than evidence may be.
    """
    start, said = where.start, where.quote
    for earlier in context.before(sentence, _MOST_BEFORE):
        too_long = where.end - earlier.start > LONGEST_EVIDENCE
        if len(said.split()) > _ELLIPTICAL or earlier.paragraph != sentence.paragraph or too_long:
            break
        start, said = earlier.start, earlier.text
    return place(context.text, start, where.end)
