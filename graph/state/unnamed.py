"""Somebody is portfolio holder, but of what is not said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.facts.model import Portfolio as PortfolioFact
from graph.state.circles import Circle
from graph.state.claims import Answer, Claim, join_answers, stated_over_time
from graph.state.model import Portfolio, Situation
from graph.state.records import claim_body
from graph.state.timeline import spans
from graph.state.topics import Key, Topic, body_part
from graph.store.identifiers import identifier

_NAMED = Answer("named")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The unnamed portfolio of one person in one body, with when it stands open."""

    person: str
    body: str | None
    portfolio: Portfolio
    situations: tuple[Situation, ...]


def unnamed_portfolios(circle: Circle, found: Mapping[Key, Topic]) -> list[Unnamed]:
    """The unnamed portfolios.

    Each stands open until later minutes name a portfolio of that person in that body.
    """
    named = _named(found)
    claims: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for minutes in circle.every:
        for claim in minutes.all(PortfolioFact):
            person = minutes.person(claim.fact.holder)
            if person and not claim.fact.theme and claim_body(claim) == circle.body:
                claims[person, circle.body].append(claim)
    ordered = sorted(claims.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    return [_unnamed(*key, theirs, named.get(key, ())) for key, theirs in ordered]


def _named(found: Mapping[Key, Topic]) -> dict[tuple[str, str | None], list[str]]:
    dates: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for (_, body), topic in found.items():
        for claim in topic.claims:
            person = claim.minutes.person(claim.fact.holder)
            if person and claim.fact.status == "held":
                dates[person, body].append(claim.date)
    return dates


def _unnamed(person: str, body: str | None, claims: Sequence[Claim], named: Iterable[str]) -> Unnamed:
    iri = identifier("portfolio", body_part(body), "-", person.rpartition("/")[2]).value
    changes = [*stated_over_time(claims, ()), *((date, _NAMED) for date in named)]
    ordered = sorted(changes, key=lambda change: (change[0], change[1] == _NAMED))
    situations = tuple(
        Situation(
            iri,
            "portfolio_holder",
            "theme_not_named",
            span.start,
            span.until,
            span.value.holdings,
            evidence=span.value.evidence,
        )
        for span in spans(ordered, join_answers)
        if span.value.answer == "stated"
    )
    came_up = min(claim.date for claim in claims)
    return Unnamed(person, body, Portfolio(iri, None, body, came_up, came_up, holder=person), situations)
