"""Word documents: the main part's text, straight from the zip. Macros, links and objects are never opened."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.source import Source, check_length

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAIN, _STYLES, _NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
_LINKS = re.compile(r"word/_rels/[^/]+\.rels")
_LARGEST_PART = 50_000_000  # bytes unpacked, of all parts that are read together
_SUSPECT, _DENSEST = 5_000_000, 100  # bytes unpacked; times their size when packed
_DTD = b"<!DOCTYPE"
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # how an old .doc begins, and a docx with a password
_HEADING = re.compile(r"^(?:heading|kop) ?\d|^(?:title|titel)\b|agenda ?punt|(?:sub)?kopje", re.IGNORECASE)
_LONGEST_HEADING, _HEADING_WORDS = 90, 10  # characters, words of a bold paragraph that is a heading
_DEEPEST = 6  # level of a heading that only its bold letters show to be one
_FAULTS = (
    zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError, EOFError, OSError,
    ValueError, zlib.error,
)  # fmt: skip


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of a docx; tables become rows of cells, footnotes stand at the end."""
    if source.content.startswith(_OLD_WORD):
        raise InputError(
            source.name,
            "is een oud Word-bestand of beveiligd met een wachtwoord",
            "bewaar het als onbeveiligd docx-bestand",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            names = frozenset(archive.namelist())
            _check_size(source, archive)
            root = _part(source, archive, _MAIN)
            styles = _heading_styles(_part(source, archive, _STYLES)) if _STYLES in names else {}
            notes = _part(source, archive, _NOTES) if _NOTES in names else None
            warnings = _warnings(source, archive, names)
    except _FAULTS as error:
        raise InputError(
            source.name, "is geen gaaf docx-bestand", "open het in een tekstverwerker en bewaar het opnieuw"
        ) from error
    made: list[Paragraph] = []
    body = root.find(f"{_W}body")
    if body is not None:
        _Tables(made, styles).blocks(body)
    for note in notes.findall(f"{_W}footnote") if notes is not None else ():
        for paragraph in _outer_paragraphs(note):
            made.extend(_paragraphs(paragraph, Paragraph("footnote")))
    check_length(source, sum(len(piece) for paragraph in made for piece, _ in paragraph.pieces))
    return made, warnings


def _check_size(source: Source, archive: zipfile.ZipFile) -> None:
    """Refuse a zip of which the parts that are read unpack to more than any minutes do."""
    read = [
        part
        for part in archive.infolist()
        if part.filename in (_MAIN, _STYLES, _NOTES) or _LINKS.fullmatch(part.filename)
    ]
    size = sum(part.file_size for part in read)
    if size > _LARGEST_PART:
        raise InputError(
            source.name,
            f"is uitgepakt groter dan {_LARGEST_PART // 1_000_000} MB",
            "splits het in één bestand per vergadering",
        )
    if size > _SUSPECT and size > _DENSEST * len(source.content):
        raise InputError(
            source.name,
            f"is uitgepakt meer dan {_DENSEST} keer zo groot, zoals een zipbom",
            "open het in een tekstverwerker en bewaar het opnieuw",
        )
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in read):
        raise zipfile.BadZipFile("a way of packing that no word processor uses")


