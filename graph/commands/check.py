"""`check`: shapes (SHACL), places of evidence, references, decisions. Exit status 1: something was found."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.commands.command import Command, print_json, say, store_argument

if TYPE_CHECKING:
    from graph import answers


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
        for item in (*answers.check(answers.open_snapshot(given.store)), *_of_the_log())
    ]
    if given.json:
        print_json(found)
    else:
        for item in found:
            print(f"{item['severity']}: {item['message']} ({item['focus']})")
        say(f"{len(found)} bevindingen" if found else "alles in orde")
    return 1 if found else 0


def _of_the_log() -> Iterator[answers.Flaw]:
    """What is wrong with the log of decisions: lines that cannot be read, decisions that quarrel."""
    from graph.answers import Flaw
    from graph.answers.wording import DECISIONS_QUARREL
    from graph.decisions import Log, decisions_folder, effect_of
    from graph.decisions.effect import quarrels

    log = Log(decisions_folder())
    for line in log.damage():
        yield Flaw("decision", str(log.file.name), None, line, "high")
    for one, other in quarrels(effect_of(log.read())):
        yield Flaw("decision", one, None, DECISIONS_QUARREL.format(one, other), "high")


COMMAND = Command(
    "check", "Controleer de opslag: vormen (SHACL), bewijsplaatsen en verwijzingen.", _arguments, _run
)
