"""What SHACL cannot see: that quotes stand where they say, and that every identifier leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.store import vocabulary as v
from graph.store.deserialise import describe
from graph.store.documents import QuadSource, documents
from graph.store.encoding import Description, first
from graph.store.identifiers import ID, KINDS, span_of


@dataclass(frozen=True, slots=True, order=True)
class BrokenEvidence:
    """A place in a text where the quote does not stand. Offsets None: they are not there at all."""

    document: str
    evidence: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, order=True)
class Dangling:
    """An identifier of ours that something points at and nothing describes."""

    subject: str
    predicate: str
    object: str


def broken_evidence(store: QuadSource) -> Iterator[BrokenEvidence]:
    """Every place in every document for which `text[start:end] == quote` does not hold."""
    for document in documents(store):
        nodes = describe(store.quads_for_pattern(None, None, None, document))
        text = first(nodes, document, v.TEXT)
        for place in sorted(_places(nodes), key=str):
            yield from _broken(document, place, text.value if text is not None else "", nodes)


def _places(nodes: Description) -> set[NamedNode]:
    """What facts rest on, and what was left unread."""
    return {
        found
        for facets in nodes.values()
        for predicate in (v.PROV_WAS_DERIVED_FROM, v.UNREAD)
        for found in facets.get(predicate.value, ())
        if isinstance(found, NamedNode)
    }


def _broken(document: NamedNode, place: NamedNode, text: str, nodes: Description) -> Iterator[BrokenEvidence]:
    start, end = span_of(place) or (None, None)
    quote = first(nodes, place, v.QUOTE)
    if start is None or quote is None or text[start:end] != quote.value:
        yield BrokenEvidence(document.value, place.value, start, end)


def dangling(store: QuadSource) -> list[Dangling]:
    """Identifiers of ours that something points at and nothing describes (kinds are for SHACL to check)."""
    described: set[str] = set()
    pointing: set[Dangling] = set()
    for quad in store.quads_for_pattern(None, None, None, None):
        described.add(str(getattr(quad.subject, "value", "")))
        if _is_ours(quad.object) and isinstance(quad.object, NamedNode):
            pointing.add(
                Dangling(str(getattr(quad.subject, "value", "")), quad.predicate.value, quad.object.value)
            )
    return sorted(found for found in pointing if found.object not in described)


def _is_ours(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(ID) and not term.value.startswith(KINDS)
