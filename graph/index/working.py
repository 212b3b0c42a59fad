"""The writer's index: it follows the documents one by one, and is made again when it cannot be trusted.

The index itself says of each document which version it holds (its fingerprint), in the same commit as the
passages. So whatever was cut off halfway is seen and done again by the next `settle`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import tantivy

from graph.errors import InputError
from graph.facts.model import Reading
from graph.index import files
from graph.index.schema import HEAD, head, of_head, passages, schema
from graph.index.words import analyzer
from graph.store.folder import unwritable

_MEMORY = 100_000_000  # bytes that Tantivy gathers before it writes a segment
_TOGETHER = 2000  # documents in a commit, so that a long build goes on where it stopped
_MANY = 0.25  # the share of the documents from which replacing them is slower than making all again


@dataclass(frozen=True, slots=True)
class Indexed:
    """How many documents were put in the index, and how many were taken out."""

    put: int
    removed: int


class Working:
    """An index open for changes; made when there is none of this version. Use it in a `with`.

    What is put counts from the next `commit`, which leaving the `with` does too. One process at a time: the
    store's lock sees to that.
    """

    def __init__(self, folder: Path) -> None:
        """Open or make the index in a folder."""
        self.folder = folder
        with _written(folder):
            self._index = _open(folder)
            self._writer = self._index.writer(_MEMORY, 1)
        self._waiting = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()
        with _written(self.folder):
            self._writer.wait_merging_threads()

    def known(self) -> dict[str, str]:
        """The fingerprint of each document that is in the index, as of the last commit."""
        self._index.reload()
        searcher = self._index.searcher()
        query = tantivy.Query.term_query(schema(), "head", HEAD)
        limit = max(1, searcher.num_docs)
        return dict(of_head(searcher.doc(address)) for _, address in searcher.search(query, limit).hits)

    def put(self, reading: Reading, fingerprint: str) -> None:
        """Put a document's passages in the place of those that it had."""
        document = reading.document.id
        self._writer.delete_documents_by_term("document", document)
        self._writer.add_document(head(document, fingerprint))
        for entry in passages(reading):
            self._writer.add_document(entry)
        self._waiting += 1
        if self._waiting >= _TOGETHER:
            self.commit()

    def commit(self) -> None:
        """Make what was put count, safely on disk."""
        with _written(self.folder):
            self._writer.commit()
        self._waiting = 0


def settle(folder: Path, fingerprints: Mapping[str, str], reading_of: Callable[[str], Reading]) -> Indexed:
    """Make the index in a folder hold these documents, each in this version, and no other.

    Only what differs is put in. Where a document has to go, or most are other than they were, all is made
    again: what is taken out of an index leaves its words in the files.

    Args:
        folder: Where the writer's index is, or will be.
        fingerprints: The documents that must be in it, by id, each with what its version is known by.
        reading_of: Gives the reading of one of them.

    Raises:
        InputError: the folder cannot be written to.
    """
    fresh = folder.with_name(folder.name + ".fresh")
    files.remove(fresh)
    with Working(folder) as index:
        known = index.known()
        differ = sorted(name for name, of in fingerprints.items() if known.get(name) != of)
        gone = known.keys() - fingerprints.keys()
        replaced = len(known.keys() & set(differ))
        if not gone and replaced <= len(known) * _MANY:
            _put(index, differ, fingerprints, reading_of)
            return Indexed(len(differ), 0)
    with Working(fresh) as index:
        _put(index, sorted(fingerprints), fingerprints, reading_of)
    files.put_in_place(fresh, folder)
    return Indexed(len(fingerprints), len(gone))


def _put(
    index: Working,
    names: Iterable[str],
    fingerprints: Mapping[str, str],
    reading_of: Callable[[str], Reading],
) -> None:
    for name in names:
        index.put(reading_of(name), fingerprints[name])


def _open(folder: Path) -> tantivy.Index:
    """The index of a folder; a new one where there is none of this version that can be opened."""
    if files.is_usable(folder):
        with suppress(ValueError, FileNotFoundError):  # so Tantivy says that files are missing or damaged
            return _registered(tantivy.Index.open(str(folder)))
    files.remove(folder)
    folder.mkdir(parents=True)
    index = _registered(tantivy.Index(schema(), str(folder)))
    files.mark(folder)
    return index


def _registered(index: tantivy.Index) -> tantivy.Index:
    index.register_tokenizer("dutch", analyzer())
    return index


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    """What Tantivy says of a disk that is full or a folder that may not be written to, as a line."""
    try:
        yield
    except OSError as error:
        raise unwritable(folder, error) from error
    except ValueError as error:
        what = "de zoekindex kan niet worden geschreven"
        raise InputError(str(folder), what, "maak de map beschrijfbaar, met genoeg ruimte") from error
