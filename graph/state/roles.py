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
from graph.state.records import Minutes, Said
from graph.state.timeline import day_after, ends_of, spans
from graph.store.identifiers import identifier

RoleClaim = Said[Role]
Claims = Mapping[RolePost, Mapping[str, Sequence[RoleClaim]]]
"""Post → person → what the minutes say of it, in order of date and place."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """How somebody stands to a role at some time."""

    status: str
    holding: Holding
    rule: str | None = None
    evidence: tuple[str, ...] = field(default=(), compare=False)


def role_claims(meetings: Sequence[Minutes]) -> Claims:
    """What the minutes say of persons in roles, by role and person; in order of post."""
    bodies = _bodies_named(meetings)
    found: dict[str, dict[str, list[RoleClaim]]] = defaultdict(lambda: defaultdict(list))
    posts: dict[str, RolePost] = {}
    for minutes in meetings:
        for said in minutes.all(Role):
            person = minutes.person(said.fact.person)
            if person and said.fact.status != "vacant":
                post = _post(said, person, bodies)
                # Two ways of writing one word («coordinator») are one role, under the same word in any order.
                posts[post.iri] = min(post, posts.get(post.iri, post), key=lambda each: each.role)
                found[post.iri][person].append(said)
    return {posts[iri]: found[iri] for iri in sorted(found)}


def role_word(role: str) -> str:
    """The word for a role, however it is written."""
    return " ".join(role.casefold().split())


def role_post(role: str, minutes: Minutes, body: str | None, theme: str | None = None) -> RolePost:
    """The post of a role that these minutes speak of."""
    word, scope = role_word(role), None if body else minutes.body
    parts = (each.rpartition("/")[2] if each else "-" for each in (body or scope, theme))
    kind = "role" if body else "role-told-in"
    return RolePost(identifier(kind, *parts, slug(word)).value, word, body, theme, scope)


_Bodies = Mapping[tuple[str | None, str, str], Sequence[tuple[str, str]]]


def _bodies_named(meetings: Iterable[Minutes]) -> _Bodies:
    """Whose minutes, person and role → the bodies that are named with it, with the date."""
    found: dict[tuple[str | None, str, str], list[tuple[str, str]]] = defaultdict(list)
    for minutes in meetings:
        for said in minutes.all(Role):
            person, body = minutes.person(said.fact.person), _own_body(said)
            if person and body:
                found[minutes.body, person, role_word(said.fact.role)].append((said.date, body))
    return found


def _own_body(said: RoleClaim) -> str | None:
    name = said.fact.body
    return (said.minutes.body_named(name) or identifier("body", slug(name)).value) if name else None


def _post(said: RoleClaim, person: str, bodies: _Bodies) -> RolePost:
    theme = said.minutes.theme(said.fact.theme)
    body = _own_body(said)
    if body is None and theme is None:
        body = _known_body(said, person, bodies) or _body_taken_over(said, person, bodies)
    return role_post(said.fact.role, said.minutes, body, theme)


def _known_body(said: RoleClaim, person: str, bodies: _Bodies) -> str | None:
    """The only body with which this person was said to have the role by then."""
    key = (said.minutes.body, person, role_word(said.fact.role))
    known = {body for date, body in bodies.get(key, ()) if date <= said.date}
    return known.pop() if len(known) == 1 else None


def _body_taken_over(said: RoleClaim, person: str, bodies: _Bodies) -> str | None:
    """The body of the one whom these minutes say this person follows, or is followed by, in the role."""
    minutes, word = said.minutes, role_word(said.fact.role)
    others: set[str | None] = set()
    for follows in minutes.all(SuccessionFact):
        pair = [minutes.person(follows.fact.predecessor), minutes.person(follows.fact.successor)]
        if person in pair and follows.fact.role and role_word(follows.fact.role) == word:
            others |= {*pair} - {person, None}
    found = {body for other in others if other and (body := _known_body(said, other, bodies))}
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
                if claim.minutes.attests and (claim.fact.status == "held" or effective(claim) > claim.date)
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
