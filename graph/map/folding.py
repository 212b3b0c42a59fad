"""Folds groups of like bodies into one box: eleven alike say no more than one box that counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import style

Relations = frozenset[tuple[str, str, str, str]]

_NEVER = frozenset({"theme", "person"})


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that one box stands for. `id`: that of the box, which is that of the first of them."""

    id: str
    members: tuple[str, ...]


def groups(board: GovernanceMap, unfolded: Container[str] = ()) -> tuple[Group, ...]:
    """The groups of like bodies, but for those that somebody unfolded.

    Alike are: same column, kind and status, no holder, same relations to the same others. Themes never fold.
    """
    relations = _relations(board.edges)
    alike: dict[tuple[str, str, str, Relations], list[str]] = defaultdict(list)
    for node in board.nodes:
        if node.column not in _NEVER and node.holder is None and node.status == "existing":
            alike[node.column, node.kind, node.status, relations[node.id]].append(node.id)
    return tuple(
        Group(members[0], tuple(members))
        for members in alike.values()
        if len(members) >= style.FOLD_FROM and members[0] not in unfolded
    )


def fold(board: GovernanceMap, found: tuple[Group, ...] | None = None) -> GovernanceMap:
    """The same map with every group as one node; its note names those it stands for."""
    nodes = {node.id: node for node in board.nodes}
    stands_for: dict[str, MapNode] = {}
    for group in groups(board) if found is None else found:
        members = [nodes[member] for member in group.members if member in nodes]
        if members:
            stands_for |= dict.fromkeys((node.id for node in members), _folded(group.id, members))
    return GovernanceMap(_fold_nodes(board.nodes, stands_for), _fold_edges(board.edges, stands_for))


def _relations(edges: tuple[MapEdge, ...]) -> dict[str, Relations]:
    found: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for edge in edges:
        found[edge.source].add(("out", edge.relation, edge.status, edge.target))
        found[edge.target].add(("in", edge.relation, edge.status, edge.source))
    return defaultdict(frozenset, {node: frozenset(links) for node, links in found.items()})


def _folded(iri: str, members: list[MapNode]) -> MapNode:
    first = members[0]
    names = ", ".join(member.label for member in members)
    evidence = tuple(found for member in members for found in member.evidence)
    label = style.folded_label(len(members), first.kind_label)
    return replace(first, id=iri, label=label, note=names, evidence=evidence)


def _fold_nodes(nodes: tuple[MapNode, ...], stands_for: Mapping[str, MapNode]) -> tuple[MapNode, ...]:
    kept = {shown.id: shown for shown in (stands_for.get(node.id, node) for node in nodes)}
    return tuple(kept.values())


def _fold_edges(edges: tuple[MapEdge, ...], stands_for: Mapping[str, MapNode]) -> tuple[MapEdge, ...]:
    def end(node: str) -> str:
        return stands_for[node].id if node in stands_for else node

    kept: dict[tuple[str, str, str, str], MapEdge] = {}
    for edge in edges:
        moved = replace(edge, source=end(edge.source), target=end(edge.target))
        kept.setdefault((moved.source, moved.target, moved.relation, moved.label), moved)
    return tuple(kept.values())
