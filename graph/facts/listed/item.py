"""One listed action or decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.dutch.period import Period
from graph.facts.context import Context
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


def holding(context: Context, listed: Iterable[Item]) -> dict[int, Item]:
    """The first item in whose row or line each sentence stands, by the number of the sentence."""
    found: dict[int, Item] = {}
    for item in listed:
        for sentence in context.sentences_in(item.start, max(item.end, item.reach)):
            found.setdefault(sentence.number, item)
    return found
