"""How a line runs from one box to another, as SVG path data: for the canvas on the screen and for the SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.map import style
from graph.map.layout import Place

_BEND = 0.6  # of the way between two columns: where a line turns to run level again
_BULGE = 1.25 * style.MARGIN  # three quarters of it is how far a line within a column runs beside the boxes


@dataclass(frozen=True, slots=True)
class Course:
    """The path, where it ends, and the angle in radians under which it gets there (0: to the right)."""

    path: str
    x: float
    y: float
    angle: float


def course(start: Place, end: Place) -> Course:
    """From side to side between columns, beside or between the boxes within one."""
    if start.x == end.x:
        return _within_column(start, end)
    rightward = start.x < end.x
    (x1, y1), (x2, y2) = _side(start, right=rightward), _side(end, right=not rightward)
    bend = (x2 - x1) * _BEND
    path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    return Course(path, x2, y2, 0.0 if rightward else math.pi)


def through(lane: Place) -> Course:
    """Straight through a column, between the boxes."""
    (x1, y1), (x2, y2) = _side(lane, right=False), _side(lane, right=True)
    return Course(f"M{x1:g} {y1:g}L{x2:g} {y2:g}", x2, y2, 0.0)


def _side(place: Place, *, right: bool) -> tuple[float, float]:
    """The middle of a side, where lines begin and end: none runs behind a box."""
    return place.x + (place.width / 2 if right else -place.width / 2), place.y


def _within_column(start: Place, end: Place) -> Course:
    down = start.y < end.y
    room = abs(start.y - end.y) - (start.height + end.height) / 2
    if room < 2 * style.ROW_GAP:  # neighbours: straight from the one to the other
        x, sign = start.x, 1 if down else -1
        y1, y2 = start.y + sign * start.height / 2, end.y - sign * end.height / 2
        return Course(f"M{x:g} {y1:g}L{x:g} {y2:g}", x, y2, sign * math.pi / 2)
    (x1, y1), (x2, y2) = _side(start, right=True), _side(end, right=True)
    out = x1 + _BULGE
    return Course(f"M{x1:g} {y1:g}C{out:g} {y1:g} {out:g} {y2:g} {x2:g} {y2:g}", x2, y2, math.pi)
