"""Stands in for the answers layer: the same functions, over the invented rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.answers.model import StoredDocument, Table
from graph.errors import InputError
from tests.screen import invented


@dataclass(frozen=True)
class FakeSnapshot:
    folder: Path
    generation: str = "1"

    @property
    def place(self) -> str:
        return str(self.folder)

    def is_current(self) -> bool:
        return True


def run_query(_snapshot: object, sparql: str, **_limits: object) -> Table:
    if "DELETE" in sparql:
        raise InputError("query", "only reading is allowed", "write a SELECT")
    return invented.TABLE


def document(_snapshot: object, name: str) -> StoredDocument | None:
    return invented.STORED if name == invented.DOCUMENT else None


def gives(rows: object) -> Callable[..., Any]:
    """A function that answers with these rows, whatever it is asked."""
    return lambda *_arguments, **_options: rows


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "open_snapshot": lambda folder: FakeSnapshot(Path(folder)),
    "meeting_dates": gives(invented.DATES),
    "documents": gives((invented.MEETING,)),
    "overview_of": gives(invented.OVERVIEW),
    "portfolios": gives(invented.PORTFOLIOS),
    "coverage": gives(invented.COVERAGE),
    "gaps": gives(invented.GAPS),
    "gap_list": gives(invented.GAPS),
    "with_sentences": lambda _snapshot, these, *_date: tuple(these),
    "resting_on": lambda *_: frozenset(gap.finding for gap in invented.GAPS),
    "promises": gives(invented.PROMISES),
    "ledger": gives(invented.PROMISES),
    "promise_rows": lambda _snapshot, these, *_date: tuple(these),
    "timeline": gives(invented.LANES),
    "changes": gives(invented.CHANGES),
    "coming": gives(()),
    "beyond": gives(None),
    "governance": gives(invented.MAP),
    "with_people": lambda _snapshot, board, *_date: board,
    "document": document,
    "things": gives(invented.THINGS),
    "thing": lambda _snapshot, iri: next((each for each in invented.KNOWN if each.iri == iri), None),
    "concerning": gives(invented.CONCERNING),
    "spoken_of": gives(invented.SPOKEN),
    "attendees": gives(invented.ATTENDEES),
    "kept_queries": gives(invented.QUERIES),
    "run_query": run_query,
    "can_search": lambda _snapshot: True,
    "search": gives(invented.HITS),
}
QUESTIONS: dict[str, Callable[..., Any]] = {
    "ask": lambda _snapshot, question, _as_of=None: replace(invented.ANSWER, question=question),
    "examples": gives(("Wie is portefeuillehouder Ondermijning?",)),
    "follow_ups": gives(("Welke portefeuilles heeft M. Visser?",)),
}
