"""Where the looks of the screens are, and how facts are grouped for highlighting. Colours: style.css."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHEET = Path(__file__).with_name("style.css")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A group of kinds of fact that are highlighted alike. `name` is the class in the style sheet.

    What it is called: `wording_minutes.HIGHLIGHTS`.
    """

    name: str
    kinds: frozenset[str]
    at_first: bool


# In order of importance: where facts overlap, the first one gives the colour.
HIGHLIGHTS: tuple[Highlight, ...] = (
    Highlight("trouble", frozenset({"missing", "conflict", "correction"}), at_first=True),
    Highlight("holding", frozenset({"portfolio", "role", "succession"}), at_first=True),
    Highlight("decision", frozenset({"decision", "promise", "progress", "event"}), at_first=True),
    Highlight("structure", frozenset({"structure", "body"}), at_first=True),
    Highlight("statement", frozenset({"statement"}), at_first=True),
    Highlight("name", frozenset({"person", "theme", "attendance", "office"}), at_first=False),
)


def highlight_of(kind: str) -> Highlight:
    """The group that a kind of fact belongs to; the last one for a kind that is new."""
    return next((group for group in HIGHLIGHTS if kind in group.kinds), HIGHLIGHTS[-1])
