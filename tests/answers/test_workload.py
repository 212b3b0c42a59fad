from __future__ import annotations

from graph import answers
from graph.answers.entities import ThingRef
from graph.answers.model import Holder, PortfolioRow, PromiseRow

VISSER = ThingRef("id/person/m-visser", "person", "M. Visser", "2024-01-01")
JANSEN = ThingRef("id/person/p-jansen", "person", "P. Jansen", "2024-01-01")
OTHER_JANSEN = ThingRef("id/person/p-jansen-2", "person", "P. Jansen", "2024-01-01")
COUNCIL = ThingRef("id/body/raad", "body", "Raad", "2024-01-01")


def _portfolio(theme: str, answer: str, *people: ThingRef) -> PortfolioRow:
    holders = tuple(Holder(who.name, "holder", None, None, None, None, who.iri) for who in people)
    return PortfolioRow(
        theme=theme,
        theme_iri=f"id/theme/{theme}",
        is_portfolio_theme=True,
        body="Raad",
        answer=answer,
        holders=holders,
        rule=None,
        requested_by=None,
        requested_profile=None,
        days_open=None,
        evidence=(),
    )


def _promise(status: str, *owners: str) -> PromiseRow:
    return PromiseRow("Een brief", " en ".join(owners), None, None, "Raad", status, None, (), (), owners)


PORTFOLIOS = (
    _portfolio("Zorg", "stated", VISSER),
    _portfolio("Wonen", "inferred", VISSER),
    _portfolio("Sport", "contradicted", VISSER, JANSEN),
    _portfolio("Jeugd", "vacant"),
)


def test_portfolios_and_promises_that_are_not_done_count_for_who_has_them() -> None:
    promises = (
        _promise("open", "P. Jansen", "M. Visser"),
        _promise("forgotten", "P. Jansen"),
        _promise("closed", "M. Visser"),
        _promise("open", "Raad"),
    )
    found = answers.workloads(PORTFOLIOS, promises, (COUNCIL, VISSER, JANSEN))
    assert [(load.name, load.portfolios, load.doubtful, load.promises, load.late) for load in found] == [
        ("M. Visser", 3, 2, 1, 0),
        ("P. Jansen", 1, 1, 2, 1),
    ]


def test_a_promise_of_a_name_that_two_people_bear_is_laid_at_nobody() -> None:
    found = answers.workloads(PORTFOLIOS, (_promise("open", "P. Jansen"),), (JANSEN, OTHER_JANSEN))
    assert [(load.iri, load.portfolios, load.promises) for load in found] == [(JANSEN.iri, 1, 0)]


def test_nobody_with_nothing_is_listed() -> None:
    assert answers.workloads((), (_promise("closed", "M. Visser"),), (VISSER,)) == ()
