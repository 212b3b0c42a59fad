"""A reading as triples, in the order of the document: itself, its meeting, agenda, coverage, facts.

Nothing is said here that follows from the rest: `unfolding` says it, for whoever takes the graph elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from graph.facts.model import Coverage, Evidence, Fact, Reading, Reason
from graph.minutes.model import Meeting
from graph.store import records
from graph.store import vocabulary as v
from graph.store.encoding import Coding, Mentions, Triple, iso_date
from graph.store.identifiers import below, document_iri, fact_iri, place_iri, rule_iri

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
        yield iri, v.POSITION, Literal(number)
        yield from _record(iri, records.AGENDA_ITEM, item, mentions)


def _coverage(document: NamedNode, coverage: Coverage, mentions: Mentions) -> Iterator[Triple]:
    iri = below(document, "coverage")
    yield iri, v.RDF_TYPE, v.COVERAGE
    yield from _record(iri, records.COVERAGE, coverage, mentions)
    yield from _places(document, iri, v.UNREAD, coverage.unread)


def _facts(document: NamedNode, reading: Reading, mentions: Mentions) -> Iterator[Triple]:
    for number, fact in enumerate(reading.facts, start=1):
        iri = fact_iri(document, fact.id)
        yield iri, v.RDF_TYPE, v.FACT_CLASS[fact.kind]
        if fact.kind in records.MENTION_NAMES:
            yield (
                iri,
                v.IN_DOCUMENT,
                document,
            )  # the way from a name to where it stands; all others hang on it
        yield iri, v.POSITION, Literal(number)
        if fact.certainty != records.MOSTLY:
            yield from records.CERTAINTY.encode(iri, fact.certainty, mentions)
        yield from records.FACT_AGENDA_ITEM.encode(iri, fact.agenda_item, mentions)
        yield from _reason(iri, fact.reason)
        yield from _record(iri, records.FACTS[fact.kind], fact, mentions)
        yield from _places(document, iri, v.PROV_WAS_DERIVED_FROM, fact.evidence)


def _reason(fact: NamedNode, reason: Reason | None) -> Iterator[Triple]:
    if reason is None:
        return
    rule = rule_iri(reason.id)
    yield fact, v.CONCLUDED_BY, rule
    yield fact, v.REASON, Literal(reason.text)
    yield rule, v.RDF_TYPE, v.RULE
    yield rule, v.DCT_IDENTIFIER, Literal(reason.id)


def _places(
    document: NamedNode, subject: NamedNode, predicate: NamedNode, places: tuple[Evidence, ...]
) -> Iterator[Triple]:
    """The places in the text that something rests on; the words of each stand once, whatever rests on it."""
    for place in places:
        iri = place_iri(document, place.start, place.end)
        yield subject, predicate, iri
        yield iri, v.QUOTE, Literal(place.quote)
    spans = [(place.start, place.end) for place in places]
    if spans != sorted(set(spans)):
        yield subject, v.PLACES_IN_ORDER, Literal(" ".join(f"{start},{end}" for start, end in spans))
