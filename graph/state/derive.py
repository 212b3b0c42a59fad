"""The state, as a function of the readings.

The theme vocabulary and the rules: `state = f(document facts, …)`.

Nothing else goes in, so the order of reading cannot matter, and all of it can be thrown away and worked out
again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from graph.facts.model import Reading
from graph.facts.versions import replacements
from graph.minutes.sort import DECISION
from graph.registry import Identity, Registry, ThemeScheme, build_registry
from graph.state.circles import circles, signature
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
from graph.state.of_circle import CircleState, of_circle
from graph.state.records import Minutes, dated, speakers_of
from graph.state.roles import follow_claims_in, role_claims, role_claims_in, role_situations
from graph.state.rules import Rules
from graph.state.structure import body_relations, body_situations, body_traits, said_of_bodies
from graph.state.successions import role_posts, successions, told
from graph.store.identifiers import document_iri

_Resting = Situation | Finding | BodySituation | BodyRelation | RoleSituation | Succession | TrackedPromise


_UNDECIDED = Identity()


class Memory(Protocol):
    """What remembers the states of circles from one build to the next."""

    def recall(self, signature: str) -> CircleState | None:
        """The state that was kept under this signature, if it still is."""

    def keep(self, signature: str, state: CircleState) -> None:
        """Keep a state under the signature of what it follows from."""


def derive(
    readings: Iterable[Reading],
    scheme: ThemeScheme,
    rules: Rules,
    memory: Memory | None = None,
    identity: Identity = _UNDECIDED,
) -> State:
    """The state that follows from these readings.

    Minutes without a date count as documents, but not in the state. With a memory, a circle that nothing has
    changed for is not worked out again. `identity`: what people decided about who is who.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    registry = build_registry(ordered, scheme, identity)
    replaced = replacements(ordered)
    meetings = dated(in_force(ordered), registry)
    parts = _parts(meetings, ThemeNames(registry), rules, memory)
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


def _parts(
    meetings: Sequence[Minutes], names: ThemeNames, rules: Rules, memory: Memory | None
) -> list[CircleState]:
    """The state of every circle: remembered where nothing that it follows from has changed."""
    parts = []
    for circle in circles(meetings):
        of = signature(circle, names) if memory else ""
        part = (memory.recall(of) if memory else None) or of_circle(circle, names, rules)
        if memory:
            memory.keep(of, part)
        parts.append(part)
    return parts


def in_force(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that count: a concept does not where the adopted minutes of the same meeting are there."""
    replaced = replacements(readings)
    return [reading for reading in readings if reading.document.id not in replaced]


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
    facts = [fact for reading in readings for fact in reading.facts]
    told = {fact.reason.id: fact.reason.text for fact in facts if fact.reason}
    found: dict[str, tuple[str | None, str]] = {}
    for rule in sorted({each.rule for each in concluded if each.rule}):
        found[rule] = (rules[rule].title, rules[rule].reason) if rule in rules else (None, told.get(rule, ""))
    return found
