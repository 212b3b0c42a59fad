"""The documents in the store and the date that an answer is for."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.answers.lookup import Dates, Row, checked_date, last_meeting, select
from graph.answers.model import MeetingRef
from graph.store.identifiers import document_iri, last_segment
from graph.store.snapshot import Snapshot

_BEYOND = "9999-12-31"


def documents(snapshot: Snapshot, as_of: str | None = None) -> tuple[MeetingRef, ...]:
    """The stored documents in order of date; with a date, those of later meetings are left out."""
    found = map(_ref, select(snapshot, "queries", "documents"))
    return tuple(ref for ref in found if as_of is None or ref.date is None or ref.date <= as_of)


def meeting(snapshot: Snapshot, document_id: str) -> MeetingRef | None:
    """The stored document with this id, without looking at the others; None when there is none."""
    iri = document_iri(document_id).value
    row = next(select(snapshot, "queries", "document", document=iri), None)
    return _ref(row | {"document": iri}) if row else None


def _ref(row: Row) -> MeetingRef:
    replaced_by = row["replacedBy"]
    return MeetingRef(
        last_segment(NamedNode(row["document"] or "")),
        row["document"] or "",
        row["title"] or "",
        row["body"],
        row["date"],
        row["file"] or "",
        int(row["facts"] or 0),
        last_segment(NamedNode(replaced_by)) if replaced_by else None,
        row["bodyLink"],
    )


def meeting_dates(snapshot: Snapshot) -> tuple[str, ...]:
    """The dates of the meetings in the store, in order, each once."""
    return tuple(sorted({ref.date for ref in documents(snapshot) if ref.date}))


def as_of(snapshot: Snapshot, text: str | None) -> str | None:
    """The date that answers are for: the one given.

    Else that of the last meeting; None when no meeting has a date.

    Raises:
        InputError: the text is no ISO date.

    """
    if text is not None:
        return checked_date(text)
    return last_meeting(snapshot) or max(meeting_dates(snapshot), default=None)


def query_date(snapshot: Snapshot, text: str | None) -> str:
    """The date to put into a query."""
    return as_of(snapshot, text) or _BEYOND


def dates_of(snapshot: Snapshot) -> Dates:
    """The dates of the meetings, by document id."""
    return Dates(snapshot)
