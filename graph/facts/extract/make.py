"""The parts of a fact that every kind fills in alike."""

from __future__ import annotations

from typing import Any

from graph.facts.model import Evidence, Reason
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit, Rule


def common(sentence: Sentence, *more: Evidence, rule: Rule | None = None) -> dict[str, Any]:
    """What any fact has that a sentence states, or that a rule infers from it; the id is given later."""
    inferred = rule is not None and rule.certainty == "inferred"
    return {
        "id": "",
        "agenda_item": sentence.item,
        "evidence": (sentence.evidence, *more),
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
