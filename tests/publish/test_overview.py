"""The portfolio overview in board papers: every cell with its sentence, in files that Office opens."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from graph.answers.model import Evidence
from graph.publish import overview_docx, overview_of, overview_xlsx
from graph.publish.overview import Overview
from tests.publish.find_office import converted
from tests.screen import invented

OVERVIEW = overview_of("2024-03-14", invented.PORTFOLIOS, invented.COVERAGE, [invented.MEETING])
HOSTILE = (
    "=HYPERLINK(\"http://buiten.example\")", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3",
    "<script>alert(1)</script>", "&lt;b&gt;", "{{7*7}}", "http://buiten.example",
    "\x00\x08\x1b", "\u202egnp.exe", "]]>", "file:///etc/passwd",
)  # fmt: skip


def _hostile() -> Overview:
    """The overview with something hostile in every field that comes out of a document."""
    portfolios = [
        replace(
            row,
            theme=text,
            body=text,
            requested_by=text,
            requested_profile=text,
            holders=tuple(replace(holder, person=text) for holder in row.holders),
            evidence=(Evidence("d", number, number + 1, text, text, "iri"),),
        )
        for number, (row, text) in enumerate(zip(invented.PORTFOLIOS * 2, HOSTILE, strict=False))
    ]
    return overview_of(
        "2024-03-14", portfolios, (), [replace(invented.MEETING, document="d", title=HOSTILE[0])]
    )


def test_every_cell_that_says_something_tells_where_it_stands() -> None:
    numbers = {source.number for source in OVERVIEW.sources}
    cells = [
        cell
        for section in OVERVIEW.sections
        for line in section.lines
        for cell, row in zip(line.cells, [line] * len(line.cells), strict=True)
        if cell.words != "–" and row.answer != "not_named"
    ]
    assert cells
    assert all(cell.sources and set(cell.sources) <= numbers for cell in cells)


def test_a_sentence_has_one_number_and_its_minutes() -> None:
    quotes = [source.quote for source in OVERVIEW.sources]
    assert len(quotes) == len(set(quotes))
    assert {source.meeting for source in OVERVIEW.sources} == {
        "Verslag Veiligheidsoverleg Waterrand 14 maart 2024"
    }


def test_what_is_concluded_vacant_or_contradicted_is_said_in_words() -> None:
    said = {
        line.theme: [cell.words for cell in line.cells]
        for section in OVERVIEW.sections
        for line in section.lines
    }
    assert said["Jeugdoverlast"][0] == "vacant"
    assert "gevraagd door A. de Boer" in said["Jeugdoverlast"][1]
    assert said["Havens"][1].startswith("waarschijnlijk (afgeleid")
    assert said["Evenementen"][1].startswith("tegenstrijdig")
    assert said["Zorg"][0] == "niet genoemd"
    assert said["Jeugdoverlast"][2] == "ontbreekt"


def test_the_word_document_refers_from_every_cell_to_a_source() -> None:
    document = Document(io.BytesIO(overview_docx(OVERVIEW)))
    assert document.paragraphs[0].text == "Portefeuilleoverzicht op 14 maart 2024"
    xml = zipfile.ZipFile(io.BytesIO(overview_docx(OVERVIEW))).read("word/document.xml").decode()
    anchors, marks = set(re.findall(r'w:anchor="([^"]+)"', xml)), set(re.findall(r'w:name="([^"]+)"', xml))
    assert anchors
    assert anchors == marks
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0][:2] == ["Thema", "Portefeuillehouder"]
    assert any(row[0] == "Ondermijning" and re.match(r"M\. Visser \[\d+\]", row[1]) for row in rows)
    assert xml.count("w:tblHeader") == len(document.tables)


@pytest.mark.parametrize("make", [overview_docx, overview_xlsx])
def test_the_same_overview_is_the_same_file(make: Callable[[Overview], bytes]) -> None:
    def parts(file: bytes) -> dict[str, bytes]:
        box = zipfile.ZipFile(io.BytesIO(file))
        return {name: box.read(name) for name in box.namelist()}

    assert parts(make(OVERVIEW)) == parts(make(OVERVIEW))


def test_nothing_hostile_becomes_a_formula_or_a_link() -> None:
    box = zipfile.ZipFile(io.BytesIO(overview_xlsx(_hostile())))
    sheets = [box.read(name).decode() for name in box.namelist() if "sheet" in name]
    assert not any("<f>" in sheet or "hyperlink" in sheet.lower() for sheet in sheets)
    box = zipfile.ZipFile(io.BytesIO(overview_docx(_hostile())))
    together = b"".join(box.read(name) for name in box.namelist() if name.endswith(".rels"))
    assert b"buiten.example" not in together
    assert b"\xe2\x80\xae" not in box.read("word/document.xml")


def test_an_overview_of_nothing_says_so() -> None:
    text = "\n".join(
        each.text for each in Document(io.BytesIO(overview_docx(overview_of(None, (), (), ())))).paragraphs
    )
    assert "nog geen portefeuilles" in text


@pytest.mark.parametrize("overview", [OVERVIEW, _hostile()], ids=["plain", "hostile"])
def test_libreoffice_opens_the_word_document(overview: Overview, tmp_path: Path) -> None:
    file = tmp_path / "overzicht.docx"
    file.write_bytes(overview_docx(overview))
    document = pypdfium2.PdfDocument(converted(file, "pdf", tmp_path))
    text = "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    assert "Portefeuilleoverzicht op 14 maart 2024" in text
    assert f"Pagina 1 van {len(document)}" in text
    if overview is OVERVIEW:
        assert "Dhr. Visser is portefeuillehouder Ondermijning." in " ".join(text.split())


@pytest.mark.parametrize("overview", [OVERVIEW, _hostile()], ids=["plain", "hostile"])
def test_libreoffice_opens_the_workbook_and_finds_text_in_every_cell(
    overview: Overview, tmp_path: Path
) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes(overview_xlsx(overview))
    saved = converted(file, "csv:Text - txt - csv (StarCalc):59,34,76,1", tmp_path)
    rows = list(csv.reader(io.StringIO(saved.read_text(encoding="utf-8")), delimiter=";"))
    assert rows[0][0] == "Portefeuilleoverzicht op 14 maart 2024"
    lines = [line for section in overview.sections for line in section.lines]
    assert len(rows) == 3 + len(lines)
    if overview is OVERVIEW:
        themes = [row[1] for row in rows[3:]]
        assert themes == [line.theme for line in lines]
    else:
        shown = {row[1] for row in rows[3:]}
        assert {'=HYPERLINK("http://buiten.example")', "-2+3", "@SUM(A1)"} <= shown  # as text, not worked out
