"""The catalogue beside a store, brought level with it.

After a build that ran to its end it is; after one that was cut off, or when the catalogue was lost or made by
another version of the program, what differs is taken over from the documents in the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from graph import ontology
from graph.catalogue import Catalogue, open_catalogue
from graph.store import folder as layout
from graph.store import vocabulary as v
from graph.store.documents import documents
from graph.store.documents import reading as stored_reading
from graph.store.embedded import Writer
from graph.store.identifiers import document_iri, last_segment

_ROOT = Path(__file__).resolve().parent.parent
_ROOMS = ("registry", "state", "catalogue")
_COMMIT_EVERY = 200  # documents


@contextmanager
def catalogue_of(writer: Writer) -> Iterator[Catalogue]:
    """The catalogue of a store, level with its documents."""
    catalogue = open_catalogue(writer.folder / "remembered" / "catalogue.sqlite", _version())
    try:
        _level(catalogue, writer)
        yield catalogue
    finally:
        catalogue.close()


def published(catalogue: Catalogue, writer: Writer, *, forget: bool = False) -> None:
    """Keep what the catalogue holds and publish the store, so that the one is known to go with the other."""
    catalogue.commit()
    generation = writer.publish(forget=forget)
    catalogue.set_meta("generation", generation)
    catalogue.commit()
    if forget:
        catalogue.shred()


def _level(catalogue: Catalogue, writer: Writer) -> None:
    if not writer.is_pending and catalogue.meta("generation") == layout.current(writer.folder):
        return
    catalogue.rewrite = True
    there = {last_segment(iri): _told(writer, last_segment(iri)) for iri in documents(writer)}
    known = {name: tuple(told) for name, *told in catalogue.files()}
    for name in known.keys() - there.keys():
        catalogue.drop(name)
    for number, name in enumerate(sorted(there), start=1):
        if known.get(name) != there[name]:
            catalogue.put(stored_reading(writer, document_iri(name)), there[name][1])
        if number % _COMMIT_EVERY == 0:
            catalogue.commit()


def _told(writer: Writer, name: str) -> tuple[str, ...]:
    """What tells a document: its bytes, what read it, and the name of its file."""
    document = document_iri(name)
    return tuple(_value(writer, document, predicate) for predicate in (v.SHA256, v.READER, v.FILE))


def _value(writer: Writer, document: object, predicate: object) -> str:
    found = next(writer.quads_for_pattern(document, predicate, None, document), None)
    return "" if found is None else str(getattr(found.object, "value", ""))


@lru_cache(maxsize=1)
def _version() -> str:
    """A hash of the code and the data by which the state is worked out."""
    digest = hashlib.sha256()
    code = [file for room in _ROOMS for file in sorted((_ROOT / room).rglob("*.py"))]
    data = [
        _ROOT / "facts" / "model.py",
        _ROOT / "catalogue" / "schema.sql",
        *ontology.files("rules", "*.yaml"),
        ontology.path("themes.ttl"),
        ontology.path("kinds.ttl"),
    ]
    for file in (*code, *data):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
