"""What a page needs to know to show the drawing in a frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page of HTML with the drawing, the size in pixels at which nothing is cut off, and the legend as HTML."""

    html: str
    width: int
    height: int
    legend: str
