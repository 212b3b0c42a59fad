"""Listed actions and decisions that are rows of a table, or that stand beside a label in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.facts.context import Context
from graph.facts.listed.item import Item
from graph.facts.listed.lines import decision, in_words
from graph.facts.listed.owners import owners
from graph.facts.listed.sections import kind_of, leads_to_decisions, wording
from graph.facts.listed.status import status_of
from graph.facts.listed.terms import dates_in, deadlines_in, month, term
from graph.minutes.model import Cell, Table

_HALF = 0.4  # the share of filled cells that must look alike for a column to be of one kind
_FEWEST_WORDS = 2
_FEWEST_SENTENCES = 3  # of a cell that is running text
_FEW_WORDS = 4  # of a decision that says nothing without what it is about («conform»)
_LABEL_TAIL = re.compile(r"\s+[A-Z]?\d{0,2}$")  # «Besluit A1»


@dataclass(slots=True)
class Columns:
    """Which column of a table holds what."""

    text: int
    kind: str = "action"
    owner: int | None = None
    due: int | None = None
    status: int | None = None
    made: int | None = None
    subject: int | None = None
    first_row: int = 0
    others: list[int] = field(default_factory=list)
    term: bool = False  # the heading says that a date is the last day («uiterlijk»), and it may be over


def content(context: Context, cell: Cell | None) -> str:
    """The text of a cell on one line."""
    return " ".join(context.text[cell.start : cell.end].split()) if cell else ""


@lru_cache(maxsize=1024)
def _column(heading: str) -> str | None:
    clean = re.sub(r"\s*\([^)]*\)|^\s*(?:nr\.?|nummer|#)\s+", "", heading, flags=re.IGNORECASE)
    clean = clean.strip(" :*_").lower()
    return next((kind for kind, words in wording()["columns"].items() if clean in words), None)


def _tells_more(heading: str) -> bool:
    """Whether a column holds decisions and what was said beside: «Besluit en bijzonderheden»."""
    first, also, _ = heading.lower().partition(" en ")
    return bool(also) and first.strip(" :*_") in wording()["columns"]["decision"]


def _is_subject(heading: str) -> bool:
    """Whether a column holds what is spoken of, an action only beside an owner, a date or a status."""
    return heading.strip(" :*_").lower() in wording()["subjects"]


def _is_term(heading: str) -> bool:
    return any(word in heading.lower() for word in wording()["last_day"])


def by_headings(context: Context, table: Table) -> Columns | None:
    """The columns as the first row names them: at least an action or decision, and something beside it."""
    for number, cells in enumerate(table.rows[:2]):
        if any(_tells_more(content(context, cell)) for cell in cells.values()):
            return Columns(0, "told")
        kinds: dict[str, int] = {}
        for column, cell in cells.items():
            kind = _column(content(context, cell))
            if kind:
                kinds.setdefault(kind, column)
        what = kinds.get("action", kinds.get("decision"))
        if what is None or len(kinds) < _FEWEST_WORDS or len(kinds) * 2 < len(cells):
            continue
        if kinds.keys() == {"action", "number"} and _is_subject(content(context, cells[what])):
            return None  # «Nr. | Onderwerp»: the agenda, with what was said of each
        both = "action" in kinds and "decision" in kinds
        subject = both and "owner" not in kinds  # «Onderwerp … Besluit»: what is decided on, not an action
        if subject or "action" not in kinds:
            return Columns(
                kinds["decision"], "decision", None, None, None, kinds.get("made"),
                kinds.get("action"), number + 1,
            )  # fmt: skip
        return Columns(
            what, "action", kinds.get("owner"), kinds.get("due"), kinds.get("status"), kinds.get("made"),
            None, number + 1, [kinds["decision"]] if both else [],
            "due" in kinds and _is_term(content(context, cells[kinds["due"]])),
        )  # fmt: skip
    return None


def by_shape(context: Context, table: Table, kind: str) -> Columns | None:
    """The columns by what stands in them: the longest cells are the actions."""
    filled: dict[int, list[Cell]] = {}
    for row in table.rows:
        for column, cell in row.items():
            if content(context, cell):
                filled.setdefault(column, []).append(cell)
    lengths = {
        column: sum(len(content(context, cell)) for cell in cells) / len(cells)
        for column, cells in sorted(filled.items())
    }
    if not lengths:
        return None
    text = max(lengths, key=lambda column: lengths[column])

    def column_of(looks: str) -> int | None:
        shares = {
            column: sum(_looks(context, cell, looks) for cell in cells) / len(cells)
            for column, cells in sorted(filled.items())
            if column != text
        }
        best = max(shares, key=lambda column: shares[column], default=None)
        return best if best is not None and shares[best] >= _HALF else None

    return Columns(
        text, "decision" if kind == "decisions" else "action", column_of("owner"), column_of("due"),
        column_of("status"),
    )  # fmt: skip


def _looks(context: Context, cell: Cell, like: str) -> bool:
    if like == "owner":
        return owners(context, cell.start, cell.end).known
    if like == "due":
        return bool(dates_in(context, cell.start, cell.end) or month(context, cell.start, cell.end))
    return status_of(content(context, cell)) is not None


def rows(context: Context, table: Table, columns: Columns) -> Iterator[Item]:
    """What each row lists; of a table that tells it in running text, nothing: its sentences say it."""
    if columns.kind == "told":
        return
    for cells in table.rows[columns.first_row :]:
        for column, kind in ((columns.text, columns.kind), *((n, "decision") for n in columns.others)):
            cell = cells.get(column)
            text = content(context, cell)
            short = len(text.split()) < _FEWEST_WORDS and kind == "action"
            if cell is None or not text or short or text.lower().strip(". ") in wording()["nothing"]:
                continue
            if kind == "action":
                if not _is_told(context, cells, columns, cell):
                    yield _action(context, cells, columns, cell)
            elif not _is_earlier(context, cells, columns):
                yield from _decided(context, cells, columns, cell)


def _is_told(context: Context, cells: Mapping[int, Cell], columns: Columns, cell: Cell) -> bool:
    """Whether a cell is running text without an owner or date beside it: its sentences tell."""
    beside = (
        cells.get(column) for column in (columns.owner, columns.due, columns.status) if column is not None
    )
    alone = not any(content(context, other) for other in beside)
    return alone and len(context.sentences_in(cell.start, cell.end)) >= _FEWEST_SENTENCES


def _decided(context: Context, cells: Mapping[int, Cell], columns: Columns, cell: Cell) -> Iterator[Item]:
    """What a cell decides; of one that tells how it came to it, what stands below «… besluit:».

    What else such a cell decides its sentences say.
    """
    if _tells(context, cell):
        yield from _below_lead(context, cell)
    else:
        yield _whole(context, cells, columns, cell)


def _tells(context: Context, cell: Cell) -> bool:
    """Whether a cell is running text in which some sentences decide, and others do not."""
    sentences = context.sentences_in(cell.start, cell.end)
    decide = [next(sentence.hits("decision"), None) is not None for sentence in sentences]
    return len(sentences) >= _FEWEST_SENTENCES and any(decide) and not all(decide)


def _below_lead(context: Context, cell: Cell) -> Iterator[Item]:
    """The lines of a cell below one that leads up to decisions, up to the one that ends with a full stop."""
    listing = False
    for line in cell.lines:
        said = context.text[line.start : line.end].strip()
        if listing and said:
            yield decision(context, line.start, line.end)
            listing = not said.endswith(".")
        elif said:
            listing = leads_to_decisions(said)


def _whole(context: Context, cells: Mapping[int, Cell], columns: Columns, cell: Cell) -> Item:
    """A decision with what it is about, where the table says so in another column."""
    about = cells.get(columns.subject) if columns.subject is not None else None
    if about is None or not content(context, about):
        return decision(context, cell.start, cell.end)
    item = decision(context, min(about.start, cell.start), max(about.end, cell.end))
    return Item(
        item.kind, item.start, item.end, f"{content(context, about)}: {content(context, cell)}",
        agenda_item=item.agenda_item,
    )  # fmt: skip


def _action(context: Context, cells: Mapping[int, Cell], columns: Columns, cell: Cell) -> Item:
    owner, due, stand = (
        cells.get(column) if column is not None else None
        for column in (columns.owner, columns.due, columns.status)
    )
    named, first, last = in_words(context, cell.start, cell.end)
    alone = columns.owner is None and columns.due is None  # the cell says it all
    said = " ".join(context.text[first:last].split()) if alone else content(context, cell)
    if owner:
        named = owners(context, owner.start, owner.end)
    when_said = due or (cell if alone else None)
    when = term(context, when_said.start, when_said.end) if when_said else None
    when = when or (month(context, due.start, due.end) if due else None)
    if when is None and due and columns.term:
        when = next(iter(deadlines_in(context, due.start, due.end)), None)
    status = status_of(content(context, stand)) or (status_of(content(context, due)) if due else None)
    told = stand if status_of(content(context, stand)) else None
    parts = [part for part in (cell, owner, due, told) if part]
    return Item(
        "action", min(part.start for part in parts), max(part.end for part in parts),
        said, named, when, status or "open", context.item_at(cell.start),
        max(part.end for part in cells.values()),
    )  # fmt: skip


def _is_earlier(context: Context, cells: Mapping[int, Cell], columns: Columns) -> bool:
    """Whether a row tells of a decision of another meeting: it carries a date that is not this one's."""
    cell = cells.get(columns.made) if columns.made is not None else None
    dates = dates_in(context, cell.start, cell.end) if cell else []
    days = [period.start for period in dates if period.start]
    return bool(days) and context.minutes.meeting.date not in days


