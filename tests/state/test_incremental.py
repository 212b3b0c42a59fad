"""Rebuilding the state: what is worked out piece by piece comes to the same as all of it from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.build import build_store
from graph.catalogue import open_catalogue, settle
from graph.facts.model import Reading
from graph.registry import Identity, theme_scheme
from graph.state import derive, load_rules
from graph.state.triples import quads
from graph.store.embedded import dump
from graph.store.identifiers import identifier
from tests.series.test_truth import FOLDER
from tests.state.invented import readings
from tests.state.test_laws import corpora

RULES = load_rules()


class Kept:
    """A state that a catalogue keeps up to date, as the lines of its graph."""

    def __init__(self) -> None:
        self.catalogue = open_catalogue(None, "test")
        self.lines: set[str] = set()
        self.worked_out = 0

    def settle(self, identity: Identity) -> None:
        settled = settle(self.catalogue, theme_scheme(), RULES, identity)
        assert settled.gone <= self.lines
        assert not settled.come & self.lines
        self.lines = (self.lines - settled.gone) | settled.come
        self.worked_out = settled.worked_out

    def take(self, found: list[Reading]) -> None:
        for reading in found:
            self.catalogue.put(reading, "7")
        self.settle(Identity())


def at_once(found: list[Reading], identity: Identity) -> set[str]:
    state = derive(found, theme_scheme(), RULES, identity)
    return {f"{quad.subject} {quad.predicate} {quad.object} ." for quad in quads(state)}


_PEOPLE = ["a-bos", "anna-bos", "b-vos", "c-smit", "cor-smit", "karel-smit"]
_THINGS = [
    *(identifier("person", name).value for name in _PEOPLE),
    *(identifier("theme", name).value for name in ("ondermijning", "jeugd", "lokale-helden")),
    *(identifier("body", name).value for name in ("raad-oost", "raad-west", "stuurgroep-jeugd")),
]


@st.composite
def identities(draw: st.DrawFn) -> Identity:
    kind = draw(st.sampled_from(["person", "theme", "body"]))
    things = st.sampled_from([each for each in _THINGS if f"/{kind}/" in each])
    pairs = st.lists(
        st.tuples(things, things).filter(lambda pair: pair[0] < pair[1]), max_size=2, unique=True
    )
    return Identity(tuple(draw(pairs)), tuple(draw(pairs)))


@settings(max_examples=60, deadline=None)
@given(corpus=corpora(), data=st.data())
def test_a_document_more_or_less_gives_what_building_from_nothing_gives(
    corpus: list[Reading], data: st.DataObject
) -> None:
    kept = Kept()
    there: list[Reading] = []
    identity = Identity()
    for reading in data.draw(st.permutations(corpus)):
        there.append(reading)
        kept.catalogue.put(reading, "7")
        if data.draw(st.booleans(), label="settle now"):
            identity = data.draw(identities())
            kept.settle(identity)
            assert kept.lines == at_once(there, identity)
    for reading in data.draw(st.permutations(corpus)):
        there.remove(reading)
        kept.catalogue.drop(reading.document.id)
        kept.settle(identity)
        assert kept.lines == at_once(there, identity)
    assert kept.lines == set()


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
    kept = Kept()
    kept.take(readings([EAST, WEST]))
    kept.take(readings([EAST, WEST, new]))
    assert kept.worked_out == reopened


def test_a_portfolio_that_other_minutes_speak_of_is_reopened() -> None:
    kept = Kept()
    kept.take(readings([EAST, WEST]))
    new = meeting(3, "Raad Zuid", "C. Smit", "Wonen")
    new["says"][0]["portfolio"]["body"] = "Raad Oost"
    kept.take(readings([EAST, WEST, new]))
    assert kept.worked_out == 2


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
