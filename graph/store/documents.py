"""A reading as the named graph of its document, and back: `reading` gives what `quads` was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from pyoxigraph import NamedNode, Quad

from graph.errors import InputError
from graph.facts.model import Reading
from graph.store import deserialise, serialise
from graph.store import vocabulary as v
from graph.store.identifiers import document_iri, last_segment


class QuadSource(Protocol):
    """Anything that finds quads: an Oxigraph store, a snapshot, a writer."""

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a document was read from and by: while that is the same, it is left as it is."""

    sha256: str
    reader: str
    file: str


def quads(reading: Reading, *, reader: str = "") -> list[Quad]:
    """The graph of one document, named by the document's IRI. `reader`: the version of what read it."""
    name = document_iri(reading.document.id)
    return [Quad(*triple, name) for triple in dict.fromkeys(serialise.triples(reading, reader))]


def reading(store: QuadSource, document: NamedNode) -> Reading:
    """The reading of a stored document; an InputError when the store does not hold it."""
    nodes = deserialise.describe(store.quads_for_pattern(None, None, None, document))
    if document.value not in nodes:
        raise InputError(last_segment(document), "staat niet in de opslag", "doe `python -m graph build`")
    return deserialise.reading(document, nodes)


def documents(store: QuadSource) -> list[NamedNode]:
    """The stored documents, in order of their IRI."""
    found = store.quads_for_pattern(None, v.RDF_TYPE, v.DOCUMENT, None)
    return sorted({quad.subject for quad in found if isinstance(quad.subject, NamedNode)}, key=str)


def readings(store: QuadSource) -> Iterator[Reading]:
    """Every stored document's reading, in order of its IRI."""
    return (reading(store, document) for document in documents(store))
