"""The rows of the map as a networkx graph: nodes carry `row`, `column` and `height`, edges their `row`."""

from __future__ import annotations

import networkx as nx

from graph.answers.model import GovernanceMap, MapNode
from graph.map import boxes, style

# What a reader looks for first stays in the picture longest.
_KEEP_FIRST = ("vacant", "missing", "ending", "announced")


def to_network(board: GovernanceMap, *, limit: int = style.MAX_NODES) -> nx.DiGraph:
    """The directed graph of at most `limit` nodes: vacancies and announced changes stay longest."""
    degree = _degrees(board)
    kept = {node.id for node in sorted(board.nodes, key=lambda node: _rank(node, degree))[:limit]}
    network = nx.DiGraph()
    for node in board.nodes:
        if node.id in kept:
            network.add_node(node.id, row=node, column=boxes.column(node), height=boxes.height(node))
    for edge in board.edges:
        if edge.source in kept and edge.target in kept and edge.source != edge.target:
            network.add_edge(edge.source, edge.target, row=edge)
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
