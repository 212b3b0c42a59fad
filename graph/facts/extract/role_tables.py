"""Tables that tell who has which role: a column of roles, one headed by a role, or who it was and becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.dutch.period import Period
from graph.facts import body_kinds, portfolio_tables
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Evidence, Role, Succession
from graph.facts.template import compile_template
from graph.minutes.model import Cell, Table

_Person = tuple[int, str | None]  # a column of persons, and the role that its heading names
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is about, from when, and where it stands."""

    body: str | None
    theme: str | None
    since: Period | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says of one role: who had it and who has it, or `open`: that nobody has."""

    row: _Row
    role: str
    before: str | None
    after: str | None
    open: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table by what they hold; `headed`: those with a role for a heading."""

    of: int | None
    role: int | None
    name: int | None
    before: _Person | None
    after: _Person | None
    since: int | None
    headed: tuple[tuple[int, str], ...]


def roles(context: Context) -> Iterator[Role]:
    """The roles that the tables behind the head tell of."""
    for told in _told(context):
        row = told.row
        made = Role(
            id="", evidence=(row.evidence,), agenda_item=context.item_at(row.evidence.start),
            role=told.role, body=row.body, theme=row.theme,
        )  # fmt: skip
        if told.before:
            yield replace(made, person=told.before, status="ended", end=row.since)
        if told.after:
            yield replace(made, person=told.after, start=row.since)
        elif told.open:
            yield replace(made, status="vacant")


def successions(context: Context) -> Iterator[Succession]:
    """Who follows whom by a table with a column for each."""
    for told in _told(context):
        if told.before and (told.after or told.open):
            yield Succession(
                id="", evidence=(told.row.evidence,), agenda_item=context.item_at(told.row.evidence.start),
                role=told.role, predecessor=told.before, successor=told.after, body=told.row.body,
            )  # fmt: skip


def _told(context: Context) -> Iterator[_Told]:
    lists = [(found.start, found.end) for found in context.minutes.lists]
    for table in context.minutes.tables:
        is_list = any(start < table.end and table.start < end for start, end in lists)
        columns = None if is_list or table.start < context.minutes.head else _columns(context.text, table)
        for cells in table.rows[1:] if columns else ():
            if columns:
                yield from _row(context, table, columns, cells)


def _columns(text: str, table: Table) -> _Columns | None:
    """What the columns hold by the first row; None where it is no table of roles, or one of actions."""
    words = _words()
    heads = {
        n: _BRACKETS.sub("", text[cell.start : cell.end]).strip(" :*_").lower()
        for n, cell in table.rows[0].items()
    }
    if any(words.never.search(head) for head in heads.values()):
        return None

    def first(kind: re.Pattern[str]) -> int | None:
        return next((n for n, head in heads.items() if kind.fullmatch(head)), None)

    def person(kind: re.Pattern[str]) -> _Person | None:
        found = ((n, kind.fullmatch(head)) for n, head in heads.items())
        return next(((n, match["role"]) for n, match in found if match), None)

    of, role, name, since = (first(kind) for kind in (words.of, words.role, words.name, words.since))
    before, after = person(words.before), person(words.after)
    headed = tuple(
        (n, head) for n, head in heads.items() if of is not None and n not in (of, role) and _is_job(head)
    )
    told = headed or None not in (role, name) or None not in (before, after)
    return _Columns(of, role, name, before, after, since, headed) if told else None


def _row(context: Context, table: Table, columns: _Columns, cells: dict[int, Cell]) -> Iterator[_Told]:
    text = context.text
    start, end = min(cell.start for cell in cells.values()), max(cell.end for cell in cells.values())
    body, theme = _whose(context, table, columns.of, cells)
    row = _Row(body, theme, _date(context, cells, columns.since), place(text, start, end))
    written = _written(text, cells, columns.role)
    role = written[:1].lower() + written[1:] if _is_job(written.lower()) else None
    if columns.before and columns.after:
        yield from _changed(context, columns.before, columns.after, cells, row, role)
        return
    if columns.name in cells and role:
        yield from _holding(context, cells[columns.name], role, row)
    for number, heading in columns.headed:
        if number in cells:
            yield from _holding(context, cells[number], heading, row)


