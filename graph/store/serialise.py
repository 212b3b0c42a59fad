"""A reading as triples, in the order of the document: itself, its meeting, agenda, coverage, facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from graph.facts.model import Coverage, Evidence, Fact, Reading, Reason
from graph.minutes.model import Meeting
from graph.store import records
from graph.store import vocabulary as v
from graph.store.encoding import Coding, Mentions, Triple, iso_date
from graph.store.identifiers import below, document_iri, fact_iri, rule_iri

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def triples(reading: Reading, reader: str) -> Iterator[Triple]:
    """All that the graph of the reading's document holds; a triple may come twice."""
    document = document_iri(reading.document.id)
    mentions = _mentions(document, reading.facts)
    yield from _document(document, reading, reader, mentions)
    yield from _meeting(document, reading.meeting, mentions)
    yield from _agenda(document, reading, mentions)
    yield from _coverage(document, reading.coverage, mentions)
    yield from _facts(document, reading, mentions)


def _mentions(document: NamedNode, facts: Iterable[Fact]) -> Mentions:
    mentions = Mentions()
    for fact in facts:
        attribute = records.MENTION_NAMES.get(fact.kind)
        if attribute is not None:
            mentions.add(fact.kind, getattr(fact, attribute), fact_iri(document, fact.id))
    return mentions


def _record(
    subject: NamedNode, codings: Iterable[Coding], record: object, mentions: Mentions
) -> Iterator[Triple]:
    for coding in codings:
        yield from coding.encode(subject, getattr(record, coding.name), mentions)


def _document(document: NamedNode, reading: Reading, reader: str, mentions: Mentions) -> Iterator[Triple]:
    yield document, v.RDF_TYPE, v.DOCUMENT
    yield from _record(document, records.DOCUMENT, reading.document, mentions)
    yield document, v.TEXT, Literal(reading.text)
    yield document, v.READER, Literal(reader)
    yield from records.WARNINGS.encode(document, reading.warnings, mentions)


def _meeting(document: NamedNode, meeting: Meeting, mentions: Mentions) -> Iterator[Triple]:
    iri = below(document, "meeting")
    yield document, v.REPORTS, iri
    yield iri, v.RDF_TYPE, v.VERGADERACTIVITEIT
    yield from _record(iri, records.MEETING, meeting, mentions)
    yield from _moment(iri, v.PROV_STARTED_AT_TIME, meeting.date, meeting.start)
    yield from _moment(iri, v.PROV_ENDED_AT_TIME, meeting.date, meeting.end)


def _moment(iri: NamedNode, predicate: NamedNode, day: str | None, clock: str | None) -> Iterator[Triple]:
    """A point in time, where day and clock are both known; for exchange, beside the two as such."""
    if day and clock and iso_date(day).datatype == v.XSD_DATE and _CLOCK.fullmatch(clock):
        yield iri, predicate, Literal(f"{day}T{clock}:00", datatype=v.XSD_DATE_TIME)


def _agenda(document: NamedNode, reading: Reading, mentions: Mentions) -> Iterator[Triple]:
    for number, item in enumerate(reading.agenda, start=1):
        iri = below(document, "agenda", str(number))
        yield iri, v.RDF_TYPE, v.AGENDAPUNT
        yield iri, v.IN_DOCUMENT, document
        yield iri, v.POSITION, Literal(number)
        yield from _record(iri, records.AGENDA_ITEM, item, mentions)


def _coverage(document: NamedNode, coverage: Coverage, mentions: Mentions) -> Iterator[Triple]:
    iri = below(document, "coverage")
    yield iri, v.RDF_TYPE, v.COVERAGE
    yield iri, v.IN_DOCUMENT, document
    yield from _record(iri, records.COVERAGE, coverage, mentions)
    for number, place in enumerate(coverage.unread, start=1):
        stretch = below(iri, "unread", str(number))
        yield iri, v.UNREAD, stretch
        yield from _evidence(document, stretch, number, place, mentions)


def _facts(document: NamedNode, reading: Reading, mentions: Mentions) -> Iterator[Triple]:
    items = Mentions()
    for number, item in enumerate(reading.agenda, start=1):
        items.add("agenda", item.name, below(document, "agenda", str(number)))
    for number, fact in enumerate(reading.facts, start=1):
        iri = fact_iri(document, fact.id)
        yield iri, v.RDF_TYPE, v.FACT
        yield iri, v.RDF_TYPE, v.FACT_CLASS[fact.kind]
        yield iri, v.IN_DOCUMENT, document
        yield iri, v.POSITION, Literal(number)
        yield from records.PUBLICITY.encode(iri, reading.publicity_of(fact), mentions)
        yield from records.CERTAINTY.encode(iri, fact.certainty, mentions)
        yield from records.FACT_AGENDA_ITEM.encode(iri, fact.agenda_item, items)
        yield from _reason(iri, fact.reason)
        yield from _record(iri, records.FACTS[fact.kind], fact, mentions)
        for place_number, place in enumerate(fact.evidence, start=1):
            evidence = below(iri, "evidence", str(place_number))
            yield iri, v.PROV_WAS_DERIVED_FROM, evidence
            yield from _evidence(document, evidence, place_number, place, mentions)


def _reason(fact: NamedNode, reason: Reason | None) -> Iterator[Triple]:
    if reason is None:
        return
    rule = rule_iri(reason.id)
    yield fact, v.CONCLUDED_BY, rule
    yield fact, v.REASON, Literal(reason.text)
    yield rule, v.RDF_TYPE, v.RULE
    yield rule, v.DCT_IDENTIFIER, Literal(reason.id)


def _evidence(
    document: NamedNode, iri: NamedNode, number: int, place: Evidence, mentions: Mentions
) -> Iterator[Triple]:
    """A place in the text, with both selectors of Web Annotation; offsets and quote also directly."""
    quote, position = below(iri, "quote"), below(iri, "position")
    yield iri, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE
    yield iri, v.OA_HAS_SOURCE, document
    yield iri, v.POSITION, Literal(number)
    yield from _record(iri, records.EVIDENCE, place, mentions)
    yield iri, v.OA_HAS_SELECTOR, quote
    yield quote, v.RDF_TYPE, v.OA_TEXT_QUOTE_SELECTOR
    yield quote, v.OA_EXACT, Literal(place.quote)
    yield iri, v.OA_HAS_SELECTOR, position
    yield position, v.RDF_TYPE, v.OA_TEXT_POSITION_SELECTOR
    yield position, v.OA_START, Literal(place.start)
    yield position, v.OA_END, Literal(place.end)
