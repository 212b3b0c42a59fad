"""`read FILE [--json|--text]`: one document to facts, or to its plain text."""

from __future__ import annotations

import argparse
import sys

from graph.commands.command import Command, file_argument, print_json, say


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=file_argument, metavar="BESTAND", help="een verslag: .txt .md .html .docx .pdf"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="alle feiten als JSON")
    shape.add_argument(
        "--text", action="store_true", help="de tekst waar de plaatsen van de feiten in wijzen"
    )


def _run(given: argparse.Namespace) -> int:
    from graph.facts import read as facts
    from graph.facts.contract import as_json

    if given.text:
        return _text(given)
    reading = facts.read(given.file)
    for warning in reading.warnings:
        say(f"let op: {warning}")
    if given.json:
        print_json(as_json(reading))
        return 0
    meeting, coverage = reading.meeting, reading.coverage
    print(
        f"{meeting.body or 'Overleg'}, {meeting.date}: {len(reading.facts)} feiten, "
        f"{coverage.with_a_fact} van {coverage.sentences} zinnen gelezen"
    )
    for fact in reading.facts:
        print(f"  {fact.kind:<11} {' '.join(fact.evidence[0].quote.split())[:110]}")
    return 0


def _text(given: argparse.Namespace) -> int:
    from graph.minutes.read import masked

    found = masked(given.file)
    for warning in found.warnings:
        say(f"let op: {warning}")
    sys.stdout.write(found.text)
    return 0


COMMAND = Command(
    "read", "Lees één verslag: feiten of platte tekst; de opslag blijft onaangeroerd.", _arguments, _run
)
