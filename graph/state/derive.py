"""The state, as a function of the readings.

The theme vocabulary and the rules: `state = f(document facts, …)`.

Nothing else goes in, so the order of reading cannot matter, and all of it can be thrown away and worked out
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.facts.model import Reading
from graph.facts.versions import replacements
from graph.minutes.sort import DECISION
from graph.registry import Identity, Registry, ThemeScheme, build_registry
from graph.state.circles import circles
from graph.state.groups import ThemeNames
from graph.state.model import (
    BodyRelation,
    BodySituation,
    DocumentSummary,
    Finding,
    RoleSituation,
    Situation,
    State,
    Succession,
    TrackedPromise,
)
from graph.state.of_circle import of_circle
from graph.state.records import Minutes, dated, speakers_of
from graph.state.roles import follow_claims_in, role_claims, role_claims_in, role_situations
from graph.state.rules import Rules
from graph.state.structure import body_relations, body_situations, body_traits, said_of_bodies
from graph.state.successions import role_posts, successions, told
from graph.store.identifiers import document_iri

_Resting = Situation | Finding | BodySituation | BodyRelation | RoleSituation | Succession | TrackedPromise


_UNDECIDED = Identity()


def derive(
    readings: Iterable[Reading],
    scheme: ThemeScheme,
    rules: Rules,
    identity: Identity = _UNDECIDED,
) -> State:
    """The state that follows from these readings.

    Minutes without a date count as documents, but not in the state. `identity`: what people decided about who
    is who. This is what the state is, worked out at once from all of them; a build comes to the same piece by
    piece (`graph.catalogue`).
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    registry = build_registry(ordered, scheme, identity)
    replaced = replacements(ordered)
    meetings = dated(in_force(ordered), registry)
    names = ThemeNames.of(registry)
    parts = [of_circle(circle, names, rules) for circle in circles(meetings)]
    answers = tuple(each for part in parts for each in part.situations)
    findings = tuple(sorted((each for part in parts for each in part.findings), key=lambda each: each.iri))
    said = [each for minutes in meetings for each in said_of_bodies(minutes)]
    bodies, relations = tuple(body_situations(said)), tuple(body_relations(said))
    follows = [each for minutes in meetings for each in follow_claims_in(minutes)]
    roles = role_claims((each for minutes in meetings for each in role_claims_in(minutes)), follows)
    in_roles = tuple(role_situations(roles))
    passed_on = told(follows, roles)
    followed = tuple(successions([each for part in parts for each in part.successions], passed_on))
    promised = tuple(each for part in parts for each in part.promises)
    resting: list[_Resting] = [*answers, *findings, *bodies, *relations, *in_roles, *followed, *promised]
    return State(
        registry=registry,
        first_seen=_first_seen(meetings, registry),
        documents=tuple(
            _summary(reading, registry, replaced) for reading in ordered if reading.document.sort != DECISION
        ),
        portfolios=tuple(each for part in parts for each in part.portfolios),
        situations=answers,
        body_situations=bodies,
        relations=relations,
        findings=findings,
        role_posts=tuple(role_posts(passed_on, roles)),
        roles=in_roles,
        successions=followed,
        promises=promised,
        traits=body_traits(said),
        speakers=_speakers(meetings, resting),
        reasons=_reasons(ordered, [*answers, *findings, *in_roles, *followed, *promised], rules),
    )


def in_force(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that count: a concept does not where the adopted minutes of the same meeting are there."""
    replaced = replacements(readings)
    return [reading for reading in readings if reading.document.id not in replaced]


def _summary(reading: Reading, registry: Registry, replaced: Mapping[str, str]) -> DocumentSummary:
    document = reading.document
    return summary(reading, registry.body(document.id, reading.meeting.body), replaced.get(document.id))


def summary(reading: Reading, body: str | None, replaced_by: str | None) -> DocumentSummary:
    """What pickers and headings show of a document. `replaced_by`: the id of the one that counts instead."""
    document = reading.document
    return DocumentSummary(
        document_iri(document.id).value,
        document.title or document.file,
        document.file,
        body,
        reading.meeting.date,
        len(reading.facts),
        document_iri(replaced_by).value if replaced_by else None,
    )


def _first_seen(meetings: Sequence[Minutes], registry: Registry) -> dict[str, str]:
    dates = {said.iri: minutes.date for minutes in meetings for said in minutes.every}
    seen = {
        iri: min((dates[mention] for mention in entity.mentions if mention in dates), default=None)
        for iri, entity in registry.entities.items()
    }
    return {iri: date for iri, date in seen.items() if date}


def _speakers(
    meetings: Sequence[Minutes],
    resting: Sequence[_Resting],
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
    concluded: Sequence[Situation | Finding | RoleSituation | Succession | TrackedPromise],
    rules: Rules,
) -> dict[str, tuple[str | None, str]]:
    """The reasons of the rules that concluded something; those of the reader come with its facts."""
    told: dict[str, set[str]] = defaultdict(set)
    for fact in (fact for reading in readings for fact in reading.facts):
        if fact.reason:
            told[fact.reason.id].add(fact.reason.text)
    used = sorted({each.rule for each in concluded if each.rule})
    return {rule: reason_of(rule, rules, told[rule]) for rule in used}


def reason_of(rule: str, rules: Rules, told: Iterable[str]) -> tuple[str | None, str]:
    """The title and the reason of a rule; `told`: what the reader gave with its facts, for one of its own."""
    return (rules[rule].title, rules[rule].reason) if rule in rules else (None, min(told, default=""))
