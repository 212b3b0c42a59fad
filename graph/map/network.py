"""The rows of the map as a networkx graph.

Nodes carry `row`, `column` and `height`; edges `rows`, as two things may be joined in several ways.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graph.answers.model import GovernanceMap, MapNode
from graph.map import boxes, style

# What a reader looks for first stays in the picture longest.
_KEEP_FIRST = ("vacant", "missing", "ending", "announced")


def to_network(
    board: GovernanceMap, *, limit: int = style.MAX_NODES, heights: Mapping[str, int] | None = None
) -> nx.DiGraph:
    """The directed graph of at most `limit` nodes: vacancies and announced changes stay longest.

    `heights`: of boxes by id, where they are not to be those that the rows themselves need.
    """
    tall = heights or {}
    degree = _degrees(board)
    kept = {node.id for node in sorted(board.nodes, key=lambda node: _rank(node, degree))[:limit]}
    network = nx.DiGraph()
    for node in board.nodes:
        if node.id in kept:
            height = tall.get(node.id) or boxes.height(node)
            network.add_node(node.id, row=node, column=boxes.column(node), height=height)
    for edge in board.edges:
        if edge.source in kept and edge.target in kept and edge.source != edge.target:
            known = network.get_edge_data(edge.source, edge.target, {}).get("rows", ())
            network.add_edge(edge.source, edge.target, rows=(*known, edge))
    return network


def _degrees(board: GovernanceMap) -> dict[str, int]:
    degree: dict[str, int] = {}
    for edge in board.edges:
        for end in (edge.source, edge.target):
            degree[end] = degree.get(end, 0) + 1
    return degree


def _rank(node: MapNode, degree: dict[str, int]) -> tuple[int, int, str]:
    urgent = node.status in _KEEP_FIRST or node.holder_answer in _KEEP_FIRST
    return (0 if urgent else 1, -degree.get(node.id, 0), node.id)
