"""Where the words of a name stand in a text, though some be missing or spelt almost right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a text that are words of a name, one after another in both.

    Args:
        text: The first of them among the words of the text.
        name: The first of them among the words of the name.
        count: How many they are.
        typos: How many letters differ.
        weight: How much these words tell.
    """

    text: int
    name: int
    count: int
    typos: int
    weight: int


def best_run(
    text: Sequence[str], name: Sequence[str], allowed: Sequence[int], weights: Sequence[int]
) -> Run | None:
    """The run that tells most, of those the longest, of those the one with fewest typos, then the first.

    `allowed`: of each word of the text, how many letters may differ; `weights`: of each word of the name.
    """
    best: Run | None = None
    runs: dict[int, Run] = {}  # those that end at the word before, by where in the name
    for at, word in enumerate(text):
        here: dict[int, Run] = {}
        for place, other in enumerate(name):
            typos = OSA.distance(word, other, score_cutoff=allowed[at])
            if typos > allowed[at]:
                continue
            run = _longer(runs.get(place - 1) or Run(at, place, 0, 0, 0), typos, weights[place])
            here[place] = run
            if best is None or _rank(run) > _rank(best):
                best = run
        runs = here
    return best


def _longer(run: Run, typos: int, weight: int) -> Run:
    return Run(run.text, run.name, run.count + 1, run.typos + typos, run.weight + weight)


def _rank(run: Run) -> tuple[int, int, int]:
    return run.weight, run.count, -run.typos
