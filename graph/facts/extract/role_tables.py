"""Tables that tell who has which role: a column of roles, one headed by a role, or who it was and becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph import ontology
from graph.dutch.cues import Cued
from graph.dutch.period import Period
from graph.facts import body_kinds, portfolio_tables
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Evidence, Role, Succession
from graph.facts.template import compile_template
from graph.minutes.model import Cell, Table

_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one row says: a role, of what, who had it and who has it; None: nobody, where the cell says so."""

    role: str
    before: str | None
    after: str | None
    open: bool
    body: str | None
    theme: str | None
    since: Cell | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table by what they hold; `headed`: those with a role for a heading."""

    of: int | None
    role: int | None
    name: int | None
    before: tuple[int, str | None] | None
    after: tuple[int, str | None] | None
    since: int | None
    headed: tuple[tuple[int, str], ...]


def roles(context: Context) -> Iterator[Role]:
    """The roles that the tables behind the head tell of."""
    for told in _told(context):
        given = {"id": "", "evidence": (told.evidence,), "role": told.role, "body": told.body}
        item = context.item_at(told.evidence.start)
        start = _date(context, told.since)
        if told.before:
            yield Role(**given, agenda_item=item, person=told.before, status="ended", end=start)
        if told.after:
            yield Role(**given, agenda_item=item, person=told.after, theme=told.theme, start=start)
        elif told.open:
            yield Role(**given, agenda_item=item, theme=told.theme, status="vacant")


def successions(context: Context) -> Iterator[Succession]:
    """Who follows whom by a table with a column for each."""
    for told in _told(context):
        if told.before and (told.after or told.open):
            yield Succession(
                id="", evidence=(told.evidence,), agenda_item=context.item_at(told.evidence.start),
                role=told.role, predecessor=told.before, successor=told.after, body=told.body,
            )  # fmt: skip


def _told(context: Context) -> Iterator[_Told]:
    lists = [(found.start, found.end) for found in context.minutes.lists]
    for table in context.minutes.tables:
        if table.start >= context.minutes.head and not any(
            a < table.end and table.start < b for a, b in lists
        ):
            columns = _columns(context.text, table)
            for row in table.rows[1:] if columns else ():
                yield from _row(context, table, columns, row) if columns else ()


def _columns(text: str, table: Table) -> _Columns | None:
    """What the columns hold by the first row; None where it is no table of roles, or one of actions or candidates."""
    words = _words()
    heads = {
        n: _BRACKETS.sub("", text[cell.start : cell.end]).strip(" :*_").lower()
        for n, cell in table.rows[0].items()
    }
    if any(words.never.search(head) for head in heads.values()):
        return None

    def first(kind: re.Pattern[str]) -> int | None:
        return next((n for n, head in heads.items() if kind.fullmatch(head)), None)

    def person(kind: re.Pattern[str]) -> tuple[int, str | None] | None:
        found = ((n, kind.fullmatch(head)) for n, head in heads.items())
        return next(((n, match["role"]) for n, match in found if match), None)

    of, role, name, since = (first(kind) for kind in (words.of, words.role, words.name, words.since))
    before, after = person(words.before), person(words.after)
    headed = tuple(
        (n, head) for n, head in heads.items() if of is not None and n not in (of, role) and _is_job(head)
    )
    told = headed or (role is not None and name is not None) or (before and after)
    return _Columns(of, role, name, before, after, since, headed) if told else None


def _row(context: Context, table: Table, columns: _Columns, row: dict[int, Cell]) -> Iterator[_Told]:
    text = context.text
    since = row.get(columns.since) if columns.since is not None else None
    body, theme = _whose(context, table, columns.of, row)
    evidence = place(text, min(c.start for c in row.values()), max(c.end for c in row.values()))
    written = text[row[columns.role].start : row[columns.role].end].strip() if columns.role in row else ""
    role = written[:1].lower() + written[1:]
    if columns.before and columns.after and columns.before[0] in row and columns.after[0] in row:
        said = columns.after[1] or columns.before[1] or (role if _is_job(role) else None)
        was, is_now = _somebody(context, row[columns.before[0]]), _somebody(context, row[columns.after[0]])
        open_ = _is_open(text, row[columns.after[0]])
        if (was and (is_now or open_)) and (said or body):
            yield _Told(said or "lid", was, is_now, open_, body, theme, since, evidence)
        return
    if columns.name in row and _is_job(role):
        yield from _holding(context, row[columns.name or 0], role, (body, theme), since, evidence)
    for number, heading in columns.headed:
        if number in row:
            yield from _holding(context, row[number], heading, (body, theme), since, evidence)


def _holding(  # noqa: PLR0913 - what a row tells
    context: Context,
    cell: Cell,
    role: str,
    whose: tuple[str | None, str | None],
    since: Cell | None,
    evidence: Evidence,
) -> Iterator[_Told]:
    who, open_ = _somebody(context, cell), _is_open(context.text, cell)
    if who or open_:
        yield _Told(role, None, who, open_, *whose, since, evidence)


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


def _date(context: Context, cell: Cell | None) -> Period | None:
    found = [each for start, each in context.periods.items() if cell and cell.start <= start < cell.end]
    return found[0] if len(found) == 1 else None


def _is_job(heading: str) -> bool:
    """Whether words are what somebody is («ambtelijk trekker»), and no owner of actions or portfolios."""
    match = _job().search(heading)
    return match is not None and match.span() == (0, len(heading)) and not _words().no_role.search(heading)


@cache
def _job() -> Cued:
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
