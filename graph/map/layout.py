"""Where every box stands: columns by level, rows in an order with few crossings. Same map, same places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from graph.map import heights, style
from graph.map.ordering import in_order


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a box and its size, in pixels."""

    x: float
    y: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Column:
    """A band with its left side and width."""

    name: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Board:
    """The whole drawing: its size, its bands and the place of every node."""

    width: int
    height: int
    columns: tuple[Column, ...]
    places: Mapping[str, Place]


def lay_out(network: nx.DiGraph) -> Board:
    """Places every node of the network, lanes included."""
    order = in_order(network)
    columns = tuple(
        Column(name, style.MARGIN + index * (style.BOX_WIDTH + style.COLUMN_GAP), style.BOX_WIDTH)
        for index, name in enumerate(order)
    )
    middles = heights.settle(network, order)
    places = {
        node: Place(column.x + column.width / 2, middles[node], column.width, network.nodes[node]["height"])
        for column in columns
        for node in order[column.name]
    }
    bottom = max((place.y + place.height / 2 for place in places.values()), default=style.HEADING_HEIGHT)
    right = columns[-1].x + columns[-1].width if columns else 0
    return Board(right + style.MARGIN, round(bottom) + 2 * style.MARGIN, columns, places)
