"""Who says what in a document: which sentence belongs to whose statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from graph.questions.model import Row


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement in the text of a document: where it stands, who makes it, and what it does (`asks`)."""

    start: int
    end: int
    names: tuple[str, ...]
    acts: frozenset[str]


def placed(text: str, rows: Iterable[Row]) -> tuple[Spoken, ...]:
    """The statements of a document in the order of its text; several may make one together."""
    found: dict[tuple[int, int], tuple[dict[str, None], set[str]]] = {}
    after = 0
    for row in sorted(rows, key=lambda each: int(each["position"] or 0)):
        words = row["words"] or ""
        at = text.find(words, after)
        at = at if at >= 0 else text.find(words)
        if at < 0 or not words:
            continue
        after = at
        names, acts = found.setdefault((at, at + len(words)), ({}, set()))
        names[row["name"] or ""] = None
        acts.add((row["act"] or "").rsplit("/", 1)[-1])
    return tuple(
        Spoken(start, end, tuple(names), frozenset(acts))
        for (start, end), (names, acts) in sorted(found.items())
    )


def statement_at(statements: tuple[Spoken, ...], start: int, end: int) -> Spoken | None:
    """The statement that a stretch of text is in, or that begins in it."""
    place = bisect_right(statements, end - 1, key=lambda each: each.start) - 1
    if place >= 0 and statements[place].end > start:
        return statements[place]
    return None
