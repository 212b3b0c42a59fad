"""Who follows whom in a portfolio or a role, as the minutes tell it or as follows from who holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.facts.model import Succession as SuccessionFact
from graph.registry.slugs import folded
from graph.state.claims import Answer, Claim, claim_effective
from graph.state.model import Holding, RolePost, Succession
from graph.state.records import Minutes
from graph.state.roles import Claims, FollowClaim, Placed, RoleClaim, one_post, role_post, role_word
from graph.state.rules import Rules
from graph.state.timeline import ends_of
from graph.state.topics import Key, Topic, body_part, portfolio_iri
from graph.store.identifiers import identifier

RULE = "holder_replaced"
_LEAVES = frozenset({"ended", "handed_over"})


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody comes in the place of somebody else, by one or more facts of the minutes."""

    post: str
    body: str | None
    before: str
    after: Holding
    since: str
    until: str


def portfolio_successions(found: Mapping[Key, Topic], rules: Rules) -> list[Succession]:
    """Every succession in these portfolios, in their order."""
    shared_words = rules["contradicted_portfolio"].words("shared_words")
    return [each for key, topic in found.items() for each in _of_portfolio(key, topic, shared_words)]


def successions(of_portfolios: Sequence[Succession], told: Iterable[Told]) -> list[Succession]:
    """Every succession, in portfolios and in roles, in order of IRI.

    What has another predecessor does not matter, so that those of one person can be given alone.
    """
    pairs = {(each.predecessor, each.successor) for each in of_portfolios}
    every = _joined([*of_portfolios, *(each for of in told for each in _news(of, pairs))])
    return sorted((_closed(each, every) for each in every), key=lambda each: each.iri)


def role_posts(told: Iterable[Told], roles: Claims) -> list[RolePost]:
    """The roles that somebody fills or that a succession speaks of, in order of IRI."""
    posts: dict[str, RolePost] = {}
    for post in (each.post for each in told if each.post):
        posts[post.iri] = one_post(post, posts.get(post.iri, post))
    return [post for _, post in sorted((posts | {post.iri: post for post in roles}).items())]


# -------------------- portfolios


def _of_portfolio(key: Key, topic: Topic, shared_words: Sequence[str]) -> Iterator[Succession]:
    for step in _steps(key, topic.stated(shared_words)):
        came = [
            claim
            for claim in topic.claims
            if claim.fact.status == "held"
            and claim.minutes.person(claim.fact.holder) == step.after.person
            and step.since < claim_effective(claim) <= step.until
        ]
        if came:
            left = [claim for claim in topic.claims if _leaves(claim, step.before, came)]
            yield _portfolio_succession(step, came, left)


def _steps(key: Key, changes: Sequence[tuple[str, Answer]]) -> Iterator[_Step]:
    """Each change of the one who holds it; where several share it or disagree, nobody follows anybody."""
    post, body = portfolio_iri(*key), key[1]
    last: str | None = None
    before = ""
    acting: set[str] = set()
    for when, answer in changes:
        mains = [held for held in answer.holdings if held.capacity in {None, "holder"}]
        stand_in = [held for held in answer.holdings if held.capacity == "acting"]
        if answer.answer == "contradicted" or len(mains) > 1:
            last = None
        elif mains:
            if last and mains[0].person != last:
                yield _Step(post, body, last, mains[0], before, when)
            last, acting = mains[0].person, set()
        elif last:
            for held in stand_in:
                if held.person not in acting | {last}:
                    acting.add(held.person)
                    yield _Step(post, body, last, held, before, when)
        before = when


def _leaves(claim: Claim, person: str, came: Sequence[Claim]) -> bool:
    """Whether a claim of the same minutes says that the one before no longer has it."""
    there = {each.minutes.iri for each in came}
    leaves = claim.fact.status in _LEAVES and claim.minutes.person(claim.fact.holder) == person
    return leaves and claim.minutes.iri in there


def _portfolio_succession(step: _Step, came: Sequence[Claim], left: Sequence[Claim]) -> Succession:
    said_so = bool(left) or any(_said_in(claim.minutes, step) for claim in came)
    starts = [claim.fact.start.start for claim in came if claim.fact.start and claim.fact.start.start]
    ends = [claim.fact.end.start for claim in left if claim.fact.end and claim.fact.end.start]
    return Succession(
        _iri(step.post.rpartition("/id/")[2].split("/"), step.before, step.after.person),
        step.post,
        step.before,
        step.after.person,
        valid_from=min(claim.date for claim in came),
        body=step.body,
        capacity=step.after.capacity,
        effective=min(starts or ends, default=None),
        rule=None if said_so else RULE,
        evidence=ends_of(claim.iri for claim in (*came, *left)),
    )


def _said_in(minutes: Minutes, step: _Step) -> bool:
    return any(
        minutes.person(said.fact.predecessor) == step.before
        and minutes.person(said.fact.successor) == step.after.person
        and (said.fact.role is None or _is_portfolio(said.fact.role))
        for said in minutes.all(SuccessionFact)
    )


