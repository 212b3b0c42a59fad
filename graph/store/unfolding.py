"""What the graph of a document leaves unsaid because it follows from the rest: said for export and checks.

Stored are a fact, its place in the text and the words there, each once. Unfolded, these are said too: the
class of all facts, that they stand in the document and are stated (where no other certainty is told), whether
a fact is public, the agenda item it stands under, the order of what there are several of, and each piece of
evidence as a resource of its own with both selectors of Web Annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.store import records
from graph.store import vocabulary as v
from graph.store.deserialise import agenda_of, describe, facts_of, kind_of, places_of, span
from graph.store.encoding import Coding, Description, Many, Mentions, Triple, first, objects
from graph.store.identifiers import below

_RESTS = (v.PROV_WAS_DERIVED_FROM, v.UNREAD)
_CLOSED = "closed"


def unfolded(quads: Iterable[Quad]) -> list[Quad]:
    """The quads of one graph with what they leave unsaid; those of a graph of no document as they are."""
    stored = list(quads)
    nodes = describe(stored)
    document = _document(nodes)
    if document is None:
        return stored
    places: set[object] = {quad.object for quad in stored if quad.predicate in _RESTS}
    kept = [quad for quad in stored if not _is_folded(quad, places)]
    said = (Quad(*triple, stored[0].graph_name) for triple in _said(document, nodes))
    return list(dict.fromkeys((*kept, *said)))


def _document(nodes: Description) -> NamedNode | None:
    kinds = {v.DOCUMENT, v.DECISION_TEXT}
    found = (iri for iri, facets in nodes.items() if kinds & {*facets.get(v.RDF_TYPE.value, ())})
    return next(map(NamedNode, found), None)


def _is_folded(quad: Quad, places: set[object]) -> bool:
    return quad.subject in places or quad.predicate in {*_RESTS, v.PLACES_IN_ORDER}


def _said(document: NamedNode, nodes: Description) -> Iterator[Triple]:
    items, closed = _items(document, nodes), _closed(document, nodes)
    public = first(nodes, document, v.PUBLICITY)
    for fact in facts_of(nodes):
        places = places_of(fact, v.PROV_WAS_DERIVED_FROM, nodes)
        yield fact, v.RDF_TYPE, v.FACT
        yield fact, v.IN_DOCUMENT, document
        if first(nodes, fact, v.CERTAINTY) is None:
            yield from records.CERTAINTY.encode(fact, records.MOSTLY, Mentions())
        if any(_meet(span(place, nodes), stretch) for place in places for stretch in closed):
            yield from records.PUBLICITY.encode(fact, _CLOSED, Mentions())
        elif public is not None:
            yield fact, v.PUBLICITY, public
        name = first(nodes, fact, v.AGENDA_ITEM_NAME)
        item = items.find(("agenda",), name.value) if name else None
        if item is not None:
            yield fact, v.AGENDA_ITEM, item
        yield from _evidence(document, fact, v.PROV_WAS_DERIVED_FROM, "evidence", nodes)
        yield from _sequences(fact, records.FACTS[kind_of(fact, nodes)], nodes)
    for part in (*agenda_of(document, nodes), below(document, "coverage")):
        yield part, v.IN_DOCUMENT, document
    yield from _evidence(document, below(document, "coverage"), v.UNREAD, "unread", nodes)
    yield from _sequences(document, (records.WARNINGS,), nodes)
    yield from _sequences(below(document, "meeting"), records.MEETING, nodes)


def _sequences(subject: NamedNode, codings: Iterable[Coding], nodes: Description) -> Iterator[Triple]:
    """What there are several of as an rdf:Seq, which says their order, too."""
    for coding in codings:
        if isinstance(coding, Many):
            values = coding.decode(subject, nodes)
            yield from coding.sequence(subject, values) if len(values) > 1 else ()


def _items(document: NamedNode, nodes: Description) -> Mentions:
    """The agenda items by the name that facts point at them by."""
    found = Mentions()
    for iri in agenda_of(document, nodes):
        key, title = first(nodes, iri, v.AGENDA_KEY), first(nodes, iri, v.DCT_TITLE)
        found.add("agenda", (key and key.value) or (title and title.value) or "", iri)
    return found


def _closed(document: NamedNode, nodes: Description) -> list[tuple[int, int]]:
    """The stretches of the text that are not public."""
    return [
        span(item, nodes)
        for item in agenda_of(document, nodes)
        if records.PUBLICITY.decode(item, nodes) == _CLOSED
    ]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] < one[1] and one[0] < other[1]


def _evidence(
    document: NamedNode, subject: NamedNode, predicate: NamedNode, name: str, nodes: Description
) -> Iterator[Triple]:
    """Each place that something rests on, as a resource below it."""
    for number, place in enumerate(places_of(subject, predicate, nodes), start=1):
        iri = below(subject, name, str(number))
        yield subject, predicate, iri
        yield iri, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE
        yield iri, v.OA_HAS_SOURCE, document
        yield iri, v.POSITION, Literal(number)
        start, end = span(place, nodes)
        yield iri, v.STARTS_AT, Literal(start)
        yield iri, v.ENDS_AT, Literal(end)
        yield from ((iri, v.QUOTE, quote) for quote in objects(nodes, place, v.QUOTE))
        yield from _selectors(iri, (start, end), objects(nodes, place, v.QUOTE))


def _selectors(
    iri: NamedNode, place: tuple[int, int], quotes: Iterable[NamedNode | Literal]
) -> Iterator[Triple]:
    quote, position = below(iri, "quote"), below(iri, "position")
    yield iri, v.OA_HAS_SELECTOR, quote
    yield quote, v.RDF_TYPE, v.OA_TEXT_QUOTE_SELECTOR
    yield from ((quote, v.OA_EXACT, words) for words in quotes)
    yield iri, v.OA_HAS_SELECTOR, position
    yield position, v.RDF_TYPE, v.OA_TEXT_POSITION_SELECTOR
    yield position, v.OA_START, Literal(place[0])
    yield position, v.OA_END, Literal(place[1])
