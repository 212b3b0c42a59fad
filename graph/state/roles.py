"""Roles over time: who is said to fill which role, from when to when, and when it was only seen so.

A role is told apart by its word and by the body or theme that it is for. Where minutes say of no body that it
is its role, it is the one role of that name that the same body's minutes already gave this person, else one
of its own within those minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.facts.model import Role
from graph.facts.model import Succession as SuccessionFact
from graph.registry.slugs import slug
from graph.state.claims import join_holdings
from graph.state.model import Holding, RolePost, RoleSituation
from graph.state.records import Minutes
from graph.state.timeline import day_after, ends_of, spans
from graph.store.identifiers import identifier


@dataclass(frozen=True, slots=True)
class RoleClaim:
    """What minutes say of a person in a role, with whom and what its names mean; pure data.

    `minutes_body`: the body whose minutes they are; `body`, `theme`: those that are named with the role.
    `attests`: whether a meeting stands behind it.
    """

    iri: str
    date: str
    document: str
    place: tuple[int, int]
    attests: bool
    minutes_body: str | None
    person: str
    body: str | None
    theme: str | None
    fact: Role


@dataclass(frozen=True, slots=True)
class FollowClaim:
    """What minutes say of one person who follows another, likewise.

    `named`: whether they name who comes, also where that cannot be told who it is.
    """

    iri: str
    date: str
    document: str
    minutes_body: str | None
    role: str | None
    before: str | None
    after: str | None
    named: bool
    body: str | None


Claims = Mapping[RolePost, Mapping[str, Sequence[RoleClaim]]]
"""Post → person → what the minutes say of it, in order of date and place."""

Placed = tuple[RolePost, RoleClaim]
"""What minutes say of a person in a role, with the post that it is about."""

Group = tuple[str | None, str]
"""Whose minutes, and the word for a role: all that can tell which body's role it is."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """How somebody stands to a role at some time."""

    status: str
    holding: Holding
    rule: str | None = None
    evidence: tuple[str, ...] = field(default=(), compare=False)


def role_claims_in(minutes: Minutes) -> Iterator[RoleClaim]:
    """What these minutes say of persons in roles, in order of place."""
    for said in minutes.all(Role):
        person, body = minutes.person(said.fact.person), said.fact.body
        if person:
            yield RoleClaim(
                said.iri,
                said.date,
                minutes.document,
                said.place,
                minutes.attests,
                minutes.body,
                person,
                (minutes.body_named(body) or identifier("body", slug(body)).value) if body else None,
                minutes.theme(said.fact.theme),
                said.fact,
            )


def follow_claims_in(minutes: Minutes) -> Iterator[FollowClaim]:
    """What these minutes say of persons who follow each other, in order of place."""
    for said in minutes.all(SuccessionFact):
        fact = said.fact
        yield FollowClaim(
            said.iri,
            said.date,
            minutes.document,
            minutes.body,
            fact.role,
            minutes.person(fact.predecessor),
            minutes.person(fact.successor),
            bool(fact.successor),
            minutes.body_named(fact.body),
        )


def group_of(claim: RoleClaim | FollowClaim) -> Group | None:
    """The group that a claim belongs to; none when it names no role."""
    role = claim.fact.role if isinstance(claim, RoleClaim) else claim.role
    return (claim.minutes_body, role_word(role)) if role else None


def placed(
    claims: Sequence[RoleClaim], follows: Iterable[FollowClaim]
) -> Iterator[tuple[RolePost, RoleClaim]]:
    """The post that each claim of a group is about; claims in order. Nobody is in a role that is vacant."""
    known: dict[str, list[tuple[str, str]]] = defaultdict(list)  # person → bodies named, with the date
    for claim in claims:
        if claim.body:
            known[claim.person].append((claim.date, claim.body))
    pairs: dict[str, list[frozenset[str | None]]] = defaultdict(list)
    for follow in follows:
        pairs[follow.document].append(frozenset((follow.before, follow.after)))
    for claim in claims:
        if claim.fact.status != "vacant":
            yield _post(claim, known, pairs[claim.document]), claim


