"""Places in one document that disagree: somebody present and absent, a count that does not fit its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dutch.names import Name, compatible, key, parse
from graph.facts.context import Context
from graph.facts.extract import absent_speaking, reported, votes
from graph.facts.extract.make import place
from graph.facts.extract.people import among_neighbours
from graph.facts.extract.promises import Dispute
from graph.facts.model import Attendance, Conflict, Evidence, Fact, Reason
from graph.minutes.labels import PRESENCE
from graph.minutes.model import Entry, NameList

_ROLE_WORDS = {"present": "aanwezigen", "absent": "afwezigen", "guests": "gasten"}
_LONGEST_EVIDENCE = 600  # characters

_INITIALS = Reason(
    "initials-begin-alike",
    "De achternaam is gelijk en de voorletters van de een beginnen met die van de ander.",
)


_COUNTED = Reason("counted", "Het aantal namen op de lijst is geteld; dezelfde naam telt één keer.")
_SAME_ACTION = Reason(
    "same-action", "De actie in de tekst en die in de lijst zijn aan hun woorden als dezelfde herkend."
)


def conflicts(
    context: Context, records: list[Attendance], disputes: list[Dispute], held: list[Fact]
) -> Iterator[Fact]:
    """One conflict for each two places that cannot both be right."""
    yield from _presence(context, records)
    yield from absent_speaking.conflicts(context, records)
    yield from _counts(context)
    yield from votes.conflicts(context)
    yield from map(_action, disputes)
    yield from reported.disputes(context, held)


def _counts(context: Context) -> Iterator[Conflict]:
    """A list that says how many people it holds, and holds another number of names."""
    for found in context.minutes.lists:
        people = {person.label for e in found.entries if (person := context.people.resolve(e.name))}
        if found.count is None or found.count == len(people) or len(people) * 2 < found.count:
            continue
        number = re.search(rf"\(?{found.count}[^\W\d_ ]* ?\w*\)?", context.text[found.start : found.end])
        start = found.start + (number.start() if number else 0)
        first, last = found.entries[0], found.entries[-1]
        twice = _named_twice(context, found)
        yield Conflict(
            id="",
            evidence=(
                place(context.text, start, start + len(number[0]) if number else first.start),
                place(context.text, twice.start, twice.end) if twice else
                place(context.text, first.start, min(last.end, first.start + _LONGEST_EVIDENCE)),
            ),
            certainty="inferred",
            reason=_COUNTED,
            about=f"aantal {_ROLE_WORDS.get(found.role, found.role)}",
            claim=f"{found.count} personen gemeld, {len(people)} verschillende namen",
        )  # fmt: skip


def _named_twice(context: Context, found: NameList) -> Entry | None:
    """Somebody of the list who stands on another list of presence too, which may explain the number."""
    here = {entry.name.full for entry in found.entries}
    others = (other for other in context.minutes.lists if other is not found and other.role in PRESENCE)
    return next((entry for other in others for entry in other.entries if entry.name.full in here), None)


def _action(dispute: Dispute) -> Conflict:
    """An action that the text gives to one person, or one date, and the list to another."""
    return Conflict(
        id="",
        evidence=dispute.promise.evidence[:2],
        certainty="inferred",
        reason=_SAME_ACTION,
        about=f"{dispute.what} van de actie «{dispute.promise.text}»",
        claim=f"de lijst noemt {dispute.sides[0]}, de tekst {dispute.sides[1]}",
    )


def _presence(context: Context, records: list[Attendance]) -> Iterator[Conflict]:
    """Somebody present and absent."""
    present = [record for record in records if record.status == "present"]
    absent: dict[str, list[Attendance]] = {}
    for record in records:
        if record.status == "absent":
            absent.setdefault(_last(record), []).append(record)
    for here in present:
        for away in absent.get(_last(here), ()):
            if here.person == away.person:
                yield Conflict(
                    id="",
                    evidence=_sides(context, here, away),
                    about=here.person,
                    claim="staat bij de aanwezigen en bij de afwezigen",
                )
            elif _probably_one(parse(here.person), parse(away.person)):
                yield Conflict(
                    id="",
                    evidence=_sides(context, here, away),
                    certainty="inferred",
                    reason=_INITIALS,
                    about=f"{here.person} / {away.person}",
                    claim=f"{here.person} staat bij de aanwezigen en {away.person} bij de afwezigen:"
                    " mogelijk dezelfde persoon",
                )


def _last(record: Attendance) -> str:
    name = parse(record.person)
    return key(name) if name else record.person


def _sides(context: Context, here: Attendance, away: Attendance) -> tuple[Evidence, Evidence]:
    return among_neighbours(context, here), among_neighbours(context, away)


def _probably_one(a: Name | None, b: Name | None) -> bool:
    """Same surname, and the initials of one begin with those of the other: not proof, but worth a look."""
    if a is None or b is None or not a.initials or not b.initials:
        return False
    alike = a.initials.startswith(b.initials) or b.initials.startswith(a.initials)
    return alike and compatible(a, Name(b.written, b.surname, b.prefix, b.given_name, a.initials))
