"""`check`: shapes (SHACL), places of evidence, references. Exit status 1 when something was found."""

from __future__ import annotations

import argparse
from typing import Any

from graph.commands.command import Command, print_json, say, store_argument


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON")
    store_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers

    found: list[dict[str, Any]] = [
        {
            "shape": item.shape,
            "focus": item.focus,
            "path": item.path,
            "message": item.message,
            "severity": item.severity,
        }
        for item in answers.check(answers.open_snapshot(given.store))
    ]
    if given.json:
        print_json(found)
    else:
        for item in found:
            print(f"{item['severity']}: {item['message']} ({item['focus']})")
        say(f"{len(found)} bevindingen" if found else "alles in orde")
    return 1 if found else 0


COMMAND = Command(
    "check", "Controleer de opslag: vormen (SHACL), bewijsplaatsen en verwijzingen.", _arguments, _run
)
