"""Who leaves the office with which they sit in a body: its portfolios do not go along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.facts.model import Role
from graph.registry.slugs import folded
from graph.state.records import Minutes, Said
from graph.state.rules import Rules

RULE = "holder_left_office"


@dataclass(frozen=True, slots=True)
class Departure:
    """Somebody's office ends on a day, as a fact of the minutes says."""

    day: str
    fact: str


Departures = Mapping[str, Sequence[Departure]]
"""By person, in order of date."""


def departures(meetings: Iterable[Minutes], rules: Rules) -> Departures:
    """Who leaves an office, as these minutes say; not one who takes another then or later."""
    offices = tuple(map(folded, rules[RULE].words("offices")))
    left: dict[str, list[Departure]] = defaultdict(list)
    taken: dict[str, str] = {}  # the last day from which somebody is said to have one
    for said in (each for minutes in meetings for each in minutes.all(Role)):
        person = said.minutes.person(said.fact.person)
        if not person or not _is_office(said.fact.role, offices):
            continue
        if said.fact.status == "held":
            taken[person] = max(taken.get(person, ""), _day(said))
        elif said.fact.status == "ended" and said.fact.certainty == "stated":
            left[person].append(Departure(_day(said), said.iri))
    return {
        person: gone
        for person, days in left.items()
        if (gone := [each for each in days if taken.get(person, "") < each.day])
    }


def _is_office(role: str, offices: Sequence[str]) -> bool:
    """Whether a role is an office, for a time or not («waarnemend burgemeester»)."""
    return bool(set(folded(role).split()) & set(offices))


def _day(said: Said[Role]) -> str:
    """From when it is so: from the meeting, or later when it says so."""
    period = said.fact.start if said.fact.status == "held" else said.fact.end
    return max(said.date, period.start) if period and period.start else said.date
