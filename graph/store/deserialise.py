"""A document's graph read back as the reading that it was written from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from pyoxigraph import Literal, NamedNode, Quad

from graph.facts.model import KINDS, Certainty, Coverage, Evidence, Fact, Reading, Reason
from graph.minutes.model import AgendaItem, Document, Meeting
from graph.store import records
from graph.store import vocabulary as v
from graph.store.encoding import Coding, Description, first, objects
from graph.store.identifiers import below, last_segment, span_of

_RECORD_OF_KIND = {kind.kind: kind for kind in KINDS}
_RECORD_OF = {v.FACT_CLASS[kind.kind].value: kind for kind in KINDS}


def describe(quads: Iterable[Quad]) -> Description:
    """Quads by subject and predicate. Every subject is an IRI: the store holds no blank nodes."""
    nodes: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for quad in quads:
        subject, found = quad.subject, quad.object
        if isinstance(subject, NamedNode) and isinstance(found, (NamedNode, Literal)):
            nodes.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(found)
    return nodes


def reading(document: NamedNode, nodes: Description) -> Reading:
    """The reading that a document's graph was written from."""
    text = first(nodes, document, v.TEXT)
    return Reading(
        document=Document(**_fields(document, records.DOCUMENT, nodes)),
        meeting=Meeting(**_fields(below(document, "meeting"), records.MEETING, nodes)),
        agenda=tuple(_agenda(document, nodes)),
        text=text.value if text is not None else "",
        facts=tuple(_facts(nodes)),
        coverage=_coverage(below(document, "coverage"), nodes),
        warnings=records.WARNINGS.decode(document, nodes),
    )


def _fields(subject: NamedNode, codings: Iterable[Coding], nodes: Description) -> dict[str, Any]:
    return {coding.name: coding.decode(subject, nodes) for coding in codings}


def _of_class(nodes: Description, kind: NamedNode) -> list[NamedNode]:
    """The subjects of a class in the order of their position."""
    found = [NamedNode(iri) for iri, facets in nodes.items() if kind in facets.get(v.RDF_TYPE.value, ())]
    return sorted(found, key=lambda iri: _position(iri, nodes))


def _position(iri: NamedNode, nodes: Description) -> int:
    return int(nodes[iri.value][v.POSITION.value][0].value)


def _agenda(document: NamedNode, nodes: Description) -> list[AgendaItem]:
    items = agenda_of(document, nodes)
    return [AgendaItem(**_fields(iri, records.AGENDA_ITEM, nodes)) for iri in items]


def agenda_of(document: NamedNode, nodes: Description) -> list[NamedNode]:
    """The agenda items of a document, in their order."""
    own = below(document, "agenda", "").value
    return [iri for iri in _of_class(nodes, v.AGENDAPUNT) if iri.value.startswith(own)]


def _coverage(iri: NamedNode, nodes: Description) -> Coverage:
    unread = tuple(_place(place, nodes) for place in places_of(iri, v.UNREAD, nodes))
    return Coverage(**_fields(iri, records.COVERAGE, nodes), unread=unread)


def facts_of(nodes: Description) -> list[NamedNode]:
    """The facts of a document's graph, in their order."""
    found = [NamedNode(iri) for iri, facets in nodes.items() if _kind(facets)]
    return sorted(found, key=lambda iri: _position(iri, nodes))


def _kind(facets: Mapping[str, list[NamedNode | Literal]]) -> type[Fact] | None:
    kinds = (_RECORD_OF.get(kind.value) for kind in facets.get(v.RDF_TYPE.value, ()))
    return next((kind for kind in kinds if kind), None)


def kind_of(fact: NamedNode, nodes: Description) -> str:
    """The kind of a fact of `facts_of`."""
    kind = _kind(nodes[fact.value])
    if kind is None:
        raise ValueError(f"no fact: {fact.value}")
    return kind.kind


def _facts(nodes: Description) -> list[Fact]:
    return [_fact(iri, nodes) for iri in facts_of(nodes)]


def _fact(iri: NamedNode, nodes: Description) -> Fact:
    record = _RECORD_OF_KIND[kind_of(iri, nodes)]
    certainty = records.CERTAINTY.decode(iri, nodes) or records.MOSTLY
    return record(
        id=last_segment(iri),
        certainty=cast(Certainty, certainty),
        agenda_item=records.FACT_AGENDA_ITEM.decode(iri, nodes),
        evidence=tuple(_place(place, nodes) for place in places_of(iri, v.PROV_WAS_DERIVED_FROM, nodes)),
        reason=_reason(iri, nodes),
        **_fields(iri, records.FACTS[record.kind], nodes),
    )


def _reason(fact: NamedNode, nodes: Description) -> Reason | None:
    rule, text = first(nodes, fact, v.CONCLUDED_BY), first(nodes, fact, v.REASON)
    if not isinstance(rule, NamedNode) or text is None:
        return None
    return Reason(last_segment(rule), text.value)


def places_of(subject: NamedNode, predicate: NamedNode, nodes: Description) -> list[NamedNode]:
    """The places that something rests on, in their order: that of the text unless it is said."""
    found = [iri for iri in objects(nodes, subject, predicate) if isinstance(iri, NamedNode)]
    told = first(nodes, subject, v.PLACES_IN_ORDER)
    if told is not None:
        by_name = {iri.value.rpartition("=")[2]: iri for iri in found}
        return [by_name[name] for name in told.value.split(" ") if name in by_name]
    return sorted(found, key=lambda iri: (_told_position(iri, nodes), span(iri, nodes)))


def span(place: NamedNode, nodes: Description) -> tuple[int, int]:
    """Where a place begins and ends."""
    return span_of(place) or _told_span(place, nodes)


def _told_position(place: NamedNode, nodes: Description) -> int:
    """Layouts before the third number the places of a fact."""
    told = first(nodes, place, v.POSITION)
    return int(told.value) if told else 0


def _told_span(place: NamedNode, nodes: Description) -> tuple[int, int]:
    """Layouts before the third, and agenda items, say where they begin and end; -1 for what is not said."""
    start, end = (first(nodes, place, predicate) for predicate in (v.STARTS_AT, v.ENDS_AT))
    return int(start.value) if start else -1, int(end.value) if end else -1


def _place(iri: NamedNode, nodes: Description) -> Evidence:
    quote = first(nodes, iri, v.QUOTE)
    return Evidence(*span(iri, nodes), quote.value if quote else "")
