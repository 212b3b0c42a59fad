"""Tables of persons: a column of names, or one of first names and one of surnames, and what stands beside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.dutch import names
from graph.minutes.entries import entries, without_places
from graph.minutes.labels import PRESENCE, office_words, role_of, wording
from graph.minutes.model import Cell, Entry, Line, NameList, Table
from graph.minutes.said_behind import said_behind

_FEWEST = 2  # names in a column that has no heading
_FIRST_ROWS = 2  # among which the headings of columns stand, as a rule
_LONGEST_HEADING = 40  # characters
_ABSENT = ("afw", "verhind", "niet aan")  # how the heading of a column of absences begins
_TWO_KINDS = re.compile(r"\s*(?:/|&|\ben\b)\s*")
_DASHES = ("-", "–", "—")
_LONGEST_CELL = 200  # characters of the heading of a column with what stands between its brackets


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what of one person; the index of each, None where there is none.

    `name` is a whole name, else `surname` with `given`, `initials` and `prefix` beside it.
    """

    name: int | None = None
    given: int | None = None
    initials: int | None = None
    prefix: int | None = None
    surname: int | None = None
    organisation: int | None = None
    function: int | None = None
    statuses: tuple[tuple[int, str], ...] = ()  # column, and what a mark in it says
    note: int | None = None
    remarks: int | None = None  # a column without a heading: an office, a status or a note


def table_lists(text: str, lines: tuple[Line, ...], grid: tuple[Table, ...], head: int) -> Iterator[NameList]:
    """The persons of every table that is a list of presence or of members."""
    plain = [line for line in lines if line.kind != "cell"]
    for table in grid:
        label = _label_above(text, plain, table)
        role = role_of(label) if label else None
        groups, first = columns(text, table)
        marked = any(group.statuses for group in groups)
        if role not in (*PRESENCE, "members") and not marked and table.start >= head:
            continue
        if not groups and role in (*PRESENCE, "members") and label:
            groups = _by_shape(text, table)
        made = list(_rows(text, table.rows[first:], groups, lenient=marked))
        made = without_places(text, made)
        if made:
            yield NameList(
                label, _role(text, table, first, label, marked=marked), tuple(made), table.start, table.end
            )


def _rows(
    text: str, rows: Sequence[dict[int, Cell]], groups: list[Columns], *, lenient: bool
) -> Iterator[Entry]:
    """Who the rows name; those below a row that only says «Niet aanwezig» were not there."""
    below: str | None = None
    for cells in rows:
        filled = [content for cell in cells.values() if (content := _content(text, cell))]
        if len(filled) == 1 and role_of(filled[0]) in PRESENCE and len(filled[0]) <= _LONGEST_HEADING:
            below = "absent" if role_of(filled[0]) == "absent" else None
            continue
        for group in groups:
            for entry in persons(text, cells, group, lenient=lenient):
                yield replace(entry, status=entry.status or below)


def _role(text: str, table: Table, first: int, label: str, *, marked: bool) -> str:
    """Whether a table lists who was there, or who belongs to the body («Leden» above the names)."""
    heads = {role_of(text[cell.start : cell.end]) for cells in table.rows[:first] for cell in cells.values()}
    if "members" in heads and not marked and not label.lower().startswith("aanwezig"):
        return "members"
    role = role_of(label) if label else None
    return role if role in (*PRESENCE, "members") and role else "present"


def _label_above(text: str, plain: list[Line], table: Table) -> str:
    """The last of the plain lines above a table, where it is a label."""
    number = bisect_right(plain, table.start, key=lambda line: line.end)
    above = text[plain[number - 1].start : plain[number - 1].end].strip(" :*_") if number else ""
    said = bool(above.partition(":")[2].strip())  # «Aanwezig: A. de Boer» is a list of its own
    known = role_of(above) in (*PRESENCE, "members")
    return above if len(above) <= _LONGEST_HEADING and not said and known else ""


def columns(text: str, table: Table) -> tuple[list[Columns], int]:
    """The groups of columns that the first rows name, each for one person a row; and where the rows begin.

    Below a table of labels («Datum», «Voorzitter») a row that holds nothing but such names begins another.
    """
    for number, cells in enumerate(table.rows):
        if number >= _FIRST_ROWS and not all(_kind(text[cell.start : cell.end]) for cell in cells.values()):
            continue
        kinds = {n: kind for n, cell in cells.items() if (kind := _kind(text[cell.start : cell.end]))}
        written = {n: text[cell.start : cell.end].strip().lower() for n, cell in cells.items()}
        groups = _groups(kinds, written)
        if groups:
            below = table.rows[number + 1 :]
            return _with_marks(text, below, set(kinds), _unnamed(table, written, groups)), number + 1
    return [], 0


