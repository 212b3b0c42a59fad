"""Tables of a PDF: rows below each other whose cells share columns. Running text never becomes cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graph.minutes.formats.pdf_lines import Piece
from graph.minutes.formats.pdf_rows import ALIGNED, Row, centred, goes_on

_FEWEST = 2  # rows with more than one cell that make a table; and columns that are no list
_APART = 6.0  # sizes of the font: rows further apart are no longer one table
_SHORT = 6.0  # sizes of the font: only cells up to this width can be set to the right or the middle
_WAITING = 3  # rows of one cell that can stand between others
_SIDE = 3  # rows without a first cell that show the one above them to be a label beside the table
_MOST, _TRIED = 0.5, 5  # share of the rows whose cells line up with one of the first so many
_TIGHT = 0.85  # of the widest space between rows: lines of one row are this near
_STRETCHED = 3  # rows: more than these are no stretched lines below each other
_PITCH, _EDGE = 1.6, 0.3  # sizes of the font: from line to line in a paragraph, between equal edges
_MARKER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,2})*[.)]?|[A-Za-z][.)]|[ivx]{1,4}[.)]|\W)$")


@dataclass(slots=True, eq=False)
class _Column:
    left: float
    right: float
    cells: list[Piece] = field(default_factory=list)  # the first piece of each

    def overlaps(self, left: float, right: float) -> bool:
        return left < self.right and right > self.left

    def aligned(self, piece: Piece, *, only_left: bool) -> bool:
        """Whether a piece begins where a cell of the column does, or short ones end or centre there."""
        near = ALIGNED * piece.size
        if any(abs(cell.left - piece.left) <= near for cell in self.cells):
            return True
        short = [cell for cell in (piece, *self.cells) if cell.right - cell.left <= _SHORT * piece.size]
        if only_left or len(short) <= len(self.cells):
            return False
        return any(abs(cell.right - piece.right) <= near or centred(cell, piece) for cell in self.cells)

    def lined_up(self, *, only_left: bool) -> int:
        """How many of its cells begin at one place, or end or centre there."""
        return max(
            sum(_Column(0, 0, [one]).aligned(cell, only_left=only_left) for cell in self.cells)
            for one in self.cells[:_TRIED]
        )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows from above, each with the lines of its cells by column; where every column ends."""

    rows: list[dict[int, list[Piece]]]
    limits: list[float]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.limits)


