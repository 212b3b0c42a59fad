"""How a passage stands in the index, and how it is taken out of it again.

text      the words, with their places
document  the id of its document, to delete and to filter by
body      the body that met, plain
date      days since 1970-01-01; 0: not known
worth     how much a match in this passage counts, see `worth`
place     where it stands and what is known of it; the only thing that is stored, and never the words
head      of one entry for each document, whose place is the document's id and fingerprint
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

import msgspec
import tantivy

from graph.facts.model import Reading
from graph.index.model import Passage
from graph.index.passages import places
from graph.index.words import composed, plain

LAYOUT = 1
HEAD = "head"
# Of a passage's worth, lowest and highest; see `_worth`.
LEAST, MOST = 18.0, 24.0
_SHORT = 20  # words up to which a sentence is not long
_HEADING, _OF_HEADING = 4, 0.85  # words below which it is a heading or a label, and how much that counts
_LENGTHS = 0.3  # how much its length counts against a sentence: the b of BM25, whose k is the next
_SATURATION = 1.2
_RECENT = 0.02  # how much the newest counts more than the oldest
_CENTURY = 36525  # days


@cache
def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="dutch", index_option="position")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("head", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("date", fast=True)
    builder.add_unsigned_field("worth", fast=True)
    builder.add_bytes_field("place", stored=True)
    return builder.build()


def days(written: str | None) -> int:
    """An ISO date as days since 1970; 0 when there is none."""
    return max(0, (date.fromisoformat(written) - date(1970, 1, 1)).days) if written else 0


def head(document: str, fingerprint: str) -> tantivy.Document:
    """The entry that says which version of a document the index holds."""
    entry = tantivy.Document()
    entry.add_text("head", HEAD)
    entry.add_text("document", document)
    entry.add_bytes("place", msgspec.json.encode((document, fingerprint)))
    return entry


def of_head(entry: tantivy.Document) -> tuple[str, str]:
    """The document and its fingerprint."""
    document, fingerprint = msgspec.json.decode(_stored(entry))
    return document, fingerprint


def passages(reading: Reading) -> Iterator[tantivy.Document]:
    """The entries of a document's passages."""
    document, met = reading.document.id, reading.meeting
    body, day = plain(met.body or ""), days(met.date)
    for place in places(reading):
        quote = reading.text[place.start : place.end]
        entry = tantivy.Document()
        entry.add_text("text", composed(quote))
        entry.add_text("document", document)
        entry.add_text("body", body)
        entry.add_unsigned("date", day)
        entry.add_unsigned("worth", _worth(quote.count(" ") + 1, day))
        of_place = (place.speakers, place.item, place.title, place.publicity)
        known = (place.start, place.end, document, met.body, met.date, *of_place)
        entry.add_bytes("place", msgspec.json.encode(known))
        yield entry


def of_passage(entry: tantivy.Document) -> Passage:
    """The passage of an entry, without its quote."""
    start, end, document, body, when, speakers, item, title, publicity = msgspec.json.decode(_stored(entry))
    return Passage(document, start, end, "", tuple(speakers), item, title, body, when, publicity)


def _stored(entry: tantivy.Document) -> Any:
    return entry.get_first("place")


@lru_cache(maxsize=4096)
def _worth(words: int, day: int) -> int:
    """What a match counts: less in a long sentence (as in BM25) or a heading, a little more in a newer one.

    Tantivy multiplies a score by log2(2 + this), which lies between `LEAST` and `MOST`. It depends on nothing
    but the sentence and its date, so that a score does not change with the order in which documents came.
    """
    long = max(words, _SHORT) / _SHORT
    fits = (_SATURATION + 1) / (1 + _SATURATION * (1 - _LENGTHS + _LENGTHS * long))
    fits = min(1.0, fits) if words >= _HEADING else _OF_HEADING
    recent = 1 - _RECENT * (1 - min(day, _CENTURY) / _CENTURY)
    factor = max(LEAST, MOST * fits * recent)
    return round(2**factor) - 2