def _kind(heading: str) -> str | None:
    """What a heading says its column holds; `either` for «Aanwezig», which may head names or marks."""
    if len(heading) > _LONGEST_CELL:
        return None
    clean = re.sub(r"\s*\([^)]*\)", "", heading).strip(" :*_").lower()
    kinds = [kind for kind, known in wording()["columns"].items() if clean in known]
    if not kinds:  # «Gemeente / functie»: what is said of two columns, of which the organisation holds more
        parts = [_kind(part) for part in _TWO_KINDS.split(clean)] if _TWO_KINDS.search(clean) else []
        return "organisation" if set(parts) == {"organisation", "function"} else None
    return "either" if {"name", "status"} <= set(kinds) else kinds[0]


def _groups(kinds: dict[int, str], written: dict[int, str]) -> list[Columns]:
    """A new group begins at each name, or where a kind of column comes back."""
    named = {"name", "surname"} & set(kinds.values())
    settled = {n: ("status" if named else "name") if kind == "either" else kind for n, kind in kinds.items()}
    found: list[dict[str, int]] = []
    statuses: list[list[int]] = []
    leading: list[int] = []  # marks before the first name
    for number, kind in sorted(settled.items()):
        if kind == "status":
            (statuses[-1] if found else leading).append(number)
            continue
        if not found or kind in found[-1] or (kind == "name" and _has_name(found[-1])):
            found.append({})
            statuses.append(leading if len(found) == 1 else [])
        found[-1].setdefault(kind, number)
    return [
        _columns(group, [(n, "absent" if written[n].startswith(_ABSENT) else "present") for n in marks])
        for group, marks in zip(found, statuses, strict=True)
        if _has_name(group) and len(group) + len(marks) > 1
    ]


def _unnamed(table: Table, written: dict[int, str], groups: list[Columns]) -> list[Columns]:
    """The groups, with the last column as remarks where it has no heading and there is one group only."""
    last = max(max(cells) for cells in table.rows)
    return [replace(groups[0], remarks=last)] if len(groups) == 1 and not written.get(last) else groups


def _with_marks(
    text: str, rows: Sequence[dict[int, Cell]], known: set[int], groups: list[Columns]
) -> list[Columns]:
    """The one group, with as its status the column that says of each whether they were there («18-4»)."""
    if len(groups) != 1 or groups[0].statuses:
        return groups
    for number in sorted({n for cells in rows for n in cells} - known - {_or_none(groups[0].remarks)}):
        marks = [content.lower() for cells in rows if (content := _content(text, cells.get(number)))]
        if len(marks) > 1 and all(_tells_presence(mark) for mark in marks):
            return [replace(groups[0], statuses=((number, "present"),))]
    return groups


_SHORTEST_MARK = 4  # letters of a word that tells by itself whether somebody was there


def _tells_presence(mark: str) -> bool:
    """Whether what a cell says is a word for being there or not («aanwezig tot 11.00»)."""
    words = (word for kind in ("present", "absent") for word in wording()["marks"][kind])
    return any(len(word) >= _SHORTEST_MARK and re.match(rf"{re.escape(word)}\b", mark) for word in words)


def _has_name(group: dict[str, int]) -> bool:
    return "name" in group or "surname" in group


def _columns(group: dict[str, int], marks: list[tuple[int, str]]) -> Columns:
    return Columns(**group, statuses=tuple(marks))


def _by_shape(text: str, table: Table) -> list[Columns]:
    """The first column of which most cells are names, with the column behind it as the organisation."""
    filled_columns: dict[int, list[Cell]] = {}
    for cells in table.rows:
        for number, cell in cells.items():
            if _content(text, cell):
                filled_columns.setdefault(number, []).append(cell)
    width = max(max(cells) for cells in table.rows) + 1
    for number, filled in sorted(filled_columns.items()):
        named = sum(len(entries(text, cell.start, cell.end)[0]) == 1 for cell in filled)
        if named >= min(_FEWEST, len(table.rows)) and named * 3 >= len(filled) * 2:
            beside, behind = (n if n < width else None for n in (number + 1, number + 2))
            return [Columns(name=number, organisation=beside, remarks=behind)]
    return []


