"""The map as a list: the same content for whoever cannot see a drawing, or would rather read."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.model import Evidence, GovernanceMap, MapNode
from graph.map import boxes, style
from graph.map.views import keyed


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
    lines: tuple[tuple[str, str], ...] = ()  # key and words of every line that begins here


@dataclass(frozen=True, slots=True)
class Section:
    """A column of the map in words."""

    column: str
    heading: str
    entries: tuple[Entry, ...]


def outline(board: GovernanceMap) -> tuple[Section, ...]:
    """Every column that has something in it, in the map's order, with every node unfolded."""
    relations, lines = _relations(board), _lines(board)
    return tuple(
        Section(name, style.HEADINGS[name], entries)
        for name in style.COLUMNS
        if (
            entries := tuple(
                _entry(node, relations, lines) for node in board.nodes if boxes.column(node) == name
            )
        )
    )


def _entry(node: MapNode, relations: dict[str, list[str]], lines: dict[str, list[tuple[str, str]]]) -> Entry:
    sign = node.status if node.status in style.WORDS else node.holder_answer or "existing"
    words = boxes.status_words(node)
    phrases = tuple(relations.get(node.id, ()))
    starting = tuple(lines.get(node.id, ()))
    return Entry(
        node.id,
        node.label,
        node.kind_label,
        words,
        sign,
        _notes(node, words),
        phrases,
        node.evidence,
        starting,
    )


def _lines(board: GovernanceMap) -> dict[str, list[tuple[str, str]]]:
    names = {node.id: node.label for node in board.nodes}
    found: dict[str, list[tuple[str, str]]] = {}
    for edge in board.edges:
        if edge.source in names and edge.target in names:
            words = _said(edge.label, names[edge.target])
            found.setdefault(edge.source, []).append((keyed(edge), words))
    return found


def _said(label: str, name: str) -> str:
    """A line in words; a name that begins with what the line says («portefeuille van …») says it alone."""
    return name if name.startswith(f"{label} ") else f"{label} {name}"


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
        source: [_said(label, ", ".join(dict.fromkeys(targets))) for label, targets in by_label.items()]
        for source, by_label in ends.items()
    }
