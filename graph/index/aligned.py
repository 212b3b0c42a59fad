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
    """

    text: int
    name: int
    count: int
    typos: int


def longest(text: Sequence[str], name: Sequence[str], allowed: Sequence[int]) -> Run | None:
    """The longest run that a text and a name share, of those the one with fewest typos, of those the first.

    `allowed`: of each word of the text, how many letters may differ.
    """
    best: Run | None = None
    runs: dict[int, Run] = {}  # those that end at the word before, by where in the name
    for at, word in enumerate(text):
        here: dict[int, Run] = {}
        for place, other in enumerate(name):
            typos = OSA.distance(word, other, score_cutoff=allowed[at])
            if typos > allowed[at]:
                continue
            so_far = runs.get(place - 1) or Run(at, place, 0, 0)
            run = Run(so_far.text, so_far.name, so_far.count + 1, so_far.typos + typos)
            here[place] = run
            if best is None or (-run.count, run.typos) < (-best.count, best.typos):
                best = run
        runs = here
    return best