def _part(source: Source, archive: zipfile.ZipFile, name: str) -> etree._Element:
    """One part of the zip as a tree. Nothing is fetched; a part with declarations of its own is refused."""
    with archive.open(name) as part:
        content = part.read(_LARGEST_PART)  # never more than the part says it holds
    if _DTD in content:
        raise _declares(source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.internalDTD is not None:  # in another encoding
        raise _declares(source)
    return root


def _declares(source: Source) -> InputError:
    return InputError(
        source.name,
        "bevat XML-declaraties (een DTD), zoals een entiteitenbom; een Word-bestand heeft die nooit",
        "open het in een tekstverwerker en bewaar het opnieuw",
    )


def _warnings(source: Source, archive: zipfile.ZipFile, names: frozenset[str]) -> tuple[str, ...]:
    """What the file holds that was left alone: macros, and parts that it would fetch from elsewhere."""
    found = []
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        found.append(f"{source.name}: bevat macro's; die zijn niet uitgevoerd")
    every = (
        link for name in sorted(names) if _LINKS.fullmatch(name) for link in _part(source, archive, name)
    )
    outside = (link for link in every if link.get("TargetMode") == "External")
    if any(not (link.get("Type") or "").endswith("/hyperlink") for link in outside):
        found.append(f"{source.name}: verwijst naar onderdelen buiten het bestand; die zijn niet opgehaald")
    return tuple(found)


def _heading_styles(styles: etree._Element) -> dict[str, int]:
    """The level of each style that is a heading: by outline level, by name, or by what it is based on."""
    levels: dict[str, int] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        code = style.get(f"{_W}styleId") or ""
        if style.get(f"{_W}type") != "paragraph":
            continue
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        name = style.find(f"{_W}name")
        on = style.find(f"{_W}basedOn")
        written = (name.get(f"{_W}val") or "") if name is not None else ""
        if outline is not None and (outline.get(f"{_W}val") or "9") < "9":
            levels[code] = int(outline.get(f"{_W}val") or 0) + 1
        elif _HEADING.search(written) or _HEADING.search(code):
            levels[code] = int(next(iter(re.findall(r"\d", written)), 1))
        elif on is not None:
            based[code] = on.get(f"{_W}val") or ""
    return levels | {code: levels[root] for code in based if (root := _root(code, based)) in levels}


def _root(code: str, based: dict[str, str]) -> str:
    """The style that a style is based on in the end."""
    seen: set[str] = set()
    while code in based and code not in seen:
        seen.add(code)
        code = based[code]
    return code


class _Tables:
    """Walks body and tables; a table inside a cell is read as paragraphs of that cell."""

    def __init__(self, made: list[Paragraph], styles: dict[str, int]) -> None:
        self.made, self.styles, self.table, self.row = made, styles, 0, 0

    def blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables below `parent`, content controls looked through."""
        for child in parent:
            if child.tag == f"{_W}p":
                self.made.extend(map(_as_heading, _paragraphs(child, _place(child, self.styles))))
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
                found = [part for within in _outer_paragraphs(cell) for part in _paragraphs(within, place)]
                self.made.extend(found or [place])


def _outer_paragraphs(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs below an element that stand in no other paragraph of it: those are read along."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield element
        else:
            stack.extend(reversed(element))


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


def _place(paragraph: etree._Element, styles: dict[str, int]) -> Paragraph:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    code = (style.get(f"{_W}val") or "") if style is not None else ""
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if code in styles or (outline is not None and (outline.get(f"{_W}val") or "9") < "9"):
        return Paragraph("heading", styles.get(code, 1))
    if _HEADING.search(code):
        return Paragraph("heading", int(next(iter(re.findall(r"\d", code)), 1)))
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return Paragraph("bullet" if numbered or code.lower().startswith(("list", "lijst")) else "text")


def _as_heading(paragraph: Paragraph) -> Paragraph:
    """A short paragraph of which every letter is bold, and which is no sentence, is a heading."""
    content = "".join(piece for piece, _ in paragraph.pieces).strip()
    bold = all("bold" in emphasis for piece, emphasis in paragraph.pieces if piece.strip())
    short = 1 < len(content) <= _LONGEST_HEADING and len(content.split()) <= _HEADING_WORDS
    if paragraph.kind == "text" and bold and short and not content.endswith((".", ",", ";", ":")):
        paragraph.kind, paragraph.level = "heading", _DEEPEST
    return paragraph


def _paragraphs(paragraph: etree._Element, place: Paragraph) -> Iterator[Paragraph]:
    current = Paragraph(place.kind, place.level, place.table, place.row, place.column)
    for run in paragraph.iter(f"{_W}r"):
        if (
            run.find(f"{_W}rPr/{_W}vanish") is not None
            or next(run.iterancestors(_FALLBACK), None) is not None
        ):
            continue  # hidden, or the second copy of a text box
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
