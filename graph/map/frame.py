"""What a page needs to know to show the drawing in a frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page of HTML with the drawing, the size in pixels that shows all of it, and the legend as HTML."""

    html: str
    width: int
    height: int
    legend: str
