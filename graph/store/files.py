"""The graph of files: those that are no document of their own, and that a document was withdrawn.

A meeting's minutes may have come as docx and as pdf: one is the document, the other only noted here, so that
it is known when it comes again. Of a withdrawn document nothing is left but its id and what tells its file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from graph.store import vocabulary as v
from graph.store.documents import QuadSource
from graph.store.identifiers import below, document_iri, identifier, last_segment

FILES_GRAPH = identifier("graph", "files")


@dataclass(frozen=True, slots=True, order=True)
class KnownFile:
    """A file that was read, and the id of the document that it belongs to."""

    document: str
    sha256: str
    file: str
    reader: str
    withdrawn: bool = False


def known_files(store: QuadSource) -> frozenset[KnownFile]:
    """All that the store knows of files that are no document of their own."""
    found: dict[NamedNode, dict[NamedNode, str]] = {}
    for quad in store.quads_for_pattern(None, None, None, FILES_GRAPH):
        if isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject, {})[quad.predicate] = _text(quad.object)
    return frozenset(
        KnownFile(
            last_segment(NamedNode(told[v.DCT_IS_FORMAT_OF])),
            told[v.SHA256],
            told[v.FILE],
            told[v.READER],
            told[v.WITHDRAWN] in v.TRUE,
        )
        for told in found.values()
    )


def _text(found: object) -> str:
    return found.value if isinstance(found, Literal | NamedNode) else ""


def quads(files: Iterable[KnownFile]) -> list[Quad]:
    """The graph of files."""
    return [quad for known in sorted(files) for quad in _quads(known)]


def _quads(known: KnownFile) -> list[Quad]:
    document = document_iri(known.document)
    node = below(document, "file", known.sha256[:16])
    told: list[tuple[NamedNode, NamedNode | Literal]] = [
        (v.DCT_IS_FORMAT_OF, document),
        (v.SHA256, Literal(known.sha256)),
        (v.FILE, Literal(known.file)),
        (v.READER, Literal(known.reader)),
        (v.WITHDRAWN, Literal(known.withdrawn)),
    ]
    return [Quad(node, predicate, value, FILES_GRAPH) for predicate, value in told]
