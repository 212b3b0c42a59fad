"""Views from the same rows: structure, who sits where, themes and who covers them, one thing's world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import boxes, style
from graph.map.choice import PEOPLE, STRUCTURE, THEMES, WORLD, Choice

_THEME, _PERSON = "theme", "person"


def seen(board: GovernanceMap, choice: Choice) -> GovernanceMap:
    """The rows that the choice shows, in their order; a line stays when both its ends do."""
    shown = _VIEWS.get(choice.view, _structure)(board)
    kept = [node for node in shown.nodes if _passes(node, choice)]
    shown = _among(shown, {node.id for node in kept})
    if choice.theme:
        shown = around(shown, {node.id for node in shown.nodes if node.label == choice.theme}, 1)
    if choice.steps is not None and choice.focus:
        shown = around(shown, choice.focus, choice.steps)
    return shown


def around(board: GovernanceMap, centre: Iterable[str], steps: int) -> GovernanceMap:
    """What stands at most so many lines away from any of the ids in the centre."""
    near: dict[str, set[str]] = defaultdict(set)
    for edge in board.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    reached = {node.id for node in board.nodes} & set(centre)
    for _ in range(steps):
        reached |= {other for node in reached for other in near[node]}
    return _among(board, reached)


def keyed(edge: MapEdge) -> str:
    """What tells a line from every other: its ends, its relation, and what it says."""
    return "\n".join((edge.source, edge.target, edge.relation, edge.label))


def _passes(node: MapNode, choice: Choice) -> bool:
    is_body = node.column not in {_THEME, _PERSON}
    if is_body and choice.level and boxes.column(node) != choice.level:
        return False
    if is_body and choice.kind and node.kind != choice.kind:
        return False
    if node.column == _THEME and choice.answer and (node.holder_answer or node.status) != choice.answer:
        return False
    return not choice.status or node.status == choice.status


def _among(board: GovernanceMap, ids: set[str]) -> GovernanceMap:
    return GovernanceMap(
        tuple(node for node in board.nodes if node.id in ids),
        tuple(edge for edge in board.edges if edge.source in ids and edge.target in ids),
    )


def _structure(board: GovernanceMap) -> GovernanceMap:
    """Bodies and themes; who holds a theme stands inside its box."""
    return _among(board, {node.id for node in board.nodes if node.column != _PERSON})


def _people(board: GovernanceMap) -> GovernanceMap:
    """Everybody with the bodies where they sit; a portfolio counts as a seat in the body it belongs to."""
    names = {node.id: node for node in board.nodes}
    body_of = {edge.target: edge.source for edge in board.edges if edge.relation == "portfolio"}
    edges = [edge for edge in board.edges if edge.relation in {"seat", "present"}]
    for edge in board.edges:
        if edge.relation == "holds" and edge.target in body_of:
            said = f"{edge.label} {names[edge.target].label}" if edge.target in names else edge.label
            edges.append(replace(edge, target=body_of[edge.target], label=style.seat_in(said)))
    ids = {end for edge in edges for end in (edge.source, edge.target)}
    return _among(GovernanceMap(board.nodes, tuple(edges)), ids)


def _themes(board: GovernanceMap) -> GovernanceMap:
    """Themes, the bodies that they belong to or that are for them, and the people who hold them."""
    themes = {node.id for node in board.nodes if node.column == _THEME}
    edges = tuple(edge for edge in board.edges if edge.target in themes)
    ids = themes | {edge.source for edge in edges}
    return _among(GovernanceMap(board.nodes, edges), ids)


def _everything(board: GovernanceMap) -> GovernanceMap:
    return board


_VIEWS: Mapping[str, Callable[[GovernanceMap], GovernanceMap]] = {
    STRUCTURE: _structure,
    PEOPLE: _people,
    THEMES: _themes,
    WORLD: _everything,
}
