"""A store that cannot be used is a message in Dutch, never a traceback; nothing is made in its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.store.folder import FORMAT
from tests.conftest import ROOT


def newer(folder: Path) -> str:
    folder.mkdir()
    (folder / "format.json").write_text('{"format": 99}')
    (folder / "current").write_text("1")
    return str(folder)


def a_file(folder: Path) -> str:
    folder.write_text("geen map")
    return str(folder)


def somebody_elses(folder: Path) -> str:
    folder.mkdir()
    (folder / "brief.txt").write_text("hoi")
    return str(folder)


def broken(folder: Path) -> str:
    folder.mkdir()
    (folder / "format.json").write_text(json.dumps({"format": FORMAT}))
    (folder / "current").write_text("9")
    return str(folder)


STORES: dict[str, Callable[[Path], str]] = {
    "nieuwere versie": newer,
    "is een bestand": a_file,
    "bevat andere bestanden": somebody_elses,
    "is beschadigd": broken,
    "is niet te bereiken": lambda _folder: "http://127.0.0.1:9/sparql",
}


@pytest.mark.parametrize("told", STORES)
def test_a_store_that_cannot_be_used_is_a_message(
    told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WGE_STORE", STORES[told](tmp_path / "store"))
    st.cache_resource.clear()
    before = sorted(tmp_path.rglob("*"))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    shown = " ".join(str(getattr(item, "body", item)) for item in app.get("html"))
    assert not app.exception
    assert told in shown
    assert "Traceback" not in shown
    assert sorted(tmp_path.rglob("*")) == before
