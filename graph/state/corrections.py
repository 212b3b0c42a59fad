"""What later minutes say was wrong in the minutes before: both stay, and it is told which corrects which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.facts.model import Attendance, Correction
from graph.state.finding import finding
from graph.state.model import Finding
from graph.state.records import Minutes, Said


def corrected_records(meetings: Sequence[Minutes]) -> Iterator[Finding]:
    """The records of presence that the next minutes of the same body correct.

    `meetings`: of one body, in order of date.
    """
    held = [minutes for minutes in meetings if minutes.attests]
    for before, minutes in pairwise(held):
        for said in minutes.all(Correction):
            wrong = _record(before, said)
            if wrong:
                yield finding(
                    said,
                    "corrected_record",
                    subject=minutes.display(said.fact.person),
                    people=[said.fact.person],
                    what=said.fact.status,
                    code=wrong.fact.status,
                    evidence=(said.iri, wrong.iri),
                )


def _record(before: Minutes, said: Said[Correction]) -> Said[Attendance] | None:
    """The record in the minutes before that says otherwise; None when there is none, or more than one."""
    person = said.minutes.person(said.fact.person)
    found = [
        record
        for record in before.all(Attendance)
        if person
        and before.person(record.fact.person) == person
        and (record.fact.status == "absent") != (said.fact.status == "absent")
    ]
    return found[0] if len(found) == 1 else None
