from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers.model import Table
from graph.publish import portfolios_csv, table_csv
from graph.publish.sheet import cell
from tests.screen import invented


def _read(file: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_overview_has_a_line_for_every_portfolio_with_its_answer_in_words() -> None:
    lines = _read(portfolios_csv(invented.PORTFOLIOS, [invented.MEETING]))
    assert lines[0][:4] == ["Thema", "Orgaan", "Antwoord", "Portefeuillehouder"]
    assert len(lines) == 1 + len(invented.PORTFOLIOS)
    by_theme = {line[0]: line for line in lines[1:]}
    assert by_theme["Jeugdoverlast"][2:4] == ["vacant", ""]
    assert by_theme["Ondermijning"][2:4] == ["genoemd in het verslag", "M. Visser"]
    assert by_theme["Havens"][2].startswith("waarschijnlijk")
    assert by_theme["Jeugdoverlast"][-1] == invented.ASKED.quote


def test_the_file_opens_in_a_dutch_spreadsheet() -> None:
    file = portfolios_csv((), ())
    assert file.startswith(b"\xef\xbb\xbf")
    assert b"Thema;Orgaan" in file


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "\r=1", "|x", "=HYPERLINK(1)"]
)
def test_a_formula_is_made_harmless(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3", "-2,5", "3.14", "Zorg - Veiligheid", "a=b", ""])
def test_numbers_and_plain_text_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


def test_a_query_result_keeps_its_columns_and_empty_cells() -> None:
    table = Table(("a", "=b"), (("1", None), ("=1", "x;y")), truncated=False, milliseconds=1.0)
    assert _read(table_csv(table)) == [["a", "'=b"], ["1", ""], ["'=1", "x;y"]]


@given(st.text())
def test_no_cell_ever_begins_as_a_formula(text: str) -> None:
    made = cell(text)
    assert made.lstrip()[:1] not in tuple("=@") or not made.strip()
