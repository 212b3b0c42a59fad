"""Rebuilding the state: what is remembered and what is worked out anew come to the same as from nothing."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build_store
from graph.facts.model import Reading
from graph.registry import theme_scheme
from graph.state import CircleState, derive, load_rules
from graph.state.triples import quads
from graph.store.embedded import dump
from tests.series.test_truth import FOLDER
from tests.state.invented import readings
from tests.state.test_laws import corpora

RULES = load_rules()


@dataclass
class Remembered:
    """A memory that keeps states as bytes, as files do, and counts what it did not know."""

    kept: dict[str, bytes] = field(default_factory=dict)
    worked_out: int = 0

    def recall(self, signature: str) -> CircleState | None:
        found = self.kept.get(signature)
        return msgspec.json.decode(found, type=CircleState) if found else None

    def keep(self, signature: str, state: CircleState) -> None:
        self.worked_out += signature not in self.kept
        self.kept[signature] = msgspec.json.encode(state)


@settings(max_examples=60, deadline=None)
@given(corpus=corpora(), data=st.data())
def test_a_document_more_or_less_gives_what_building_from_nothing_gives(
    corpus: list[Reading], data: st.DataObject
) -> None:
    memory = Remembered()
    there: list[Reading] = []
    for reading in data.draw(st.permutations(corpus)):
        there.append(reading)
        assert quads(derive(there, theme_scheme(), RULES, memory)) == quads(
            derive(there, theme_scheme(), RULES)
        )
    for reading in data.draw(st.permutations(corpus)):
        there.remove(reading)
        assert quads(derive(there, theme_scheme(), RULES, memory)) == quads(
            derive(there, theme_scheme(), RULES)
        )


def meeting(number: int, body: str, person: str, theme: str) -> dict[str, Any]:
    return {
        "id": f"doc-{number}",
        "date": f"2024-0{number}-01",
        "body": body,
        "says": [
            {"text": f"{person} over {theme}.", "portfolio": {"theme": theme, "holder": person}},
        ],
    }


EAST = meeting(1, "Raad Oost", "A. Bos", "Ondermijning")
WEST = meeting(2, "Raad West", "B. Vos", "Jeugd")


@pytest.mark.parametrize(
    ("new", "reopened"),
    [
        (meeting(3, "Raad Zuid", "C. Smit", "Wonen"), 1),  # shares nothing: its own circle alone
        (meeting(3, "Raad Oost", "C. Smit", "Wonen"), 1),  # shares a body
        (meeting(3, "Raad Zuid", "A. Bos", "Wonen"), 1),  # shares a person, who stays who they are
        (meeting(3, "Raad Zuid", "Anna Bos", "Wonen"), 2),  # A. Bos is known by another name from now on
        (meeting(3, "Raad Zuid", "C. Smit", "Jeugd"), 1),  # shares a theme, which stays what it is
    ],
)
def test_only_what_shares_a_name_is_worked_out_again(new: dict[str, Any], reopened: int) -> None:
    memory = Remembered()
    derive(readings([EAST, WEST]), theme_scheme(), RULES, memory)
    before = memory.worked_out
    derive(readings([EAST, WEST, new]), theme_scheme(), RULES, memory)
    assert memory.worked_out - before == reopened


def test_a_portfolio_that_other_minutes_speak_of_is_reopened() -> None:
    memory = Remembered()
    derive(readings([EAST, WEST]), theme_scheme(), RULES, memory)
    before = memory.worked_out
    new = meeting(3, "Raad Zuid", "C. Smit", "Wonen")
    new["says"][0]["portfolio"]["body"] = "Raad Oost"
    derive(readings([EAST, WEST, new]), theme_scheme(), RULES, memory)
    assert memory.worked_out - before == 2


def test_a_store_built_one_by_one_is_the_store_built_at_once(tmp_path: Path) -> None:
    build_store([FOLDER], tmp_path / "at-once")
    reports = [build_store([path], tmp_path / "one-by-one") for path in sorted(FOLDER.iterdir())]
    assert dump(tmp_path / "at-once") == dump(tmp_path / "one-by-one")
    assert all(report.worked_out <= 3 for report in reports)
    remembered = tmp_path / "one-by-one" / "remembered"
    shutil.rmtree(remembered)
    build_store([FOLDER], tmp_path / "one-by-one")
    assert dump(tmp_path / "at-once") == dump(tmp_path / "one-by-one")
    for path in remembered.iterdir():
        path.write_bytes(b"{")
    build_store([FOLDER], tmp_path / "one-by-one")
    assert dump(tmp_path / "at-once") == dump(tmp_path / "one-by-one")
