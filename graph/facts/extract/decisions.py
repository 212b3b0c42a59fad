"""What the body that meets decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.model import Decision, Fact
from graph.facts.sentence import Sentence

_PROPOSAL = re.compile(
    r"\b(?:dit|het|deze|dat) (?:voorstel|verzoek|werkwijze|aanpak|lijn)\b|\bhiermee\b", re.IGNORECASE
)


def decisions(context: Context) -> Iterator[Fact]:
    """Decisions, by the first rule that fits; «dit voorstel» brings the proposal's sentence along."""
    seen: set[int] = set()
    for sentence, hit in context.found("decision"):
        if sentence.number in seen:
            continue
        seen.add(sentence.number)
        what = proposal(context, sentence)
        yield Decision(
            **common(sentence, *([what.evidence] if what else [])),
            text=what.text if what else sentence.text,
            body=context.own_body,
            outcome=hit.rule.gives["outcome"],
        )


def proposal(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence with the proposal that a decision points back at, just before it in the same item."""
    if not _PROPOSAL.search(sentence.text):
        return None
    for earlier in context.before(sentence, 4):
        if re.search(r"\bstel(?:t|len|de|den)\b.*\bvoor\b|\bvoorstel\b", earlier.text, re.IGNORECASE):
            return earlier
    return None
