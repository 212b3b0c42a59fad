"""What the map's page shows of a picture, worked out once: a click only looks something up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import Entry, keyed, outline
from graph.map.outline import Section

if TYPE_CHECKING:
    from graph.map.picture import Picture


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with all that its card and its list need.

    `brought`: what the browser is given once, as JSON, with a signature by which it is asked for;
    `written`: what stands in an address for something that can be clicked → its id or key;
    `names`: id or key → what it is called in one line.
    """

    picture: Picture
    brought: str
    signature: str
    entries: Mapping[str, Entry]
    written: Mapping[str, str]
    names: Mapping[str, str]
    rows: Mapping[str, MapNode]
    folded: Mapping[str, MapNode]


def shown(picture: Picture) -> Shown:
    """All that follows from a picture."""
    sections = outline(picture.rows)
    brought = json.dumps(
        {"drawn": picture.payload, "sections": [_section(each) for each in sections]}, ensure_ascii=False
    )
    boards = (picture.now, picture.rows)
    names = _names(boards)
    return Shown(
        picture,
        brought,
        sha256(brought.encode()).hexdigest()[:16],
        {entry.id: entry for section in sections for entry in section.entries},
        {short(key): key for key in names},
        names,
        {node.id: node for node in picture.rows.nodes},
        {node.id: node for node in picture.now.nodes},
    )


def short(key: str) -> str:
    """A key that says nothing to who reads an address over a shoulder."""
    return sha256(key.encode()).hexdigest()[:12]


def _names(boards: Iterable[GovernanceMap]) -> dict[str, str]:
    found: dict[str, str] = {}
    for board in boards:
        found |= {node.id: node.label for node in board.nodes}
        found |= {keyed(edge): _told(edge, found) for edge in board.edges if _has_ends(edge, found)}
    return found


def _has_ends(edge: MapEdge, names: Mapping[str, str]) -> bool:
    return edge.source in names and edge.target in names


def _told(edge: MapEdge, names: Mapping[str, str]) -> str:
    return f"{names[edge.source]} {edge.label} {names[edge.target]}"


def _section(section: Section) -> dict[str, object]:
    return {
        "heading": section.heading,
        "entries": [
            {
                "id": entry.id,
                "name": entry.name,
                "words": "; ".join(part for part in (entry.words, *entry.notes) if part),
                "lines": [list(line) for line in entry.lines],
            }
            for entry in section.entries
        ],
    }
