"""The truth of the fictional series is sound: quotes stand in the minutes, names are known, dates fit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.facts.read import read

FOLDER = Path(__file__).parents[2] / "data" / "demo"
TRUTH = Path(__file__).parent / "truth.yaml"
FICTION = "Fictief verslag – alle personen en gemeenten zijn verzonnen."
DATES = 6


@cache
def truth() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(TRUTH.read_text(encoding="utf-8"))
    return loaded


@cache
def lines(name: str) -> tuple[str, ...]:
    return tuple((FOLDER / name).read_text(encoding="utf-8").splitlines())


def quotes(value: Any) -> Iterator[tuple[str, str]]:
    """Every file with a quote, however deep it stands."""
    if isinstance(value, dict):
        if "file" in value and "quote" in value:
            yield value["file"], value["quote"]
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)


def ids(kind: str) -> set[str]:
    return {entry["id"] for entry in truth()[kind]}


def test_the_series_is_the_files_of_its_folder() -> None:
    assert {entry["file"] for entry in truth()["files"]} == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_every_file_says_that_it_is_fiction_and_is_read_as_the_meeting_it_is(path: Path) -> None:
    said = next(entry for entry in truth()["files"] if entry["file"] == path.name)
    body = next(entry["name"] for entry in truth()["bodies"] if entry["id"] == said["body"])
    meeting = read(path).meeting
    assert FICTION in lines(path.name)
    assert (meeting.body, meeting.date) == (body, said["date"])


def test_every_quote_stands_in_one_line_of_its_file() -> None:
    found = set(quotes(truth()))
    assert len(found) > len(truth()["files"])
    assert [(name, quote) for name, quote in found if not any(quote in line for line in lines(name))] == []


def test_the_six_dates_speak_of_what_the_series_knows() -> None:
    dates = truth()["dates"]
    assert len({entry["date"] for entry in dates}) == DATES
    for entry in dates:
        for row in entry["holders"]:
            assert row["body"] in ids("bodies")
            assert row["theme"] in ids("themes")
            assert set(row["holders"]) <= ids("people")
            assert row["first_seen"] <= row["last_seen"] <= entry["date"]
            assert bool(row["holders"]) == (row["answer"] in {"stated", "contradicted"})
        assert {row["body"] for row in entry["bodies"]} <= ids("bodies")
        assert {row["id"] for row in entry["promises"]} <= ids("promises")


def test_nothing_is_known_before_its_meeting() -> None:
    held = {entry["file"]: entry["date"] for entry in truth()["files"]}
    for entry in truth()["dates"]:
        assert all(held[name] <= entry["date"] for name, _ in quotes(entry))
