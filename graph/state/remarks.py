"""What single minutes bring about: concerns, contradictions, speakers on no list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.facts.model import Attendance, Conflict
from graph.state.finding import finding, subject_of
from graph.state.model import Finding
from graph.state.records import Minutes
from graph.state.rules import Rules
from graph.store.identifiers import identifier

UNLISTED = "unlisted_speaker"


def concerns(minutes: Minutes) -> Iterator[Finding]:
    """The troubles that speakers name: bottlenecks, risks, what is not well organised."""
    for said in minutes.statements:
        if said.fact.concern:
            yield finding(
                said,
                "concern",
                subject=subject_of(said),
                people=said.fact.speakers,
                theme=next(iter(said.fact.themes), None),
                what=said.fact.text,
                code=said.fact.concern,
            )


def disagreements(minutes: Minutes) -> Iterator[Finding]:
    """The places where the minutes contradict themselves."""
    for said in minutes.all(Conflict):
        yield finding(
            said,
            "disagreement",
            subject=said.fact.about,
            people=said.fact.about.split(" / "),
            what=said.fact.claim,
            code="inferred" if said.fact.certainty == "inferred" else "stated",
        )


def unlisted_speakers(minutes: Minutes, rules: Rules) -> Iterator[Finding]:
    """By the rule unlisted_speaker.

    One finding per meeting with everybody who speaks but is on none of its lists.
    """
    listed = {
        minutes.person(said.fact.person)
        for said in minutes.all(Attendance)
        if said.fact.certainty != "inferred"
    }
    if not listed:
        return  # no lists at all: then nobody can be missing from them
    evidence: dict[str, str] = {}
    for said in minutes.statements:
        for person in map(minutes.person, said.fact.speakers):
            if person and person not in listed:
                evidence.setdefault(person, said.iri)
    if evidence:
        people = sorted(evidence)
        first = next(said for said in minutes.statements if said.iri == evidence[people[0]])
        names = " en ".join(minutes.registry.label(person) for person in people)
        new = finding(first, "unlisted_speakers", subject=names, rule=rules[UNLISTED].id)
        iri = identifier("finding", "unlisted_speakers", minutes.document).value
        facts = tuple(dict.fromkeys(evidence[person] for person in people))
        yield replace(new, iri=iri, people=tuple(people), evidence=facts)
