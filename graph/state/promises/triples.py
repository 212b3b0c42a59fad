"""A tracked promise as triples, with below it a step for each meeting that says something of it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from graph.state.model import PromiseStep, TrackedPromise
from graph.store import vocabulary as v
from graph.store.encoding import iso_date, period
from graph.store.identifiers import below, kind_iri, rule_iri

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

# How a promise stands from a step on, as far as the minutes say it; time alone can make it late.
_STATUS = {
    "made": "open", "repeated": "open", "still_open": "open", "in_progress": "in_progress",
    "postponed": "postponed", "closed": "closed", "dropped": "dropped",
}  # fmt: skip


def promise_triples(promise: TrackedPromise) -> Iterator[Triple]:
    """All triples of a promise and its steps."""
    iri = NamedNode(promise.iri)
    yield iri, v.RDF_TYPE, v.TRACKED_PROMISE
    yield iri, v.WORDS, Literal(promise.text)
    yield iri, v.FIRST_SEEN, iso_date(promise.first_seen)
    yield iri, v.RECOGNISABLE, Literal(promise.recognisable)
    if promise.made_on:
        yield iri, v.MADE_ON, iso_date(promise.made_on)
    if promise.body:
        yield iri, v.BODY_LINK, NamedNode(promise.body)
    if promise.rule:
        yield iri, v.CONCLUDED_BY, rule_iri(promise.rule)
    for date in promise.mentioned:
        yield iri, v.ATTESTED_ON, iso_date(date)
    yield from _evidence(iri, promise.steps[0].evidence)
    for step in promise.steps:
        yield iri, v.HAS_STEP, below(iri, step.date)
        yield from _step(below(iri, step.date), step)


def _step(iri: NamedNode, step: PromiseStep) -> Iterator[Triple]:
    yield iri, v.RDF_TYPE, v.PROMISE_STEP
    yield iri, v.DCT_DATE, iso_date(step.date)
    yield iri, v.STEP, kind_iri("promise-step", step.what)
    yield iri, v.SCHEMA_ACTION_STATUS, kind_iri("promise-status", _STATUS[step.what])
    for owner in step.owners:
        yield iri, v.OWNER, NamedNode(owner)
    for name in step.owner_names:
        yield iri, v.OWNER_NAME, Literal(name)
    if step.due:
        yield iri, v.DUE, below(iri, "due")
        yield from period(below(iri, "due"), step.due)
    yield from _evidence(iri, step.evidence)


def _evidence(subject: NamedNode, facts: tuple[str, ...]) -> Iterator[Triple]:
    yield subject, v.MAIN_FACT, NamedNode(facts[0])
    for fact in facts:
        yield subject, v.PROV_WAS_DERIVED_FROM, NamedNode(fact)
