"""Scoring gaps: a found gap pairs with a gold gap of its kind by the same quote, or else the same subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.answers.model import Gap
from graph.score.gold import Gold, Places, plain
from graph.score.matching import HALF_THE_QUOTE
from graph.score.score import Tally

_SAME_SUBJECT = 0.4  # less than half the quote: a gap with the right quote always goes first


def score_gaps(found: Sequence[Gap], text: str, gold: Gold) -> Tally:
    """Recall over the required gaps; precision over all that was found.

    An optional gap that is found counts neither way. Nor does one whose evidence is a flaw of the document
    that the gold lists under `quality` (somebody in both presence lists): the contradictions of the minutes
    themselves are worth showing too.
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
        if number not in used and not _is_flaw(gap, flaws)
    ]
    return tally


def _is_flaw(gap: Gap, flaws: list[tuple[int, int]]) -> bool:
    return gap.kind == "information_gap" and _overlap(gap, flaws) >= HALF_THE_QUOTE


def _best(wanted: dict[str, Any], found: Sequence[Gap], used: set[int], places: Places) -> int | None:
    best, score = None, 0.0
    for number, gap in enumerate(found):
        if number in used or gap.kind != wanted["kind"]:
            continue
        value = _closeness(gap, wanted, places)
        if value > score:
            best, score = number, value
    return best


def _closeness(gap: Gap, wanted: dict[str, Any], places: Places) -> float:
    near = _overlap(gap, places.of(wanted))
    if near >= HALF_THE_QUOTE:
        return near
    return _SAME_SUBJECT if plain(gap.subject) == plain(wanted["subject"]) else 0.0


def _overlap(gap: Gap, places: list[tuple[int, int]]) -> float:
    shares = [
        (min(end, item.end) - max(start, item.start)) / (end - start)
        for start, end in places
        for item in gap.evidence
    ]
    return max(shares, default=0.0)
