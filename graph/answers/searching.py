"""Searching all minutes by words: the sentences themselves, with what stands beside them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from graph.dutch.sentences import spans
from graph.index import Found, Index, open_index
from graph.index.files import is_usable
from graph.store.embedded_snapshot import EmbeddedSnapshot
from graph.store.identifiers import document_iri
from graph.store.snapshot import Snapshot

_FOLDER = "index"  # in a generation of the store
_KEPT = 64  # texts that stay cut in sentences
_LONGEST = 240  # characters of a sentence beside one that was found


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: its place, its neighbours, and the stretches that were asked for.

    `highlights` are offsets into the quote. `before` and `after` are empty where the paragraph has no further
    sentence.
    """

    document: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    highlights: tuple[tuple[int, int], ...]
    speakers: tuple[str, ...]
    item: str | None  # title of the agenda item
    body: str | None
    date: str | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search gives: the best sentences, and how many there are with every word and with some."""

    found: tuple[Hit, ...]
    every: int
    some: int


def can_search(snapshot: Snapshot) -> bool:
    """Whether there is a search index beside this store."""
    return _with_index(snapshot) is not None


def search(  # noqa: PLR0913 - each is a filter of its own, by name
    snapshot: Snapshot,
    words: str,
    *,
    limit: int,
    body: str | None = None,
    since: str | None = None,
    until: str | None = None,
    every: bool = True,
) -> Hits | None:
    """The sentences that hold the words, best first; None where the store has no index.

    `every`: only those with all of the words, as long as there are any; else those with some of them.
    """
    indexed = _with_index(snapshot)
    if indexed is None:
        return None
    library = _library_of(indexed)
    count = library.index.matching(words, body=body, since=since, until=until)
    found = library.index.search(
        words, limit=limit, body=body, since=since, until=until, every=every and count.every > 0
    )
    return Hits(tuple(library.hit(each) for each in found), count.every, count.some)


def _with_index(snapshot: Snapshot) -> EmbeddedSnapshot | None:
    if isinstance(snapshot, EmbeddedSnapshot) and is_usable(snapshot.path / _FOLDER):
        return snapshot
    return None


class _Library:
    """The index of a generation, with the texts that it was made from."""

    def __init__(self, snapshot: EmbeddedSnapshot) -> None:
        self._snapshot = snapshot
        self.index: Index = open_index(snapshot.path / _FOLDER, self._text)
        self._sentences = lru_cache(_KEPT)(self._cut)

    def _text(self, document: str) -> str:
        return self._snapshot.text(document_iri(document)) or ""

    def _cut(self, document: str) -> list[tuple[int, int]]:
        return list(spans(self._text(document)))

    def hit(self, found: Found) -> Hit:
        passage, text = found.passage, self._text(found.passage.document)
        sentences = self._sentences(passage.document)
        at = bisect_left(sentences, (passage.start, passage.end))
        before = _beside(text, sentences[max(at - 1, 0) : at + 1], 0)
        after = _beside(text, sentences[at : at + 2], 1)
        return Hit(
            passage.document,
            passage.start,
            passage.end,
            before if len(before) <= _LONGEST else f"…{before[-_LONGEST:]}",
            passage.quote,
            after if len(after) <= _LONGEST else f"{after[:_LONGEST]}…",
            found.highlights,
            passage.speakers,
            passage.title,
            passage.body,
            passage.date,
            passage.publicity == "closed",
        )


def _beside(text: str, pair: list[tuple[int, int]], which: int) -> str:
    """One of two sentences, when there are two and they stand on one line."""
    if len(pair) < 2 or "\n" in text[pair[0][1] : pair[1][0]]:  # noqa: PLR2004 - the sentence and its neighbour
        return ""
    start, end = pair[which]
    return text[start:end]


@lru_cache(maxsize=2)  # a generation, and the one before it for who is still reading
def _library_of(snapshot: EmbeddedSnapshot) -> _Library:
    return _Library(snapshot)