def _content(text: str, cell: Cell | None) -> str:
    return " ".join(text[cell.start : cell.end].split()).strip(" *_") if cell else ""


def persons(text: str, cells: dict[int, Cell], group: Columns, *, lenient: bool = False) -> Iterator[Entry]:
    """Who a row names, with what stands beside; nobody when nothing tells whether they were there."""
    for found in _whole(text, cells, group) if group.name is not None else _in_parts(text, cells, group):
        entry = _with_beside(text, cells, group, found, lenient=lenient)
        if entry:
            yield entry


def _with_beside(
    text: str, cells: dict[int, Cell], group: Columns, found: Entry, *, lenient: bool
) -> Entry | None:
    written = _content(text, cells.get(_or_none(group.organisation)))
    told = said_behind(written)  # «voorzitter, burgemeester Oevers» holds more than for whom somebody comes
    more = told.offices or told.function or told.note or told.status
    organisation = (told.organisation if more else written) or found.organisation
    function = told.function or _content(text, cells.get(_or_none(group.function)))
    note = ", ".join(filter(None, (found.note, told.note, _content(text, cells.get(_or_none(group.note))))))
    status = told.status or found.status
    if lenient and group.statuses and not any(_content(text, cells.get(n)) for n, _ in group.statuses):
        return None
    for column, meaning in group.statuses:
        mark = _content(text, cells.get(column)).lower()
        status = _marked(mark, meaning) or status
    behind = said_behind(_content(text, cells.get(_or_none(group.remarks))))
    note = ", ".join(filter(None, (note, behind.note)))
    status = behind.status or status
    offices = [
        word for part in re.split(r"[,/(]", function) if (word := part.strip(" )").lower().rstrip("."))
    ]
    said = found.offices or tuple(dict.fromkeys((*behind.offices, *told.offices)))
    named = dict.fromkeys(office_words()[word] for word in offices if word in office_words())
    if named:  # «burgemeester, voorzitter»: what somebody is, beside the office of the meeting
        rest = [part.strip() for part in re.split(r"[,/]", function) if not _is_office(part)]
        function = ", ".join(rest) or function
    return replace(
        found, organisation=organisation or None, note=note or None, status=status,
        offices=said or tuple(named), function=found.function or function or None,
    )  # fmt: skip


def _is_office(part: str) -> bool:
    return part.strip(" )").lower().rstrip(".") in office_words()


def _marked(mark: str, meaning: str) -> str | None:
    """What a mark in a column says: absent, partial, or None for present (or nothing that is known)."""
    clean = mark.rstrip(".")
    if clean in _DASHES:  # no mark where others have one
        return None if meaning == "absent" else "absent"
    if meaning == "absent":
        return "absent" if _begins(clean, "present") or _begins(clean, "absent") else None
    if _begins(clean, "absent") or role_of(mark) == "absent":
        return "absent"
    return "partial" if re.search(wording()["annotations"]["partial"], mark) else None


def _begins(mark: str, kind: str) -> bool:
    words = wording()["marks"][kind]
    return mark in words or any(len(word) > 1 and re.match(rf"{re.escape(word)}\b", mark) for word in words)


def _or_none(column: int | None) -> int:
    return -1 if column is None else column


def _whole(text: str, cells: dict[int, Cell], group: Columns) -> list[Entry]:
    """The names of a cell, when it holds nothing else."""
    cell = cells.get(_or_none(group.name))
    if cell is None or re.search(wording()["by_proxy"], text[cell.start : cell.end], re.IGNORECASE):
        return []
    found, total = entries(text, cell.start, cell.end)
    return found if len(found) in (1, total) else []


def _in_parts(text: str, cells: dict[int, Cell], group: Columns) -> list[Entry]:
    surname = cells.get(_or_none(group.surname))
    given = cells.get(_or_none(group.given)) or cells.get(_or_none(group.initials))
    prefix = cells.get(_or_none(group.prefix))
    last = _content(text, surname)
    if not surname or not last:
        return []
    name = names.parse(" ".join(filter(None, (_content(text, given), _content(text, prefix).lower(), last))))
    if name is None:
        return []
    filled = [cell for cell in (surname, given, prefix) if cell and _content(text, cell)]
    return [Entry(min(c.start for c in filled), max(c.end for c in filled), name, None, None)]
