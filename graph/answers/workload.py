"""How much rests on each person: portfolios, and promises that are not done yet. Pure, over rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from graph.answers.entities import ThingRef
from graph.answers.model import PortfolioRow

PENDING = frozenset({"open", "running_out", "overdue", "postponed", "forgotten"})
LATE = frozenset({"overdue", "forgotten"})
_DOUBTFUL = frozenset({"inferred", "contradicted"})


class Promised(Protocol):
    """What counts of a promise: a row, or how it stands."""

    @property
    def status(self) -> str:
        """A code of kinds.ttl."""

    @property
    def owners(self) -> tuple[str, ...]:
        """Their names."""


@dataclass(frozen=True, slots=True)
class Load:
    """What rests on a person. `doubtful`: portfolios that are inferred or contested; `late`: promises."""

    name: str
    iri: str
    portfolios: int
    doubtful: int
    promises: int
    late: int

    @property
    def total(self) -> int:
        """Portfolios and promises together. How heavy each is, no minutes say."""
        return self.portfolios + self.promises


@dataclass(slots=True)
class _Tally:
    portfolios: Counter[str] = field(default_factory=Counter)
    doubtful: Counter[str] = field(default_factory=Counter)
    promises: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)


def workloads(
    portfolios: Iterable[PortfolioRow], promises: Iterable[Promised], people: Iterable[ThingRef]
) -> tuple[Load, ...]:
    """Everybody with a portfolio or a promise, who has most first.

    A promise has its owners by name: it counts for a person only where nobody else bears that name.
    """
    persons = [ref for ref in people if ref.sort == "person"]
    borne = Counter(ref.name for ref in persons)
    tally = _Tally()
    for row in portfolios:
        for iri in {holder.iri for holder in row.holders}:
            tally.portfolios[iri] += 1
            tally.doubtful[iri] += row.answer in _DOUBTFUL
    for promise in promises:
        for name in set(promise.owners) if promise.status in PENDING else ():
            tally.promises[name] += 1
            tally.late[name] += promise.status in LATE
    found = (_load(ref, tally, alone=borne[ref.name] == 1) for ref in persons)
    return tuple(sorted((load for load in found if load.total), key=_most_first))


def _load(ref: ThingRef, tally: _Tally, *, alone: bool) -> Load:
    promised = (tally.promises[ref.name], tally.late[ref.name]) if alone else (0, 0)
    return Load(ref.name, ref.iri, tally.portfolios[ref.iri], tally.doubtful[ref.iri], *promised)


def _most_first(load: Load) -> tuple[int, int, str, str]:
    return -load.total, -load.late, load.name, load.iri
