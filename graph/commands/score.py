"""`score GOLD…`: precision and recall of `read`, and of the gaps, against gold files."""

from __future__ import annotations

import argparse

from graph.commands.command import Command, file_argument, print_json


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "gold", nargs="+", type=file_argument, metavar="GOUD", help="goudbestanden of mappen daarmee"
    )
    parser.add_argument(
        "--minutes",
        type=file_argument,
        metavar="MAP",
        help="waar de verslagen staan (anders naast het goud, in ../minutes of data/minutes)",
    )
    parser.add_argument("--json", action="store_true", help="als JSON")


def _run(given: argparse.Namespace) -> int:
    from graph.score.report import as_json, as_text, score_all

    scored = score_all(given.gold, given.minutes)
    if given.json:
        print_json(as_json(scored))
    else:
        print(as_text(scored))
    return 0


COMMAND = Command(
    "score", "Meet hoe goed verslagen gelezen worden, tegen met de hand gemaakt goud.", _arguments, _run
)
