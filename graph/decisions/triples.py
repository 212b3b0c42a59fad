"""The graph of decisions: a projection of the log, made anew by every build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.decisions.effect import Effect
from graph.decisions.model import Decision
from graph.facts.model import Reading
from graph.store import documents
from graph.store import vocabulary as v
from graph.store.identifiers import document_iri, identifier, kind_iri

DECISIONS_GRAPH = identifier("graph", "decisions")


def quads(decisions: Iterable[Decision], effect: Effect, gone: Collection[str]) -> list[Quad]:
    """All decisions with whether they stand. `gone`: what they speak of and no document has any more."""
    standing = {decision.id for decision in effect.standing}
    # The graph is there from the first build on: who asks for decisions is told that there are none.
    log = Quad(DECISIONS_GRAPH, v.RDF_TYPE, v.PROV_BUNDLE, DECISIONS_GRAPH)
    return [log] + [
        Quad(*triple, DECISIONS_GRAPH)
        for decision in decisions
        for triple in _triples(decision, gone, stands=decision.id in standing)
    ]


def _triples(
    decision: Decision, gone: Collection[str], *, stands: bool
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    iri = identifier("decision", decision.id)
    yield iri, v.RDF_TYPE, v.PERSON_DECISION
    yield iri, v.DCT_IDENTIFIER, Literal(decision.id)
    yield iri, v.DECISION_KIND, kind_iri("decision-kind", decision.kind)
    yield iri, v.DECIDED_BY, Literal(decision.by)
    yield iri, v.REASON, Literal(decision.because)
    yield iri, v.DCT_CREATED, Literal(decision.time, datatype=v.XSD_DATE_TIME)
    yield iri, v.STANDS, Literal(stands)
    for target in decision.targets:
        yield iri, v.ABOUT_NAME, Literal(target)
        if stands and target in gone:
            yield iri, v.ORPHANED, Literal(target)
    if decision.kind in {"add", "correct"}:
        yield iri, v.TELLS, document_iri(f"besluit-{decision.id}")
    if stands and decision.kind in _REVIEWS:
        for target in decision.targets:
            yield NamedNode(target), v.REVIEW, kind_iri("review", _REVIEWS[decision.kind])


_REVIEWS = {"confirm": "confirmed", "reject": "rejected", "correct": "rejected"}


def told(reading: Reading) -> list[Quad]:
    """The graph of what one decision tells: like a document's, but it is none."""
    name = document_iri(reading.document.id)
    return [
        Quad(quad.subject, quad.predicate, v.DECISION_TEXT, name)
        if (quad.predicate, quad.object) == (v.RDF_TYPE, v.DOCUMENT)
        else quad
        for quad in documents.quads(reading)
    ]
