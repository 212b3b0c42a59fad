"""Columns that a text file keeps apart with spaces, or with pipes between them alone."""

from __future__ import annotations

import re
from itertools import groupby

_GAP = re.compile(r"(?<=\S)(?: {3,}| *\t[ \t]*)(?=\S)")
_BEFORE_COLON = re.compile(r"[ \t]+(?=:(?:[ \t]|$))")  # «Datum<tab>: 1 mei», «Aanwezig<tab>:»
_LEADERS = re.compile(  # «Voorzitter ......... A. Verduin», and no line of contents («Opening ..... 3»)
    r"^(?P<label>\s*[A-ZÀ-Þ][^.:\t|]{1,40}?)\s*(?:\.{4,}|…{2,})\s*(?=[^\s.\d])"
)
_NARROW = re.compile(r"(?P<label>\s*\S+(?: \S+){0,2}(?<!:))  (?=\S)")
_FEWEST = 2  # rows of a table
_BETWEEN = re.compile(r"\s\|(?=\s)")
_FEWEST_PIPES, _FEWEST_ROWS = 2, 3  # of a table whose cells pipes part
_KEY = re.compile(r"(?:[-*+•·o▪–]|\(?[\w.]{1,4}[.)]|\d{1,3})")  # a bullet or the number of an item


def aligned(lines: list[str]) -> list[str]:
    """The lines, those of a table with tabs between its cells.

    A label with its value («Datum:   1 mei») is none, nor an item behind its number («1.   Opening»). A line
    by itself is a row where its second cell stands below those of a table elsewhere.
    """
    led = [_LEADERS.sub(r"\g<label>: ", line) for line in lines]
    groups = [(count, list(group)) for count, group in groupby(led, _cells)]
    columns = {_second(row) for count, rows in groups if count and len(rows) >= _FEWEST for row in rows}
    made: list[str] = []
    for count, rows in groups:
        table = count and (len(rows) >= _FEWEST or _second(rows[0]) in columns)
        made += [_GAP.sub("\t", row.strip()) if table else _in_line(row, columns) for row in rows]
    return made


def _in_line(line: str, columns: set[int]) -> str:
    """A line whose second cell stands two spaces behind the first, below those of a table; else as it is."""
    narrow = _NARROW.match(line)
    if narrow and narrow.end() in columns:
        return f"{narrow['label'].strip()}\t{line[narrow.end() :].strip()}"
    return _labelled(line)


def _labelled(line: str) -> str:
    """A line; a label whose colon stands below those of other lines, as it is elsewhere («Datum: 1 mei»)."""
    cells = _GAP.split(line.strip(), maxsplit=1)
    return _BEFORE_COLON.sub("", line, count=1) if len(cells) > 1 and cells[1][:2] in (":", ": ") else line


def _second(line: str) -> int:
    """Where the second cell of a row begins."""
    gap = _GAP.search(line)
    return gap.end() if gap else -1


def _cells(line: str) -> int:
    """How many cells a line has; 0 when it is no row."""
    cells = _GAP.split(line.strip())
    labelled = cells[0].endswith(":") or (len(cells) > 1 and cells[1].startswith(":"))
    if len(cells) == 1 or "|" in line or labelled or _KEY.fullmatch(cells[0]):
        return 0
    return len(cells)


def piped(lines: list[str]) -> list[str]:
    """The lines, with a pipe at both ends of rows that have them between their cells alone.

    Only where several rows in a row have as many cells, three or more: one line with pipes is no table.
    """
    made = list(lines)
    for _, rows in groupby(enumerate(lines), key=lambda row: _pipes(row[1])):
        table = list(rows)
        if _pipes(table[0][1]) and len(table) >= _FEWEST_ROWS:
            for number, line in table:
                made[number] = f"| {line.strip()} |"
    return made


def _pipes(line: str) -> int:
    """How many pipes part the cells of a row that has none at its ends; 0 for fewer than two."""
    bare = line.strip()
    parts = len(_BETWEEN.findall(bare)) if not bare.startswith("|") and not bare.endswith("|") else 0
    return parts if parts >= _FEWEST_PIPES else 0
