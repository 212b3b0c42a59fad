"""Lines and tables of a PDF as paragraphs: a line that was broken off because it was full goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from graph.minutes.draft import Paragraph
from graph.minutes.formats.pdf_lines import Piece
from graph.minutes.formats.pdf_rows import goes_on, is_full
from graph.minutes.formats.pdf_tables import Grid
from graph.minutes.labels import role_of

_BULLET = re.compile(r"^[-•▪·–o\uf0b7\uf0a7]\s+(?=\S)")
_STARTS = re.compile(r"^(?:\d{1,2}[.)]|[A-Za-z][.)]|\d+\.\d+\.?)\s|^[-•▪·–o\uf0b7\uf0a7]\s")
_DASH = re.compile(r"^[-–]\s")
_LABEL = re.compile(r"^[A-ZÀ-Þ][\w /()-]{1,40}:(?:\s|$)")
_SMALL_LABEL = re.compile(r"^([a-zà-ÿ][a-zà-ÿ. ]{2,34}):\s")
_GROUPS = ("namens", "ambtelijk", "vanuit", "insprek")
_ENDED = (".", "!", "?")
_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z]\d*\.?)\s+\S")
_HANGING = re.compile(r"(?<=\w)-$")
_AND = re.compile(r"^(?:en|of|en/of|tot|dan wel|als)\b")

# In sizes of the font.
_NARROW = 14.0  # in a column up to this wide, lines end early for other reasons than that they are full
_EDGE = 0.4  # edges this near are one
_INDENT = 1.0  # a first line this far to the right begins a paragraph
_USUAL_PITCH = 1.2  # from baseline to baseline, where a document has too few lines to tell
_LOOSER = 1.3  # times the usual pitch: what is further apart is another paragraph
_LARGEST_PITCH = 3.0
_SIZES = 0.06  # share by which letters of one paragraph may differ in size

_HIGH = 0.9  # share of the lines that end before the right margin
_FEW_LINES = 8  # a column with fewer does not show where its margin is

_LARGER = 1.12  # times the body's size: a heading
_LONGEST_HEADING, _HEADING_WORDS = 90, 10  # characters, words
_LONGEST_NUMBERED, _NUMBERED_WORDS = 140, 18  # of a heading with a number before it
_DEEPEST = 6  # level of a heading that only its bold letters show to be one


@dataclass(frozen=True, slots=True)
class _Look:
    """What is usual in a document: size of letters, pitch of lines (in sizes), whether bold stands out."""

    size: float
    pitch: float
    bold: bool
    sizes: tuple[float, ...]  # sizes of headings, largest first

    def level(self, size: float) -> int:
        """The level of a heading of a size."""
        return next((n for n, each in enumerate(self.sizes, 1) if size >= each), _DEEPEST)


def paragraphs(found: Iterable[Grid | Piece]) -> Iterator[Paragraph]:
    """Paragraphs, headings, bullets and cells, in order."""
    every = list(found)
    lines = [each for each in every if isinstance(each, Piece)]
    look = _look([*lines, *(piece for each in every if isinstance(each, Grid) for piece in _pieces(each))])
    margins = iter(_margins(lines))
    table = row = 0
    for tabular, group in groupby(every, key=lambda each: isinstance(each, Grid)):
        if not tabular:
            stretch = [(each, next(margins)) for each in group if isinstance(each, Piece)]
            yield from (_paragraph(part, look) for part in _parted(stretch, look))
            continue
        for grid in group:
            if isinstance(grid, Grid):
                table += 1
                yield from _cells(grid, table, row, look)
                row += len(grid.rows)


def _pieces(grid: Grid) -> Iterator[Piece]:
    return (piece for cells in grid.rows for cell in cells.values() for piece in cell)


def _look(lines: list[Piece]) -> _Look:
    sizes: Counter[float] = Counter()
    bold = every = 0
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
        every += len(line.text)
        bold += sum(len(word.text) for word in line.words if word.bold)
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    pitches = sorted(
        down
        for one, other in pairwise(lines)
        if one.page == other.page and 0.5 < (down := (one.y - other.y) / one.size) <= _LARGEST_PITCH  # noqa: PLR2004
    )
    pitch = pitches[len(pitches) // 2] if len(pitches) >= _FEW_LINES else _USUAL_PITCH
    larger = tuple(sorted((size for size in sizes if size > body * _LARGER), reverse=True)[: _DEEPEST - 1])
    return _Look(body, pitch, bold * 2 < every, larger)


def _margins(lines: list[Piece]) -> list[float]:
    """The right margin of each line: that of the column it stands in."""
    stretches: list[list[Piece]] = []
    for line in lines:
        if not stretches or line.page != stretches[-1][-1].page or line.y > stretches[-1][-1].y:
            stretches.append([])
        stretches[-1].append(line)
    usual = _high(lines) if lines else 0.0
    made: list[float] = []
    for stretch in stretches:
        margin = _high(stretch)
        if len(stretch) < _FEW_LINES and min(line.left for line in stretch) < usual:
            margin = max(usual, margin)
        made.extend([margin] * len(stretch))
    return made


def _high(lines: list[Piece]) -> float:
    return sorted(line.right for line in lines)[int(len(lines) * _HIGH)]


def _parted(stretch: list[tuple[Piece, float]], look: _Look) -> Iterator[list[Piece]]:
    """The lines of each paragraph."""
    part: list[Piece] = []
    for line, margin in stretch:
        if part and not _goes_on(part, line, margin, look):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _goes_on(part: list[Piece], line: Piece, margin: float, look: _Look) -> bool:
    """Whether a line belongs to the paragraph above it."""
    before = part[-1]
    lower = line.text[:1].islower()
    narrow = margin - before.left < _NARROW * line.size
    full = is_full(before, line, margin) and (lower or not narrow)
    if _looks_different(before, line, look) or not _is_near(before, line, look, lower=lower and full):
        return False
    if _STARTS.match(line.text) and not (full and _is_dash_of_sentence(part, line)):
        return False
    if before.text.endswith((":", ";")) and not (full and lower):
        return False
    if _LABEL.match(line.text) or _labels_people(line.text):
        return False
    return full or (lower and not before.text.endswith(_ENDED))


def _labels_people(text: str) -> bool:
    """Whether a line begins with a small label of a list («leden: …», «namens het college: …»)."""
    small = _SMALL_LABEL.match(text)
    return small is not None and (role_of(small[1]) is not None or small[1].startswith(_GROUPS))


def _looks_different(before: Piece, line: Piece, look: _Look) -> bool:
    if abs(before.size - line.size) > _SIZES * before.size:
        return True
    return look.bold and before.bold != line.bold and (before.words[0].bold == before.bold)


def _is_near(before: Piece, line: Piece, look: _Look, *, lower: bool) -> bool:
    """Whether a line stands right below another, and not indented; a paragraph may go on on the next page."""
    if before.page != line.page or line.y >= before.y:
        return lower or not before.text.endswith(_ENDED)
    if before.y - line.y > look.pitch * _LOOSER * max(before.size, line.size):
        return False
    indented = line.left - before.left > _INDENT * line.size
    hanging = line.text[:1].islower() or before.text.endswith(",")  # below what a label begins
    return not indented or hanging or bool(_STARTS.match(before.text)) or _is_centred(before, line)


def _is_centred(one: Piece, other: Piece) -> bool:
    return abs(one.left + one.right - other.left - other.right) / 2 <= _EDGE * other.size


def _is_dash_of_sentence(part: list[Piece], line: Piece) -> bool:
    """Whether a dash at the start of a line is one in a sentence: no list, and nothing ended before it."""
    before = part[-1]
    return (
        bool(_DASH.match(line.text))
        and not _DASH.match(part[0].text)
        and abs(before.left - line.left) <= _EDGE * line.size
        and not before.text.endswith((*_ENDED, ":", ";"))
    )


def _paragraph(part: list[Piece], look: _Look) -> Paragraph:
    bullet = _BULLET.match(part[0].text)
    made = Paragraph("bullet" if bullet else "text")
    _fill(made, part, look, skip=1 if bullet else 0)
    if bullet:
        return made
    content = made.settled()[0]
    bold = look.bold and all(line.bold for line in part)
    larger = part[0].size > look.size * _LARGER
    if (bold or larger) and _is_heading(content):
        made.kind, made.level = "heading", look.level(round(part[0].size, 1)) if larger else _DEEPEST
    return made


def _is_heading(content: str) -> bool:
    numbered = bool(_NUMBERED.match(content))
    longest, words = (_LONGEST_NUMBERED, _NUMBERED_WORDS) if numbered else (_LONGEST_HEADING, _HEADING_WORDS)
    if content.endswith((".", ",", ";", ":")):
        return False
    return 1 < len(content) <= longest and len(content.split()) <= words


def _fill(made: Paragraph, part: list[Piece], look: _Look, skip: int = 0) -> None:
    """Add the words of lines; bold ones next to each other are one piece."""
    words = [word for line in part for word in line.words][skip:]
    ends = {id(line.words[-1]) for line in part[:-1]}
    text, bold = "", False
    for number, word in enumerate(words):
        if text and (word.bold and look.bold) != bold:
            made.add(text, frozenset({"bold"}) if bold else frozenset())
            text = ""
        bold = word.bold and look.bold
        following = words[number + 1].text if number + 1 < len(words) else ""
        text += joined(word.text, following) if id(word) in ends else word.text + " "
    made.add(text, frozenset({"bold"}) if bold else frozenset())


def joined(word: str, following: str) -> str:
    """The last word of a line with what comes between it and the next line."""
    if _HANGING.search(word) and following[:1].islower() and not _AND.match(following):
        return word
    return word + " "


def _cells(grid: Grid, table: int, row: int, look: _Look) -> Iterator[Paragraph]:
    for number, cells in enumerate(grid.rows, start=row + 1):
        for column, limit in enumerate(grid.limits):
            parts = list(_cell_parts(cells.get(column, []), limit))
            for part in parts or [[]]:
                made = Paragraph("cell", 0, table, number, column)
                if part:
                    _fill(made, part, look)
                yield made


def _cell_parts(lines: list[Piece], limit: float) -> Iterator[list[Piece]]:
    """The paragraphs of a cell; `limit` is where its column ends."""
    part: list[Piece] = []
    for line in lines:
        if part and not _cell_goes_on(part[-1], line, limit):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _cell_goes_on(before: Piece, line: Piece, limit: float) -> bool:
    if _STARTS.match(line.text) or before.text.endswith(":"):
        return False
    return goes_on(before, line, limit)
