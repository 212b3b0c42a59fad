"""Runs of a PDF page put together in rows: a cell that wraps over several lines is one cell of its row.

Word processors and browsers write a table cell by cell, others line by line; both are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.minutes.formats.pdf_lines import Piece, Run, same_line

# In sizes of the font.
ALIGNED = 0.6  # edges this near are meant to be one
_PITCH = 2.1  # the baseline of the next line of a cell is at most this far down
_INDENT = 2.5  # a line may begin this far behind the left edge of its cell
_SPACE = 0.3
PADDING = 1.0  # what stays free before the next column
_TALLER = 4.0  # a cell may begin this far above the cells before it
_LOOK_BACK = 12  # lines: how long the first cell of a row can be

_UNFINISHED = re.compile(r"(?:[,/(&]|\s[-–]|\b(?:en|of|de|het|een|van|der|den|voor|met|in|op|per))$")


@dataclass(slots=True)
class Row:
    """Pieces side by side: each cell with its lines from above; and the runs that it was made of."""

    cells: list[list[Piece]]
    runs: list[Run]

    @property
    def first(self) -> Piece:
        """The piece it begins with."""
        return self.cells[0][0]

    @property
    def bottom(self) -> float:
        """The lowest baseline in it."""
        return min(cell[-1].y for cell in self.cells)

    @property
    def right(self) -> float:
        """How far it reaches."""
        return max(piece.right for cell in self.cells for piece in cell)

    @property
    def top(self) -> float:
        """The highest baseline in it."""
        return max(cell[0].y for cell in self.cells)

    @property
    def is_single(self) -> bool:
        """Whether it is one line, without columns."""
        return len(self.cells) == 1 and len(self.cells[0]) == 1


def rows(runs: Iterable[Run]) -> list[Row]:
    """The rows of a document in the order of the file; running text is one row a line."""
    made: list[Row] = []
    for run in runs:
        row = made[-1] if made else None
        if row is None or row.first.page != run.first.page:
            made.append(_row(run))
        elif len(row.cells) == 1:
            if not _beside_lines(made, run):
                made.append(_row(run))
        elif run.first.left > row.right and _is_level(row, run, made[-2:-1]):
            row.cells.extend([piece] for piece in run.pieces)
            row.runs.append(run)
        elif not _goes_on(row, run):
            made.append(_row(run))
    return made


def _row(run: Run) -> Row:
    return Row([[piece] for piece in run.pieces], [run])


def _is_level(row: Row, run: Run, above: list[Row]) -> bool:
    """Whether a run stands at the height of a row; cells can be set to the middle of their row."""
    level = same_line(row.first, run.first) or row.bottom <= run.first.y <= row.top
    return level or _reaches_higher(row, run, above)


def _reaches_higher(row: Row, run: Run, above: list[Row]) -> bool:
    """Whether a run is the first line of a taller cell, beside the middle or end of which a row stands."""
    free = not above or above[-1].first.page != run.first.page or above[-1].is_single
    higher = 0 < run.first.y - row.top <= _TALLER * run.first.size
    return higher and (free or above[-1].bottom > run.first.y)


def _beside_lines(made: list[Row], run: Run) -> bool:
    """Make a row of the lines just read and a run beside them, where they are one cell and it is the next."""
    lines: list[Row] = []
    for row in reversed(made[-_LOOK_BACK:]):
        if not row.is_single or row.right >= run.first.left or (lines and not _stacked(row, lines[0])):
            break
        lines.insert(0, row)
    level = [n for n, row in enumerate(lines) if same_line(row.first, run.first)]
    if level:
        lines = lines[level[-1] :]
    elif not lines or run.first.y < lines[-1].first.y:
        return False
    above = made[-len(lines) - 1 : -len(lines)]
    if not level and run.first.y > lines[0].first.y and not _reaches_higher(lines[0], run, above):
        return False
    del made[-len(lines) :]
    cells = [[row.first for row in lines], *([piece] for piece in run.pieces)]
    made.append(Row(cells, [*(part for row in lines for part in row.runs), run]))
    return True


def _stacked(above: Row, below: Row) -> bool:
    size = max(above.first.size, below.first.size)
    return (
        above.first.page == below.first.page
        and abs(above.first.left - below.first.left) <= ALIGNED * size
        and 0 < above.first.y - below.first.y <= _PITCH * size
    )


def _goes_on(row: Row, run: Run) -> bool:
    """Add a run below a row to the cells that it goes on with; False when it does not belong to the row."""
    places = [_cell_above(row, piece) for piece in run.pieces]
    added = [(place, piece) for place, piece in zip(places, run.pieces, strict=True) if place is not None]
    if len({place for place, _ in added}) < len(run.pieces):
        return False
    if len(added) > 1 and not all(_is_full(row, place, piece) for place, piece in added):
        return False
    for place, piece in added:
        row.cells[place].append(piece)
    row.runs.append(run)
    return True


def _cell_above(row: Row, piece: Piece) -> int | None:
    """The cell that a piece can be the next line of: the last one, else one behind the first."""
    last = len(row.cells) - 1
    return next((number for number in (last, *range(1, last)) if _is_below(row, number, piece)), None)


def _is_below(row: Row, number: int, piece: Piece) -> bool:
    """Whether a piece can be the next line of a cell."""
    cell = row.cells[number]
    left, size = min(each.left for each in cell), piece.size
    if not 0 < cell[-1].y - piece.y <= _PITCH * max(size, cell[-1].size):
        return False
    if number + 1 < len(row.cells) and piece.right >= row.cells[number + 1][0].left:
        return False
    return -ALIGNED * size <= piece.left - left <= _INDENT * size or centred(cell[0], piece)


def centred(one: Piece, other: Piece) -> bool:
    """Whether two pieces have their middle at one place."""
    return abs(one.left + one.right - other.left - other.right) / 2 <= ALIGNED * other.size


def _is_full(row: Row, number: int, piece: Piece) -> bool:
    last = number + 1 == len(row.cells)
    return last or is_full(row.cells[number][-1], piece, row.cells[number + 1][0].left - PADDING * piece.size)


def is_full(before: Piece, line: Piece, margin: float) -> bool:
    """Whether the first word of a line would not have fitted on the line before it."""
    return before.right + _SPACE * line.size + line.first_word > margin


def goes_on(before: Piece, line: Piece, margin: float) -> bool:
    """Whether a line goes on with the one above it in a cell whose column ends at `margin`."""
    if line.text[:1].islower() or _UNFINISHED.search(before.text):
        return True
    return is_full(before, line, margin - PADDING * line.size)
