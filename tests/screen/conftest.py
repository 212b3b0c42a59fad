from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph import answers, questions
from tests.screen import fake_answers

APP = Path(__file__).resolve().parents[2] / "app.py"
Open = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that looks built; what is in it comes from the fake answers."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "current").write_text("1", encoding="utf-8")
    monkeypatch.setenv("WGE_STORE", str(folder))
    st.cache_resource.clear()
    st.cache_data.clear()
    return folder


@pytest.fixture
def open_real(customer_store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page at an address, over the customer's minutes themselves."""
    monkeypatch.setenv("WGE_STORE", str(customer_store))
    st.cache_resource.clear()
    st.cache_data.clear()
    return opened


@pytest.fixture
def open_page(store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:  # noqa: ARG001 - the store must be there
    """Opens a page at an address, over the invented rows."""
    for name, function in fake_answers.FUNCTIONS.items():
        monkeypatch.setattr(answers, name, function, raising=False)
    for name, function in fake_answers.QUESTIONS.items():
        monkeypatch.setattr(questions, name, function)

    return opened


def opened(page: str = "overzicht", **parameters: str) -> AppTest:
    """A page of the app at an address."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    app.run()
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(f"graph/screen/pages/{page}.py")
    return app.run()
