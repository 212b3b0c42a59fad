"""Scoring gaps: one that was found pairs with a gold gap of the same kind whose quote, or subject, is its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.answers.model import Gap
from graph.score.gold import Gold, Places, plain
from graph.score.score import Tally


def score_gaps(found: Sequence[Gap], text: str, gold: Gold) -> Tally:
    """Recall over the required gaps; precision over all that was found.

    An optional gap that is found counts neither way. Nor does one whose evidence is a flaw of the document that the gold
    lists under `quality` (somebody in both presence lists): the minutes' own contradictions are worth showing too.
    """
    places = Places(text)
    tally = Tally(complete=True)
    used: set[int] = set()
    for wanted in sorted(gold.gaps, key=lambda gap: bool(gap.get("optional"))):
        number = _best(wanted, found, used, places)
        used |= {number} if number is not None else set()
        if wanted.get("optional"):
            continue
        tally.wanted += 1
        if number is None:
            tally.missed.append(f"{wanted['id']}: {wanted['kind']} {wanted['subject']}")
        else:
            tally.hits += 1
    flaws = [place for flaw in gold.quality for place in places.of(flaw)]
    tally.false = [
        f"{gap.kind}: {gap.subject}"
        for number, gap in enumerate(found)
        if number not in used and not (gap.kind == "information_gap" and _overlap(gap, flaws) >= 0.5)
    ]
    return tally


def _best(wanted: dict[str, Any], found: Sequence[Gap], used: set[int], places: Places) -> int | None:
    best, score = None, 0.0
    for number, gap in enumerate(found):
        if number in used or gap.kind != wanted["kind"]:
            continue
        near = _overlap(gap, places.of(wanted))
        value = near if near >= 0.5 else 0.4 if plain(gap.subject) == plain(wanted["subject"]) else 0.0
        if value > score:
            best, score = number, value
    return best


def _overlap(gap: Gap, places: list[tuple[int, int]]) -> float:
    shares = [
        (min(end, item.end) - max(start, item.start)) / (end - start)
        for start, end in places
        for item in gap.evidence
    ]
    return max(shares, default=0.0)
