"""What is known of the bodies: whether they exist, are to come, go, went or are missed, and how they relate.

Announced is not in force: a body that is to start or to end does so when later minutes say that it did,
whatever day was named. One that meets again is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.facts.model import Body, Structure
from graph.state.model import BodyRelation, BodySituation
from graph.state.records import Minutes
from graph.state.timeline import ends_of, spans

_BECOMES = {"ends": "ending", "starts": "announced", "replaced_by": "ending", "remains": "existing"}
_BECAME = {"ends": "ended", "starts": "existing", "replaced_by": "merged"}
_RELATIONS = frozenset({"part_of", "accompanied_by", "one_per", "replaced_by"})
# What minutes say of a body in so many words goes before a mere mention, which counts as existing.
_TELLING = {"existing": 0, "missing": 1, "announced": 2, "ending": 3, "ended": 4, "merged": 5}
_LASTING = frozenset({"announced", "ending", "ended", "merged"})  # until something is said, or it meets


@dataclass(frozen=True, slots=True)
class _Status:
    """What the minutes of one date say of a body.

    `told`: in so many words, or because it met itself; not by a mere mention. `effective`: the day that is
    named for it.
    """

    code: str
    told: bool = field(compare=False)
    evidence: tuple[str, ...] = field(compare=False)
    effective: str | None = None


def body_situations(meetings: Sequence[Minutes]) -> list[BodySituation]:
    """The status of every body over time, in order of body and date."""
    found: dict[str, dict[str, list[_Status]]] = defaultdict(lambda: defaultdict(list))
    for minutes in meetings:
        for body, status in _statuses(minutes):
            found[body][minutes.date].append(status)
    return [
        BodySituation(
            body, span.value.code, span.start, span.until, span.value.evidence, span.value.effective
        )
        for body, by_date in sorted(found.items())
        for span in spans(_over_time(by_date), _join)
    ]


def _statuses(minutes: Minutes) -> Iterator[tuple[str, _Status]]:
    if minutes.body:
        yield minutes.body, _Status("existing", told=True, evidence=())
    for said in minutes.all(Body):
        body = minutes.body_named(said.fact.name)
        if body:
            yield body, _Status(said.fact.status, told=said.fact.status != "existing", evidence=(said.iri,))
    for claim in minutes.all(Structure):
        body = minutes.body_named(claim.fact.body)
        if body and claim.fact.relation in _BECOMES:
            code = (_BECAME if claim.fact.done else _BECOMES).get(claim.fact.relation, "existing")
            when = claim.fact.when
            effective = (when.start or when.end) if when else None
            yield body, _Status(code, told=True, evidence=(claim.iri,), effective=effective)


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


def body_traits(meetings: Sequence[Minutes]) -> dict[str, tuple[str | None, str | None]]:
    """The kind and level of every body, as the latest minutes that say so have it."""
    kinds: dict[str, str | None] = {}
    levels: dict[str, str | None] = {}
    for minutes in meetings:
        for said in minutes.all(Body):
            body = minutes.body_named(said.fact.name)
            if body:
                kinds[body] = said.fact.body_kind or kinds.get(body)
                levels[body] = said.fact.level or levels.get(body)
    return {body: (kinds[body], levels[body]) for body in sorted(kinds)}


def body_relations(meetings: Sequence[Minutes]) -> list[BodyRelation]:
    """The relations between bodies, each once, from the first minutes that tell of it."""
    found: dict[tuple[str, str, str], BodyRelation] = {}
    for minutes in meetings:
        for said in minutes.all(Structure):
            body, name = minutes.body_named(said.fact.body), said.fact.object
            if body and name and said.fact.relation in _RELATIONS:
                other = minutes.body_named(name)
                new = BodyRelation(body, said.fact.relation, other, name, minutes.date, (said.iri,))
                key = (body, new.relation, other or name)
                known = found.get(key)
                found[key] = replace(known, evidence=ends_of((*known.evidence, said.iri))) if known else new
    return [found[key] for key in sorted(found)]
