"""Searching over all minutes: what stands around a sentence, and where there is nothing to search in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph import answers
from graph.build import build_store

MINUTES = """Verslag Overleg Zorg Hoekdam
Datum: 14 maart 2024
Aanwezig: A. de Boer, M. Visser

1. Meldingen
De cijfers zijn bekend. Dhr. Visser meldt dat het aantal meldingen daalt. Dat is goed nieuws.
2. Rondvraag
Mevr. De Boer vraagt naar de meldingen over leegstand.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searching")
    (folder / "verslag.txt").write_text(MINUTES, encoding="utf-8")
    build_store([folder / "verslag.txt"], folder / "store")
    return folder / "store"


def test_a_sentence_is_found_with_its_neighbours_and_its_place(store: Path) -> None:
    snapshot = answers.open_snapshot(store)
    hits = answers.search(snapshot, "daalt melding", limit=5)
    assert hits is not None
    assert (hits.every, hits.some) == (1, 3)
    (hit,) = hits.found
    assert hit.quote == "Dhr. Visser meldt dat het aantal meldingen daalt."
    assert (hit.before, hit.after) == ("De cijfers zijn bekend.", "Dat is goed nieuws.")
    assert [hit.quote[start:end] for start, end in hit.highlights] == ["meldingen", "daalt"]
    stored = answers.document(snapshot, hit.document)
    assert stored is not None
    assert stored.text[hit.start : hit.end] == hit.quote


def test_sentences_with_some_of_the_words_come_when_none_has_them_all(store: Path) -> None:
    hits = answers.search(answers.open_snapshot(store), "leegstand cijfers", limit=5)
    assert hits is not None
    assert hits.every == 0
    assert {hit.quote for hit in hits.found} == {
        "De cijfers zijn bekend.",
        "Mevr. De Boer vraagt naar de meldingen over leegstand.",
    }


def test_a_period_without_meetings_has_no_hits(store: Path) -> None:
    hits = answers.search(answers.open_snapshot(store), "meldingen", limit=5, until="2024-03-13")
    assert hits == answers.Hits((), 0, 0)


def test_without_an_index_that_is_said(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "store", symlinks=True)
    for index in tmp_path.glob("store/generations/*/index"):
        shutil.rmtree(index)
    snapshot = answers.open_snapshot(tmp_path / "store")
    assert not answers.can_search(snapshot)
    assert answers.search(snapshot, "meldingen", limit=5) is None
