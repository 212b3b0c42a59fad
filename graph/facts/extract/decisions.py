"""What the body that meets decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.listed import Item
from graph.facts.extract.make import common, place
from graph.facts.model import Decision, Fact
from graph.facts.sentence import Sentence

_LONGEST_EVIDENCE = 600  # characters
_PROPOSAL = re.compile(
    r"\b(?:dit|het|deze|dat) (?:voorstel|verzoek|werkwijze|aanpak|lijn)\b|\bhiermee\b", re.IGNORECASE
)


def decisions(context: Context, listed: list[Item]) -> Iterator[Fact]:
    """Decisions: those of lists, and those of sentences, by the first rule that fits.

    «Dit voorstel» brings the proposal's sentence along.
    """
    taken = [item for item in listed if item.kind == "decision"]
    yield from (_listed(context, item) for item in taken)
    seen: set[int] = set()
    for sentence, hit in context.found("decision"):
        if sentence.number in seen or any(item.start <= sentence.start < item.end for item in taken):
            continue
        seen.add(sentence.number)
        what = proposal(context, sentence)
        yield Decision(
            **common(sentence, *([what.evidence] if what else [])),
            text=what.text if what else sentence.text,
            body=context.own_body,
            outcome=hit.rule.gives["outcome"],
        )


def _listed(context: Context, item: Item) -> Decision:
    """A listed decision, with the outcome that its words tell; a list of decisions adopts what it lists."""
    hits = (
        hit
        for sentence in context.sentences
        if item.start <= sentence.start < item.end
        for hit in sentence.hits("decision")
    )
    hit = next(hits, None)
    return Decision(
        id="",
        evidence=(place(context.text, item.start, min(item.end, item.start + _LONGEST_EVIDENCE)),),
        agenda_item=item.agenda_item,
        text=item.text,
        body=context.own_body,
        outcome=hit.rule.gives["outcome"] if hit else "adopted",
    )


def proposal(context: Context, sentence: Sentence) -> Sentence | None:
    """The sentence with the proposal that a decision points back at, just before it in the same item."""
    if not _PROPOSAL.search(sentence.text):
        return None
    for earlier in context.before(sentence, 4):
        if re.search(r"\bstel(?:t|len|de|den)\b.*\bvoor\b|\bvoorstel\b", earlier.text, re.IGNORECASE):
            return earlier
    return None
