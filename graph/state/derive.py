"""The state, as a function of the readings.

The theme vocabulary and the rules: `state = f(document facts, …)`.

Nothing else goes in, so the order of reading cannot matter, and all of it can be thrown away and worked out
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
    RoleSituation,
    Situation,
    State,
    Succession,
)
from graph.state.questions import advice_not_taken_up, askings, open_questions
from graph.state.records import Minutes, dated, speakers_of
from graph.state.remarks import concerns, disagreements, unlisted_speakers
from graph.state.roles import role_claims, role_situations
from graph.state.rules import Rules
from graph.state.situations import leads, situations
from graph.state.structure import body_relations, body_situations, body_traits
from graph.state.successions import role_posts, successions
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
    replaced = replacements(ordered)
    meetings = dated(in_force(ordered), registry)
    found = topics(meetings, registry, rules)
    unnamed = unnamed_portfolios(meetings, found)
    known = portfolios(found, rules)
    answers = situations(found, leads(meetings, unnamed, registry, rules), rules)
    every_answer = (*answers, *(each for entry in unnamed for each in entry.situations))
    findings = _findings(meetings, known, answers, registry, rules)
    bodies, relations = tuple(body_situations(meetings)), tuple(body_relations(meetings))
    roles = role_claims(meetings)
    in_roles, followed = tuple(role_situations(roles)), tuple(successions(found, meetings, roles, rules))
    return State(
        registry=registry,
        first_seen=_first_seen(meetings, registry),
        documents=tuple(_summary(reading, registry, replaced) for reading in ordered),
        portfolios=(*known, *(entry.portfolio for entry in unnamed)),
        situations=every_answer,
        body_situations=bodies,
        relations=relations,
        findings=findings,
        role_posts=tuple(role_posts(meetings, roles)),
        roles=in_roles,
        successions=followed,
        traits=body_traits(meetings),
        speakers=_speakers(meetings, [*every_answer, *findings, *bodies, *relations, *in_roles, *followed]),
        reasons=_reasons(ordered, [*every_answer, *findings, *in_roles, *followed], rules),
    )


def in_force(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that count: a concept does not where the adopted minutes of the same meeting are there."""
    replaced = replacements(readings)
    return [reading for reading in readings if reading.document.id not in replaced]


def replacements(readings: Iterable[Reading]) -> dict[str, str]:
    """The id of each concept → that of the adopted minutes which take its place."""
    ordered = sorted(readings, key=lambda reading: reading.document.id, reverse=True)
    adopted = {_meeting(reading): reading for reading in ordered if reading.document.version == ADOPTED}
    return {
        reading.document.id: adopted[_meeting(reading)].document.id
        for reading in ordered
        if reading.document.version == CONCEPT and _meeting(reading) in adopted
    }


def _meeting(reading: Reading) -> tuple[str, str | None, str]:
    body = (reading.meeting.body or reading.document.id).casefold()
    return body, reading.meeting.date, reading.document.sort


def _summary(reading: Reading, registry: Registry, replaced: Mapping[str, str]) -> DocumentSummary:
    document = reading.document
    return DocumentSummary(
        document_iri(document.id).value,
        document.title or document.file,
        document.file,
        registry.body(document.id, reading.meeting.body),
        reading.meeting.date,
        len(reading.facts),
        document_iri(replaced[document.id]).value if document.id in replaced else None,
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
    resting: Sequence[Situation | Finding | BodySituation | BodyRelation | RoleSituation | Succession],
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
    readings: Sequence[Reading],
    concluded: Sequence[Situation | Finding | RoleSituation | Succession],
    rules: Rules,
) -> dict[str, tuple[str | None, str]]:
    """The reasons of the rules that concluded something; those of the reader come with its facts."""
    facts = [fact for reading in readings for fact in reading.facts]
    told = {fact.reason.id: fact.reason.text for fact in facts if fact.reason}
    found: dict[str, tuple[str | None, str]] = {}
    for rule in sorted({each.rule for each in concluded if each.rule}):
        found[rule] = (rules[rule].title, rules[rule].reason) if rule in rules else (None, told.get(rule, ""))
    return found
