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

from pyoxigraph import NamedNode

from graph import ontology
from graph.build.indexing import bring_index_up
from graph.catalogue import Catalogue, open_catalogue
from graph.index import link
from graph.index.files import is_usable
from graph.store import vocabulary as v
from graph.store.documents import Source
from graph.store.documents import quads as document_quads
from graph.store.documents import reading as stored_reading
from graph.store.identifiers import last_segment
from graph.store.writing import Writer

_ROOT = Path(__file__).resolve().parent.parent
_ROOMS = ("registry", "state", "catalogue")
INDEX = "index"
_COMMIT_EVERY = 200  # documents


@contextmanager
def catalogue_of(writer: Writer) -> Iterator[Catalogue]:
    """The catalogue of a store, level with its documents."""
    catalogue = open_catalogue(writer.folder / "remembered" / "catalogue.sqlite", _version())
    try:
        _level(catalogue, writer)
        yield catalogue
    finally:
        catalogue.db.close()


def published(catalogue: Catalogue, writer: Writer, *, forget: bool = False) -> None:
    """Keep what the catalogue holds and publish the store, so that the one is known to go with the other."""
    index = writer.folder / INDEX
    if writer.is_pending or not is_usable(index):
        bring_index_up(catalogue, index, forget=forget)
    catalogue.db.commit()
    generation = writer.publish(forget=forget, beside=lambda folder: link(index, folder / INDEX))
    catalogue.db.set_meta("generation", generation)
    catalogue.db.commit()
    if forget:
        catalogue.db.shred()


def _level(catalogue: Catalogue, writer: Writer) -> None:
    if not writer.is_pending and catalogue.db.meta("generation") == writer.generation:
        return
    _renew(writer)
    catalogue.network.rewrite = True
    catalogue.db.forget_meta("indexed")
    there = writer.sources()
    known = {name: Source(*told) for name, *told in catalogue.files()}
    names = {last_segment(NamedNode(iri)): iri for iri in there}
    for name in known.keys() - names.keys():
        catalogue.drop(name)
    for number, (name, iri) in enumerate(sorted(names.items()), start=1):
        if known.get(name) != there[iri]:
            catalogue.put(stored_reading(writer, NamedNode(iri)), there[iri].reader)
        if number % _COMMIT_EVERY == 0:
            catalogue.db.commit()


def _renew(writer: Writer) -> None:
    """Write documents of an earlier layout, in which the class of all facts stands, as this version does."""
    old = {quad.graph_name for quad in writer.quads_for_pattern(None, v.RDF_TYPE, v.FACT, None)}
    sources = writer.sources() if old else {}
    for name in sorted((name for name in old if isinstance(name, NamedNode)), key=str):
        if name.value in sources:
            found = stored_reading(writer, name)
            writer.replace_graph(document_quads(found, reader=sources[name.value].reader), name)


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
