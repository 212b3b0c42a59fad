"""What follows from one circle: its portfolios and who or what covers them, and what is open or missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.facts.model import Portfolio as PortfolioFact
from graph.state.acts import acts_without_owner
from graph.state.circles import Circle
from graph.state.comparable import structure_elsewhere
from graph.state.corrections import corrected_records
from graph.state.groups import ThemeNames
from graph.state.model import Finding, Portfolio, Situation, Succession, TrackedPromise
from graph.state.promises import ledger
from graph.state.questions import Asking, advice_not_taken_up, askings, open_questions
from graph.state.records import Minutes
from graph.state.remarks import concerns, disagreements, unlisted_speakers
from graph.state.rules import Rules
from graph.state.situations import leads, situations
from graph.state.successions import portfolio_successions
from graph.state.topics import portfolios, topics
from graph.state.unnamed import unnamed_portfolios
from graph.state.wants import missing_things, roles_to_be_filled


@dataclass(frozen=True, slots=True)
class CircleState:
    """The state of one circle: pure data, so that it can be kept and taken up again."""

    portfolios: tuple[Portfolio, ...]
    situations: tuple[Situation, ...]
    findings: tuple[Finding, ...]
    successions: tuple[Succession, ...]
    promises: tuple[TrackedPromise, ...]


def of_circle(circle: Circle, names: ThemeNames, rules: Rules) -> CircleState:
    """The state that follows from a circle."""
    found = topics(circle, names, rules)
    unnamed = unnamed_portfolios(circle, found)
    known = portfolios(found, rules)
    answers = situations(found, leads(circle, unnamed, names, rules), rules)
    promised = ledger(circle.meetings, rules)
    asked = [(minutes, askings(minutes, rules)) for minutes in circle.meetings]
    lasting = [
        *missing_things(asked, answers, promised, rules),
        *roles_to_be_filled(circle.meetings, names, rules),
        *structure_elsewhere(circle.meetings, known, answers, rules),
    ]
    return CircleState(
        portfolios=(*known, *(entry.portfolio for entry in unnamed)),
        situations=(*answers, *(each for entry in unnamed for each in entry.situations)),
        findings=(*lasting, *corrected_records(circle.meetings), *_passing(asked, lasting, rules)),
        successions=tuple(portfolio_successions(found, rules)),
        promises=promised,
    )


def _passing(
    asked: Sequence[tuple[Minutes, Sequence[Asking]]], lasting: Sequence[Finding], rules: Rules
) -> Iterator[Finding]:
    """What each of the minutes leaves open or contradicts, beside what lasts over several."""
    for minutes, asking in asked:
        told = [
            *open_questions(minutes, asking, rules),
            *advice_not_taken_up(minutes, rules),
            *concerns(minutes),
        ]
        # The same sentence is told once: what says more about it goes before a promise without an owner.
        main = {each.evidence[0] for each in (*told, *lasting) if each.kind != "structure_elsewhere"}
        vacant = {said.iri for said in minutes.all(PortfolioFact) if said.fact.status == "vacant"}
        yield from told
        yield from acts_without_owner(minutes, asking, main | vacant, rules)
        yield from (*disagreements(minutes), *unlisted_speakers(minutes, rules))
