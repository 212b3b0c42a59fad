"""Somebody who is on the list of those absent and takes part in what is said: one of the two is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.people import among_neighbours
from graph.facts.model import Attendance, Conflict, Reason
from graph.facts.sentence import Sentence

_SPEAKS = Reason(
    "absent-speaks",
    "Wie op de lijst van afwezigen staat, neemt volgens de tekst deel aan het gesprek.",
)
_TITLE = r"\W*(?:(?:ook|en) )?(?:[\w.]+ ){0,2}"  # «Dhr.», «de heer», «burgemeester»


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    said = ontology.load_yaml("wording/attendance.yaml")
    behind = re.compile(rf"(?:\s*\([^()]{{1,40}}\))?\s+(?:ook |daarop |hierop )?{said['takes_part']}")
    return behind, re.compile(said["from_afar"], re.IGNORECASE)


def conflicts(context: Context, records: list[Attendance]) -> Iterator[Conflict]:
    """One for each who is listed absent, on no list of those present, and speaks; with the first sentence.

    Silent where another of that surname is named anywhere: it may be the other who speaks.
    """
    there = {record.person for record in records if record.status != "absent"}
    away = {record.person: record for record in records if record.status == "absent"}
    surnames = [person.name.surname for person in context.people.known]
    alone = {person.label for person in context.people.known if surnames.count(person.name.surname) == 1}
    told: set[str] = set()
    for sentence in context.sentences:
        name = _who_takes_part(sentence)
        if name in told or name in there or name not in away or name not in alone:
            continue
        told.add(name)
        yield Conflict(
            id="",
            evidence=(among_neighbours(context, away[name]), sentence.evidence),
            certainty="inferred",
            reason=_SPEAKS,
            about=name,
            claim="staat bij de afwezigen, maar neemt deel aan het gesprek",
        )


def _who_takes_part(sentence: Sentence) -> str:
    """The person with whom a sentence begins and who speaks in it, there and then; else nobody («»)."""
    first = next(iter(sentence.of_kind("person")), None)
    if first is None or not sentence.named or sentence.speakers != (first.value,):
        return ""
    before = sentence.text[: first.start - sentence.start]
    after = sentence.text[first.end - sentence.start :]
    behind, from_afar = _words()
    begins = re.fullmatch(_TITLE, before) and behind.match(after)
    return first.value if begins and not from_afar.search(sentence.text) else ""
