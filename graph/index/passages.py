"""The passages of a reading: its sentences, with who says them and the agenda item they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from graph.dutch.sentences import spans
from graph.facts.model import Reading, Statement
from graph.index.model import Place
from graph.minutes.model import AgendaItem

_Said = tuple[int, int, tuple[str, ...]]


def places(reading: Reading) -> Iterator[Place]:
    """Every sentence of a document's text, in order."""
    said = _Statements(reading)
    items = _Items(reading.agenda)
    for start, end in spans(reading.text):
        item = items.at(start)
        closed = items.closed(start, end) or reading.document.publicity == "closed"
        yield Place(
            start,
            end,
            said.by(start, end),
            item.key if item else None,
            item.title if item else None,
            "closed" if closed else reading.document.publicity,
        )


class _Statements:
    """Who said what, by place: the statements with a speaker, in order of their start."""

    def __init__(self, reading: Reading) -> None:
        self._said: list[_Said] = sorted(
            (place.start, place.end, fact.speakers)
            for fact in reading.facts
            if isinstance(fact, Statement) and fact.speakers
            for place in fact.evidence
        )
        self._reach = list(accumulate((end for _, end, _ in self._said), max))  # how far those up to here go

    def by(self, start: int, end: int) -> tuple[str, ...]:
        """The speakers of the statement that covers most of a sentence, the first of several; else nobody."""
        most, speakers = 0, tuple[str, ...]()
        for number in range(bisect_left(self._said, (end,)) - 1, -1, -1):
            if self._reach[number] <= start:
                break
            first, last, named = self._said[number]
            overlap = min(end, last) - max(start, first)
            if overlap > 0 and overlap >= most:
                most, speakers = overlap, named
        return speakers


class _Items:
    """The agenda items, by place."""

    def __init__(self, agenda: tuple[AgendaItem, ...]) -> None:
        self._items = sorted(agenda, key=lambda item: (item.start, -item.end))
        self._starts = [item.start for item in self._items]
        self._closed = [(item.start, item.end) for item in agenda if item.publicity == "closed"]

    def at(self, offset: int) -> AgendaItem | None:
        """The innermost item that an offset stands in."""
        for number in range(bisect_left(self._starts, offset + 1) - 1, -1, -1):
            if self._items[number].end > offset:
                return self._items[number]
        return None

    def closed(self, start: int, end: int) -> bool:
        """Whether part of a sentence stands in a closed item."""
        return any(first < end and start < last for first, last in self._closed)
