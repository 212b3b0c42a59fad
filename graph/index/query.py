"""A question's words as a query: built of terms, so that nothing in it can be read as syntax.

A sentence is worth the sum of its words' weights, each by how rare it is in all sentences, as in BM25. They
are whole numbers, so that a sum is exact in whatever order it is made, and they count what is there now:
Tantivy's own count what was taken out for as long as it is in the files.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from tantivy import Occur, Query

from graph.index.schema import schema
from graph.index.synonyms import Stems, named
from graph.index.words import Word, settings, words

_MOST_WORDS = 24  # of a question that are searched for
_SCALE = 16
_APART = 3  # words from one to the next that still count as side by side, stop words between them


class Counts(Protocol):
    """How many sentences there are of a kind."""

    @property
    def total(self) -> int:
        """How many there are."""

    def of_word(self, stem: str) -> int:
        """How many hold a word."""

    def of_query(self, query: Query) -> int:
        """How many match a query."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question, a word or the name of a theme: what matches it, and the most that is worth.

    `even`: all that matches is worth as much. `extra`: words side by side, where each is a part too.
    """

    query: Query
    most: int
    even: bool = True
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question. `typos`: how many letters may differ, where it occurs nowhere."""

    word: Word
    query: Query
    weight: int
    typos: int = 0


@dataclass(frozen=True)
class Asked:
    """What is searched for: parts, those that are worth most first, and what tells which words did it."""

    parts: tuple[Part, ...]
    stems: frozenset[str]
    names: frozenset[Stems]  # other names of the themes
    typos: tuple[tuple[str, int], ...]
    unknown: bool = False  # whether there is a word that no sentence has

    @cached_property
    def tails(self) -> tuple[int, ...]:
        """At each part, the most that it and those behind it are worth together; at last nothing."""
        left = [0]
        for part in reversed(self.parts):
            left.append(left[-1] + part.most)
        return tuple(reversed(left))


def asked(text: str, counts: Counts) -> Asked:
    """What to search for when somebody typed a text."""
    typed = _typed(text)
    themes = named(tuple(word.stem for word in typed))
    known = {number for first, behind, names in themes if names for number in range(first, behind)}
    terms = [_term(word, counts, exact=number in known) for number, word in enumerate(typed)]
    parts: list[Part] = []
    free = 0
    for first, behind, names in themes:
        parts += map(_alone, terms[free:first])
        parts.append(_theme(terms[first:behind], names, counts))
        free = behind
    parts += map(_alone, terms[free:])
    parts += (part for part in _side_by_side(terms) if counts.of_query(part.query))
    return Asked(
        tuple(sorted((part for part in parts if part.most), key=lambda part: -part.most)),
        frozenset(term.word.stem for term in terms),
        frozenset(name for _, _, names in themes for name in names),
        tuple((term.word.stem, term.typos) for term in terms if term.typos),
        any(not term.weight for number, term in enumerate(terms) if number not in known),
    )


def _typed(text: str) -> list[Word]:
    """The first words of a text, each once."""
    once: dict[str, Word] = {}
    for word in words(text):
        once.setdefault(word.stem, word)
        if len(once) == _MOST_WORDS:
            break
    return list(once.values())


def _term(word: Word, counts: Counts, *, exact: bool) -> Term:
    """A word with its weight: 0 when nothing matches it, also with other letters where it may have typos."""
    query = Query.term_query(schema(), "text", word.stem)
    if (found := counts.of_word(word.stem)) or exact:
        return Term(word, query, _rarity(found, counts))
    for typos in range(1, allowed_typos(word.end - word.start) + 1):
        query = Query.fuzzy_term_query(schema(), "text", word.stem, distance=typos)
        if found := counts.of_query(query):
            return Term(word, query, _share("typo", _rarity(found, counts)), typos)
    return Term(word, query, 0)


def allowed_typos(letters: int) -> int:
    """How many letters may differ in a word that occurs nowhere."""
    return max((typos for least, typos in settings()["typos"].items() if letters >= least), default=0)


def _rarity(found: int, counts: Counts) -> int:
    """How much a word is worth that so many sentences hold, as in BM25."""
    return max(1, round(_SCALE * math.log(1 + (counts.total - found + 0.5) / (found + 0.5)))) if found else 0


def _share(of: str, weight: int) -> int:
    return max(1, round(settings()["weights"][of] * weight)) if weight else 0


def _alone(term: Term) -> Part:
    return Part(Query.const_score_query(term.query, term.weight), term.weight)


def _theme(terms: Sequence[Term], names: frozenset[Stems], counts: Counts) -> Part:
    """The name of a theme: its words, else another of its names, for less."""
    own = [_alone(term) for term in terms if term.weight]
    most = sum(part.most for part in own)
    ways = [any_of([part.query for part in own])] if own else []
    stems = {term.word.stem for term in terms}
    for name in sorted(names):
        if stems <= set(name):  # where that stands, the name that was asked for stands too
            continue
        query = _row(name)
        weight = _share("synonym", _rarity(counts.of_query(query), counts))
        weight = min(weight, _share("synonym", most)) if own else weight
        if weight:
            ways.append(Query.const_score_query(query, weight))
            most = max(most, weight)
    if len(ways) == 1:
        return Part(ways[0], most, even=len(own) < 2)  # noqa: PLR2004
    return Part(Query.disjunction_max_query(ways), most, even=False)


def any_of(queries: Sequence[Query]) -> Query:
    """What matches one of these at least, worth all that it matches."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _row(stems: Stems) -> Query:
    """These words one after another."""
    if len(stems) == 1:
        return Query.term_query(schema(), "text", stems[0])
    return Query.phrase_query(schema(), "text", list(stems))


def _side_by_side(terms: Sequence[Term]) -> Iterator[Part]:
    """What sentences are worth more for that hold two words side by side, as the question has them."""
    for one, other in pairwise(terms):
        apart = other.word.number - one.word.number
        if apart > _APART or one.typos or other.typos or not one.weight or not other.weight:
            continue
        row: list[str | tuple[int, str]] = [(0, one.word.stem), (apart, other.word.stem)]
        weight = _share("adjacent", min(one.weight, other.weight))
        query = Query.phrase_query(schema(), "text", row, slop=0)
        yield Part(Query.const_score_query(query, weight), weight, extra=True)
