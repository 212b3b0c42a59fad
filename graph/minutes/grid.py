"""The tables of a document as rows of cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.minutes.model import Cell, Line, Table


def tables(lines: Iterable[Line]) -> tuple[Table, ...]:
    """Every table of a document, in order."""
    found: dict[int, dict[int, dict[int, list[Line]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for line in lines:
        if line.table is not None and line.row is not None and line.column is not None:
            found[line.table][line.row][line.column].append(line)
    return tuple(_table(number, rows) for number, rows in found.items())


def _table(number: int, rows: dict[int, dict[int, list[Line]]]) -> Table:
    made = tuple(
        {column: Cell(column, tuple(lines)) for column, lines in cells.items()} for cells in rows.values()
    )
    every = [cell for cells in made for cell in cells.values()]
    return Table(number, made, min(cell.start for cell in every), max(cell.end for cell in every))
