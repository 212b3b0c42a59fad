"""Places in the text where something known is named: a person, body, theme, role or date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PRIORITY = {kind: rank for rank, kind in enumerate(("person", "body", "role", "theme", "date"))}


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names `value`: a person, body or theme by its name here, a role, a date."""

    start: int
    end: int
    kind: str  # person, body, theme, role, date
    value: str


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without overlaps, in order: the longest wins, then persons before bodies before themes."""
    taken: list[Mention] = []
    found = list(mentions)
    occupied = bytearray(max((mention.end for mention in found), default=0))
    for mention in sorted(found, key=lambda m: (m.start - m.end, PRIORITY[m.kind], m.start)):
        if not any(occupied[mention.start : mention.end]):
            occupied[mention.start : mention.end] = bytes([1]) * (mention.end - mention.start)
            taken.append(mention)
    return sorted(taken, key=lambda m: m.start)
