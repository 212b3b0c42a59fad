"""Searching: the sentences that fit a question best, from an index that nobody changes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import tantivy
from tantivy import FieldType, Occur, Query

from graph.errors import InputError
from graph.index.files import check, has_deleted, opened, readable
from graph.index.highlights import highlights
from graph.index.model import Found, Matching, Passage
from graph.index.query import Asked, Counts, Part, any_of, asked
from graph.index.schema import MOST, days, of_passage, schema
from graph.index.words import analyzer, plain, sound

_MOST = 1000  # passages that a search gives
_MARGIN = 16  # passages beyond the last one asked for, to see whether more are worth as much

_Hit = tuple[float, tantivy.DocAddress]


class Index:
    """A search index, opened for reading. Threads may share it. Use `open_index`."""

    def __init__(self, searcher: tantivy.Searcher, text_of: Callable[[str], str], counts: Counts) -> None:
        """Take what `open_index` opened."""
        self._searcher = searcher
        self._text_of = text_of
        self._counts = counts

    def search(  # noqa: PLR0913 - each is a filter of its own, by name
        self,
        words: str,
        *,
        limit: int = 10,
        body: str | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: str | None = None,
        document: str | None = None,
        every: bool = False,
    ) -> tuple[Found, ...]:
        """The sentences that fit best, best first; of those that fit as well, the newest.

        Args:
            words: What somebody typed; all of it is plain words. Nothing is found by stop words alone.
            limit: How many at most.
            body: Only of meetings of this body, by its name as the minutes have it (capitals do not count).
            since: Only of meetings on this ISO date or later.
            until: Only of meetings on this ISO date or earlier.
            as_of: The same, for who asks how things stood at a date.
            document: Only of this document.
            every: Only sentences with all of the words.

        Raises:
            InputError: the index is not of the store that the texts come from.
        """
        limit = min(limit, _MOST)
        question = asked(words, self._counts)
        if limit < 1 or not question.parts or (every and question.unknown):
            return ()
        last = min((when for when in (until, as_of) if when), default=None)
        filters = tuple(_filters(body, document, since, last))
        hits = self._best(question, filters, limit, every=every)
        found = [(score, of_passage(self._searcher.doc(at))) for score, at in hits]
        found.sort(key=_order)
        return tuple(self._found(score, passage, question) for score, passage in found[:limit])

    def matching(
        self, words: str, *, body: str | None = None, since: str | None = None, until: str | None = None
    ) -> Matching:
        """How many sentences there are to be found, with the same filters as in `search`."""
        question = asked(words, self._counts)
        if not question.parts:
            return Matching(0, 0)
        filters = tuple(_filters(body, None, since, until))
        alone = tuple(part for part in question.parts if not part.extra)
        some = self._counts.of_query(_any_of_these(alone, (), filters))
        every = 0 if question.unknown else self._counts.of_query(_all_of_these(alone, filters))
        return Matching(every, some)

    def _best(
        self, question: Asked, filters: tuple[Query, ...], limit: int, *, every: bool = False
    ) -> list[_Hit]:
        """The best hits, all of those that are worth as much as the last one among them."""
        wanted = limit + _MARGIN
        while True:
            hits = (
                self._with_all(question, filters, wanted)
                if every
                else self._hits(question, filters, limit, wanted)
            )
            if len(hits) < wanted or hits[-1][0] < hits[limit - 1][0]:
                return hits
            wanted *= 4

    def _hits(self, question: Asked, filters: tuple[Query, ...], limit: int, wanted: int) -> list[_Hit]:
        """The best hits. What cannot be among them is not looked at, as far as that shows.

        First sentences with all words. When those do not tell, what is found by the rarest parts tells how
        much a sentence must be worth, and so which parts it must have one of.
        """
        parts = question.parts
        hits = self._with_all(question, filters, wanted)
        least = _least(hits, limit)
        lacking_one = question.tails[0] - min(part.most for part in parts if not part.extra)
        if not lacking_one or lacking_one * MOST < least:
            return hits
        needed = _enough(question, least) if least else 1
        while True:
            hits = self._weighed(_any_of_these(parts[:needed], parts[needed:], filters), wanted)
            least = _least(hits, limit)
            enough = _enough(question, least)
            if enough <= needed:
                return hits
            needed = enough if least else needed + 1

    def _with_all(self, question: Asked, filters: tuple[Query, ...], wanted: int) -> list[_Hit]:
        only, *others = question.parts
        if only.even and not others and not filters:
            found = self._searcher.search(only.query, wanted, count=False, order_by_field="worth").hits
            return [(only.most * math.log2(2 + worth), at) for worth, at in found]
        return self._weighed(_all_of_these(question.parts, filters), wanted)

    def _weighed(self, query: Query, wanted: int) -> list[_Hit]:
        return self._searcher.search(query, wanted, count=False, weight_by_field="worth").hits

    def _found(self, score: float, passage: Passage, question: Asked) -> Found:
        quote = self._text_of(passage.document)[passage.start : passage.end]
        if len(quote) != passage.end - passage.start:
            raise InputError(
                "zoeken", "de zoekindex hoort niet bij deze opslag", "doe `python -m graph build`"
            )
        return Found(replace(passage, quote=quote), score, highlights(quote, question))


def _order(found: tuple[float, Passage]) -> tuple[float, str, int]:
    score, passage = found
    return -score, passage.document, passage.start


def _enough(question: Asked, least: float) -> int:
    """How many parts a sentence must have one of, to be worth so much at least; all when it need not be."""
    ends = (number for number, tail in enumerate(question.tails) if tail * MOST < least)
    return next(ends, len(question.parts))


def _least(hits: list[_Hit], limit: int) -> float:
    """What the last one is worth of those asked for; 0 when there are fewer."""
    return hits[limit - 1][0] if len(hits) >= limit else 0


def _any_of_these(needed: tuple[Part, ...], others: tuple[Part, ...], filters: tuple[Query, ...]) -> Query:
    """Sentences with one of the needed parts, worth all that they hold."""
    return _together([any_of([part.query for part in needed])], filters, others)


def _all_of_these(parts: tuple[Part, ...], filters: tuple[Query, ...]) -> Query:
    """Sentences with every word, worth more where words stand side by side."""
    words = [part.query for part in parts if not part.extra]
    return _together(words, filters, tuple(part for part in parts if part.extra))


def _together(must: list[Query], filters: tuple[Query, ...], others: tuple[Part, ...]) -> Query:
    clauses = [
        *((Occur.Must, query) for query in must),
        *((Occur.Must, Query.const_score_query(each, 0)) for each in filters),
        *((Occur.Should, part.query) for part in others),
    ]
    return Query.boolean_query(clauses) if len(clauses) > 1 else clauses[0][1]


def _filters(body: str | None, document: str | None, since: str | None, until: str | None) -> list[Query]:
    found: list[Query] = []
    if body is not None:
        found.append(Query.term_query(schema(), "body", plain(body)))
    if document is not None:
        found.append(Query.term_query(schema(), "document", sound(document)))
    if since or until:
        first, last = days(since) or 1, days(until) if until else None
        found.append(
            Query.range_query(schema(), "date", FieldType.Unsigned, lower_bound=first, upper_bound=last)
        )
    return found


def open_index(folder: Path, text_of: Callable[[str], str]) -> Index:
    """Open the index in a folder for searching.

    Args:
        folder: Where `link` put it.
        text_of: Gives the masked text of a document that the index was made from, by its id.

    Raises:
        InputError: there is no index, it is of another version, or it is damaged.
    """
    check(folder)
    with opened(), readable(folder) as where:  # what is open stays open, wherever it was found
        index = tantivy.Index.open(str(where))
        index.config_reader("manual")  # nobody changes it: nothing has to watch it
        index.register_tokenizer("dutch", analyzer())
        searcher = index.searcher()
        return Index(searcher, text_of, _Counts(searcher, has_deleted(folder)))


class _Counts:
    """How many of the sentences that are there now hold a word, or match a query."""

    def __init__(self, searcher: tantivy.Searcher, has_deleted: bool) -> None:  # noqa: FBT001 - as the index is
        self._searcher = searcher
        self._has_deleted = has_deleted
        self.total = searcher.num_docs

    def of_word(self, stem: str) -> int:
        if self._has_deleted:  # those still count in what the index knows of a word
            return self.of_query(Query.term_query(schema(), "text", stem))
        return self._searcher.doc_freq("text", stem)

    def of_query(self, query: Query) -> int:
        result = self._searcher.search(query, 1)
        return int(result.count)  # type: ignore[attr-defined] # Tantivy's types leave it out
