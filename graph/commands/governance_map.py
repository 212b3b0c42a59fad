"""`map OUT.html`: the governance map as one self-contained file."""

from __future__ import annotations

import argparse

from graph.commands.command import Command, file_argument, say, store_argument, write_whole


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "out", type=file_argument, metavar="UIT.html", help="het bestand dat geschreven wordt"
    )
    parser.add_argument(
        "--as-of", metavar="DATUM", help="peildatum, jjjj-mm-dd (anders: de laatste vergadering)"
    )
    parser.add_argument("--focus", metavar="IRI", help="alleen dit orgaan of thema met zijn buren")
    store_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers
    from graph.map import render

    snapshot = answers.open_snapshot(given.store)
    date = answers.as_of(snapshot, given.as_of)
    found = answers.governance(snapshot, date, given.focus)
    content = render(found).encode("utf-8")
    write_whole(given.out, lambda file: file.write(content))
    say(f"{given.out}: {len(found.nodes)} vakken en {len(found.edges)} verbindingen op {date}")
    return 0


COMMAND = Command(
    "map", "Schrijf de bestuurskaart als één bestand dat niets van internet haalt.", _arguments, _run
)
