"""Reading in every format, beside the raw cost: getting the text out, and one pass over its words."""

from __future__ import annotations

import re
import textwrap
import zipfile
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.bench.long_minutes import invented
from tests.minutes.files import Placed, docx, placed_pdf

CHARACTERS = 7000
WANTED = {"txt": 100, "md": 100, "html": 100, "docx": 50, "pdf": 20}  # documents a second and core
_WORD = re.compile(r"\b(?:[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+|[\w'’-]+)\b")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LINES_A_PAGE, _WIDTH = 48, 90


def written(folder: Path) -> dict[str, Path]:
    """The same invented minutes in every format."""
    text = invented(CHARACTERS, seed=7)
    paths = {kind: folder / f"verslag.{kind}" for kind in WANTED}
    paths["txt"].write_text(text, encoding="utf-8")
    paths["md"].write_text("\n\n".join(text.splitlines()), encoding="utf-8")
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    paths["html"].write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    docx(paths["docx"], "".join(f"<w:p><w:r><w:t>{escape(x)}</w:t></w:r></w:p>" for x in text.splitlines()))
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, _WIDTH) or [""]]
    pages = [lines[start : start + _LINES_A_PAGE] for start in range(0, len(lines), _LINES_A_PAGE)]
    placed = [[Placed(50, 790 - 15 * n, line) for n, line in enumerate(page) if line] for page in pages]
    placed_pdf(paths["pdf"], placed)
    return paths


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _html(path: Path) -> str:
    body = LexborHTMLParser(path.read_text(encoding="utf-8")).body
    return body.text() if body else ""


def _docx(path: Path) -> str:
    with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return "\n".join(node.text or "" for node in root.iter(f"{_W}t"))


def _pdf(path: Path) -> str:
    document = pdfium.PdfDocument(path.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


_TEXT_OF: dict[str, Callable[[Path], str]] = {
    "txt": _plain, "md": _plain, "html": _html, "docx": _docx, "pdf": _pdf,
}  # fmt: skip


def raw(path: Path) -> int:
    """The text of a file and one pass over its words: the least that any reader does."""
    return sum(1 for _ in _WORD.finditer(_TEXT_OF[path.suffix[1:]](path)))
