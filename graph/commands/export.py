"""`export OUT.{ttl,trig,jsonld,csv,xlsx,docx}`: the graph, or the portfolio overview, as a file."""

from __future__ import annotations

import argparse
from typing import IO, TYPE_CHECKING

from graph.commands.command import (
    Command,
    decisions_argument,
    decisions_of,
    file_argument,
    say,
    store_argument,
    write_whole,
)
from graph.errors import InputError

if TYPE_CHECKING:
    from graph import answers

_GRAPHS = ("ttl", "trig", "jsonld")
_OVERVIEWS = ("csv", "xlsx", "docx")


def _arguments(parser: argparse.ArgumentParser) -> None:
    kinds = ",".join((*_GRAPHS, *_OVERVIEWS))
    parser.add_argument(
        "out", type=file_argument, metavar=f"UIT.{{{kinds}}}", help="het bestand dat geschreven wordt"
    )
    parser.add_argument(
        "--as-of", metavar="DATUM", help="peildatum, jjjj-mm-dd (anders: de laatste vergadering)"
    )
    store_argument(parser)
    decisions_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers

    form = given.out.suffix.lower().removeprefix(".")
    if form not in (*_GRAPHS, *_OVERVIEWS):
        raise InputError(
            str(given.out),
            "is geen bestandssoort die hier gemaakt wordt",
            f"kies een naam op {', '.join(f'.{each}' for each in (*_GRAPHS, *_OVERVIEWS))}",
        )
    snapshot = answers.open_snapshot(given.store)
    date = answers.as_of(snapshot, given.as_of)
    if form in _OVERVIEWS:
        content = _overview(snapshot, date, form)
        write_whole(given.out, lambda file: file.write(content))
        say(f"{given.out}: het portefeuilleoverzicht op {date}")
    else:
        write_whole(given.out, lambda file: _graphs(snapshot, given, date, form, file))
        say(f"{given.out}: de graaf, met wat er tot en met {date} in de verslagen staat")
    return 0


def _overview(snapshot: answers.Snapshot, date: str | None, form: str) -> bytes:
    from graph import answers, publish

    portfolios, meetings = answers.portfolios(snapshot, date), answers.documents(snapshot, date)
    if form == "csv":
        return publish.portfolios_csv(portfolios, meetings)
    overview = publish.overview_of(date, portfolios, answers.coverage(snapshot, date), meetings)
    return publish.overview_docx(overview) if form == "docx" else publish.overview_xlsx(overview)


def _graphs(
    snapshot: answers.Snapshot, given: argparse.Namespace, date: str | None, form: str, file: IO[bytes]
) -> None:
    """All there is; or, where an earlier date is asked for, what was known by then."""
    from graph import answers
    from graph.decisions import effect_of
    from graph.publish.as_known import as_known
    from graph.publish.graphs import stored, write_graphs

    earlier = date is not None and date < (answers.as_of(snapshot, None) or date)
    effect = effect_of(decisions_of(given).read()) if earlier else None
    write_graphs(as_known(snapshot, date, effect) if date and effect else stored(snapshot), form, file)


COMMAND = Command(
    "export",
    "Schrijf de graaf (ttl, trig, jsonld) of het portefeuilleoverzicht (csv, xlsx, docx) naar een bestand.",
    _arguments,
    _run,
)