class _Table:
    """A table under way."""

    def __init__(self, first: Row) -> None:
        self.columns: list[_Column] = []
        self.rows: list[tuple[Row, list[_Column]]] = []
        self.waiting: list[tuple[Row, list[_Column]]] = []  # rows of one cell: part of it only if more follow
        self._add(first, self._places(first) or [])

    def takes(self, row: Row) -> bool:
        """Add a row that fits the columns; False when the table ends before it."""
        places = None if self._is_far(row) else self._places(row)
        if places is None:
            return False
        if len(row.cells) == 1:
            fits = places[0] in self.columns and self._aligned(row, places) and not row.first.bold
            if fits and len(self.waiting) < _WAITING:
                self.waiting.append((row, places))
            return bool(self.waiting) and self.waiting[-1][0] is row
        if not self._aligned(row, places):
            return False
        for held in (*self.waiting, (row, places)):
            self._add(*held)
        self.waiting = []
        return True

    def _is_far(self, row: Row) -> bool:
        last = (self.waiting or self.rows)[-1][0]
        same_page = last.first.page == row.first.page
        return same_page and not 0 < last.bottom - row.top <= _APART * row.first.size

    def _places(self, row: Row) -> list[_Column] | None:
        """The column of each cell, old or new; None when a cell lies across columns."""
        places: list[_Column] = []
        for cell in row.cells:
            left, right = min(piece.left for piece in cell), max(piece.right for piece in cell)
            under = [column for column in self.columns if column.overlaps(left, right)]
            if len(under) > 1 or (under and under[0] in places):
                return None
            places.append(under[0] if under else _Column(left, right))
        return places

    def _aligned(self, row: Row, places: list[_Column]) -> bool:
        """Whether a cell begins where others do; not only the first, for every line has a left margin."""
        several = len(self.columns) > _FEWEST
        alone = len(row.cells) == 1
        return any(
            column.aligned(cell[0], only_left=not several)
            for column, cell in zip(places, row.cells, strict=True)
            if column is not self.columns[0] or (several and alone)
        )

    def _add(self, row: Row, places: list[_Column]) -> None:
        for column, cell in zip(places, row.cells, strict=True):
            column.left = min(column.left, *(piece.left for piece in cell))
            column.right = max(column.right, *(piece.right for piece in cell))
            column.cells.append(cell[0])
            if column not in self.columns:
                self.columns.append(column)
        self.columns.sort(key=lambda column: column.left)
        self.rows.append((row, places))

    def is_one(self, before: Piece | None) -> bool:
        """Whether it is a table, and no list with numbers before its items, and no justified text."""
        rows = [row for row, _ in self.rows if len(row.cells) > 1]
        listed = len(self.columns) == _FEWEST and all(_MARKER.match(row.first.text) for row in rows)
        return (
            len(rows) >= _FEWEST
            and self._lines_up(len(rows))
            and not listed
            and not self._is_justified(before)
        )

    def _lines_up(self, rows: int) -> bool:
        """Whether a column behind the first does, the last at its left: justified lines end at one place."""
        several = len(self.columns) > _FEWEST
        return any(
            column.lined_up(only_left=not several or column is self.columns[-1]) >= max(_FEWEST, _MOST * rows)
            for column in self.columns[1:]
        )

    def _is_justified(self, before: Piece | None) -> bool:
        """Whether all rows end where the line right above them does, as stretched lines of a paragraph."""
        rows = [row for row, _ in self.rows]
        first = rows[0].first
        if before is None or len(rows) > _STRETCHED or not 0 < before.y - rows[0].top <= _PITCH * first.size:
            return False
        return all(abs(row.right - before.right) <= _EDGE * first.size for row in rows)

    def grid(self) -> Grid:
        """The table with its columns numbered."""
        limits = [column.left for column in self.columns[1:]] + [max(c.right for c in self.columns)]
        numbered: list[dict[int, list[Piece]]] = []
        before: Row | None = None
        widest = max((_down(one, other) for (one, _), (other, _) in pairwise(self.rows)), default=0.0)
        for row, places in self.rows:
            cells = {self.columns.index(column): cell for column, cell in zip(places, row.cells, strict=True)}
            tight = before is not None and 0 < _down(before, row) <= _TIGHT * widest
            if tight and _wraps(numbered[-1], cells, limits):
                for number, cell in cells.items():
                    numbered[-1][number].extend(cell)
            elif not (before and before.first.page != row.first.page and _same(numbered[0], cells)):
                numbered.append(cells)
            before = row
        return Grid(numbered, limits)


def _down(above: Row, below: Row) -> float:
    """How far one row begins below the end of another; 0 on another page."""
    return above.bottom - below.top if above.first.page == below.first.page else 0.0


def _wraps(above: dict[int, list[Piece]], cells: dict[int, list[Piece]], limits: list[float]) -> bool:
    """Whether every cell of a row goes on with the one above it: the row is no row of its own."""
    return all(n in above and goes_on(above[n][-1], cell[0], limits[n]) for n, cell in cells.items())


def _same(one: dict[int, list[Piece]], other: dict[int, list[Piece]]) -> bool:
    """Whether two rows say the same: headings that come back on the next page."""
    return {n: [piece.text for piece in cell] for n, cell in one.items()} == {
        n: [piece.text for piece in cell] for n, cell in other.items()
    }


def tables(rows: Iterable[Row]) -> Iterator[Grid | Piece]:
    """Tables, and the lines that stand in none, in order."""
    table: _Table | None = None
    before: Piece | None = None  # the line above the table
    for row in rows:
        if table and table.takes(row):
            continue
        yield from _ended(table, before)
        table = _Table(row) if len(row.cells) > 1 else None
        if table is None:
            yield from _lines(row)
            before = row.first
    yield from _ended(table, before)


def _ended(table: _Table | None, before: Piece | None) -> Iterator[Grid | Piece]:
    if table is None:
        return
    if table.is_one(before):
        yield from _without_side(table.grid())
    else:
        for row, _ in table.rows:
            yield from _lines(row)
    for row, _ in table.waiting:
        yield from _lines(row)


def _lines(row: Row) -> Iterator[Piece]:
    return (run.joined() for run in row.runs)


def _without_side(grid: Grid) -> Iterator[Grid | Piece]:
    """A table; a label beside the whole of it stands before it."""
    beside = [0 in cells for cells in grid.rows]
    if grid.width > _FEWEST and len(beside) > _SIDE and beside[0] and not any(beside[1:]):
        yield from grid.rows[0][0]
        rows = [{n - 1: cell for n, cell in cells.items() if n} for cells in grid.rows]
        grid = Grid(rows, grid.limits[1:])
    yield grid
