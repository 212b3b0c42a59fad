"""The map through time: one layout for all dates, so that everything keeps its place, and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import boxes
from graph.map.views import keyed

NEW, ENDED, CHANGED = "new", "ended", "changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """How a node or line differs from the other date. `before`: what its box said then, if it was there."""

    what: str  # new ended changed
    before: str | None = None


def together(boards: Sequence[GovernanceMap]) -> GovernanceMap:
    """All that is on any of the maps, as the last that has it tells it; what was ever otherwise is `varying`.

    Only for a layout: a node that was not always simply there must not be folded away with others.
    """
    nodes: dict[str, MapNode] = {}
    edges: dict[str, MapEdge] = {}
    for board in boards:
        for node in board.nodes:
            known = nodes.get(node.id)
            varies = known is not None and (known.status, known.holder) != (node.status, node.holder)
            nodes[node.id] = replace(node, status=_VARYING) if varies else node
        edges |= {keyed(edge): edge for edge in board.edges}
    return GovernanceMap(tuple(nodes.values()), tuple(edges.values()))


_VARYING = "varying"


def heights(boards: Iterable[GovernanceMap]) -> dict[str, int]:
    """The room that every box needs, whatever the date."""
    tallest: dict[str, int] = {}
    for board in boards:
        for node in board.nodes:
            tallest[node.id] = max(boxes.height(node), tallest.get(node.id, 0))
    return tallest


def marks(now: GovernanceMap, other: GovernanceMap) -> Mapping[str, Mark]:
    """What differs from the other date: id of a node or key of a line → how."""
    was, is_now = {node.id: node for node in other.nodes}, {node.id: node for node in now.nodes}
    found = {node: Mark(NEW) for node in is_now.keys() - was.keys()}
    found |= {node: Mark(ENDED, _said(was[node])) for node in was.keys() - is_now.keys()}
    found |= {
        node: Mark(CHANGED, _said(was[node]))
        for node in was.keys() & is_now.keys()
        if _said(was[node]) != _said(is_now[node])
    }
    lines_were, lines_are = set(map(keyed, other.edges)), set(map(keyed, now.edges))
    found |= {line: Mark(NEW) for line in lines_are - lines_were}
    return found | {line: Mark(ENDED) for line in lines_were - lines_are}


def with_ended(now: GovernanceMap, other: GovernanceMap) -> GovernanceMap:
    """The map with what the other date still had, so that it can be shown as gone."""
    there = {node.id for node in now.nodes}
    lines = set(map(keyed, now.edges))
    return GovernanceMap(
        (*now.nodes, *(node for node in other.nodes if node.id not in there)),
        (*now.edges, *(edge for edge in other.edges if keyed(edge) not in lines)),
    )


def _said(node: MapNode) -> str:
    return boxes.status_words(node) or ""
