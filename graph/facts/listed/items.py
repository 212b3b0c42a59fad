"""All that a document lists, from its tables and its lines."""

from __future__ import annotations

from graph.facts.context import Context
from graph.facts.listed import tables
from graph.facts.listed.item import Item
from graph.facts.listed.lines import lines
from graph.facts.listed.sections import sections


def items(context: Context) -> list[Item]:
    """Every listed action and decision, in order; a table with such columns counts under any heading."""
    found: dict[int, Item] = {}
    every = list(sections(context.minutes))
    announced = {table.start: section for section in every for table in section.tables}
    for table in context.minutes.tables:
        columns = tables.by_headings(context, table)
        section = announced.get(table.start)
        boxed = list(tables.labelled(context, table)) if columns is None else []
        if columns is None and section is not None and not boxed:
            columns = tables.by_shape(context, table, section.kind)
        if columns is not None:
            boxed = list(tables.rows(context, table, columns))
        for item in boxed:
            found.setdefault(item.start, item)
    for section in every:
        for item in lines(context, section):
            found.setdefault(item.start, item)
    return [found[start] for start in sorted(found)]
