"""Dutch dates as minutes write them, resolved against the date of the meeting.

`find` gives every date in a text with the interval it stands for (see `date_grammar`). Fuzzy dates keep
their own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.dutch.date_grammar import GRAMMAR, HINTS, NUMERIC, nothing
from graph.dutch.period import Period
from graph.dutch.words import folded, places

# Stands in for an unknown meeting date; what comes out below the year 1000 is dropped.
_NO_DATE = date(4, 7, 1)
_NUMERIC = re.compile(r"\d[-/.]\d")
_DIGIT = re.compile(r"\d")
_AROUND = 40  # characters before and after a hint within which its whole date stands
_FARTHEST = 200  # characters from a hint at which the stretch around it is cut, in a word or not


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where it stands and what it stands for."""

    start: int
    end: int
    period: Period


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _hints(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where the words of dates stand, in order, by what they hint at; and where digits do that are dates."""
    found = {NUMERIC: [number.span() for number in _NUMERIC.finditer(text)]}
    for start, end, word in places(folded(text), frozenset(HINTS)):
        found.setdefault(HINTS[word], []).append((start, end))
    return {hint: sorted(at) for hint, at in found.items()}


def _windows(text: str, hints: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of the text, cut at white space, in which a date with one of these hints can stand."""
    begin = behind = -1
    for first, last in hints:
        if last + _AROUND <= behind:
            continue
        start = max(text.rfind(" ", max(0, first - _FARTHEST), max(0, first - _AROUND)), first - _FARTHEST, 0)
        end = text.find(" ", min(len(text), last + _AROUND), last + _FARTHEST)
        end = min(len(text), last + _FARTHEST) if end < 0 else end
        if start > behind >= 0:
            yield begin, behind
        begin, behind = (begin, end) if start <= behind else (start, end)
    if behind >= 0:
        yield begin, behind


def _all(text: str, anchor: date) -> Iterator[Found]:
    for hint, at in _hints(text).items():
        for start, end in _windows(text, at):
            for pattern, maker in GRAMMAR[hint]:
                for match in pattern.finditer(text, start, end):
                    first, last = maker(match, anchor)
                    if first or last or maker is nothing:
                        period = Period(match[0].strip(), _written(first), _written(last))
                        yield Found(match.start(), match.start() + len(match[0].rstrip()), period)


def find(text: str, anchor: date | None) -> list[Found]:
    """Every date in `text`, in order, the longest where two overlap.

    `anchor` is the meeting's date. None: today's year is never assumed, so only dates that carry their own
    year are found, and those that stand for no date at all.
    """
    taken: list[Found] = []
    occupied = bytearray(len(text))
    for found in sorted(_all(text, anchor or _NO_DATE), key=lambda item: (item.start - item.end, item.start)):
        if anchor is None and min(found.period.start or "9", found.period.end or "9") < "1000":
            continue
        if not any(occupied[found.start : found.end]):
            occupied[found.start : found.end] = bytes([1]) * (found.end - found.start)
            taken.append(found)
    return sorted(taken, key=lambda item: item.start)


def exact(text: str) -> date | None:
    """The first date in `text` that names day, month and year itself; None when there is none."""
    if not _DIGIT.search(text):
        return None
    for found in find(text, None):
        if found.period.start and found.period.start == found.period.end:
            return date.fromisoformat(found.period.start)
    return None
