"""The stretches of a quote that made it be found."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from graph.index.query import Asked
from graph.index.words import Word, words


def highlights(quote: str, asked: Asked) -> tuple[tuple[int, int], ...]:
    """Start and end of each word of the quote that was asked for, or that belongs to another name of it."""
    there = words(quote)
    marked = {(word.start, word.end) for word in there if word.stem in asked.stems or _resembles(word, asked)}
    stems = {word.stem for word in there}
    for name in (name for name in asked.names if stems.issuperset(name)):
        for first in range(len(there) - len(name) + 1):
            row = there[first : first + len(name)]
            if tuple(word.stem for word in row) == name:
                marked |= {(word.start, word.end) for word in row}
    return tuple(sorted(marked))


def _resembles(word: Word, asked: Asked) -> bool:
    return any(OSA.distance(word.stem, typed, score_cutoff=typos) <= typos for typed, typos in asked.typos)