def role_claims(claims: Iterable[RoleClaim], follows: Iterable[FollowClaim]) -> Claims:
    """What minutes say of persons in roles, by role and person; in order of post.

    Claims have to come in order of date, document and place.
    """
    groups: dict[Group, tuple[list[RoleClaim], list[FollowClaim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        if of := group_of(claim):
            groups[of][0].append(claim)
    for follow in follows:
        if of := group_of(follow):
            groups[of][1].append(follow)
    every = [each for group in groups.values() for each in placed(*group)]
    return by_post(
        sorted(every, key=lambda each: (each[1].date, each[1].document, each[1].place, each[1].iri))
    )


def _in_order(placed: Placed) -> tuple[str, str, tuple[int, int], str]:
    claim = placed[1]
    return claim.date, claim.document, claim.place, claim.iri


def by_post(every: Iterable[Placed]) -> Claims:
    """Claims, given in order, by post and person."""
    found: dict[str, dict[str, list[RoleClaim]]] = defaultdict(lambda: defaultdict(list))
    posts: dict[str, RolePost] = {}
    for post, claim in every:
        # Two ways of writing one word («coordinator») are one role, under the same word in any order.
        posts[post.iri] = one_post(post, posts.get(post.iri, post))
        found[post.iri][claim.person].append(claim)
    return {posts[iri]: found[iri] for iri in sorted(found)}


def one_post(*posts: RolePost) -> RolePost:
    """The one to show of posts with one IRI."""
    return min(posts, key=lambda each: each.role)


def role_word(role: str) -> str:
    """The word for a role, however it is written."""
    return " ".join(role.casefold().split())


def role_post(role: str, told_in: str | None, body: str | None, theme: str | None = None) -> RolePost:
    """The post of a role that minutes of the body `told_in` speak of."""
    word, scope = role_word(role), None if body else told_in
    parts = (each.rpartition("/")[2] if each else "-" for each in (body or scope, theme))
    kind = "role" if body else "role-told-in"
    return RolePost(identifier(kind, *parts, slug(word)).value, word, body, theme, scope)


_Known = Mapping[str, Sequence[tuple[str, str]]]


def _post(claim: RoleClaim, known: _Known, pairs: Iterable[frozenset[str | None]]) -> RolePost:
    body = claim.body
    if body is None and claim.theme is None:
        body = _known_body(claim.person, claim.date, known) or _body_taken_over(claim, known, pairs)
    return role_post(claim.fact.role, claim.minutes_body, body, claim.theme)


def _known_body(person: str, date: str, known: _Known) -> str | None:
    """The only body with which this person was said to have the role by then."""
    bodies = {body for told, body in known.get(person, ()) if told <= date}
    return bodies.pop() if len(bodies) == 1 else None


def _body_taken_over(claim: RoleClaim, known: _Known, pairs: Iterable[frozenset[str | None]]) -> str | None:
    """The body of the one whom these minutes say this person follows, or is followed by, in the role."""
    others = {other for pair in pairs if claim.person in pair for other in pair} - {claim.person, None}
    found = {body for other in others if other and (body := _known_body(other, claim.date, known))}
    return found.pop() if len(found) == 1 else None


def role_situations(claims: Claims) -> list[RoleSituation]:
    """How every person stands to every role, over time."""
    return [
        situation
        for post, persons in claims.items()
        for person in sorted(persons)
        for situation in _over_time(post, person, persons[person])
    ]


def effective(claim: RoleClaim) -> str:
    """From when a claim holds: from its meeting, or later when it says so."""
    said = claim.fact.start if claim.fact.status == "held" else claim.fact.end
    return max(claim.date, said.start) if said and said.start else claim.date


def _end(claim: RoleClaim) -> str | None:
    return claim.fact.end.end if claim.fact.end else None


def _over_time(post: RolePost, person: str, claims: Sequence[RoleClaim]) -> Iterator[RoleSituation]:
    dates = {effective(claim) for claim in claims} | {claim.date for claim in claims}
    dates |= {day_after(end) for claim in claims if (end := _end(claim)) and end >= effective(claim)}
    changes = [(when, _standing_at(when, person, claims)) for when in sorted(dates)]
    for span in spans(changes, _join):
        if span.value:
            standing = span.value
            yield RoleSituation(
                post.iri,
                standing.holding,
                standing.status,
                span.start,
                span.until,
                standing.rule,
                standing.evidence,
            )


def _standing_at(when: str, person: str, claims: Sequence[RoleClaim]) -> _Standing | None:
    told = [claim for claim in claims if claim.date <= when]
    known = sorted(
        (claim for claim in told if effective(claim) <= when),
        key=lambda claim: (
            effective(claim),
            claim.fact.status == "ended",
            claim.date,
            claim.place,
            claim.iri,
        ),
    )
    if not known:
        return None
    last = known[-1]
    over = last.fact.status == "ended" or bool((end := _end(last)) and end < when)
    telling = [claim for claim in told if (claim.fact.status == "ended") == over] if over else told
    return _Standing(
        "ended" if over else "held",
        Holding(person, None, _since(known), _until(told), _attested(told)),
        None if any(claim.fact.certainty != "inferred" for claim in told) else _rule(told),
        ends_of(claim.iri for claim in (*reversed(telling[-1:]), *telling)),
    )


def _since(known: Sequence[RoleClaim]) -> str | None:
    """The stated beginning of the time that somebody last had it."""
    starts: list[str] = []
    for claim in known:
        if claim.fact.status == "ended" and claim is not known[-1]:
            starts.clear()
        elif claim.fact.start and claim.fact.start.start:
            starts.append(claim.fact.start.start)
    return min(starts, default=None)


def _until(told: Sequence[RoleClaim]) -> str | None:
    return max((end for claim in told if (end := _end(claim))), default=None)


def _attested(told: Sequence[RoleClaim]) -> tuple[str, ...]:
    """The meetings that say that somebody has it, or has it until a day to come."""
    return tuple(
        sorted(
            {
                claim.date
                for claim in told
                if claim.attests and (claim.fact.status == "held" or effective(claim) > claim.date)
            }
        )
    )


def _rule(claims: Sequence[RoleClaim]) -> str | None:
    return min((claim.fact.reason.id for claim in claims if claim.fact.reason), default=None)


def _join(first: _Standing | None, later: _Standing | None) -> _Standing | None:
    if first is None or later is None:
        return first
    (holding,) = join_holdings((first.holding,), (later.holding,))
    return replace(first, holding=holding, evidence=ends_of((*first.evidence, *later.evidence)))
