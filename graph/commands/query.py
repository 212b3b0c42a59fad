"""`query NAME|FILE.rq`: a kept query by name, or any SPARQL query; read-only, with limits."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

from graph.commands.command import Command, print_json, say, store_argument
from graph.commands.tables import table
from graph.errors import InputError

_ROWS, _SECONDS = 10_000, 60.0


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        metavar="NAAM|BESTAND.rq",
        help="een bewaarde vraag (zie ontology/queries) of een bestand met SPARQL",
    )
    parser.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="K=V",
        help="waarde van een parameter van een bewaarde vraag",
    )
    parser.add_argument(
        "--as-of", metavar="DATUM", help="waarde van $asOf, jjjj-mm-dd (anders: de laatste vergadering)"
    )
    shape = parser.add_mutually_exclusive_group()
    for name in ("json", "csv", "turtle"):
        shape.add_argument(f"--{name}", action="store_true", help=f"als {name}")
    store_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers

    snapshot = answers.open_snapshot(given.store)
    parameters = dict(_parameter(text) for text in given.param)
    if given.as_of is not None:
        parameters["asOf"] = answers.as_of(snapshot, given.as_of) or given.as_of
    if given.query.endswith(".rq"):
        found = answers.run_query(
            snapshot, _text(Path(given.query)), rows=_ROWS, seconds=_SECONDS, parameters=parameters
        )
    else:
        found = answers.run_kept(snapshot, given.query, parameters)
    if found.truncated:
        say(f"let op: er zijn meer dan {_ROWS} rijen; alleen de eerste staan hier")
    if given.turtle:
        if found.turtle is None:
            raise InputError(
                "--turtle", "deze vraag geeft een tabel", "gebruik --json of --csv, of een CONSTRUCT-vraag"
            )
        sys.stdout.write(found.turtle)
    elif given.json:
        print_json([dict(zip(found.columns, row, strict=True)) for row in found.rows])
    elif given.csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows([found.columns, *found.rows])
    else:
        print(
            found.turtle
            if found.turtle is not None
            else table(found.columns, [[cell or "" for cell in row] for row in found.rows])
        )
    return 0


def _parameter(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise InputError(
            f"--param {text}", "is geen naam=waarde", "schrijf bijvoorbeeld --param asOf=2023-04-20"
        )
    return name, value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            str(path),
            "kan niet als SPARQL-bestand worden gelezen",
            "controleer naam, rechten en codering (UTF-8)",
        ) from error


COMMAND = Command(
    "query", "Stel een bewaarde vraag, of een eigen SPARQL-vraag; alleen lezen.", _arguments, _run
)
