"""`changes FROM TO`: what differs between two dates, as sentences or as JSON."""

from __future__ import annotations

import argparse

from graph.commands.command import Command, print_json, say, store_argument

_NOTHING = "tussen deze datums is volgens de verslagen niets veranderd"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("start", metavar="VAN", help="de eerste datum, jjjj-mm-dd")
    parser.add_argument("end", metavar="TOT", help="de tweede datum, jjjj-mm-dd")
    parser.add_argument("--json", action="store_true", help="als JSON")
    store_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers
    from graph.answers.contract import as_json

    snapshot = answers.open_snapshot(given.store)
    rows = answers.changes(snapshot, given.start, given.end)
    outside = answers.beyond(snapshot, given.start, given.end)
    if outside:
        say(f"let op: {outside}")
    if given.json:
        print_json([as_json(row) for row in rows])
        return 0
    if not rows:
        say(_NOTHING)
    for row in rows:
        print(f"{row.date}  {row.sentence}")
    return 0


COMMAND = Command(
    "changes",
    "Wat er tussen twee datums is veranderd in portefeuilles, rollen, organen en structuur.",
    _arguments,
    _run,
)
