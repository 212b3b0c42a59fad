"""Lanes for lines that skip columns: a line never runs behind a box, and lines from one box share a lane."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import networkx as nx

from graph.answers.model import MapEdge
from graph.map import style


def with_lanes(network: nx.DiGraph) -> nx.DiGraph:
    """The network with a lane (a node whose `row` is None) in every column that a line passes.

    Edges carry the `rows` of all lines that run there, and `arrow`: only the last stretch has one.
    """
    filled = {column for _, column in network.nodes(data="column")}
    present = [name for name in style.COLUMNS if name in filled]
    columns = {node: present.index(column) for node, column in network.nodes(data="column")}
    busy = Counter(
        end for edge in network.edges if abs(columns[edge[0]] - columns[edge[1]]) > 1 for end in edge
    )
    routed = nx.DiGraph()
    routed.add_nodes_from(network.nodes(data=True))
    for source, target, rows in network.edges(data="rows"):
        hub = source if (busy[source], columns[target]) >= (busy[target], columns[source]) else target
        lanes = [
            _lane(routed, hub, rows[0], present[at]) for at in _between(columns[source], columns[target])
        ]
        stops = [source, *lanes, target]
        for start, end in pairwise(stops):
            known = routed.get_edge_data(start, end, {})
            arrow = end == target or known.get("arrow", False)
            routed.add_edge(start, end, rows=(*known.get("rows", ()), *rows), arrow=arrow)
    return routed


def _between(source: int, target: int) -> range:
    return range(source + 1, target) if source < target else range(source - 1, target, -1)


def _lane(routed: nx.DiGraph, hub: str, row: MapEdge, column: str) -> str:
    lane = f"lane {column} {row.status} {hub}"
    routed.add_node(lane, row=None, column=column, height=0)
    return lane
