"""Without any minutes the app begins all the same, and each page leads to where one is added."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph import answers, intake
from graph.intake import Handed, Keeping, Outcome
from graph.screen import wording
from tests.conftest import ROOT
from tests.screen import read_back
from tests.screen.conftest import APP

_MINUTES = ROOT / "data" / "demo" / "2024-01-18-bov-duinstreek.md"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    """A folder with nothing to read in it, and no store yet."""
    minutes, store = tmp_path / "minutes", tmp_path / "store"
    minutes.mkdir()
    (minutes / "LEESMIJ").write_text("hier komen de verslagen")
    monkeypatch.setenv("WGE_MINUTES", str(minutes))
    monkeypatch.setenv("WGE_STORE", str(store))
    monkeypatch.setenv("WGE_DECISIONS", str(tmp_path / "decisions"))
    st.cache_resource.clear()
    return Keeping.at(str(store), minutes)


def _opened(page: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    return app.switch_page(f"graph/screen/pages/{page}.py").run()


def test_every_page_leads_to_adding_the_first_minutes(empty: Keeping) -> None:  # noqa: ARG001 - the setting
    pages = [name for name in (*wording.TITLES, *wording.THING_TITLES) if name not in {"toevoegen", "sparql"}]
    for page in pages:
        app = _opened(page)
        assert read_back.sound(app), page
        assert "<h1>" in read_back.html(app)
        assert wording.EMPTY_STORE in read_back.text(app)
        assert [target for target, _ in read_back.links(app)] == ["toevoegen"]


def test_the_first_minutes_can_be_added(empty: Keeping) -> None:
    app = _opened("toevoegen")
    assert read_back.sound(app)
    assert wording.EMPTY_STORE not in read_back.text(app)
    handed = Handed.of(_MINUTES.name, _MINUTES.read_bytes())
    proposal = intake.propose(handed, empty)
    assert proposal.outcome is Outcome.NEW
    assert proposal.difference.portfolios
    intake.add(handed, empty)
    assert answers.meeting_dates(answers.open_snapshot(empty.store)) == ("2024-01-18",)
    assert wording.EMPTY_STORE not in read_back.text(_opened("overzicht"))


def test_a_folder_that_is_not_there_is_told_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WGE_MINUTES", str(tmp_path / "verschreven"))
    monkeypatch.setenv("WGE_STORE", str(tmp_path / "store"))
    st.cache_resource.clear()
    shown = read_back.text(AppTest.from_file(str(APP), default_timeout=60).run())
    assert wording.BUILD_FAILED in shown
    assert not (tmp_path / "store").exists()