def _is_portfolio(role: str) -> bool:
    return folded(role).startswith("portefeuille")


# -------------------- roles


@dataclass(frozen=True, slots=True)
class Told:
    """What one fact tells of a succession in a role: the post, where it is clear which, and who follows whom.

    `succession` None: it tells of a post alone, because it is not clear who it is that follows.
    """

    post: RolePost | None
    portfolio: bool
    succession: Succession | None


def told_in_document(follows: Iterable[FollowClaim], claims: Sequence[Placed]) -> Iterator[Told]:
    """What the facts of one document tell, with what the same document says of persons in roles."""
    for follow in follows:
        post = _post(follow, claims)
        if post or _clear(follow):
            yield Told(post, _is_portfolio(follow.role or ""), _succession(follow, post, claims))


def told(follows: Iterable[FollowClaim], roles: Claims) -> list[Told]:
    """The same for all documents together."""
    said: dict[str, list[FollowClaim]] = defaultdict(list)
    for follow in follows:
        said[follow.document].append(follow)
    there: dict[str, list[Placed]] = defaultdict(list)
    for post, persons in roles.items():
        for claim in (each for claims in persons.values() for each in claims):
            there[claim.document].append((post, claim))
    return [each for document, of in said.items() for each in told_in_document(of, there[document])]


def _clear(follow: FollowClaim) -> bool:
    """Whether it can be told who follows whom. One who is named but may be two people is nobody."""
    return bool(follow.after or (follow.before and not follow.named))


def _succession(follow: FollowClaim, post: RolePost | None, claims: Sequence[Placed]) -> Succession | None:
    if not _clear(follow):
        return None
    place = (
        post.iri.rpartition("/id/")[2].split("/") if post else ["followed", body_part(follow.minutes_body)]
    )
    return Succession(
        _iri(place, follow.before, follow.after),
        post.iri if post else None,
        follow.before,
        follow.after,
        valid_from=follow.date,
        body=post.body if post else follow.body,
        effective=_effective(follow, post, claims),
        evidence=(follow.iri,),
    )


def _news(told: Told, pairs: set[tuple[str | None, str | None]]) -> Iterator[Succession]:
    """What it tells, unless it is a portfolio that passes on, which the claims about it tell already."""
    made = told.succession
    if made and not (told.portfolio and (made.predecessor, made.successor) in pairs):
        yield made


def _post(follow: FollowClaim, claims: Sequence[Placed]) -> RolePost | None:
    """The role that passes on: what these minutes say that either has or had, else the one of that name."""
    status_of = {follow.before: "ended", follow.after: "held"}
    found = {
        post
        for post, claim in claims
        if status_of.get(claim.person) == claim.fact.status
        and (follow.role is None or post.role == role_word(follow.role))
    }
    if len(found) == 1:
        return found.pop()
    if follow.role is None or found:
        return None
    return role_post(follow.role, follow.minutes_body, follow.body)


def _effective(follow: FollowClaim, post: RolePost | None, claims: Sequence[Placed]) -> str | None:
    """From when, as the same minutes say of the one who comes, else of the one who goes."""
    if post is None:
        return None
    own = [claim for of, claim in claims if of.iri == post.iri]
    came = _days([claim for claim in own if claim.person == follow.after], "held")
    left = _days([claim for claim in own if claim.person == follow.before], "ended")
    return min(came or left, default=None)


def _days(claims: Iterable[RoleClaim], status: str) -> list[str]:
    periods = [
        claim.fact.start if status == "held" else claim.fact.end
        for claim in claims
        if claim.fact.status == status
    ]
    return [period.start for period in periods if period and period.start]


# -------------------- together


def _iri(place: Sequence[str], before: str | None, after: str | None) -> str:
    people = (each.rpartition("/")[2] if each else "-" for each in (before, after))
    return identifier("succession", *place, *people).value


def _joined(every: Iterable[Succession]) -> list[Succession]:
    """What several minutes tell of one succession, as one: known since the first of them."""
    found: dict[str, list[Succession]] = defaultdict(list)
    for each in every:
        found[each.iri].append(each)
    return [_one(sorted(same, key=lambda each: (each.valid_from, each.evidence))) for same in found.values()]


def _one(same: Sequence[Succession]) -> Succession:
    dates = [each.effective for each in same if each.effective]
    return replace(
        same[0],
        effective=dates[0] if dates else None,
        rule=None if any(each.rule is None for each in same) else same[0].rule,
        evidence=ends_of(fact for each in same for fact in each.evidence),
    )


def _closed(each: Succession, every: Sequence[Succession]) -> Succession:
    """That nobody is known to follow holds until later minutes name somebody."""
    if each.successor:
        return each
    named = [
        other.valid_from
        for other in every
        if other.successor
        and other.predecessor == each.predecessor
        and other.valid_from >= each.valid_from
        and (other.post == each.post or None in {other.post, each.post})
    ]
    return replace(each, valid_until=min(named, default=None))
