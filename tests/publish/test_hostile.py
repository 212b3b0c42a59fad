"""Files to take away, over hostile rows: text in every cell, no formula, no link, nothing from outside."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from graph.map import render
from graph.publish import overview_docx, overview_of, overview_xlsx, portfolios_csv
from graph.publish.sheet import cell
from tests.hostile import HOSTILE, OUTSIDE
from tests.screen import hostile_rows, invented

PORTFOLIOS = hostile_rows.each(invented.PORTFOLIOS)
OVERVIEW = overview_of(
    "2024-03-14", PORTFOLIOS, hostile_rows.each(invented.COVERAGE), hostile_rows.each((invented.MEETING,))
)
_NUMBER = ("-", "+")


def _parts(file: bytes, ending: str) -> dict[str, str]:
    box = zipfile.ZipFile(io.BytesIO(file))
    return {name: box.read(name).decode() for name in box.namelist() if name.endswith(ending)}


def test_no_cell_of_the_csv_is_a_formula() -> None:
    made = portfolios_csv(PORTFOLIOS, (invented.MEETING,)).decode("utf-8-sig")
    cells = [each for line in csv.reader(io.StringIO(made, newline=""), delimiter=";") for each in line]
    assert len(cells) > len(HOSTILE)
    assert [each for each in cells if each.lstrip().startswith(("=", "@", "|"))] == []
    assert [each for each in cells if each.lstrip().startswith(_NUMBER) and cell(each) != each] == []


def test_the_workbook_holds_text_alone() -> None:
    parts = _parts(overview_xlsx(OVERVIEW), ".xml") | _parts(overview_xlsx(OVERVIEW), ".rels")
    sheets = [text for name, text in parts.items() if "worksheets/" in name]
    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    assert not any("External" in text for text in parts.values())


def test_the_document_refers_to_nothing_outside() -> None:
    parts = _parts(overview_docx(OVERVIEW), ".rels")
    assert parts
    assert not any(OUTSIDE in text or "javascript" in text for text in parts.values())


@pytest.mark.parametrize(
    "outside", [f'src="http://{OUTSIDE}', f'href="http://{OUTSIDE}', 'onerror="', "<base"]
)
def test_the_file_of_the_map_loads_nothing(outside: str) -> None:
    assert outside not in render(hostile_rows.board(), title=HOSTILE[0])
