"""A date as minutes say it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """A date as it was said, with the interval it stands for.

    ISO dates, both ends included; None: open or unknown.
    """

    text: str
    start: str | None
    end: str | None
