"""One listed action or decision."""

from __future__ import annotations

from dataclasses import dataclass

from graph.dutch.period import Period
from graph.facts.listed.owners import NOBODY, Owners


@dataclass(frozen=True, slots=True)
class Item:
    """Where an action or decision is listed, and what it says.

    `start` to `end` is the evidence; a row goes on to `reach`, with what is remarked of the action.
    """

    kind: str  # action or decision
    start: int
    end: int
    text: str
    owners: Owners = NOBODY
    due: Period | None = None
    status: str = "open"
    agenda_item: str | None = None
    reach: int = 0

    def holds(self, offset: int) -> bool:
        """Whether a place in the text stands in the row or line."""
        return self.start <= offset < max(self.end, self.reach)
