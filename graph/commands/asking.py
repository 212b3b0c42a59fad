"""`portfolios`, `coverage` and `gaps`: the answers at a date, as a table or as JSON."""

from __future__ import annotations

import argparse

from graph.commands.command import Command, as_of_argument, print_json, say, store_argument
from graph.commands.tables import table


def _arguments(parser: argparse.ArgumentParser) -> None:
    as_of_argument(parser)
    store_argument(parser)


def _portfolio_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--body", metavar="NAAM", help="alleen de portefeuilles van dit overleg of bestuur")


def _portfolios(given: argparse.Namespace) -> int:
    from graph import answers
    from graph.answers.contract import as_json

    with_store = answers.open_snapshot(given.store)
    date = answers.as_of(with_store, given.as_of)
    rows = answers.portfolios(with_store, date, given.body)
    if given.json:
        print_json([as_json(row) for row in rows])
        return 0
    say(f"peildatum {date}")
    print(
        table(
            ("thema", "overleg", "antwoord", "houder", "de zin"),
            [
                (
                    row.theme or "(niet genoemd)",
                    row.body or "",
                    answers.label("answer", row.answer),
                    ", ".join(holder.person for holder in row.holders),
                    row.evidence[0].quote if row.evidence else "",
                )
                for row in rows
            ],
        )
    )
    return 0


def _coverage(given: argparse.Namespace) -> int:
    from graph import answers
    from graph.answers.contract import as_json

    with_store = answers.open_snapshot(given.store)
    date = answers.as_of(with_store, given.as_of)
    rows = answers.coverage(with_store, date)
    if given.json:
        print_json([as_json(row) for row in rows])
        return 0
    say(f"peildatum {date}")

    def cell(found: answers.Cell) -> str:
        return found.value or answers.label("answer", found.answer)

    headings = ("thema", "overleg", "portefeuillehouder", "stuurgroep", "thema-/expertgroep", "projectleider")
    print(
        table(
            headings,
            [
                (
                    row.theme,
                    row.body or "",
                    cell(row.portfolio_holder),
                    cell(row.steering_group),
                    cell(row.expert_group),
                    cell(row.project_leader),
                )
                for row in rows
            ],
        )
    )
    return 0


def _gaps(given: argparse.Namespace) -> int:
    from graph import answers
    from graph.answers.contract import as_json

    with_store = answers.open_snapshot(given.store)
    date = answers.as_of(with_store, given.as_of)
    rows = answers.gaps(with_store, date)
    if given.json:
        print_json([as_json(row) for row in rows])
        return 0
    say(f"peildatum {date}")
    print(
        table(
            ("ernst", "soort", "waarover", "volgens", "uitleg"),
            [
                (
                    answers.label("severity", row.severity), answers.label("gap", row.kind), row.subject,
                    "het verslag" if row.stated else "een regel", row.explanation,
                )
                for row in rows
            ],
        )
    )  # fmt: skip
    return 0


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
