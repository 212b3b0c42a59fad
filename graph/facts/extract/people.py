"""Facts about who is named: persons, attendance, offices."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Attendance, Evidence, Fact, Office, Person
from graph.minutes.model import Entry, NameList

_OFFICES = ("chair", "deputy_chair", "secretary", "note_taker")


def persons(context: Context) -> Iterator[Fact]:
    """Everybody who is named, under the fullest form of the name."""
    for known in context.people.known:
        name = known.name
        start, end = next(iter(known.forms.values()))
        yield Person(
            id="", evidence=(place(context.text, start, end),), name=known.label, forms=tuple(known.forms),
            honorific=known.honorific, initials=name.initials, given_name=name.given_name, prefix=name.prefix,
            surname=name.surname,
        )  # fmt: skip


def attendance(context: Context) -> Iterator[Attendance]:
    """One record per name on each list of those present and absent."""
    for found in context.minutes.lists:
        if found.role in ("present", "absent", "guests"):
            for entry in found.entries:
                person = _label(context, entry)
                if person:
                    yield Attendance(
                        id="", evidence=(place(context.text, entry.start, entry.end),), person=person,
                        status=_status(found, entry), organisation=entry.organisation, note=entry.note,
                    )  # fmt: skip


def among_neighbours(context: Context, record: Attendance) -> Evidence:
    """The record's name with the names beside it on the list, so that a reader sees which list it is on."""
    for found in context.minutes.lists:
        for number, entry in enumerate(found.entries):
            if entry.start == record.evidence[0].start:
                first = found.entries[max(0, number - 1)].start
                last = found.entries[min(len(found.entries) - 1, number + 1)].end
                return place(context.text, first, last)
    return record.evidence[0]


def _status(found: NameList, entry: Entry) -> str:
    if entry.partial:
        return "partial"
    return "absent" if found.role == "absent" else "present"


def offices(context: Context) -> Iterator[Fact]:
    """Chair, deputy chair, secretary and note taker of this meeting, by label or behind a name."""
    for found in context.minutes.lists:
        for entry in found.entries:
            office = found.role if found.role in _OFFICES else entry.office
            person = _label(context, entry) if office else None
            if office and person:
                evidence = [place(context.text, entry.start, entry.end)]
                if found.role in _OFFICES:
                    start = context.text.rfind(found.label, 0, entry.start)
                    evidence.insert(0, place(context.text, start, start + len(found.label)))
                yield Office(id="", evidence=tuple(evidence), person=person, office=office)


def _label(context: Context, entry: Entry) -> str | None:
    person = context.people.resolve(entry.name)
    return person.label if person else None
