"""Plain text and Markdown, with or without HTML in it: secretaries paste what their tools give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dutch import names
from graph.minutes.draft import Paragraph
from graph.minutes.entry import untitled
from graph.minutes.formats.aligned import aligned, piped
from graph.minutes.formats.inline import split
from graph.minutes.labels import PRESENCE, role_of
from graph.minutes.source import Source, check_length, decode

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_BULLET = re.compile(r"^\s*(?:[-*+•·o▪–]|\u2022)\s+(?=\S)")
_PIPES = re.compile(r"^\s*\|.*\|\s*$")
_RULE = re.compile(r"^[\s|:\-=_*]+$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-zA-Z][.)]|\d+\.\d+)\s")
_BEGINNINGS = (_HEADING, _BULLET, _NUMBERED, _RULE)  # of a line that goes on from nothing
_SHORTEST_WRAPPED = 41  # characters: no tool breaks lines off sooner
_LABEL = re.compile(r"^[A-ZÀ-Þ][\w /()-]{1,30}\s*:(?:\s|$)")
_BEFORE_COLON = re.compile(r"^\s*(?P<label>[^\s:][^:]{1,40}?)\s*:\s+")
_FEWEST_LINES = 8  # of a file of which it can be told that its lines are broken off
_NARROWEST, _WIDEST, _LONGEST_WORD = 50, 120, 14  # characters: where lines are broken off, and of a word
_ONE_LONGER = 30  # lines among which one may be longer: a title is not broken off
_SOMEBODY = re.compile(rf"^\s*(?:{names.HONORIFICS})\s+\S")
_GRADUATE = re.compile(
    r"^\s*(?:(?:mr|drs?|ir|ing|prof)\. )+(?=[A-ZÀ-Þ]|(?:van|de|ter|ten)\b)"
)  # «mr. drs. L. Quist»
_INITIALLED = re.compile(  # «A.R. Lindhout (Kersbergen)», «mevr. Y. Tuinstra»
    rf"^\s*(?:(?:{names.HONORIFICS}|mr|drs?|ir|ing|prof)\.?\s+)*(?:[A-ZÀ-Þ][a-z]?\.){{1,5}}\s?"
    r"(?:(?:van|de|der|den|ter|ten|te|el|la|het|'t|v\.d\.)\s)*[A-ZÀ-Þ]"
)
_GOES_ON = re.compile(r"(?:,|;|\ben|&|/)\s*$")
_DEEP = 4  # spaces before a line that hangs below the label above it
_FEWEST_CELLS = 2  # that a row keeps, empty or not


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of a text or Markdown file; rows are lines with tabs or pipes."""
    text, warnings = decode(source)
    check_length(source, len(text))
    made: list[Paragraph] = []
    markdown = source.format == "md"
    tables = _Tables()
    for line in _joined(piped(aligned(text.splitlines())), markdown=markdown):
        made.extend(_line(line, tables, markdown=markdown))
    return made, warnings


class _Tables:
    """Counts tables and rows while lines go by."""

    def __init__(self) -> None:
        self.table, self.row, self.inside = 0, 0, False

    def next_row(self) -> tuple[int, int]:
        if not self.inside:
            self.table += 1
        self.inside = True
        self.row += 1
        return self.table, self.row


def _joined(lines: list[str], *, markdown: bool) -> Iterator[str]:
    """Undo hard wrapping: a line that goes on in the next one is joined to it."""
    held: list[str] = []
    before, width = "", _wrapped_at(lines)
    for line in lines:
        goes_on = held and line.strip() and _continues(held, before, line, width, markdown=markdown)
        before = line.rstrip()
        if goes_on:
            held.append(line.strip())
            continue
        if held:
            yield _as_one(held)
        held = [line] if line.strip() else []
        if not line.strip():
            yield ""
    if held:
        yield _as_one(held)


