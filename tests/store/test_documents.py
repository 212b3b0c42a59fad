from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from graph.errors import InputError
from graph.facts.model import KINDS, Evidence, Fact, Reading
from graph.store import documents, records
from graph.store import vocabulary as v
from graph.store.identifiers import below, document_iri, fact_iri, kind_iri, last_segment
from graph.store.unfolding import unfolded
from tests.store.invented import reading as invented
from tests.store.strategies import readings

SHARED = {field.name for field in fields(Fact)}


def stored(*found: Reading) -> Store:
    store = Store()
    for reading in found:
        store.extend(documents.quads(reading))
    return store


def objects(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> set[object]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}


@given(readings())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_comes_back(reading: Reading) -> None:
    store = stored(reading)
    assert documents.reading(store, document_iri(reading.document.id)) == reading


@given(readings())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_quads_are_the_same_each_time_named_and_without_blank_nodes(reading: Reading) -> None:
    quads = documents.quads(reading)
    assert quads == documents.quads(reading)
    assert {quad.graph_name for quad in quads} == {document_iri(reading.document.id)}
    assert not any(isinstance(part, BlankNode) for quad in quads for part in quad)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_field_of_every_kind_is_in_the_table(kind: type[Fact]) -> None:
    own = [field.name for field in fields(kind) if field.name not in SHARED]
    assert [coding.name for coding in records.FACTS[kind.kind]] == own


def test_a_name_links_to_its_mention_and_keeps_the_words() -> None:
    reading = invented()
    quads = documents.quads(reading)
    document = document_iri(reading.document.id)
    claim = fact_iri(document, "portfolio-1")
    assert objects(quads, claim, v.HOLDER) == {fact_iri(document, "person-1")}
    assert objects(quads, claim, v.HOLDER_NAME) == {Literal("A. de Vries")}
    assert objects(quads, claim, v.THEME_LINK) == {fact_iri(document, "theme-1")}


def test_a_name_that_two_mentions_bear_stays_unlinked() -> None:
    reading = invented(twins=True)
    quads = documents.quads(reading)
    claim = fact_iri(document_iri(reading.document.id), "portfolio-1")
    assert objects(quads, claim, v.HOLDER) == set()
    assert objects(quads, claim, v.HOLDER_NAME) == {Literal("A. de Vries")}


@given(readings())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_unfolded_reads_as_what_is_stored(reading: Reading) -> None:
    store = Store()
    store.extend(unfolded(documents.quads(reading)))  # which is how layouts before the third stored it
    assert documents.reading(store, document_iri(reading.document.id)) == reading


def test_a_place_is_stored_once_whatever_rests_on_it() -> None:
    reading = invented()
    quads = documents.quads(reading)
    places = {place for fact in reading.facts for place in fact.evidence} | {*reading.coverage.unread}
    assert sum(quad.predicate == v.QUOTE for quad in quads) == len(places)
    assert not [quad for quad in quads if quad.predicate == v.OA_HAS_SELECTOR]


def test_evidence_has_both_selectors_and_direct_offsets_when_unfolded() -> None:
    reading = invented()
    quads = unfolded(documents.quads(reading))
    document = document_iri(reading.document.id)
    evidence = below(fact_iri(document, "portfolio-1"), "evidence", "1")
    place: Evidence = next(fact for fact in reading.facts if fact.id == "portfolio-1").evidence[0]
    assert objects(quads, evidence, v.OA_HAS_SOURCE) == {document}
    assert objects(quads, evidence, v.STARTS_AT) == {Literal(place.start)}
    assert objects(quads, evidence, v.QUOTE) == {Literal(place.quote)}
    assert objects(quads, below(evidence, "quote"), v.OA_EXACT) == {Literal(place.quote)}
    assert objects(quads, below(evidence, "position"), v.OA_END) == {Literal(place.end)}


def test_document_agenda_items_and_facts_carry_the_publicity() -> None:
    reading = invented(publicity="closed")
    quads = unfolded(documents.quads(reading))
    document = document_iri(reading.document.id)
    closed = kind_iri("publicity", "closed")
    public = {quad.subject for quad in quads if quad.predicate == v.PUBLICITY and quad.object == closed}
    expected = {document, *(fact_iri(document, fact.id) for fact in reading.facts)}
    expected |= {below(document, "agenda", str(number + 1)) for number in range(len(reading.agenda))}
    assert public == expected


def test_a_meeting_has_its_start_as_a_moment_too() -> None:
    quads = documents.quads(invented())
    meeting = below(document_iri("overleg-2031-05-06"), "meeting")
    moment = Literal("2031-05-06T09:30:00", datatype=v.XSD_DATE_TIME)
    assert objects(quads, meeting, v.PROV_STARTED_AT_TIME) == {moment}


def test_a_document_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="nergens: staat niet in de opslag; doe"):
        documents.reading(Store(), document_iri("nergens"))


def test_readings_come_in_order_of_their_iri() -> None:
    store = stored(invented("b"), invented("a"))
    assert [reading.document.id for reading in documents.readings(store)] == ["a", "b"]


@pytest.mark.parametrize("text", ["", ".", "..", "a/b", "50%", "#x?y", "é ü", "<>"])
def test_the_last_segment_gives_the_name_back(text: str) -> None:
    assert last_segment(kind_iri("scheme", text)) == text
