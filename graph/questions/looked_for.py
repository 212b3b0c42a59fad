"""What else a thing to look for may stand as: the question's own words, and what a compound ends with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.questions.passages import SHORTEST_HEAD, SHORTEST_PART, Others, Wanted, together
from graph.questions.words import stem


def broader(words: Sequence[Wanted], nearly: Others) -> tuple[Wanted, ...]:
    """The words, each with what says about the same as the end of it («politiecapaciteit»: fte)."""
    return tuple(
        replace(word, near=word.near | {stem(each) for end in _ends(word) for each in nearly(end)})
        for word in words
    )


def _ends(word: Wanted) -> Iterator[str]:
    """The ends of a word that may be words too."""
    forms = [word.word, *(each[0] for each in word.same if len(each) == 1)]
    for form in forms:
        yield from (form[at:] for at in range(SHORTEST_HEAD, len(form) - SHORTEST_PART))


def also_called(thing: Wanted, words: str) -> Wanted:
    """Something to look for, by the words too that a question has for it."""
    form = together(words)
    return replace(thing, same=thing.same | {form}) if form else thing
