"""Labelled values at the head of minutes: «Label: value», labels without a colon, and header tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.dutch import dates
from graph.minutes.entries import all_full, entries
from graph.minutes.labels import OFFICES, PRESENCE, is_just_presence, labels, offices_of, role_of, wording
from graph.minutes.model import Cell, Entry, Field, Line, Table

_LABELLED = re.compile(r"^\s*(?P<label>[^\s:\t][^:\t]{0,60}?)\s*(?:\([^()]*\)\s*)?:(?=\s|$)\s*")
_LETTERHEAD_LINES = 15  # among these a label that the wording does not know is a label too
_LONGEST_LABEL, _LABEL_WORDS = 60, 6  # on a line: characters, words
_LONGEST_CELL, _CELL_WORDS = 50, 6  # in a cell
_SEVERAL = 2
_TIME = re.compile(r"\d{1,2}[.:]\d\d")
_WORD = re.compile(r"[^\W_]+")
_SHORTENED = re.compile(r"(?:\b\w\.){2,}$")
_DOCUMENTS = frozenset({"verslag", "notulen"})  # a title begins with these, too
_NEXT_LABEL = re.compile(
    r"(?:[.;]|\s[/|–•])\s+(?P<label>[A-ZÀ-Þ][^\s:.;]*\.?(?: [^\s:.;]+){0,4}?)\s*:\s+(?=\S)"
)
_NEXT_OFFICE = re.compile(  # «Voorzitter: P. Pot, secretaris: A. Vos»
    r"[,;]\s+(?P<label>[^\W\d_][^\s:,;]*(?: [^\s:,;]+){0,2}?)\s*:\s+(?=\S)"
)


def fields(text: str, lines: tuple[Line, ...], grid: tuple[Table, ...], head: int) -> tuple[Field, ...]:
    """Label-and-value pairs in order.

    Args:
        text: The document's text.
        lines: Its lines.
        grid: Its tables.
        head: Where the head of the document ends; behind it only labels of presence count.
    """
    found = [
        *_in_lines(text, lines, head),
        *(pair for table in grid for pair in _in_table(text, table, head)),
    ]
    return tuple(sorted(found, key=lambda field: (field.start, field.end)))


def _in_lines(text: str, lines: tuple[Line, ...], head: int) -> Iterator[Field]:
    plain = 0  # lines that are no cell, so far
    for number, line in enumerate(lines):
        if line.kind == "cell":
            continue
        plain += 1
        content = text[line.start : line.end]
        match = _LABELLED.match(content)
        place = number if line.start < head else None
        # A list of names counts its place without the cells above it, where that makes a difference;
        # one of full names stands anywhere in the head.
        if match and place and place >= _LETTERHEAD_LINES:
            found = _names_alone(text, line.start + match.end(), line.end)
            place = 0 if found and all_full(text, found) else min(number, plain) if found else place
        if match and _is_field(match["label"], place):
            yield from _on_one_line(match["label"], line.start + match.end(), line.end, text)
        elif role_of(content) in (*PRESENCE, "members") and _is_label(content):
            yield Field(content.strip(" :*_"), line.end, line.end)
        elif line.start < head:
            yield from _without_colon(line, content)


def _names_alone(text: str, start: int, end: int) -> list[Entry]:
    """The names that a value is, two or more («Bureau: A. de Boer, B. Jansen»); none when it is else."""
    if "," not in text[start:end] and " en " not in text[start:end]:
        return []
    found, total = entries(text, start, end)
    return found if len(found) == total >= _SEVERAL else []


def _on_one_line(label: str, start: int, end: int, text: str) -> Iterator[Field]:
    """The value behind a label, and those behind other labels on its line («… (KvK). Gast: B. Jansen»)."""
    found = [*_NEXT_LABEL.finditer(text, start, end), *_NEXT_OFFICE.finditer(text, start, end)]
    for match in sorted(found, key=lambda match: match.end()):
        known = offices_of(match["label"]) if match.re is _NEXT_OFFICE else role_of(match["label"])
        if known and match.start() >= start:
            yield Field(label, start, match.start() + 1)
            label, start = match["label"], match.end()
    yield Field(label, start, end)


def _is_field(label: str, number: int | None) -> bool:
    """Whether what stands before a colon is a label: a known one, or any on the first lines.

    `number` is that of a line of the head; None behind it, where only presence is labelled.
    """
    role = role_of(label)
    if len(label.split()) > _LABEL_WORDS:
        return role in PRESENCE
    if number is None:
        return role in PRESENCE
    return bool(role) or number < _LETTERHEAD_LINES


def _is_label(content: str) -> bool:
    """Whether a line by itself can be a label («Afwezig m.k.»); «Dhr. A is verhinderd.» is a sentence."""
    bare = _SHORTENED.sub("", content.rstrip())
    return len(content) < _LONGEST_LABEL and not bare.endswith((".", "!", "?", ";"))


@lru_cache(maxsize=1)
def _openings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Labels by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, role in labels():
        first = _WORD.match(word)
        named_after_it = role in (*PRESENCE, "members", "subject", "body", "other") or word in _DOCUMENTS
        if first and not named_after_it:
            found.setdefault(first[0], []).append((word, role))
    return {first: tuple(pairs) for first, pairs in found.items()}


def _without_colon(line: Line, content: str) -> Iterator[Field]:
    """«Vergaderdatum 6 maart 2024», «Voorzitter J. Jansen»: a label, and behind it what belongs to it."""
    first = _WORD.match(content)
    if not first or not content[:1].isupper():
        return
    lowered = content.lower()
    for word, role in _openings().get(first[0].lower(), ()):
        if lowered.startswith(word) and content[len(word) : len(word) + 1].isspace():
            value = content[len(word) :].strip()
            if _fits(role, value):
                yield Field(content[: len(word)], line.end - len(content[len(word) :].lstrip()), line.end)
            return


def _fits(role: str, value: str) -> bool:
    """Whether a value without a colon before it is of the kind that its label asks for."""
    if role == "date":
        return dates.exact(value) is not None
    if role == "time":
        return bool(_TIME.match(value))
    few = len(value.split()) <= _LABEL_WORDS + 2 and not value.endswith(".")
    if role == "place":
        return few and value[:1].isupper()
    return role in OFFICES and few and bool(re.match(r"(?:[A-Z]|dhr|mevr|mw|de heer)", value))


def _in_table(text: str, table: Table, head: int) -> Iterator[Field]:
    inside = table.start < head
    columns: dict[int, str] = {}  # labels of presence above columns of names
    beside: dict[int, str] = {}  # labels of presence by their column, for the rows below that go on with them
    for cells in table.rows:
        heads = _column_labels(text, cells)
        if heads:
            columns, beside = heads, {}
            continue
        found = list(_in_row(text, cells, inside=inside))
        written = {n: text[cell.start : cell.end].strip(" :") for n, cell in cells.items()}
        going_on = [
            Field(label, cells[n + 1].start, cells[n + 1].end)
            for n, label in beside.items()
            if n + 1 in cells and written.get(n) == ""
        ]
        if not found and not going_on and columns:
            found = [Field(columns[n], cell.start, cell.end) for n, cell in cells.items() if n in columns]
        elif found:
            columns = {}
        beside = {n: label for n, label in beside.items() if written.get(n) == ""}
        beside |= {n: label for n, label in written.items() if role_of(label) in PRESENCE}
        yield from (*found, *going_on)


def _column_labels(text: str, cells: dict[int, Cell]) -> dict[int, str]:
    """The labels of presence in a row of nothing else («Aanwezig | Afwezig»)."""
    written = {n: text[cell.start : cell.end].strip() for n, cell in cells.items()}
    filled = {n: content for n, content in written.items() if content}
    every = all(role_of(content) in PRESENCE and len(content) <= _LONGEST_CELL for content in filled.values())
    return filled if len(filled) > 1 and every else {}


def _in_row(text: str, cells: dict[int, Cell], *, inside: bool) -> Iterator[Field]:
    """The pairs of a row: label above value in one cell, or label and value side by side."""
    taken: set[int] = set()
    for number, cell in cells.items():
        if number in taken:
            continue
        first = text[cell.lines[0].start : cell.lines[0].end].strip()
        role = role_of(first)
        if len(cell.lines) > 1 and role and _short(first) and (inside or role in PRESENCE):
            yield Field(first.strip(" :"), cell.lines[1].start, cell.end)
            continue
        value = _beside(text, cells, number)
        labelled = _LABELLED.match(first)
        if labelled and role_of(labelled["label"]) and inside and labelled.end() < len(first):
            yield Field(labelled["label"], cell.start + labelled.end(), cell.end)
        elif value and _heads_column(text[value.start : value.end]):
            return
        elif (
            value and len(cell.lines) == 1 and _labels_its_neighbour(first, number, len(cells), inside=inside)
        ):
            taken |= {place for place in cells if number < place and cells[place].start <= value.start}
            yield Field(first.strip(" :"), value.start, value.end)


def _beside(text: str, cells: dict[int, Cell], number: int) -> Cell | None:
    """The cell beside a label; behind a colon the first that is filled («Datum:», two tabs, «1 mei»)."""
    beside = cells.get(number + 1)
    if beside and not text[beside.start : beside.end].strip() and _ends_with_colon(text, cells[number]):
        return next((cells[n] for n in sorted(cells) if n > number and _filled(text, cells[n])), beside)
    return beside


def _ends_with_colon(text: str, cell: Cell) -> bool:
    return text[cell.start : cell.end].rstrip().endswith(":")


def _filled(text: str, cell: Cell) -> bool:
    return bool(text[cell.start : cell.end].strip())


def _heads_column(content: str) -> bool:
    """Whether a cell is the heading of a column («Leden | Departement»), so that its row holds no values."""
    clean = content.strip(" :*_").lower()
    return any(clean in words for kind, words in wording()["columns"].items() if kind != "status")


def _labels_its_neighbour(content: str, number: int, width: int, *, inside: bool) -> bool:
    if not _short(content) or re.fullmatch(wording()["agenda_key"] + r"\.?", content):
        return False
    if not inside:  # where an action may be about absence («Politie aanspreken op afwezigheid»)
        return is_just_presence(content)
    return bool(role_of(content)) or (number == 0 and width == 2)  # noqa: PLR2004


def _short(content: str) -> bool:
    return 1 < len(content) <= _LONGEST_CELL and len(content.split()) <= _CELL_WORDS
