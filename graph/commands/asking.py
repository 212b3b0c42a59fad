"""`portfolios`, `coverage`, `gaps` and `promises`: the answers at a date, as a table or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from graph.commands.command import Command, as_of_argument, print_json, say, store_argument
from graph.commands.tables import table

if TYPE_CHECKING:
    from graph import answers

_PORTFOLIO_HEADINGS = ("thema", "overleg", "antwoord", "houder", "de zin")
_COVERAGE_HEADINGS = (
    "thema", "overleg", "portefeuillehouder", "stuurgroep", "thema-/expertgroep", "projectleider",
)  # fmt: skip
_PROMISE_HEADINGS = ("stand", "termijn", "wie", "overleg", "toegezegd op", "toezegging")
_GAP_HEADINGS = ("ernst", "soort", "waarover", "volgens", "uitleg")


def _arguments(parser: argparse.ArgumentParser) -> None:
    as_of_argument(parser)
    store_argument(parser)


def _portfolio_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--body", metavar="NAAM", help="alleen de portefeuilles van dit overleg of bestuur")


def _answer(
    given: argparse.Namespace,
    ask: Callable[[answers.Snapshot, str | None], Sequence[Any]],
    headings: Sequence[str],
    cells: Callable[[Any], Sequence[str]],
) -> int:
    """Ask at the date given, and print the rows as JSON or as a table with these headings and cells."""
    from graph import answers
    from graph.answers.contract import as_json

    snapshot = answers.open_snapshot(given.store)
    date = answers.as_of(snapshot, given.as_of)
    rows = ask(snapshot, date)
    if given.json:
        print_json([as_json(row) for row in rows])
    else:
        say(f"peildatum {date}")
        print(table(headings, [cells(row) for row in rows]))
    return 0


def _portfolios(given: argparse.Namespace) -> int:
    from graph import answers

    def cells(row: answers.PortfolioRow) -> Sequence[str]:
        holders = ", ".join(holder.person for holder in row.holders)
        quote = row.evidence[0].quote if row.evidence else ""
        answer = answers.label("answer", row.answer)
        return row.theme or "(niet genoemd)", row.body or "", answer, holders, quote

    return _answer(
        given,
        lambda snapshot, date: answers.portfolios(snapshot, date, given.body),
        _PORTFOLIO_HEADINGS,
        cells,
    )


def _coverage(given: argparse.Namespace) -> int:
    from graph import answers

    def cells(row: answers.CoverageRow) -> Sequence[str]:
        found = (row.portfolio_holder, row.steering_group, row.expert_group, row.project_leader)
        values = (cell.value or answers.label("answer", cell.answer) for cell in found)
        return (row.theme, row.body or "", *values)

    return _answer(given, answers.coverage, _COVERAGE_HEADINGS, cells)


def _gaps(given: argparse.Namespace) -> int:
    from graph import answers

    def cells(row: answers.Gap) -> Sequence[str]:
        severity, kind = answers.label("severity", row.severity), answers.label("gap", row.kind)
        source = "het verslag" if row.stated else "een regel"
        return severity, kind, row.subject, source, row.explanation

    return _answer(given, answers.gaps, _GAP_HEADINGS, cells)


def _promises(given: argparse.Namespace) -> int:
    from graph import answers

    def cells(row: answers.PromiseRow) -> Sequence[str]:
        due = row.due.text if row.due else "-"
        status = answers.label("promise-status", row.status)
        return status, due, row.owner or "niemand genoemd", row.body or "", row.made_on or "-", row.text

    return _answer(given, answers.promises, _PROMISE_HEADINGS, cells)


PORTFOLIOS = Command(
    "portfolios",
    "Elk thema met zijn portefeuillehouder, of waarom er geen is.",
    _portfolio_arguments,
    _portfolios,
)
COVERAGE = Command(
    "coverage",
    "Elk thema met portefeuillehouder, stuurgroep, thema- of expertgroep en projectleider.",
    _arguments,
    _coverage,
)
GAPS = Command("gaps", "Elk hiaat, per regel, met ernst, uitleg en bewijs.", _arguments, _gaps)
PROMISES = Command(
    "promises",
    "Elke toezegging met eigenaar, termijn en hoe het ermee staat, over alle verslagen heen.",
    _arguments,
    _promises,
)
