"""Actions and decisions that a document lists: in tables, in bullets, in numbered lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.dutch.names import parse
from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.owners import Owners, owners
from graph.facts.sections import Section, sections, wording
from graph.minutes.model import Cell, Line, Table

_NOBODY = Owners((), known=False)
_HALF = 0.4  # the share of filled cells that must look alike for a column to be of one kind
_FEWEST_WORDS = 2
_LONGEST_NAME = 60  # characters before or behind an item that may name its owner
_LONGEST_STATUS = 30
_NUMBER = re.compile(r"^\s*(?:[\w./-]{0,12}\d[\w./-]*[.):]?\s+|[-–•*]\s+)?")
_ACTION_WORD = r"(?:actie|actiepunt|ap|actiehouder|toezegging|afspraak|door|wie)"
_BEFORE = re.compile(
    rf"^\s*(?:{_ACTION_WORD}\s*:?\s+)?(?P<owner>[^:\n]{{2,{_LONGEST_NAME}}}?)\s*(?::|\s[–-]\s)\s*(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\s*(?:\(\s*(?:{_ACTION_WORD}\s*:?\s*)?(?P<a>[^()]{{2,{_LONGEST_NAME}}})\)"
    rf"|(?:{_ACTION_WORD})\s*:\s*(?P<b>[^:.]{{2,{_LONGEST_NAME}}})"
    rf"|\s[–-]\s(?P<c>[^–:.]{{2,{_LONGEST_NAME}}})|[→>]\s*(?P<d>[^:.]{{2,{_LONGEST_NAME}}}))\s*[.;]?\s*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^\s*(?:zal|zullen|gaat|gaan|neemt|nemen|\w{3,}t|\w{3,}en)\b")


@dataclass(frozen=True, slots=True)
class Item:
    """One listed action or decision: where it stands, and what it says.

    `start` to `end` is the evidence; a row goes on to `reach`, with what is remarked of the action.
    """

    kind: str  # action or decision
    start: int
    end: int
    text: str
    owners: Owners = _NOBODY
    due: Period | None = None
    status: str = "open"
    agenda_item: str | None = None
    reach: int = 0


@dataclass(slots=True)
class _Columns:
    """Which column of a table holds what."""

    text: int
    kind: str = "action"
    owner: int | None = None
    due: int | None = None
    status: int | None = None
    made: int | None = None
    number: int | None = None
    first_row: int = 0
    others: list[int] = field(default_factory=list)


def items(context: Context) -> list[Item]:
    """Everything that is listed, in order; a table with such columns counts under any heading."""
    found: dict[int, Item] = {}
    every = list(sections(context.minutes))
    announced = {table.start: section for section in every for table in section.tables}
    for table in context.minutes.tables:
        columns = _by_headings(context, table)
        section = announced.get(table.start)
        if columns is None and section is not None:
            columns = _by_shape(context, table, section.kind)
        if columns is not None and (table.start >= context.minutes.head or section):
            for item in _rows(context, table, columns):
                found.setdefault(item.start, item)
    for section in every:
        for item in _lines(context, section):
            found.setdefault(item.start, item)
    return [found[start] for start in sorted(found)]


def holding(context: Context, listed: list[Item]) -> dict[int, Item]:
    """The first item in whose row or line each sentence stands, by the number of the sentence."""
    found: dict[int, Item] = {}
    for item in listed:
        for sentence in context.sentences_in(item.start, max(item.end, item.reach)):
            found.setdefault(sentence.number, item)
    return found


def _content(context: Context, cell: Cell | None) -> str:
    return " ".join(context.text[cell.start : cell.end].split()) if cell else ""


@lru_cache(maxsize=1024)
def _column(heading: str) -> str | None:
    clean = re.sub(r"\s*\([^)]*\)", "", heading).strip(" :*_").lower()
    return next((kind for kind, words in wording()["columns"].items() if clean in words), None)


def _by_headings(context: Context, table: Table) -> _Columns | None:
    """The columns as the first row names them: at least an action or decision, and something beside it."""
    for number, cells in enumerate(table.rows[:2]):
        kinds: dict[str, int] = {}
        for column, cell in cells.items():
            kind = _column(_content(context, cell))
            if kind:
                kinds.setdefault(kind, column)
        what = kinds.get("action", kinds.get("decision"))
        if what is None or len(kinds) < _FEWEST_WORDS or len(kinds) * 2 < len(cells):
            continue
        return _Columns(
            what, "action" if "action" in kinds else "decision", kinds.get("owner"), kinds.get("due"),
            kinds.get("status"), kinds.get("made"), kinds.get("number"), number + 1,
            [kinds["decision"]] if "action" in kinds and "decision" in kinds else [],
        )  # fmt: skip
    return None


def _by_shape(context: Context, table: Table, kind: str) -> _Columns | None:
    """The columns by what stands in them: the longest cells are the actions."""
    filled: dict[int, list[Cell]] = {}
    for row in table.rows:
        for column, cell in row.items():
            if _content(context, cell):
                filled.setdefault(column, []).append(cell)
    filled = dict(sorted(filled.items()))
    lengths = {n: sum(len(_content(context, c)) for c in cells) / len(cells) for n, cells in filled.items()}
    if not lengths:
        return None
    text = max(lengths, key=lambda column: lengths[column])

    def column_of(looks: str) -> int | None:
        shares = {
            column: sum(_looks(context, cell, looks) for cell in cells) / len(cells)
            for column, cells in filled.items()
            if column != text
        }
        best = max(shares, key=lambda column: shares[column], default=None)
        return best if best is not None and shares[best] >= _HALF else None

    return _Columns(
        text, "decision" if kind == "decisions" else "action", column_of("owner"), column_of("due"),
        column_of("status"),
    )  # fmt: skip


def _looks(context: Context, cell: Cell, like: str) -> bool:
    if like == "owner":
        return owners(context, cell.start, cell.end).known
    if like == "due":
        return bool(_dates(context, cell.start, cell.end))
    return _status(_content(context, cell)) is not None


def _rows(context: Context, table: Table, columns: _Columns) -> Iterator[Item]:
    for cells in table.rows[columns.first_row :]:
        for column, kind in ((columns.text, columns.kind), *((n, "decision") for n in columns.others)):
            cell = cells.get(column)
            text = _content(context, cell)
            if (
                cell is None
                or len(text.split()) < _FEWEST_WORDS
                or text.lower().strip(". ") in wording()["nothing"]
            ):
                continue
            if kind == "decision" and _is_earlier(context, cells, columns):
                continue
            yield _row(context, cells, columns, cell, kind)


def _row(context: Context, cells: Mapping[int, Cell], columns: _Columns, cell: Cell, kind: str) -> Item:
    owner = cells.get(columns.owner) if columns.owner is not None else None
    due = cells.get(columns.due) if columns.due is not None else None
    stand = cells.get(columns.status) if columns.status is not None else None
    named = owners(context, owner.start, owner.end) if owner else _NOBODY
    if owner is None or not named.names:
        named = named if owner else in_words(context, cell.start, cell.end)[0]
    dates = _dates(context, due.start, due.end) if due else []
    when = next((period for period in dates if not _is_past(context, period)), None)
    status = _status(_content(context, stand)) or (_status(_content(context, due)) if due else None) or "open"
    parts = [part for part in (cell, owner, due) if part]
    return Item(
        kind, min(part.start for part in parts), max(part.end for part in parts),
        _content(context, cell), named, when, status, context.item_at(cell.start),
    )  # fmt: skip


def _is_earlier(context: Context, cells: Mapping[int, Cell], columns: _Columns) -> bool:
    """Whether a row tells of a decision of another meeting: it carries a date that is not this one's."""
    for column in (columns.made, columns.due):
        cell = cells.get(column) if column is not None else None
        days = [
            period.start for period in (_dates(context, cell.start, cell.end) if cell else ()) if period.start
        ]
        if days and context.minutes.meeting.date not in days:
            return True
    return False


