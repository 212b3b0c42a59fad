"""What the state consists of: who holds what from when to when, and what is open, missing or contradictory.

Persons, bodies and themes are IRIs of the registry, facts are IRIs of document facts, dates are ISO.
`valid_from` is the date of the meeting that brought something about; `valid_until` the first date on which
it no longer holds; None: still so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.dutch.period import Period
from graph.registry import Registry


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody in a portfolio or role.

    `since`/`until` as stated; `attested`: dates of the meetings that say so; `evidence`: what says it of this
    person, where that is known apart from what the situation rests on.
    """

    person: str
    capacity: str | None = None
    since: str | None = None
    until: str | None = None
    attested: tuple[str, ...] = field(default=(), compare=False)
    evidence: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A theme in a body. `theme` None: the portfolio of `holder`, of which is not said what it is about.

    `came_up`: the first meeting with the theme. `since`: from when it counts as a portfolio theme, None: a
    mere topic. `discussed_since`: from when it was discussed enough for a missing name to be worth telling.
    """

    iri: str
    theme: str | None
    body: str | None
    came_up: str
    since: str | None = None
    discussed_since: str | None = None
    holder: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """The answer to who or what covers a portfolio in one slot, for a stretch of time.

    Codes are those of kinds.ttl.
    """

    portfolio: str
    slot: str
    answer: str
    valid_from: str
    valid_until: str | None = None
    holdings: tuple[Holding, ...] = ()
    values: tuple[str, ...] = ()  # bodies
    rule: str | None = None
    requested_by: str | None = None
    requested_profile: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RolePost:
    """A role in a body or for a theme, which one or more persons fill over time.

    `told_in`: the body in whose minutes it is spoken of, where they say of no body that it is its role.
    """

    iri: str
    role: str
    body: str | None = None
    theme: str | None = None
    told_in: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSituation:
    """Somebody in a role for a stretch of time. `status`: held, or ended (had it, no longer has)."""

    post: str
    holding: Holding
    status: str
    valid_from: str
    valid_until: str | None = None
    rule: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """One person follows another in a portfolio or role.

    `successor` None: not known yet, until `valid_until`. `effective`: from when, as stated; `valid_from`:
    the meeting that first says so. `post` None: in what is not said.
    """

    iri: str
    post: str | None
    predecessor: str | None
    successor: str | None
    valid_from: str
    valid_until: str | None = None
    body: str | None = None
    capacity: str | None = None
    effective: str | None = None
    rule: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodySituation:
    """What is known of a body for a stretch of time: a code of the scheme body-status.

    `effective`: the day that the minutes name for its beginning or end; None where they name none.
    """

    body: str
    status: str
    valid_from: str
    valid_until: str | None = None
    evidence: tuple[str, ...] = ()
    effective: str | None = None


@dataclass(frozen=True, slots=True)
class BodyRelation:
    """A relation of a body: to another body, or (`object_name` alone) to something that is only named."""

    body: str
    relation: str
    object: str | None
    object_name: str | None
    valid_from: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something open, missing or contradictory. `kind` decides its class: see `triples`.

    `subject`: what it is about, in words for people; `code`: a narrower kind (what is missing, which
    concern, how pressing); `response`: what was said to it, or when it is to come, in words. The first
    evidence is the main one.
    """

    iri: str
    kind: str
    subject: str
    valid_from: str
    valid_until: str | None = None
    theme: str | None = None
    body: str | None = None
    people: tuple[str, ...] = ()
    what: str | None = None
    code: str | None = None
    response: str | None = None
    rule: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseStep:
    """What a meeting says of a promise: a code of kinds.ttl, scheme promise-step.

    `due`: the term as it is from then on, a last day alone without a beginning; `owners`: entities and the
    names to show. `evidence`: the facts that say it, the main one first.
    """

    date: str
    what: str
    owners: tuple[str, ...]
    owner_names: tuple[str, ...]
    due: Period | None
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """A promise with its course through the minutes of its body; how it stands at a date follows from that.

    `made_on` None: it is first told of when it is done or dropped. `mentioned`: later meetings that speak of
    it without saying how it stands. `recognisable`: whether its words tell it from others; where they do not
    («dit wordt uitgezocht»), nobody can tell that it is not spoken of. `rule`: by which several facts were
    taken for one promise.
    """

    iri: str
    text: str
    body: str | None
    first_seen: str
    made_on: str | None
    steps: tuple[PromiseStep, ...]
    mentioned: tuple[str, ...] = ()
    recognisable: bool = True
    rule: str | None = None

    @property
    def evidence(self) -> tuple[str, ...]:
        """All facts that it rests on."""
        return tuple(fact for step in self.steps for fact in step.evidence)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document in the state: what pickers and headings show. `replaced_by`: the one that counts instead."""

    iri: str
    title: str
    file: str
    body: str | None
    date: str | None
    facts: int
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """All that follows from the documents.

    `first_seen`: per entity the first meeting that mentions it. `traits`: per body its kind and level, as
    last said. `speakers`: who said the words of a fact that serves as evidence. `reasons`: per rule that
    concluded something its title (None: a rule of the reader) and its reason.
    """

    registry: Registry
    first_seen: Mapping[str, str]
    documents: tuple[DocumentSummary, ...]
    portfolios: tuple[Portfolio, ...]
    situations: tuple[Situation, ...]
    body_situations: tuple[BodySituation, ...]
    relations: tuple[BodyRelation, ...]
    findings: tuple[Finding, ...]
    role_posts: tuple[RolePost, ...]
    roles: tuple[RoleSituation, ...]
    successions: tuple[Succession, ...]
    promises: tuple[TrackedPromise, ...]
    traits: Mapping[str, tuple[str | None, str | None]]
    speakers: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, tuple[str | None, str]]
