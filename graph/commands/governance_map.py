"""`map OUT.html`: the governance map as one self-contained file."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from graph.commands.command import Command, file_argument, say, store_argument
from graph.errors import InputError, reason


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
    _write(given.out, render(found))
    say(f"{given.out}: {len(found.nodes)} vakken en {len(found.edges)} verbindingen op {date}")
    return 0


def _write(path: Path, content: str) -> None:
    """Write beside the file and then put it in its place, so that nothing is ever half there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(content, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(
            str(path), f"kan niet worden geschreven ({reason(error)})", "kies een map waarin u mag schrijven"
        ) from error


COMMAND = Command(
    "map", "Schrijf de bestuurskaart als één bestand dat niets van internet haalt.", _arguments, _run
)
