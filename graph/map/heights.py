"""How high every box stands: as near to what it is joined with as the boxes above and below it allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from graph.map import style

_PASSES = 6
_TOP = style.HEADING_HEIGHT + style.MARGIN


def settle(network: nx.DiGraph, order: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The middle of every node, in pixels from the top. Keeps the order and the gap within each column."""
    tall = dict(network.nodes(data="height"))
    middles = {node: y for nodes in order.values() for node, y in _stacked(nodes, tall).items()}
    floor = max((middles[node] + tall[node] / 2 for node in middles), default=_TOP)
    for sweep in range(_PASSES):
        names = list(order) if sweep % 2 else list(order)[::-1]
        for name in names:
            wanted = {node: _mean_of_neighbours(network, node, middles) for node in order[name]}
            middles |= _pushed_apart(order[name], wanted, tall, floor)
    return middles


def _stacked(nodes: Sequence[str], tall: Mapping[str, int]) -> dict[str, float]:
    return _pushed_down(nodes, dict.fromkeys(nodes, 0.0), tall)


def _mean_of_neighbours(network: nx.DiGraph, node: str, middles: Mapping[str, float]) -> float:
    column = network.nodes[node]["column"]
    near = [middles[o] for o in nx.all_neighbors(network, node) if network.nodes[o]["column"] != column]
    return sum(near) / len(near) if near else middles[node]


def _pushed_apart(
    nodes: Sequence[str], wanted: Mapping[str, float], tall: Mapping[str, int], floor: float
) -> dict[str, float]:
    """First down from the top, then up from the floor: what does not fit where it wants to be gives way."""
    found = _pushed_down(nodes, wanted, tall)
    limit = floor
    for node in reversed(nodes):
        found[node] = min(found[node], limit - tall[node] / 2)
        limit = found[node] - tall[node] / 2 - style.ROW_GAP
    return found


def _pushed_down(
    nodes: Sequence[str], wanted: Mapping[str, float], tall: Mapping[str, int]
) -> dict[str, float]:
    found: dict[str, float] = {}
    limit: float = _TOP
    for node in nodes:
        found[node] = max(wanted[node], limit + tall[node] / 2)
        limit = found[node] + tall[node] / 2 + style.ROW_GAP
    return found
