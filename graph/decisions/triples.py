"""The graph of decisions: a projection of the log, made anew by every build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.decisions.apply import Applied
from graph.decisions.effect import Effect
from graph.decisions.model import Decision
from graph.decisions.telling import telling_id
from graph.facts.model import Reading
from graph.store import documents
from graph.store import vocabulary as v
from graph.store.identifiers import DECISIONS_GRAPH, document_iri, identifier, kind_iri

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def quads(decisions: Iterable[Decision], effect: Effect, applied: Applied) -> list[Quad]:
    """All decisions, with whether they stand and what came of them."""
    # The graph is there from the first build on: who asks for decisions is told that there are none.
    triples: list[Triple] = [(DECISIONS_GRAPH, v.RDF_TYPE, v.PROV_BUNDLE)]
    standing = {decision.id for decision in effect.standing}
    for decision in decisions:
        triples += _logged(decision, stands=decision.id in standing)
        triples += _came_of(decision, applied) if decision.id in standing else ()
    triples += _reviews(effect)
    triples += (
        (NamedNode(fact), v.PROV_WAS_INFLUENCED_BY, document_iri(telling))
        for fact, telling in applied.revised.items()
    )
    return [Quad(*triple, DECISIONS_GRAPH) for triple in triples]


def _logged(decision: Decision, *, stands: bool) -> Iterator[Triple]:
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


def _came_of(decision: Decision, applied: Applied) -> Iterator[Triple]:
    iri = identifier("decision", decision.id)
    for target in decision.targets:
        if target in applied.gone:
            yield iri, v.ORPHANED, Literal(target)
    if decision.id in applied.problems:
        yield iri, v.PROBLEM, Literal(applied.problems[decision.id])
    if telling_id(decision) in applied.telling:
        yield iri, v.TELLS, document_iri(telling_id(decision))


def _reviews(effect: Effect) -> Iterator[Triple]:
    """What people think of facts: the last word, and that it was not everybody's."""
    opinions: dict[str, set[str]] = defaultdict(set)
    for decision in effect.standing:
        for target in decision.targets if decision.kind in _REVIEWS else ():
            opinions[target].add(decision.kind)
    for fact, decision in effect.verdicts:
        yield NamedNode(fact), v.REVIEW, kind_iri("review", _REVIEWS[decision.kind])
        if len(opinions[fact]) > 1:
            yield NamedNode(fact), v.REVIEW, kind_iri("review", "disputed")


_REVIEWS = {"confirm": "confirmed", "reject": "rejected", "correct": "corrected"}


def told(reading: Reading) -> list[Quad]:
    """The graph of what one decision tells: like a document's, but it is none."""
    name = document_iri(reading.document.id)
    return [
        Quad(quad.subject, quad.predicate, v.DECISION_TEXT, name)
        if (quad.predicate, quad.object) == (v.RDF_TYPE, v.DOCUMENT)
        else quad
        for quad in documents.quads(reading)
    ]