def _written(text: str, cells: dict[int, Cell], column: int | None) -> str:
    return text[cells[column].start : cells[column].end].strip() if column in cells else ""


def _changed(  # noqa: PLR0913, PLR0917 - what a row tells
    context: Context, before: _Person, after: _Person, cells: dict[int, Cell], row: _Row, role: str | None
) -> Iterator[_Told]:
    """Who had a role and who has it now, each in a column of its own; in a body by default a member."""
    if before[0] not in cells or after[0] not in cells:
        return
    was, becomes = (_somebody(context, cells[column[0]]) for column in (before, after))
    is_open = _is_open(context.text, cells[after[0]])
    said = after[1] or before[1] or role or ("lid" if row.body else None)
    if said and was and (becomes or is_open):
        yield _Told(row, said, was, becomes, is_open)


def _holding(context: Context, cell: Cell, role: str, row: _Row) -> Iterator[_Told]:
    who, is_open = _somebody(context, cell), _is_open(context.text, cell)
    if who or is_open:
        yield _Told(row, role, None, who, is_open)


def _whose(
    context: Context, table: Table, of: int | None, row: dict[int, Cell]
) -> tuple[str | None, str | None]:
    """The body, or the theme, that a row is about."""
    if of is None or of not in row:
        return None, None
    head = table.rows[0][of]
    noun = context.text[head.start : head.end].strip(" :*_").lower()
    written = " ".join(context.text[row[of].start : row[of].end].split())
    inside = context.mentions_in(row[of].start, row[of].end)
    bodies = [mention.value for mention in inside if mention.kind == "body"]
    if bodies or body_kinds.is_kind(noun):
        whole = (
            bodies[0]
            if bodies
            else written
            if body_kinds.is_kind(written.split()[0].lower())
            else f"{noun} {written}"
        )
        return (whole if len(bodies) < 2 else None), None  # noqa: PLR2004 - of two bodies it is not told
    themes = [mention.value for mention in inside if mention.kind == "theme"]
    return None, (themes[0] if len(themes) == 1 else written or None)


def _somebody(context: Context, cell: Cell) -> str | None:
    """The only person whom a cell names."""
    inside = {m.value for m in context.mentions_in(cell.start, cell.end) if m.kind == "person"}
    return inside.pop() if len(inside) == 1 else None


def _is_open(text: str, cell: Cell) -> bool:
    return bool(portfolio_tables.wording().vacant.fullmatch(text[cell.start : cell.end]))


def _date(context: Context, cells: dict[int, Cell], column: int | None) -> Period | None:
    """The only day that a row gives in the column for it."""
    cell = None if column is None else cells.get(column)
    found = [day for start, day in context.periods.items() if cell and cell.start <= start < cell.end]
    return found[0] if len(found) == 1 else None


def _is_job(heading: str) -> bool:
    """Whether words are what somebody is («ambtelijk trekker»), and no owner of actions or portfolios."""
    match = _job().search(heading)
    return match is not None and match.span() == (0, len(heading)) and not _words().no_role.search(heading)


@cache
def _job() -> Sought:
    return compile_template("{role:job}")


@dataclass(frozen=True, slots=True)
class _Words:
    of: re.Pattern[str]
    role: re.Pattern[str]
    name: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    since: re.Pattern[str]
    never: re.Pattern[str]
    no_role: re.Pattern[str]


@cache
def _words() -> _Words:
    said: dict[str, str] = ontology.load_yaml("wording/roles.yaml")["tables"]
    return _Words(**{name: re.compile(words) for name, words in said.items()})
