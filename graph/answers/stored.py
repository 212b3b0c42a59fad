"""A document for reading back: its masked text with the facts in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from graph.answers import wording
from graph.answers.lookup import select
from graph.answers.meetings import meeting, query_date
from graph.answers.model import AgendaEntry, CorrectedRecord, FactMark, MeetingRef, StoredDocument
from graph.answers.summary import summary
from graph.facts.model import Reading
from graph.store import vocabulary as v
from graph.store.documents import reading
from graph.store.identifiers import document_iri, fact_iri, last_segment
from graph.store.snapshot import Snapshot


def document(snapshot: Snapshot, document_id: str) -> StoredDocument | None:
    """The stored document with this id; None when there is none."""
    ref = meeting(snapshot, document_id) or _decision(snapshot, document_id)
    if ref is None:
        return None
    found = reading(snapshot, NamedNode(ref.iri))
    marks = _marks(found, _reviews(snapshot))
    return _stored(ref, found, marks, tuple(_corrections(snapshot, ref)))


def _decision(snapshot: Snapshot, document_id: str) -> MeetingRef | None:
    """What a person added or corrected is shown like a document, though it stands among none."""
    name = document_iri(document_id)
    if next(snapshot.quads_for_pattern(name, v.RDF_TYPE, v.DECISION_TEXT, name), None) is None:
        return None
    found = reading(snapshot, name)
    title, meeting = found.document.title or "", found.meeting
    return MeetingRef(document_id, name.value, title, meeting.body, meeting.date, "", len(found.facts))


def _corrections(snapshot: Snapshot, meeting: MeetingRef) -> Iterator[CorrectedRecord]:
    for row in select(snapshot, "queries", "corrections", asOf=query_date(snapshot, None)):
        if row["document"] == meeting.iri:
            was, right = (wording.label("attendance", row[name] or "") for name in ("was", "right"))
            yield CorrectedRecord(row["subject"] or "", was, right, row["since"] or "")


def _stored(
    meeting: MeetingRef, found: Reading, marks: list[FactMark], corrections: tuple[CorrectedRecord, ...]
) -> StoredDocument:
    return StoredDocument(
        meeting,
        found.meeting.combined_with,
        found.meeting.start,
        found.meeting.end,
        found.meeting.place,
        found.text,
        tuple(
            AgendaEntry(item.key, item.title, item.start, item.end, item.publicity) for item in found.agenda
        ),
        tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.fact))),
        tuple((place.start, place.end) for place in found.coverage.unread),
        found.document.publicity,
        found.document.sort,
        found.document.version,
        found.coverage.sentences,
        found.coverage.with_a_fact,
        corrections,
    )


def _reviews(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """What people think of facts, by IRI."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in snapshot.quads_for_pattern(None, v.REVIEW, None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.subject.value].append(last_segment(quad.object))
    return {fact: tuple(sorted(codes)) for fact, codes in found.items()}


def _marks(found: Reading, reviews: Mapping[str, tuple[str, ...]]) -> list[FactMark]:
    document = document_iri(found.document.id)
    return [
        FactMark(
            fact_iri(document, fact.id).value,
            fact.kind,
            wording.FACT_KINDS[fact.kind],
            fact.certainty,
            summary(fact),
            place.start,
            place.end,
            reviews.get(fact_iri(document, fact.id).value, ()),
        )
        for fact in found.facts
        for place in fact.evidence
    ]
