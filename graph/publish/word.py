"""The portfolio overview as a Word document that can go into a board's papers as it is.

Every cell carries the numbers of its sources, which lead to the sentences at the end and back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from graph.dutch.written import in_words
from graph.publish import wording
from graph.publish.clean import clean
from graph.publish.overview import Overview, Said, Section, Source

_INK, _LINE, _SHADE = RGBColor(0x1B, 0x2A, 0x41), "9AA5B1", "E8EDF3"
_WIDTHS = (Cm(4.2), Cm(4.4), Cm(6.6), Cm(4.0), Cm(3.9), Cm(3.6))
_SOURCE_WIDTHS = (Cm(1.3), Cm(14.0), Cm(4.0), Cm(7.4))
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # the same overview is the same file


def to_docx(overview: Overview) -> bytes:
    """The file."""
    document = Document()
    _set_up(document)
    day = in_words(overview.as_of) if overview.as_of else None
    document.core_properties.title = wording.title(day)
    document.core_properties.language = "nl-NL"
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = _EPOCH
    document.add_heading(wording.title(day), level=1)
    document.add_paragraph(wording.made_of(overview.documents))
    for section in overview.sections:
        _section(document, section)
    if not overview.sections:
        document.add_paragraph(wording.NOTHING)
    _legend(document)
    if overview.sources:
        _sources(document, overview.sources)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Doc) -> None:
    """A4 on its side, one typeface, page numbers, and Dutch as the language for the speller."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = Cm(1.5)
    page.top_margin = page.bottom_margin = Cm(1.8)
    for name, size in (("Normal", 10), ("Heading 1", 20), ("Heading 2", 14)):
        font = document.styles[name].font
        font.name, font.size = "Calibri", Pt(size)
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            font.color.rgb = _INK
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    footer = page.footer.paragraphs[0]
    footer.add_run(wording.PAGE)
    _field(footer, "PAGE")
    footer.add_run(wording.PAGE_OF)
    _field(footer, "NUMPAGES")


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for fields


def _section(document: Doc, section: Section) -> None:
    document.add_heading(clean(section.body), level=2)
    if section.lines:
        table = _table(document, wording.OVERVIEW_COLUMNS, _WIDTHS)
        for line in section.lines:
            cells = table.add_row().cells  # type: ignore[no-untyped-call]
            _write(cells[0], Said(line.theme), bold=True)
            for cell, said in zip(cells[1:], line.cells, strict=True):
                _write(cell, said)
        _fit(table, _WIDTHS)
    if section.topics:
        paragraph = document.add_paragraph(f"{wording.TOPICS} ")
        paragraph.paragraph_format.space_before = Pt(6)
        for number, topic in enumerate(section.topics):
            _say(paragraph, topic if number == 0 else Said(f"; {topic.words}", topic.sources))


def _legend(document: Doc) -> None:
    document.add_heading(wording.LEGEND_HEADING, level=2)
    for line in wording.LEGEND:
        document.add_paragraph(line)


def _sources(document: Doc, sources: Iterable[Source]) -> None:
    document.add_heading(wording.SOURCES_HEADING, level=2)
    table = _table(document, wording.SOURCE_COLUMNS, _SOURCE_WIDTHS)
    for source in sources:
        cells = table.add_row().cells  # type: ignore[no-untyped-call]
        _bookmark(cells[0].paragraphs[0], source.number)
        told = f"“{source.quote}”", source.speaker or "", source.meeting
        for cell, words in zip(cells[1:], told, strict=True):
            _write(cell, Said(words))
    _fit(table, _SOURCE_WIDTHS)


def _table(document: Doc, columns: Iterable[str], widths: tuple[Cm, ...]) -> Table:
    """A table whose heading line comes back on every page, and whose rows are not broken in two."""
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        _write(cell, Said(column), bold=True)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _SHADE)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - nor for shades
    heading = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(heading)  # noqa: SLF001 - nor for lines that come back
    _lines(table)
    return table


def _lines(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("color", _LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties = table._tbl.tblPr  # noqa: SLF001 - nor for lines of our own
    after = next(child for child in properties if child.tag in {qn("w:tblLayout"), qn("w:tblLook")})
    after.addprevious(borders)  # Word minds the order


def _fit(table: Table, widths: tuple[Cm, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - nor for this
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _write(cell: _Cell, said: Said, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    _say(paragraph, said, bold=bold)


def _say(paragraph: Paragraph, said: Said, *, bold: bool = False) -> None:
    paragraph.add_run(clean(said.words)).bold = bold
    for number in said.sources if said.words else ():
        paragraph.add_run(" ")
        _link(paragraph, number)


def _link(paragraph: Paragraph, number: int) -> None:
    """A number that leads to its source, inside the document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"bron-{number}")
    run = paragraph.add_run(f"[{number}]")
    run.font.size = Pt(8)
    link.append(run._r)  # noqa: SLF001 - nor for links inside the document
    paragraph._p.append(link)  # noqa: SLF001


def _bookmark(paragraph: Paragraph, number: int) -> None:
    """The number of a source, as the place that its links lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"bron-{number}")
    paragraph._p.append(start)  # noqa: SLF001 - nor for bookmarks
    paragraph.add_run(str(number))
    paragraph._p.append(end)  # noqa: SLF001
