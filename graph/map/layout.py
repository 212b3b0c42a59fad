"""Where every box stands: columns by level, rows in an order with few crossings. Same map, same places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from graph.map import heights, style

_SWEEPS = 8

Order = dict[str, list[str]]


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
    order = _order(network)
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


def crossings(network: nx.DiGraph, order: Order) -> int:
    """How often two lines between the same two columns cross."""
    row = {node: index for nodes in order.values() for index, node in enumerate(nodes)}
    column = {node: index for index, nodes in enumerate(order.values()) for node in nodes}
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for ends in network.edges:
        left, right = sorted(ends, key=lambda node: (column[node], row[node]))
        spans.setdefault((column[left], column[right]), []).append((row[left], row[right]))
    return sum(
        (one[0] - other[0]) * (one[1] - other[1]) < 0
        for (left_column, right_column), lines in spans.items()
        if left_column != right_column
        for one, other in combinations(lines, 2)
    )


def _order(network: nx.DiGraph) -> Order:
    """Nodes per column, in the best order that sweeping to and fro by the mean row of neighbours finds."""
    order = _as_given(network)
    best, fewest = order, crossings(network, order)
    for sweep in range(_SWEEPS):
        names = list(order) if sweep % 2 == 0 else list(reversed(order))
        order = _sweep(network, order, names)
        count = crossings(network, order)
        if count < fewest:
            best, fewest = order, count
    return best


def _as_given(network: nx.DiGraph) -> Order:
    at = dict(network.nodes(data="column"))
    known = {name: [node for node in network if at[node] == name] for name in style.COLUMNS}
    return {name: nodes for name, nodes in known.items() if nodes}


def _sweep(network: nx.DiGraph, order: Order, names: Iterable[str]) -> Order:
    current = {name: list(nodes) for name, nodes in order.items()}
    for name in names:
        rows = {node: index / len(nodes) for nodes in current.values() for index, node in enumerate(nodes)}
        ordered = sorted(current[name], key=lambda node: _barycentre(network, node, rows))
        current[name] = _next_of_kin(network, ordered)
    return current


def _next_of_kin(network: nx.DiGraph, nodes: list[str]) -> list[str]:
    """The same order, but with nodes of one column that a line joins right under each other."""
    here, found = set(nodes), dict[str, None]()
    for node in nodes:
        stack = [node]
        while stack:
            top = stack.pop()
            if top not in found:
                found[top] = None
                stack += [near for near in nx.all_neighbors(network, top) if near in here]
    return list(found)


def _barycentre(network: nx.DiGraph, node: str, rows: dict[str, float]) -> float:
    near = [rows[other] for other in nx.all_neighbors(network, node)]
    return sum(near) / len(near) if near else rows[node]
