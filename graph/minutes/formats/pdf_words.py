"""The words of a PDF page with their places: what pdfium tells, asked for at the edges of words only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_double, c_int, create_string_buffer
from itertools import islice
from math import hypot
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_BREAK = "\x02\ufffe"  # what pdfium gives for a hyphen at the end of a line
_HYPHENS = str.maketrans(dict.fromkeys(_BREAK, "-"))
_WORD = re.compile(rf"[^\s\x00{_BREAK}]+[{_BREAK}]?|[{_BREAK}]")
_LONG = re.compile(r"\w{4,}")  # words that show which way a text runs
_ENOUGH = 9  # such words
_BOLD = re.compile(rb"bold|black|heavy|demi|CMBX|SFBX|[-,]Bd", re.IGNORECASE)
_LONGEST_NAME = 96  # bytes of a font's name that are looked at
_USUAL_SIZE = 10.0  # points, where a file gives a font no size
_LOOSE = 0.5  # points up or down within which the size of a font is not asked for again


class Word(NamedTuple):
    """A word as it stands on the page: from `left` to `right` on baseline `y`, in points; y grows upwards."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool


def words(page: pdfium.PdfPage) -> list[Word]:
    """The words of a page in the order of the file; what stands outside the page is left out."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        turn = _turn(textpage, text)
        left, bottom, right, top = _turned_box(page, turn)
        return [
            word
            for word in _placed(textpage, text, turn)
            if word.left < right and word.right > left and bottom < word.y < top
        ]
    finally:
        textpage.close()


def _turn(textpage: pdfium.PdfTextPage, text: str) -> int:
    """How far the text is turned on the page as it is stored, in degrees to the left: as most words are."""
    place = _places(textpage, text)
    turns: Counter[int] = Counter()
    for found in islice(_LONG.finditer(text), _ENOUGH):
        (x0, y0), (x1, y1) = (
            _origin(textpage, place(n) if place else n) for n in (found.start(), found.end() - 1)
        )
        across, up = x1 - x0, y1 - y0
        turns[(0 if across >= 0 else 180) if abs(across) >= abs(up) else (90 if up > 0 else 270)] += 1
    return turns.most_common(1)[0][0] if turns else 0


def _origin(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
    return x.value, y.value


def _placed(textpage: pdfium.PdfTextPage, text: str, turn: int) -> Iterator[Word]:
    """The words with their places. Three calls a word and little else: here the time goes."""
    place = _places(textpage, text)
    handle, fonts = textpage.raw, _Fonts(textpage)
    x, y, box, flags = c_double(), c_double(), raw.FS_RECTF(), c_int()
    name = create_string_buffer(_LONGEST_NAME)
    origin, bounds, font = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontInfo
    known, line, size, bold = b"", 0.0, _USUAL_SIZE, False
    for found in _WORD.finditer(text):
        first, last = found.span()
        start, end = (place(first), place(last - 1)) if place else (first, last - 1)
        origin(handle, start, x, y)
        bounds(handle, end, box)
        font(handle, start, name, _LONGEST_NAME, flags)
        left, base, right = x.value, y.value, box.right
        if turn:
            right = max(_turned(box.left, box.bottom, turn)[0], _turned(box.right, box.top, turn)[0])
            left, base = _turned(left, base, turn)
        if known != name.value or not -_LOOSE < base - line < _LOOSE:
            known, line = name.value, base
            size, bold = fonts.size(start), fonts.is_bold(known)
        yield Word(found[0].translate(_HYPHENS), left, max(left, right), base, size, bold)


def _places(textpage: pdfium.PdfTextPage, text: str) -> Callable[[int], int] | None:
    """From an index in the text to pdfium's own index; None where they are the same, as they mostly are."""
    if len(text) == textpage.count_chars():
        return None
    return lambda index: max(raw.FPDFText_GetCharIndexFromTextIndex(textpage.raw, index), 0)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Where a point stands on the page when its text is upright."""
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(turn, (x, y))


def _turned_box(page: pdfium.PdfPage, turn: int) -> tuple[float, float, float, float]:
    left, bottom, right, top = page.get_bbox()
    (x0, y0), (x1, y1) = (_turned(*corner, turn) for corner in ((left, bottom), (right, top)))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


class _Fonts:
    """What the fonts of a page are like."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._raw, self._matrix = textpage.raw, raw.FS_MATRIX()
        self._bold: dict[bytes, bool] = {}

    def is_bold(self, name: bytes) -> bool:
        """Whether a font is bold, by its name."""
        if name not in self._bold:
            self._bold[name] = bool(_BOLD.search(name))
        return self._bold[name]

    def size(self, index: int) -> float:
        """The size of a character's font as it is shown, in points."""
        size = float(raw.FPDFText_GetFontSize(self._raw, index))
        if raw.FPDFText_GetMatrix(self._raw, index, self._matrix):
            size *= hypot(self._matrix.c, self._matrix.d)
        return size if size > 0 else _USUAL_SIZE
