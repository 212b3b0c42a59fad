"""What the component on the screen draws: the network of one date in places that hold for all dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.answers.model import GovernanceMap
from graph.map import series, style
from graph.map.choice import Choice
from graph.map.drawing import as_drawn, draw
from graph.map.folding import Group, fold, groups
from graph.map.lanes import with_lanes
from graph.map.layout import Board, lay_out
from graph.map.network import to_network
from graph.map.series import Mark
from graph.map.views import seen


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands, whatever the date; `groups` are the boxes that stand for several bodies."""

    network: nx.DiGraph
    board: Board
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One date, drawn. `payload` is what the browser needs, as JSON values; `now` is `rows`, folded.

    `rows`: everything the choice shows at this date, unfolded, with what was only there at the other date;
    `marks` says which. `hidden`: how many boxes there was no room for.
    """

    payload: dict[str, Any]
    rows: GovernanceMap
    now: GovernanceMap
    marks: Mapping[str, Mark]
    groups: tuple[Group, ...]
    width: int
    height: int
    hidden: int


def places(boards: Sequence[GovernanceMap], choice: Choice) -> Places:
    """One layout for the maps of several dates, the earliest first: what stays, stays where it is."""
    shown = [seen(board, choice) for board in boards]
    union = series.together(shown)
    found = groups(union, choice.unfolded)
    room = series.heights(fold(board, found) for board in shown)
    network = with_lanes(to_network(fold(union, found), heights=room))
    return Places(network, lay_out(network), found)


def picture(
    where: Places, board: GovernanceMap, choice: Choice, other: GovernanceMap | None = None
) -> Picture:
    """The map of one date. `other`: that of the date to compare with."""
    now = seen(board, choice)
    then = seen(other, choice) if other is not None else now
    marks = series.marks(now, then)
    folded = fold(now, where.groups)
    folded_then = fold(then, where.groups)
    drawn = series.with_ended(folded, folded_then)
    drawn_marks = series.marks(folded, folded_then)
    there = {node for node in where.network if where.network.nodes[node]["row"]}
    hidden = sum(node.id not in there for node in drawn.nodes)
    drawing = draw(where.network, where.board, _kept(drawn, there), drawn_marks)
    payload = as_drawn(drawing) | bands(where.board)
    return Picture(
        payload,
        series.with_ended(now, then),
        drawn,
        {**drawn_marks, **marks},
        where.groups,
        where.board.width,
        where.board.height,
        hidden,
    )


def _kept(board: GovernanceMap, there: set[str]) -> GovernanceMap:
    return GovernanceMap(tuple(node for node in board.nodes if node.id in there), board.edges)


def bands(board: Board) -> dict[str, Any]:
    """The columns with their headings, the size of the drawing, and how text and marks are written."""
    columns = [
        {
            "x": column.x - style.COLUMN_GAP / 2 + 5,
            "width": column.width + style.COLUMN_GAP - 10,
            "heading": style.HEADINGS[column.name],
            "tint": style.BANDS[column.name].tint,
            "bar": style.BANDS[column.name].bar,
        }
        for column in board.columns
    ]
    return {
        "bands": columns,
        "size": [board.width, board.height],
        "face": style.FONT_FACE,
        "font_size": style.FONT_SIZE,
        "line_height": style.LINE_HEIGHT,
        "text_width": style.BOX_WIDTH - style.BOX_PADDING,
        "marks": {
            what: {"words": words, "tint": style.MARK_TINTS[what]} for what, words in style.MARKS.items()
        },
        "mark_size": style.MARK_FONT_SIZE,
    }
