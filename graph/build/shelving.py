"""Documents on their way into the store: several at a time, because that costs a third of one by one."""

from __future__ import annotations

from collections.abc import Iterable

from graph.build.inputs import reader_version
from graph.catalogue import Catalogue
from graph.facts.model import Reading
from graph.store.documents import quads
from graph.store.documents import reading as stored_reading
from graph.store.identifiers import document_iri
from graph.store.writing import Writer

# So much is read again when a build is cut off.
_TOGETHER = 50  # documents
_MUCH = 300_000  # characters


class Shelf:
    """The documents of a store, with those that are yet to be written."""

    def __init__(self, writer: Writer, catalogue: Catalogue) -> None:
        """Of a store and its catalogue."""
        self._writer, self._catalogue = writer, catalogue
        self._waiting: dict[str, Reading] = {}

    def reading(self, name: str) -> Reading:
        """The reading of a document, as it was read."""
        waiting = self._waiting.get(name)
        return waiting or stored_reading(self._writer, document_iri(name))

    def put(self, readings: Iterable[Reading]) -> None:
        """Put readings in the place of what there is of their documents: now, or with those that follow."""
        self._waiting |= {reading.document.id: reading for reading in readings}
        characters = sum(reading.document.characters for reading in self._waiting.values())
        if len(self._waiting) >= _TOGETHER or characters >= _MUCH:
            self.write()

    def write(self) -> None:
        """Write what waits, each document whole."""
        version = reader_version()
        self._writer.replace_graphs(
            {document_iri(name): quads(reading, reader=version) for name, reading in self._waiting.items()}
        )
        for reading in self._waiting.values():
            self._catalogue.put(reading, version)
        self._catalogue.db.commit()
        self._waiting.clear()

    def remove(self, names: Iterable[str]) -> None:
        """Take documents away."""
        gone = tuple(names)
        self._writer.replace_graphs({document_iri(name): () for name in gone})
        for name in gone:
            self._catalogue.drop(name)
