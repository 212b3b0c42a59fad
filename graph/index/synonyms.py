"""Other names of the themes that a question names, from `ontology/themes.ttl`."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.facts.skos import concepts
from graph.index.words import words

Stems = tuple[str, ...]


@cache
def _synonyms() -> dict[Stems, frozenset[Stems]]:
    """The names of each theme by each of its names; none for what may be a name of several themes."""
    found: dict[Stems, set[frozenset[Stems]]] = defaultdict(set)
    for concept in concepts("themes.ttl"):
        names = frozenset(filter(None, (_stems(label) for label in concept.labels)))
        for name in names:
            found[name].add(names)
    return {name: next(iter(sets)) - {name} for name, sets in found.items() if len(sets) == 1}


def _stems(label: str) -> Stems:
    return tuple(word.stem for word in words(label))


@cache
def _longest() -> int:
    return max(map(len, _synonyms()), default=0)


def named(stems: Stems) -> list[tuple[int, int, frozenset[Stems]]]:
    """The themes that a row of words names: first word, the one behind the last, its other names."""
    found: list[tuple[int, int, frozenset[Stems]]] = []
    first = 0
    while first < len(stems):
        behind = _end(stems, first)
        if behind > first:
            found.append((first, behind, _synonyms()[stems[first:behind]]))
        first = max(behind, first + 1)
    return found


def _end(stems: Stems, first: int) -> int:
    """Behind the last word of the longest name that begins at a word; the word itself when none does."""
    for behind in range(min(len(stems), first + _longest()), first, -1):
        if stems[first:behind] in _synonyms():
            return behind
    return first