def _dates(context: Context, start: int, end: int) -> list[Period]:
    return context.periods_in(start, end)


def _is_past(context: Context, period: Period) -> bool:
    return (period.end or period.start or "9999") < (context.minutes.meeting.date or "")


@lru_cache(maxsize=1)
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)"))
        for code, words in wording()["statuses"].items()
    )


def _status(content: str) -> str | None:
    """The status that a cell's first words say."""
    lowered = content.lower().strip(" (*_-–:.")
    found = [(code, match) for code, pattern in _statuses() if (match := pattern.match(lowered))]
    return max(found, key=lambda pair: pair[1].end())[0] if found else None


def _lines(context: Context, section: Section) -> Iterator[Item]:
    """Bullets, and lines that begin with a number or name an owner."""
    for line in section.lines:
        text = " ".join(context.text[line.start : line.end].split())
        number = _NUMBER.match(context.text[line.start : line.end])
        start = line.start + (number.end() if number else 0)
        words = len(context.text[start : line.end].split())
        if (
            words < _FEWEST_WORDS
            or text.lower().strip(" .-") in wording()["nothing"]
            or text.startswith("http")
        ):
            continue
        if section.kind == "decisions":
            if line.kind == "bullet" or start > line.start or len(section.lines) == 1:
                yield Item("decision", line.start, line.end, text, agenda_item=context.item_at(line.start))
            continue
        yield from _line(context, line, start)


