"""`ask`: a question in plain Dutch, answered from the store."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from graph.commands.command import Command, as_of_argument, print_json, say, store_argument
from graph.errors import InputError


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="VRAAG", help="de vraag, tussen aanhalingstekens")
    parser.add_argument(
        "--batch", metavar="BESTAND", help="een vraag per regel, eventueel met DATUM en een tab ervoor"
    )
    as_of_argument(parser)
    store_argument(parser)


def _run(given: argparse.Namespace) -> int:
    from graph import answers, questions

    if (given.question is None) == (given.batch is None):
        raise InputError(
            "ask", "wil één vraag, of een bestand met --batch", 'bijvoorbeeld: ask "Wie gaat er over …?"'
        )
    snapshot = answers.open_snapshot(given.store)
    if given.batch is not None:
        return _batch(snapshot, given)
    answer = questions.ask(snapshot, given.question, given.as_of)
    if given.json:
        print_json(questions.as_json(answer))
    else:
        _print(answer)
    return 0


def _print(answer: questions.Answer) -> None:  # type: ignore[name-defined] # noqa: F821 - loaded when it runs
    say(f"peildatum {answer.as_of}")
    print(answer.answer)
    for place in answer.evidence:
        speaker = f"{place.speaker}: " if place.speaker else ""
        print(f"  {speaker}«{' '.join(place.quote.split())}» ({place.document})")
    for each in answer.alternatives:
        print(f"  ? {each.question}")


def _batch(snapshot: answers.Snapshot, given: argparse.Namespace) -> int:  # type: ignore[name-defined] # noqa: F821
    from graph import questions

    found = []
    for number, line in enumerate(_lines(given.batch), start=1):
        date, tab, rest = line.partition("\t")
        try:
            found.append(questions.ask(snapshot, rest if tab else line, date.strip() if tab else given.as_of))
        except InputError as error:
            where = f"{given.batch}, regel {number}"
            raise InputError(
                where, "begint niet met een bestaande datum", "schrijf jaar-maand-dag"
            ) from error
    for answer in found:
        if given.json:
            sys.stdout.write(json.dumps(questions.as_json(answer), ensure_ascii=False) + "\n")
        else:
            print(f"{answer.question}\n  {answer.answer}")
    return 0


def _lines(name: str) -> list[str]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            name, "kan niet worden gelezen", "geef een tekstbestand met een vraag per regel"
        ) from error
    return [line for line in text.splitlines() if line.strip()]


COMMAND = Command("ask", "Een vraag in gewoon Nederlands, beantwoord uit de verslagen.", _arguments, _run)
