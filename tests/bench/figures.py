"""Figures: how they are measured, shown and kept."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

YARDSTICK = "the yardstick"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: a value, and the limit that the project set where it did (`least`: it may not be less)."""

    what: str
    value: float
    unit: str
    limit: float | None = None
    least: bool = False
    note: str = ""

    @property
    def holds(self) -> bool | None:
        """Whether it keeps to its limit; None where there is none."""
        if self.limit is None:
            return None
        return self.value >= self.limit if self.least else self.value <= self.limit

    def line(self) -> str:
        """As it is printed."""
        wanted = (
            f"({'at least' if self.least else 'at most'} {self.limit:g})" if self.limit is not None else ""
        )
        seen = {True: "", False: "  <-- not met", None: ""}[self.holds]
        return f"{self.what:<62}{self.value:12,.2f} {self.unit:<16}{wanted:<18}{self.note}{seen}".rstrip()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the invented minutes and stores are kept, of how many documents, and of which kind."""

    folder: Path
    sizes: tuple[int, ...]

    @property
    def several(self) -> int:
        """The size at which engines are compared: the largest that one of them can hold in memory."""
        return max((size for size in self.sizes if size <= 2000), default=self.sizes[0])


@dataclass(frozen=True, slots=True)
class Bench:
    """A line, or a few that belong together, that can be measured on its own."""

    name: str
    title: str
    run: Callable[[Setting], Iterator[Figure]]
    why: str = ""


@dataclass(slots=True)
class Result:
    """What a bench gave, when and on what."""

    name: str
    date: str
    machine: str
    command: str
    figures: list[Figure] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """As it is kept in a file."""
        return asdict(self)


def best(
    action: Callable[[], object], times: int = 5, *, clock: Callable[[], float] = time.perf_counter
) -> float:
    """The shortest of some runs, in milliseconds; a long one is not repeated."""
    runs: list[float] = []
    for _ in range(times):
        start = clock()
        action()
        runs.append((clock() - start) * 1000)
        if sum(runs) > 4000:
            break
    return min(runs)


def processor(action: Callable[[], object], times: int = 5) -> float:
    """The same in processor time of this process alone: on a machine that others use too, what it costs."""
    return best(action, times, clock=time.process_time)


def side_by_side(
    one: Callable[[], object], other: Callable[[], object], times: int = 9
) -> tuple[float, float]:
    """The least processor time of either, in turns, so that what else the machine does strikes both."""
    pairs = [(processor(one, 1), processor(other, 1)) for _ in range(times)]
    return min(first for first, _ in pairs), min(second for _, second in pairs)


def yardstick() -> int:
    """A fixed piece of work of the same sort as reading: splitting, counting and joining words."""
    words = ("de stuurgroep vraagt om een overzicht van alle portefeuilles na de zomer " * 400).split()
    counts: dict[str, int] = {}
    for word in words * 6:
        counts[word] = counts.get(word, 0) + len(word)
    return sum(counts.values())


def beside(name: str, milliseconds: float, limit: float | None = None) -> Figure:
    """A figure with its ratio to a yardstick that was run right beside it."""
    return Figure(name, milliseconds, "ms", limit, note=f"{milliseconds / best(yardstick):.2f} × yardstick")


def middle(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)
