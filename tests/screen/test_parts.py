from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from streamlit.testing.v1 import AppTest

from graph import answers
from graph.answers.model import FactMark, Figure
from graph.errors import InputError
from graph.screen import address, marking, markup, style, wording
from graph.screen.shelf import Shelf
from tests.screen import fake_answers, read_back
from tests.screen.conftest import APP


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2023-04-20", "20 april 2023"), ("2024-12-01", "1 december 2024"), (None, "zonder datum"), ("x", "x")],
)
def test_dates_are_dutch(iso: str | None, words: str) -> None:
    assert wording.date_in_words(iso) == words


@given(st.text())
def test_a_label_comes_out_of_markdown_as_it_went_in(text: str) -> None:
    escaped = markup.plain(text)
    assert "![" not in escaped
    assert "](" not in escaped


@pytest.mark.parametrize(
    ("page", "value", "expected"),
    [
        ("portefeuilles", "vacant", {"antwoord": "vacant"}),
        ("hiaten", "high", {"ernst": "high"}),
        ("hiaten", "vacant", {"soort": "vacant"}),
        ("hiaten", "open_question", {"regel": "open_question"}),
        ("hiaten", None, {}),
    ],
)
def test_a_figure_leads_to_the_filter_that_it_counts(
    page: str, value: str | None, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "_raw", lambda _name: None)
    assert address.to_figure(Figure("open", "x", 1, page, value)) == expected


@given(st.data())
def test_highlighting_changes_no_letter_of_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text("abc <&>\n.", min_size=1, max_size=60))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda s: s[0] < s[1])
    kinds = st.sampled_from(["portfolio", "statement", "person", "conflict", "new kind"])
    marks = [
        FactMark(f"f{number}", data.draw(kinds), "soort", "stated", "x", *span)
        for number, span in enumerate(data.draw(st.lists(spans, max_size=5)))
    ]
    layer = marking.Marking(
        tuple(marks[1:]),
        data.draw(st.none() | spans),
        tuple(data.draw(st.lists(spans, max_size=2))),
        tuple(marks),
    )
    page = LexborHTMLParser(marking.to_html(text, (), layer))
    ids = [node.attributes["id"] for node in page.css(".wge-place")]
    assert len(ids) == len(set(ids))
    for hidden in page.css(".wge-hidden"):
        hidden.decompose()
    shown = page.body.text() if page.body else ""
    assert shown == "".join(line for line in text.splitlines() if line.strip())


def test_every_kind_of_fact_has_a_highlight() -> None:
    kinds = {
        "person", "attendance", "office", "theme", "body", "structure", "portfolio", "role", "succession",
        "missing", "statement", "decision", "promise", "progress", "event", "conflict",
            "correction",
    }  # fmt: skip
    assert kinds == frozenset().union(*(group.kinds for group in style.HIGHLIGHTS))


def test_every_sign_has_words_and_a_colour() -> None:
    sheet = style.SHEET.read_text(encoding="utf-8")
    for code in wording.MEANINGS:
        assert wording.ANSWERS[code]
        assert wording.SIGNS[code]
    assert all(f"wge-mark-{group.name}" in sheet for group in style.HIGHLIGHTS)
    assert "http" not in sheet
    assert "@import" not in sheet


def test_the_shelf_takes_the_next_generation_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ageing(fake_answers.FakeSnapshot):
        def is_current(self) -> bool:
            return self.generation == newest

    newest = "1"
    monkeypatch.setattr(answers, "open_snapshot", lambda folder: Ageing(folder, newest), raising=False)
    shelf = Shelf(str(tmp_path))
    first = shelf.current()
    assert shelf.current() is first
    newest = "2"
    assert shelf.current().generation == "2"


def test_a_store_that_cannot_be_opened_is_one_dutch_message(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise InputError(str(store), "was made by a newer version", "use that version")

    for name, function in (fake_answers.FUNCTIONS | {"open_snapshot": refuse}).items():
        monkeypatch.setattr(answers, name, function, raising=False)
    app = AppTest.from_file(str(APP), default_timeout=30).run()
    assert not app.exception
    assert wording.STORE_FAILED in read_back.text(app)


def test_a_document_is_named_with_what_its_title_lacks() -> None:
    assert (
        wording.document_name("Besluitenlijst", "raad", "2024-11-14")
        == "Besluitenlijst · raad · 14 november 2024"
    )
    assert (
        wording.document_name("Verslag DVO 20 april 2023", "DVO", "2023-04-20") == "Verslag DVO 20 april 2023"
    )
    assert wording.document_name("Ledenlijst", None, None) == "Ledenlijst · zonder datum"
