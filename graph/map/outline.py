"""The map as a list: the same content for whoever cannot see a drawing, or would rather read."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.model import Evidence, GovernanceMap, MapNode
from graph.map import boxes, style


@dataclass(frozen=True, slots=True)
class Entry:
    """One box in words: its name, what the box says under it, and its relations as short phrases."""

    id: str
    name: str
    kind: str
    words: str | None
    sign: str  # a look of the map's style, for an icon beside the words
    notes: tuple[str, ...]
    relations: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A column of the map in words."""

    column: str
    heading: str
    entries: tuple[Entry, ...]


def outline(board: GovernanceMap) -> tuple[Section, ...]:
    """Every column that has something in it, in the map's order, with every node unfolded."""
    relations = _relations(board)
    return tuple(
        Section(name, style.BANDS[name].heading, entries)
        for name in style.COLUMNS
        if (entries := tuple(_entry(node, relations) for node in board.nodes if boxes.column(node) == name))
    )


def _entry(node: MapNode, relations: dict[str, list[str]]) -> Entry:
    sign = node.status if node.status in style.WORDS else node.holder_answer or "existing"
    words = boxes.status_words(node)
    phrases = tuple(relations.get(node.id, ()))
    return Entry(
        node.id, node.label, node.kind_label, words, sign, _notes(node, words), phrases, node.evidence
    )


def _notes(node: MapNode, words: str | None) -> tuple[str, ...]:
    """The parts of the note that the words do not say already."""
    parts = (node.note or "").split("; ")
    return tuple(part for part in parts if part and not (words and part.startswith(words)))


def _relations(board: GovernanceMap) -> dict[str, list[str]]:
    names = {node.id: node.label for node in board.nodes}
    ends: dict[str, dict[str, list[str]]] = {}
    for edge in board.edges:
        if edge.source in names and edge.target in names:
            ends.setdefault(edge.source, {}).setdefault(edge.label, []).append(names[edge.target])
    return {
        source: [f"{label} {', '.join(dict.fromkeys(targets))}" for label, targets in by_label.items()]
        for source, by_label in ends.items()
    }
