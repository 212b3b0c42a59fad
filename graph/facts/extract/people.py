"""Facts about who is named: persons, attendance, offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.facts.context import Context
from graph.facts.extract.make import common, place
from graph.facts.extract.renames import other_names
from graph.facts.model import Attendance, Evidence, Fact, Office, Person, Reason
from graph.minutes.labels import OFFICES, PRESENCE, offices_of, wording
from graph.minutes.model import Entry, NameList

_OPENING_ITEMS = 2  # in which absence is told
_IN_OFFICE = Reason(
    "in-office",
    "Staat als voorzitter, secretaris of notulist boven het verslag, maar niet op een lijst van aanwezigen.",
)


def persons(context: Context) -> Iterator[Fact]:
    """Everybody who is named, under the fullest form of the name."""
    others = other_names(context)
    for known in context.people.known:
        name = known.name
        start, end = next(iter(known.forms.values()))
        yield Person(
            id="", evidence=(place(context.text, start, end),), name=known.label, forms=tuple(known.forms),
            honorific=known.honorific, initials=name.initials, given_name=name.given_name, prefix=name.prefix,
            surname=name.surname, other_surnames=others.get(known.label, ()),
        )  # fmt: skip


def attendance(context: Context) -> Iterator[Attendance]:
    """One record per person and status, from the lists of those present and absent; then from sentences."""
    listed: dict[tuple[str, str], list[Attendance]] = {}
    for found in context.minutes.lists:
        if found.role in PRESENCE:
            for entry in found.entries:
                person = _label(context, entry)
                if person:
                    record = Attendance(
                        id="", evidence=(place(context.text, entry.start, entry.end),), person=person,
                        status=_status(found, entry), organisation=entry.organisation, note=entry.note,
                    )  # fmt: skip
                    listed.setdefault((person, record.status), []).append(record)
    records = {key: _as_one(same) for key, same in listed.items()}
    known = {person for person, _ in records}
    for record in _in_office(context, known) if known else ():
        records[record.person, record.status] = record
    for record in _said(context):
        before = records.get((record.person, "present"))
        if record.status == "partial" and before:
            del records[record.person, "present"]
            both = (*before.evidence, *record.evidence)
            records[record.person, "partial"] = replace(before, status="partial", evidence=both)
        elif record.person not in known:
            known.add(record.person)
            records[record.person, record.status] = record
    yield from records.values()


def _in_office(context: Context, known: set[str]) -> Iterator[Attendance]:
    """Who has an office of this meeting at its head and stands on no list was there all the same."""
    for found in context.minutes.lists:
        if found.role in OFFICES and found.start < context.minutes.head:
            for entry in found.entries:
                person = _label(context, entry)
                if person and person not in known:
                    known.add(person)
                    yield Attendance(
                        id="", evidence=(place(context.text, entry.start, entry.end),), certainty="inferred",
                        reason=_IN_OFFICE, person=person, status=entry.status or "present",
                        organisation=entry.organisation, note=entry.note,
                    )  # fmt: skip


def _said(context: Context) -> Iterator[Attendance]:
    """What sentences say of presence: that somebody came later or left, or, in the opening, was not there."""
    openings = {item.name for item in context.minutes.agenda[:_OPENING_ITEMS]}
    for sentence, hit in context.found("attendance"):
        status = hit.rule.gives["status"]
        if status == "absent" and sentence.item not in openings and sentence.item is not None:
            continue
        slot = "persons" if "persons" in hit.slots else "person"
        for mention in sentence.mentions_in(hit, slot, "person"):
            yield Attendance(**common(sentence), person=mention.value, status=status)


def _as_one(records: list[Attendance]) -> Attendance:
    """One record of somebody who stands on several lists of the same kind: every place is evidence."""
    return replace(
        records[0],
        evidence=tuple(evidence for record in records for evidence in record.evidence),
        organisation=next((record.organisation for record in records if record.organisation), None),
        note=next((record.note for record in records if record.note), None),
    )


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
    if found.role == "absent" and entry.status not in ("partial", "present"):
        return "absent"
    return entry.status or "present"


def offices(context: Context) -> Iterator[Fact]:
    """Chair, deputy chair, secretary and note taker of this meeting, by label or behind a name; each once."""
    told: dict[tuple[str, str], Office] = {}
    for found in context.minutes.lists:
        for entry in found.entries:
            held = (offices_of(found.label) or (found.role,)) if found.role in OFFICES else entry.offices
            if found.role == "chair" and (entry.note or "").rstrip(".") in wording()["stands_in"]:
                held = ("deputy_chair",)  # «Voorzitter: A. de Boer (plaatsvervangend)»
            person = _label(context, entry) if held else None
            if person is None:
                continue
            for office in held:
                evidence = [place(context.text, entry.start, entry.end)]
                if found.role in OFFICES:
                    start = context.text.rfind(found.label, 0, entry.start)
                    evidence.insert(0, place(context.text, start, start + len(found.label)))
                known = told.get((person, office))
                if known is None or len(known.evidence) < len(evidence):
                    told[person, office] = Office(
                        id="", evidence=tuple(evidence), person=person, office=office
                    )
    yield from told.values()


def _label(context: Context, entry: Entry) -> str | None:
    person = context.people.resolve(entry.name)
    return person.label if person else None
