"""What the store knows of the decisions of people: what came of each."""

from __future__ import annotations

from dataclasses import dataclass

from graph.answers.lookup import select
from graph.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision.

    `orphaned`: what it is about and no document has any more. `problem`: why it has no effect, in Dutch.
    """

    orphaned: tuple[str, ...] = ()
    problem: str | None = None


def outcomes(snapshot: Snapshot) -> dict[str, Outcome]:
    """Each decision that the store knows, by id, in the order in which they were taken."""
    orphaned: dict[str, set[str]] = {}
    problems: dict[str, str] = {}
    for row in select(snapshot, "queries", "decisions"):
        name = row["decision"] or ""
        orphaned.setdefault(name, set()).update(filter(None, [row["orphaned"]]))
        if row["problem"]:
            problems[name] = row["problem"]
    return {name: Outcome(tuple(sorted(gone)), problems.get(name)) for name, gone in orphaned.items()}