def _wrapped_at(lines: list[str]) -> int:
    """The column at which a file breaks its lines off; 0 when it does not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < _FEWEST_LINES:
        return 0
    widest = lengths[-1 - len(lengths) // _ONE_LONGER]
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    full = sum(widest - _LONGEST_WORD <= length <= widest for length in lengths)
    return widest if full * 4 >= len(lengths) else 0


def _continues(held: list[str], before: str, line: str, width: int, *, markdown: bool) -> bool:
    """Whether a line goes on with the paragraph `held`, of which `before` is the last line as it stands."""
    first, last = held[0], held[-1]
    if "\t" in first or "\t" in line or "|" in first[:1] + line.strip()[:1]:
        return False
    if _HEADING.match(first) or any(sign.match(line) for sign in _BEGINNINGS):
        return False
    if _is_of_list(first, last, line):
        return False
    if width:
        indented = len(line) - len(line.lstrip()) >= _DEEP and not before.endswith((".", "!", "?"))
        indented = indented and not _LABEL.match(line.lstrip())
        full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width and not _LABEL.match(line)
        return full or (indented and not _is_below_title(held, line))
    if last.rstrip().endswith((".", "!", "?", ":", ";")) or (markdown and last.endswith("  ")):
        return False
    return line.lstrip()[:1].islower() and (len(held) > 1 or len(first) >= _SHORTEST_WRAPPED)


def _is_below_title(held: list[str], line: str) -> bool:
    """Whether a line hangs below the title of a numbered item («2.  Wonen»), and is no part of it."""
    alone = len(held) == 1 and bool(_NUMBERED.match(held[0])) and not held[0].rstrip().endswith((",", "&"))
    return alone and line.lstrip()[:1].isupper()


def _is_of_list(first: str, last: str, line: str) -> bool:
    """Whether a line begins with a person, as the list above it does, or with a label of presence."""
    label = _BEFORE_COLON.match(line)
    first, line = untitled(first), untitled(line)
    each = bool(_SOMEBODY.match(_BEFORE_COLON.sub("", first)) and _SOMEBODY.match(line))
    apart = not _GOES_ON.search(last) and bool(
        _INITIALLED.match(_BEFORE_COLON.sub("", first)) and _INITIALLED.match(line)
    )
    return each or apart or bool(_GRADUATE.match(line)) or bool(label and role_of(label["label"]) in PRESENCE)


def _as_one(held: list[str]) -> str:
    return held[0] if len(held) == 1 else " ".join([held[0].rstrip(), *held[1:]])


def _line(line: str, tables: _Tables, *, markdown: bool) -> Iterator[Paragraph]:
    if _PIPES.match(line):
        if not _RULE.match(line):
            yield from _row(_cells(line), tables, markdown=markdown)
        return
    if "\t" in line.strip("\r\n") and line.strip():
        yield from _row(line.rstrip().split("\t"), tables, markdown=markdown)
        return
    if line.strip() or markdown:  # in Markdown an empty line ends a table
        tables.inside = False
    if not line.strip() or _RULE.match(line):
        return
    heading = _HEADING.match(line)
    if heading:
        words = heading[2].rstrip().rstrip("#").rstrip()
        yield from split(words, Paragraph("heading", len(heading[1])), markdown=markdown)
        return
    bullet = _BULLET.match(line)
    content, kind = (line[bullet.end() :], "bullet") if bullet else (line, "text")
    yield from split(content, Paragraph(kind), markdown=markdown)


def _cells(line: str) -> list[str]:
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _row(cells: list[str], tables: _Tables, *, markdown: bool) -> Iterator[Paragraph]:
    table, row = tables.next_row()
    while len(cells) > _FEWEST_CELLS and not cells[-1].strip():
        cells.pop()
    for column, cell in enumerate(cells):
        place = Paragraph("cell", 0, table, row, column)
        found = list(split(cell.strip(), place, markdown=markdown))
        yield from found or [place]
