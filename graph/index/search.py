"""Searching: the sentences that fit a question best, from an index that nobody changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import tantivy
from tantivy import FieldType, Occur, Query

from graph.errors import InputError
from graph.index.files import check
from graph.index.highlights import highlights
from graph.index.model import Found, Passage
from graph.index.query import Asked, Part, asked
from graph.index.schema import MOST, days, of_passage, schema
from graph.index.words import analyzer, plain, sound

_MOST = 1000  # passages that a search gives
_MARGIN = 16  # passages beyond the last one asked for, to see whether more are worth as much

_Hit = tuple[float, tantivy.DocAddress]


class Index:
    """A search index, opened for reading. Threads may share it. Use `open_index`."""

    def __init__(self, searcher: tantivy.Searcher, text_of: Callable[[str], str]) -> None:
        """Take what `open_index` opened."""
        self._searcher = searcher
        self._text_of = text_of

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

        Raises:
            InputError: the index is not of the store that the texts come from.
        """
        limit = min(limit, _MOST)
        question = asked(words, self._count, self._searcher.num_docs)
        if limit < 1 or not question.parts:
            return ()
        last = min((when for when in (until, as_of) if when), default=None)
        filters = tuple(_filters(body, document, since, last))
        found = [
            (score, of_passage(self._searcher.doc(at))) for score, at in self._best(question, filters, limit)
        ]
        found.sort(key=_order)
        return tuple(self._found(score, passage, question) for score, passage in found[:limit])

    def _count(self, query: Query) -> int:
        result = self._searcher.search(query, 1)
        return int(result.count)  # type: ignore[attr-defined] # Tantivy's types leave it out

    def _best(self, question: Asked, filters: tuple[Query, ...], limit: int) -> list[_Hit]:
        """The best hits, all of those that are worth as much as the last one among them."""
        wanted = limit + _MARGIN
        while True:
            hits = self._hits(question, filters, wanted)
            if len(hits) < wanted or hits[-1][0] < hits[limit - 1][0]:
                return hits
            wanted *= 4

    def _hits(self, question: Asked, filters: tuple[Query, ...], wanted: int) -> list[_Hit]:
        """The best hits. A sentence without any of the rare parts is not looked at when it cannot be one."""
        parts, tails = question.parts, question.tails
        for needed in range(_first(question), len(parts) + 1):
            query = _query(parts[:needed], parts[needed:], filters)
            hits = self._searcher.search(query, wanted, count=False, weight_by_field="worth").hits
            if len(hits) == wanted and hits[-1][0] > tails[needed] * MOST:
                return hits
        return hits

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


def _first(question: Asked) -> int:
    """With how many parts to begin: until those that are left are together worth less than these."""
    total = question.tails[0]
    return next(number for number, tail in enumerate(question.tails) if number and tail * 2 <= total)


def _query(needed: tuple[Part, ...], others: tuple[Part, ...], filters: tuple[Query, ...]) -> Query:
    """Sentences with one of the needed parts, worth all that they hold."""
    any_of = Query.boolean_query([(Occur.Should, part.query) for part in needed])
    return Query.boolean_query(
        [
            (Occur.Must, any_of),
            *((Occur.Must, Query.const_score_query(each, 0)) for each in filters),
            *((Occur.Should, part.query) for part in others),
        ]
    )


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
    try:
        index = tantivy.Index.open(str(folder))
        index.config_reader("manual")  # nobody changes it: nothing has to watch it
        index.register_tokenizer("dutch", analyzer())
        return Index(index.searcher(), text_of)
    except (OSError, ValueError) as error:
        raise InputError("zoeken", "de zoekindex is beschadigd", "doe `python -m graph build`") from error
