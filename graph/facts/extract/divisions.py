"""Lists and tables of portfolios: who has which, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from graph.dutch.period import Period
from graph.facts import portfolio_tables
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Portfolio
from graph.facts.portfolio_tables import wording
from graph.facts.sentence import Sentence, within
from graph.facts.wording import Hit
from graph.minutes.model import Cell


def lines(context: Context) -> Iterator[tuple[Sentence, Hit]]:
    """The lines of every list of portfolios, with the rule that reads them."""
    if not any("listed" in sentence.found for sentence in context.sentences):
        return
    inside, of_item = False, None
    for sentence in context.sentences:
        if portfolio_tables.announces(sentence.text, title=sentence.title):
            inside, of_item = True, sentence.item if sentence.title else of_item
            continue
        found = list(sentence.hits("listed"))
        inside = bool(found) and inside
        if inside or (found and of_item is not None and of_item == sentence.item):
            yield from ((sentence, hit) for hit in found)


def rows(context: Context) -> Iterator[Portfolio]:
    """The rows of every table of portfolios: for each theme its holder, and its deputy where there is one."""
    for row in portfolio_tables.rows(context.text, context.minutes.tables):
        for cell, capacity in ((row.holder, "holder"), (row.deputy, "deputy")):
            if cell:
                yield from _row(context, row, cell, capacity)


def _date(context: Context, cell: Cell) -> Period | None:
    """The only date in a cell."""
    inside = [found for start, found in context.periods.items() if cell.start <= start < cell.end]
    return inside[0] if len(inside) == 1 else None


def _row(context: Context, row: portfolio_tables.Row, holder: Cell, capacity: str) -> Iterator[Portfolio]:
    """A portfolio for each theme of the one cell and each holder, or deputy, in the other."""
    themes = within(context.themes, context.theme_starts, row.theme.start, row.theme.end)
    labels = list(dict.fromkeys(mention.value for mention in themes))
    holders = _persons(context, holder)
    vacant = bool(wording().vacant.fullmatch(context.text[holder.start : holder.end]))
    since = _date(context, row.since) if row.since and holders and capacity == "holder" else None
    here, ends = _date(context, holder), wording().until.search(context.text, holder.start, holder.end)
    cells = (row.theme, holder, row.since) if since and row.since else (row.theme, holder)
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    for label in labels if len(labels) == 1 or vacant or len(holders) == 1 else ():
        for person in holders or ((None,) if vacant else ()):
            yield Portfolio(
                id="",
                evidence=(place(context.text, start, end),),
                agenda_item=context.item_at(start),
                theme=label,
                holder=person,
                capacity=capacity if person or capacity == "deputy" else None,
                status="held" if person else "vacant",
                start=since or (here if person and not ends else None),
                end=here if person and ends else None,
            )


def _persons(context: Context, cell: Cell) -> list[str]:
    inside = context.mentions_in(cell.start, cell.end)
    return list(dict.fromkeys(mention.value for mention in inside if mention.kind == "person"))