def labelled(context: Context, table: Table) -> Iterator[Item]:
    """What stands beside «Besluit» or «Toezegging» in a row, or below it in a box of one cell."""
    for cells in table.rows:
        first = cells.get(0)
        if first is None or first.start < context.minutes.head:
            continue
        if set(cells) == {0} and len(first.lines) > 1:
            label, lines = context.text[first.lines[0].start : first.lines[0].end], first.lines[1:]
        elif set(cells) == {0, 1}:
            label, lines = content(context, first), cells[1].lines
        else:
            continue
        kind = kind_of(_LABEL_TAIL.sub("", label.strip()))
        for line in lines if kind in ("actions", "decisions") else ():
            start = line.start + _leading(context.text[line.start : line.end])
            if start >= line.end:
                continue
            if kind == "decisions":
                yield decision(context, line.start, line.end, start)
            else:
                named, _, _ = in_words(context, start, line.end)
                yield Item(
                    "action", line.start, line.end, " ".join(context.text[start : line.end].split()), named,
                    term(context, start, line.end), "open", context.item_at(start),
                )  # fmt: skip


def _leading(text: str) -> int:
    """The length of a bullet or number before what is decided."""
    match = re.match(r"\s*(?:[•·▪*–-]|\d{1,2}[.)]|[a-z][.)])\s+", text)
    return match.end() if match else 0
