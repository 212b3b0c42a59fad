"""The state, as a function of the readings.

The theme vocabulary and the rules: `state = f(document facts, …)`.

Nothing else goes in, so the order of reading cannot matter, and all of it can be thrown away and worked out
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.facts.model import Reading
from graph.minutes.sort import ADOPTED, CONCEPT
from graph.registry import Registry, ThemeScheme, build_registry
from graph.state.acts import acts_without_owner
from graph.state.comparable import structure_elsewhere
from graph.state.model import (
    BodyRelation,
    BodySituation,
    DocumentSummary,
    Finding,
    Portfolio,
    Situation,
    State,
    TrackedPromise,
)
from graph.state.promises import ledger
from graph.state.questions import advice_not_taken_up, askings, open_questions
from graph.state.records import Minutes, dated, speakers_of
from graph.state.remarks import concerns, disagreements, unlisted_speakers
from graph.state.rules import Rules
from graph.state.situations import leads, situations
from graph.state.structure import body_relations, body_situations, body_traits
from graph.state.topics import portfolios, topics
from graph.state.unnamed import unnamed_portfolios
from graph.state.wants import missing_things, roles_to_be_filled
from graph.store.identifiers import document_iri


def derive(readings: Iterable[Reading], scheme: ThemeScheme, rules: Rules) -> State:
    """The state that follows from these readings.

    Minutes without a date count as documents, but not in the state.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    registry = build_registry(ordered, scheme)
    meetings = dated(in_force(ordered), registry)
    found = topics(meetings, registry, rules)
    unnamed = unnamed_portfolios(meetings, found)
    known = portfolios(found, rules)
    answers = situations(found, leads(meetings, unnamed, registry, rules), rules)
    every_answer = (*answers, *(each for entry in unnamed for each in entry.situations))
    findings = _findings(meetings, known, answers, registry, rules)
    bodies, relations = tuple(body_situations(meetings)), tuple(body_relations(meetings))
    promised = ledger(meetings, rules)
    return State(
        registry=registry,
        first_seen=_first_seen(meetings, registry),
        documents=tuple(_summary(reading, registry) for reading in ordered),
        portfolios=(*known, *(entry.portfolio for entry in unnamed)),
        situations=every_answer,
        body_situations=bodies,
        relations=relations,
        findings=findings,
        promises=promised,
        traits=body_traits(meetings),
        speakers=_speakers(meetings, [*every_answer, *findings, *bodies, *relations, *promised]),
        reasons=_reasons(ordered, [*every_answer, *findings, *promised], rules),
    )


def in_force(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that count: a concept does not where the adopted minutes of the same meeting are there."""
    adopted = {_meeting(reading) for reading in readings if reading.document.version == ADOPTED}
    return [
        reading
        for reading in readings
        if reading.document.version != CONCEPT or _meeting(reading) not in adopted
    ]


def _meeting(reading: Reading) -> tuple[str, str | None]:
    return (reading.meeting.body or reading.document.id).casefold(), reading.meeting.date


def _summary(reading: Reading, registry: Registry) -> DocumentSummary:
    document = reading.document
    return DocumentSummary(
        document_iri(document.id).value,
        document.title or document.file,
        document.file,
        registry.body(document.id, reading.meeting.body),
        reading.meeting.date,
        len(reading.facts),
    )


def _first_seen(meetings: Sequence[Minutes], registry: Registry) -> dict[str, str]:
    dates = {said.iri: minutes.date for minutes in meetings for said in minutes.every}
    seen = {
        iri: min((dates[mention] for mention in entity.mentions if mention in dates), default=None)
        for iri, entity in registry.entities.items()
    }
    return {iri: date for iri, date in seen.items() if date}


def _findings(
    meetings: Sequence[Minutes],
    known: Sequence[Portfolio],
    answers: Sequence[Situation],
    registry: Registry,
    rules: Rules,
) -> tuple[Finding, ...]:
    asked = [(minutes, askings(minutes, rules)) for minutes in meetings]
    lasting = [
        *missing_things(asked, answers, rules),
        *roles_to_be_filled(meetings, registry, rules),
        *structure_elsewhere(meetings, known, answers, registry, rules),
    ]
    vacant = {fact for each in answers if each.answer == "vacant" for fact in each.evidence}
    found = list(lasting)
    for minutes, asking in asked:
        told = [
            *open_questions(minutes, asking, rules),
            *advice_not_taken_up(minutes, rules),
            *concerns(minutes),
        ]
        # The same sentence is told once: what says more about it goes before a promise without an owner.
        main = {each.evidence[0] for each in (*told, *lasting) if each.kind != "structure_elsewhere"}
        found += told
        found += acts_without_owner(minutes, asking, main | vacant, rules)
        found += [*disagreements(minutes), *unlisted_speakers(minutes, rules)]
    return tuple(sorted(found, key=lambda each: each.iri))


def _speakers(
    meetings: Sequence[Minutes],
    resting: Sequence[Situation | Finding | BodySituation | BodyRelation | TrackedPromise],
) -> dict[str, tuple[str, ...]]:
    """Who said what serves as evidence in the state, by the name that is shown."""
    used = {fact for each in resting for fact in each.evidence}
    speakers: dict[str, tuple[str, ...]] = {}
    for minutes in meetings:
        for said in minutes.every:
            if said.iri in used and (names := speakers_of(said.fact, minutes)):
                speakers[said.iri] = tuple(map(minutes.display, names))
    return speakers


def _reasons(
    readings: Sequence[Reading], concluded: Sequence[Situation | Finding | TrackedPromise], rules: Rules
) -> dict[str, tuple[str | None, str]]:
    """The reasons of the rules that concluded something; those of the reader come with its facts."""
    facts = [fact for reading in readings for fact in reading.facts]
    told = {fact.reason.id: fact.reason.text for fact in facts if fact.reason}
    found: dict[str, tuple[str | None, str]] = {}
    for rule in sorted({each.rule for each in concluded if each.rule}):
        found[rule] = (rules[rule].title, rules[rule].reason) if rule in rules else (None, told.get(rule, ""))
    return found
