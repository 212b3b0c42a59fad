"""Values over time: a change at a date holds until the next change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span(Generic[T]):
    """A value from a date until (not including) another; `until` None: still so."""

    value: T
    start: str
    until: str | None


def spans(
    changes: Iterable[tuple[str, T]], join: Callable[[T, T], T] = lambda first, _: first
) -> list[Span[T]]:
    """The stretches between changes, given in order of date.

    A change to an equal value is no change: `join` says what the two together are (what is not compared may
    differ).
    """
    kept: list[tuple[str, T]] = []
    for when, value in changes:
        if kept and kept[-1][1] == value:
            kept[-1] = (kept[-1][0], join(kept[-1][1], value))
        elif kept and kept[-1][0] == when:
            kept[-1] = (when, value)
        else:
            kept.append((when, value))
    ends = [when for when, _ in kept[1:]]
    return [Span(value, when, until) for (when, value), until in zip(kept, [*ends, None], strict=True)]


def day_after(iso: str) -> str:
    """The first date on which something that lasted up to and including `iso` is over."""
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()


_FEW = 5


def ends_of(evidence: Iterable[str]) -> tuple[str, ...]:
    """The first and the last few, in order, each once.

    Enough to show, and it does not grow with every meeting.
    """
    once = tuple(dict.fromkeys(evidence))
    return once if len(once) <= 2 * _FEW else once[:_FEW] + once[-_FEW:]
