"""Word documents: the main part's text, straight from the zip. Macros, links and objects are never opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.source import LARGEST_FILE, Source, check_length

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of a docx; tables become rows of cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            size = archive.getinfo(_MAIN).file_size
            if size > LARGEST_FILE:
                raise InputError(
                    source.name, "is uitgepakt groter dan 100 MB", "splits het in één bestand per vergadering"
                )
            with archive.open(_MAIN) as part:
                content = part.read(LARGEST_FILE + 1)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (
        zipfile.BadZipFile,
        KeyError,
        etree.XMLSyntaxError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
    ) as error:
        raise InputError(
            source.name, "is geen gaaf docx-bestand", "open het in een tekstverwerker en bewaar het opnieuw"
        ) from error
    made: list[Paragraph] = []
    body = root.find(f"{_W}body")
    if body is not None:
        _Tables(made).blocks(body)
    check_length(source, sum(len(piece) for paragraph in made for piece, _ in paragraph.pieces))
    return made, ()


class _Tables:
    """Walks body and tables; a table inside a cell is read as paragraphs of that cell."""

    def __init__(self, made: list[Paragraph]) -> None:
        self.made, self.table, self.row = made, 0, 0

    def blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables below `parent`, content controls looked through."""
        for child in parent:
            if child.tag == f"{_W}p":
                self.made.extend(_paragraphs(child, _place(child)))
            elif child.tag == f"{_W}tbl":
                self._rows(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
                self.blocks(child)

    def _rows(self, table: etree._Element) -> None:
        self.table += 1
        for row in table.iter(f"{_W}tr"):
            if _inside_cell(row, table):
                continue
            self.row += 1
            for column, cell in enumerate(
                cell for cell in row.iter(f"{_W}tc") if cell.getparent() is row or _own(cell, row)
            ):
                place = Paragraph("cell", 0, self.table, self.row, column)
                found = [part for paragraph in cell.iter(f"{_W}p") for part in _paragraphs(paragraph, place)]
                self.made.extend(found or [place])


def _own(cell: etree._Element, row: etree._Element) -> bool:
    parent = cell.getparent()
    while parent is not None and parent is not row:
        if parent.tag == f"{_W}tc":
            return False
        parent = parent.getparent()
    return parent is row


def _inside_cell(row: etree._Element, table: etree._Element) -> bool:
    parent = row.getparent()
    while parent is not None and parent is not table:
        if parent.tag == f"{_W}tc":
            return True
        parent = parent.getparent()
    return False


def _place(paragraph: etree._Element) -> Paragraph:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    if name.startswith(("heading", "kop", "title", "titel")):
        digits = "".join(char for char in name if char.isdigit())
        return Paragraph("heading", int(digits[:1] or 1))
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith(("list", "lijst"))
    return Paragraph("bullet" if numbered else "text")


def _paragraphs(paragraph: etree._Element, place: Paragraph) -> Iterator[Paragraph]:
    current = Paragraph(place.kind, place.level, place.table, place.row, place.column)
    for run in paragraph.iter(f"{_W}r"):
        emphasis = _emphasis(run)
        for node in run:
            if node.tag == f"{_W}t":
                current.add(node.text or "", emphasis)
            elif node.tag == f"{_W}tab":
                current.add(" ")
            elif node.tag in (f"{_W}br", f"{_W}cr") and current.pieces:
                yield current
                current = Paragraph(place.kind, place.level, place.table, place.row, place.column)
    if current.pieces:
        yield current


def _emphasis(run: etree._Element) -> frozenset[str]:
    found = set()
    for tag, kind in (("b", "bold"), ("u", "underline")):
        node = run.find(f"{_W}rPr/{_W}{tag}")
        if node is not None and (node.get(f"{_W}val") or "1") not in ("0", "false", "none"):
            found.add(kind)
    return frozenset(found)
