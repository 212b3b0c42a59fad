"""The customer's minutes in the index: what a secretary would look for, and what nobody may find."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Reading
from graph.facts.read import read
from graph.index import Index
from tests.conftest import MINUTES
from tests.index.minutes import indexed, settled


@pytest.fixture(scope="module")
def minutes() -> Reading:
    return read(MINUTES)


@pytest.fixture(scope="module")
def index(minutes: Reading, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return indexed(tmp_path_factory.mktemp("index"), [minutes])


def test_a_sentence_with_who_says_it(index: Index, minutes: Reading) -> None:
    passage = index.search("wanneer was de ondermijningsweek in maart")[0].passage
    assert "ondermijningsweek van 6 maart 2023" in passage.quote
    assert passage.speakers == ("A. Gerritsen",)
    assert minutes.text[passage.start : passage.end] == passage.quote


def test_every_quote_stands_in_the_text(index: Index, minutes: Reading) -> None:
    for found in index.search("politie veiligheid gemeenten overleg mensenhandel zorgfraude", limit=100):
        passage = found.passage
        assert minutes.text[passage.start : passage.end] == passage.quote
        assert all(0 <= first < last <= len(passage.quote) for first, last in found.highlights)


def test_a_person_discussed_as_a_case_is_nowhere(
    index: Index, minutes: Reading, case_person: str, tmp_path: Path
) -> None:
    name = case_person.rsplit(maxsplit=1)[-1]
    assert all(name not in found.passage.quote for found in index.search(case_person))
    settled(tmp_path / "work", [minutes])
    for file in (tmp_path / "work").iterdir():
        assert name.lower().encode() not in file.read_bytes().lower()
