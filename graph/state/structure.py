"""What is known of the bodies: whether they exist, are to come, go, went or are missed, and how they relate.

Announced is not in force: a body that is to start or to end does so when later minutes say that it did,
whatever day was named. One that meets again is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.facts.model import Body, Structure
from graph.state.model import BodyRelation, BodySituation
from graph.state.records import Minutes, Said
from graph.state.timeline import ends_of, spans

_BECOMES = {"ends": "ending", "starts": "announced", "replaced_by": "ending", "remains": "existing"}
_BECAME = {"ends": "ended", "starts": "existing", "replaced_by": "merged"}
_RELATIONS = frozenset({"part_of", "accompanied_by", "one_per", "replaced_by"})
# What minutes say of a body in so many words goes before a mere mention, which counts as existing.
_TELLING = {"existing": 0, "missing": 1, "announced": 2, "ending": 3, "ended": 4, "merged": 5}
_LASTING = frozenset({"announced", "ending", "ended", "merged"})  # until something is said, or it meets


@dataclass(frozen=True, slots=True)
class BodySaid:
    """One thing that minutes say of a body: its status, its kind and level, or a relation; pure data.

    `told`: in so many words, or because it met itself; not by a mere mention. `fact`: what says so; None: the
    meeting itself. `effective`: the day that is named for it.
    """

    body: str
    date: str
    code: str | None = None
    told: bool = False
    fact: str | None = None
    effective: str | None = None
    traits: tuple[str | None, str | None] | None = None
    relation: BodyRelation | None = None


@dataclass(frozen=True, slots=True)
class _Status:
    """What the minutes of one date say of a body."""

    code: str
    told: bool = field(compare=False)
    evidence: tuple[str, ...] = field(compare=False)
    effective: str | None = None


def said_of_bodies(minutes: Minutes) -> Iterator[BodySaid]:
    """All that these minutes say of bodies."""
    date = minutes.date
    if minutes.body:
        yield BodySaid(minutes.body, date, "existing", told=True)
    for said in minutes.all(Body):
        body, fact = minutes.body_named(said.fact.name), said.fact
        if body:
            yield BodySaid(
                body,
                date,
                fact.status,
                fact.status != "existing",
                said.iri,
                traits=(fact.body_kind, fact.level),
            )
    for claim in minutes.all(Structure):
        if body := minutes.body_named(claim.fact.body):
            yield from _structure(claim, body)


def _structure(claim: Said[Structure], body: str) -> Iterator[BodySaid]:
    relation, minutes = claim.fact.relation, claim.minutes
    if relation in _BECOMES:
        code = (_BECAME if claim.fact.done else _BECOMES).get(relation, "existing")
        when = claim.fact.when
        effective = (when.start or when.end) if when else None
        yield BodySaid(body, claim.date, code, told=True, fact=claim.iri, effective=effective)
    if claim.fact.object and relation in _RELATIONS:
        name = claim.fact.object
        between = BodyRelation(body, relation, minutes.body_named(name), name, claim.date, (claim.iri,))
        yield BodySaid(body, claim.date, relation=between)


def body_situations(said: Iterable[BodySaid]) -> list[BodySituation]:
    """The status of every body over time, in order of body and date.

    What is said has to come in order of date, document and place, here and below.
    """
    found: dict[str, dict[str, list[_Status]]] = defaultdict(lambda: defaultdict(list))
    for each in said:
        if each.code:
            evidence = (each.fact,) if each.fact else ()
            found[each.body][each.date].append(_Status(each.code, each.told, evidence, each.effective))
    return [
        BodySituation(
            body, span.value.code, span.start, span.until, span.value.evidence, span.value.effective
        )
        for body, by_date in sorted(found.items())
        for span in spans(_over_time(by_date), _join)
    ]


def _over_time(by_date: dict[str, list[_Status]]) -> Iterator[tuple[str, _Status]]:
    """A body that was said to end does not stop ending because it is mentioned once more."""
    before: _Status | None = None
    for date in sorted(by_date):
        status = _together(by_date[date])
        if before is not None and before.code in _LASTING and not status.told:
            status = replace(before, evidence=())
        yield date, status
        before = status


def _together(statuses: Sequence[_Status]) -> _Status:
    told = [status for status in statuses if status.told] or list(statuses)
    code = max((status.code for status in told), key=_TELLING.__getitem__)
    # The fact that tells what becomes of the body says it best, so it comes first.
    evidence = [fact for status in reversed(statuses) if status.code == code for fact in status.evidence]
    effective = min((each.effective for each in told if each.code == code and each.effective), default=None)
    return _Status(code, any(status.told for status in told), tuple(evidence), effective)


def _join(first: _Status, later: _Status) -> _Status:
    return replace(first, evidence=ends_of((*first.evidence, *later.evidence)))


def body_traits(said: Iterable[BodySaid]) -> dict[str, tuple[str | None, str | None]]:
    """The kind and level of every body, as the latest minutes that say so have it."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for each in said:
        if each.traits:
            (kind, level), (known_kind, known_level) = each.traits, found.get(each.body, (None, None))
            found[each.body] = (kind or known_kind, level or known_level)
    return dict(sorted(found.items()))


def body_relations(said: Iterable[BodySaid]) -> list[BodyRelation]:
    """The relations between bodies, each once, from the first minutes that tell of it."""
    found: dict[tuple[str, str, str], BodyRelation] = {}
    for new in (each.relation for each in said if each.relation):
        key = (new.body, new.relation, new.object or new.object_name or "")
        known = found.get(key)
        found[key] = replace(known, evidence=ends_of((*known.evidence, *new.evidence))) if known else new
    return [found[key] for key in sorted(found)]
