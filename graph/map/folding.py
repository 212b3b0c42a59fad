"""Folds groups of like bodies into one box: eleven alike say no more than one box that counts them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import style

Relations = frozenset[tuple[str, str, str, str]]


def fold(board: GovernanceMap) -> GovernanceMap:
    """The same map with every group of like bodies as one node; its note names those it stands for.

    Alike are: same column, kind and status, no holder, same relations to the same others. Themes never fold.
    """
    relations = _relations(board.edges)
    groups: dict[tuple[str, str, str, Relations], list[MapNode]] = defaultdict(list)
    for node in board.nodes:
        if node.column != "theme" and node.holder is None and node.status == "existing":
            groups[node.column, node.kind, node.status, relations[node.id]].append(node)
    stands_for: dict[str, MapNode] = {}
    for members in groups.values():
        if len(members) >= style.FOLD_FROM:
            stands_for |= dict.fromkeys((member.id for member in members), _folded(members))
    return GovernanceMap(_fold_nodes(board.nodes, stands_for), _fold_edges(board.edges, stands_for))


def _relations(edges: tuple[MapEdge, ...]) -> dict[str, Relations]:
    found: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for edge in edges:
        found[edge.source].add(("out", edge.relation, edge.status, edge.target))
        found[edge.target].add(("in", edge.relation, edge.status, edge.source))
    return defaultdict(frozenset, {node: frozenset(links) for node, links in found.items()})


def _folded(members: list[MapNode]) -> MapNode:
    first = members[0]
    names = ", ".join(member.label for member in members)
    evidence = tuple(found for member in members for found in member.evidence)
    label = style.folded_label(len(members), first.kind_label)
    return replace(first, label=label, note=names, evidence=evidence)


def _fold_nodes(nodes: tuple[MapNode, ...], stands_for: dict[str, MapNode]) -> tuple[MapNode, ...]:
    kept = {shown.id: shown for shown in (stands_for.get(node.id, node) for node in nodes)}
    return tuple(kept.values())


def _fold_edges(edges: tuple[MapEdge, ...], stands_for: dict[str, MapNode]) -> tuple[MapEdge, ...]:
    def end(node: str) -> str:
        return stands_for[node].id if node in stands_for else node

    kept: dict[tuple[str, str, str], MapEdge] = {}
    for edge in edges:
        moved = replace(edge, source=end(edge.source), target=end(edge.target))
        kept.setdefault((moved.source, moved.target, moved.relation), moved)
    return tuple(kept.values())