def _line(context: Context, line: Line, start: int) -> Iterator[Item]:
    named, first, last = in_words(context, start, line.end)
    if line.kind == "text" and not named.names and start == line.start:
        return
    status = _closing_status(context.text[first:last])
    dates = [period for period in _dates(context, first, line.end) if not _is_past(context, period)]
    yield Item(
        "action", line.start, line.end, " ".join(context.text[first:last].split()), named,
        dates[0] if dates else None, status, context.item_at(line.start),
    )  # fmt: skip


def _closing_status(text: str) -> str:
    """The status in the last words of an item («… rondsturen. Gereed»)."""
    last = re.split(r"[.(–:-]\s*", text.rstrip(" .)"))[-1].strip()
    return (
        (_status(last) or "open")
        if len(last) <= _LONGEST_STATUS and len(last.split()) <= _FEWEST_WORDS
        else "open"
    )


def in_words(context: Context, start: int, end: int) -> tuple[Owners, int, int]:
    """The owners that an item itself names, before, behind or as its subject; and where its text stands."""
    text = context.text[start:end]
    before = _BEFORE.match(text)
    if before:
        named = owners(context, start + before.start("owner"), start + before.end("owner"))
        if named.known or _is_name(before["owner"]):
            return named, start + before.end(), end
    behind = _BEHIND.search(text)
    if behind:
        group = behind.lastgroup or "a"
        named = owners(context, start + behind.start(group), start + behind.end(group))
        if named.known:
            return named, start, start + behind.start()
    return _subject(context, start, end), start, end


def _is_name(written: str) -> bool:
    """Whether words read like the full name of somebody whom the document does not know for sure."""
    name = parse(written)
    return name is not None and bool(name.given_name)


def _subject(context: Context, start: int, end: int) -> Owners:
    """The persons with whom an item begins, where a verb follows («A en B zullen … afstemmen»)."""
    names: list[str] = []
    place = start
    for mention in context.mentions_in(start, end):
        between = context.text[place : mention.start]
        joined = not names or re.fullmatch(r"\s*(?:,|en|&|/|, en)\s*", between)
        if mention.kind not in ("person", "body") or not joined or (not names and between.strip()):
            break
        names.append(mention.value)
        place = mention.end
    if names and _SUBJECT.match(context.text[place:end]):
        return Owners(tuple(dict.fromkeys(names)), known=True)
    return _NOBODY
