"""Where the looks of the screens are, and how facts are grouped for highlighting. Colours: style.css."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SHEET = Path(__file__).with_name("style.css")


@dataclass(frozen=True, slots=True)
class Highlight:
    """A group of kinds of fact that are highlighted alike. `name` is the class in the style sheet."""

    name: str
    label: str
    kinds: frozenset[str]
    at_first: bool


# In order of importance: where facts overlap, the first one gives the colour.
HIGHLIGHTS: tuple[Highlight, ...] = (
    Highlight(
        "trouble",
        "Ontbreekt of tegenstrijdig",
        frozenset({"missing", "conflict", "correction"}),
        at_first=True,
    ),
    Highlight(
        "holding", "Portefeuilles en rollen", frozenset({"portfolio", "role", "succession"}), at_first=True
    ),
    Highlight(
        "decision",
        "Besluiten en toezeggingen",
        frozenset({"decision", "promise", "progress", "event"}),
        at_first=True,
    ),
    Highlight("structure", "Organen", frozenset({"structure", "body"}), at_first=True),
    Highlight("statement", "Wie wat zei", frozenset({"statement"}), at_first=True),
    Highlight(
        "name",
        "Personen en thema’s",
        frozenset({"person", "theme", "attendance", "office"}),
        at_first=False,
    ),
)


def highlight_of(kind: str) -> Highlight:
    """The group that a kind of fact belongs to; the last one for a kind that is new."""
    return next((group for group in HIGHLIGHTS if kind in group.kinds), HIGHLIGHTS[-1])
