"""What follows from one circle: its portfolios and who or what covers them, and what is open or missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.facts.model import Portfolio as PortfolioFact
from graph.state.acts import acts_without_owner
from graph.state.circles import Circle
from graph.state.comparable import structure_elsewhere
from graph.state.corrections import corrected_records
from graph.state.groups import ThemeNames
from graph.state.model import Finding, Portfolio, Situation, Succession, TrackedPromise
from graph.state.promises import ledger
from graph.state.questions import advice_not_taken_up, askings, open_questions
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
    return CircleState(
        portfolios=(*known, *(entry.portfolio for entry in unnamed)),
        situations=(*answers, *(each for entry in unnamed for each in entry.situations)),
        findings=tuple(_findings(circle, known, answers, names, rules)),
        successions=tuple(portfolio_successions(found, rules)),
        promises=ledger(circle.meetings, rules),
    )


def _findings(
    circle: Circle,
    known: Sequence[Portfolio],
    answers: Sequence[Situation],
    names: ThemeNames,
    rules: Rules,
) -> list[Finding]:
    asked = [(minutes, askings(minutes, rules)) for minutes in circle.meetings]
    lasting = [
        *missing_things(asked, answers, rules),
        *roles_to_be_filled(circle.meetings, names, rules),
        *structure_elsewhere(circle.meetings, known, answers, rules),
    ]
    found = [*lasting, *corrected_records(circle.meetings)]
    for minutes, asking in asked:
        told = [
            *open_questions(minutes, asking, rules),
            *advice_not_taken_up(minutes, rules),
            *concerns(minutes),
        ]
        # The same sentence is told once: what says more about it goes before a promise without an owner.
        main = {each.evidence[0] for each in (*told, *lasting) if each.kind != "structure_elsewhere"}
        vacant = {said.iri for said in minutes.all(PortfolioFact) if said.fact.status == "vacant"}
        found += told
        found += acts_without_owner(minutes, asking, main | vacant, rules)
        found += [*disagreements(minutes), *unlisted_speakers(minutes, rules)]
    return found
