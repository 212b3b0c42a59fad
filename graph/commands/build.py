"""`build [PATH…]`: read documents into the store."""

from __future__ import annotations

import argparse
from pathlib import Path

from graph.commands.command import (
    Command,
    decisions_argument,
    decisions_of,
    file_argument,
    say,
    store_argument,
)
from graph.commands.progress import progress


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=file_argument,
        metavar="PAD",
        help="verslagen en mappen (anders data/minutes/)",
    )
    store_argument(parser)
    decisions_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph.build import build_store

    paths = given.paths or [Path("data/minutes")]
    with progress() as tell:
        report = build_store(paths, given.store, tell, decisions_of(given))
    for line in report.warnings:
        say(f"let op: {line}")
    for line in report.skipped:
        say(f"overgeslagen: {line}")
    print(
        f"{len(report.read)} gelezen, {len(report.unchanged)} ongewijzigd, "
        f"{len(report.skipped)} overgeslagen; "
        f"verslagen in de opslag: {report.documents} ({report.facts} feiten)"
    )
    return 0


COMMAND = Command(
    "build", "Lees verslagen in de opslag; wat niet veranderde blijft zoals het is.", _arguments, _run
)
