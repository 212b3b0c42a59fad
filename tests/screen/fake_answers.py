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


def _gives(rows: object) -> Callable[..., Any]:
    return lambda *_arguments, **_options: rows


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "open_snapshot": lambda folder: FakeSnapshot(Path(folder)),
    "meeting_dates": _gives(invented.DATES),
    "documents": _gives((invented.MEETING,)),
    "overview_of": _gives(invented.OVERVIEW),
    "portfolios": _gives(invented.PORTFOLIOS),
    "coverage": _gives(invented.COVERAGE),
    "gaps": _gives(invented.GAPS),
    "promises": _gives(invented.PROMISES),
    "timeline": _gives(invented.LANES),
    "changes": _gives(invented.CHANGES),
    "beyond": _gives(None),
    "governance": _gives(invented.MAP),
    "with_people": lambda _snapshot, board, *_date: board,
    "document": document,
    "things": _gives(invented.THINGS),
    "thing": lambda _snapshot, iri: next((each for each in invented.KNOWN if each.iri == iri), None),
    "concerning": _gives(invented.CONCERNING),
    "spoken_of": _gives(invented.SPOKEN),
    "attendees": _gives(invented.ATTENDEES),
    "kept_queries": _gives(invented.QUERIES),
    "run_query": run_query,
    "can_search": lambda _snapshot: True,
    "search": _gives(invented.HITS),
}
QUESTIONS: dict[str, Callable[..., Any]] = {
    "ask": lambda _snapshot, question, _as_of=None: replace(invented.ANSWER, question=question),
    "examples": _gives(("Wie is portefeuillehouder Ondermijning?",)),
    "follow_ups": _gives(("Welke portefeuilles heeft M. Visser?",)),
}
