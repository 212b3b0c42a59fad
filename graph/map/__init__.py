"""The governance map: answers → networkx graph → layout → pyvis → one self-contained page, and a list."""

from __future__ import annotations

from graph.answers.model import GovernanceMap
from graph.map.choice import VIEWS, WORLD, Choice
from graph.map.outline import Entry, Section, outline
from graph.map.views import keyed, seen

__all__ = [
    "VIEWS",
    "WORLD",
    "Choice",
    "Entry",
    "Section",
    "keyed",
    "outline",
    "render",
    "seen",
]


def render(board: GovernanceMap, *, title: str | None = None) -> str:
    """The map as one HTML file that stands by itself and fetches nothing."""
    from graph.map import page, style  # noqa: PLC0415 - networkx and pyvis cost a second; the list needs neither

    return page.render(board, title=title or style.TITLE)
