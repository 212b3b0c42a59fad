"""Places in one document that disagree: somebody present and absent, a count that does not fit its list."""

from __future__ import annotations

from collections.abc import Iterator

from graph.dutch.names import Name, compatible, key, parse
from graph.facts.context import Context
from graph.facts.extract.people import among_neighbours
from graph.facts.model import Attendance, Conflict, Evidence, Fact, Reason

_INITIALS = Reason(
    "initials-begin-alike",
    "De achternaam is gelijk en de voorletters van de een beginnen met die van de ander.",
)


def conflicts(context: Context, records: list[Attendance]) -> Iterator[Fact]:
    """One conflict for each pair of records that cannot both be right."""
    present = [record for record in records if record.status == "present"]
    absent = [record for record in records if record.status == "absent"]
    for here in present:
        for away in (record for record in absent if _last(here) == _last(record)):
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
