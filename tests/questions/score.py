"""How many of a file of questions are answered right: `python -m tests.questions.score FILE --store STORE`.

The file is as tests/gold/questions.yaml: must_mention and must_not_mention, and the status. Wrong but
confident: `answered` with something that must not be mentioned, or where the minutes do not say.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph import answers, questions

NIM = (
    "staat niet",
    "niet in het verslag",
    "niet in de verslagen",
    "niet in de notulen",
    "noemt geen",
    "noemen geen",
    "niet genoemd",
    "niet vermeld",
    "noemen niet",
    "noemt niet",
    "zeggen niet",
    "zegt niet",
    "geen antwoord",
    "niet bekend",
    "niet gevonden",
    "niets over",
)


@dataclass(frozen=True)
class Judged:
    """A question with its answer, and what is wrong with it, if anything."""

    question: dict[str, Any]
    answer: questions.Answer
    faults: tuple[str, ...]
    confident: bool
    seconds: float


def load(file: Path) -> list[dict[str, Any]]:
    """The questions of a file."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    as_of = content.get("as_of")
    return [{"as_of": as_of, **question} for question in content["questions"]]


def judged(snapshot: answers.Snapshot, question: dict[str, Any]) -> Judged:
    """A question asked, and its answer judged."""
    began = time.perf_counter()
    answer = questions.ask(snapshot, question["question"], question.get("as_of"))
    seconds = time.perf_counter() - began
    said = answer.answer.casefold()
    rows = json.dumps([dict(row) for row in answer.rows], ensure_ascii=False).casefold()
    faults = []
    if answer.status != question["status"]:
        faults.append(f"status {answer.status}, not {question['status']}")
    for options in question.get("must_mention") or ():
        wanted = [each for option in options for each in (NIM if option == "NIM" else (str(option),))]
        if not any(each.casefold() in said for each in wanted):
            faults.append(f"misses {options}")
    forbidden = [str(text) for text in question.get("must_not_mention") or ()]
    faults += [f"says {text}" for text in forbidden if text.casefold() in said + rows]
    confident = answer.status == "answered" and (
        question["status"] in ("not_in_minutes", "not_understood")
        or any(each.startswith("says") for each in faults)
    )
    return Judged(question, answer, tuple(faults), confident and bool(faults), seconds)


def told(each: Judged) -> str:
    """A judged question in three lines."""
    mark = "!!" if each.confident else "--" if each.faults else "ok"
    query = each.answer.understood_as.query if each.answer.understood_as else None
    said = f"[{query}, {each.answer.status}] {each.answer.answer[:400]}"
    asked = f"{each.question['id']} {each.question['question']}"
    return f"{mark} {asked}\n     {said}\n     {'; '.join(each.faults)}"


def main() -> None:
    """Score the files given and print what went wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--store", required=True)
    parser.add_argument("--all", action="store_true", help="print the right ones too")
    given = parser.parse_args()
    snapshot = answers.open_snapshot(given.store)
    results = [judged(snapshot, question) for file in given.files for question in load(file)]
    for each in results:
        if each.faults or given.all:
            print(told(each))
    right = sum(not each.faults for each in results)
    confident = sum(each.confident for each in results)
    times = sorted(each.seconds * 1000 for each in results)
    print(f"{len(results)} questions: {right} right ({right / len(results):.0%}),", end=" ")
    print(f"{len(results) - right - confident} wrong, {confident} wrong but confident;", end=" ")
    print(f"median {times[len(times) // 2]:.0f} ms, slowest {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
