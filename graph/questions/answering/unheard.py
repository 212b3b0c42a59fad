"""What nobody spoke of: that is said, with the nearest thing that is there."""

from __future__ import annotations

from graph.questions.model import Finding, Line
from graph.questions.nearest import nearest_theme
from graph.questions.request import Request


def unknown_theme(request: Request) -> Finding:
    """A theme that no minutes mention: that is said, with the nearest one that they do."""
    theme = request.one("thema")
    near = nearest_theme(request.shelf, theme) if theme else None
    values = {
        "theme": theme.name if theme else None,
        "asked": request.words("thema"),
        "near": near.name if near else None,
    }
    return Finding((Line("unknown_theme", values),), status="not_in_minutes")
