"""`check`: shapes (SHACL), places of evidence, references, decisions. Exit status 1: something was found."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.commands.command import (
    Command,
    decisions_argument,
    decisions_of,
    print_json,
    say,
    store_argument,
)

if TYPE_CHECKING:
    from graph import answers
    from graph.decisions import Log


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="als JSON")
    store_argument(parser)
    decisions_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers

    snapshot = answers.open_snapshot(given.store)
    known = answers.outcomes(snapshot)
    found: list[dict[str, Any]] = [
        {
            "shape": item.shape,
            "focus": item.focus,
            "path": item.path,
            "message": item.message,
            "severity": item.severity,
        }
        for item in (*answers.check(snapshot), *_of_the_log(decisions_of(given), frozenset(known)))
    ]
    if given.json:
        print_json(found)
    else:
        for item in found:
            print(f"{item['severity']}: {item['message']} ({item['focus']})")
        say(f"{len(found)} bevindingen" if found else "alles in orde")
    return 1 if found else 0


def _of_the_log(log: Log, shown: frozenset[str]) -> Iterator[answers.Flaw]:
    """What is wrong with the log of decisions: lines that cannot be read, decisions that do not count yet.

    `shown`: ids of the decisions that the store knows.
    """
    from graph.answers import Flaw, wording

    for line in log.damage():
        yield Flaw("decision", str(log.file.name), None, line, "high")
    for decision in log.read():
        if decision.id not in shown:
            yield Flaw("decision", decision.id, None, wording.DECISION_NOT_YET, "low")


COMMAND = Command(
    "check", "Controleer de opslag: vormen (SHACL), bewijsplaatsen en verwijzingen.", _arguments, _run
)
