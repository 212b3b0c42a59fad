"""What is wrong with a store.

Shapes that do not conform, evidence that is not where it says, references into nothing, decisions about
what is gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers import wording
from graph.answers.decided import outcomes
from graph.answers.model import Flaw
from graph.store.snapshot import Snapshot


def check(snapshot: Snapshot) -> tuple[Flaw, ...]:
    """Every flaw; none in a sound store. Slow (SHACL over each document): about a second a document."""
    return tuple(_flaws(snapshot))


def _flaws(snapshot: Snapshot) -> Iterator[Flaw]:
    from graph.store import integrity, shapes  # noqa: PLC0415 - no other answer needs what these load

    for found in shapes.all_violations(snapshot):
        yield Flaw(found.shape, found.focus, found.path, found.message, found.severity)
    for broken in integrity.broken_evidence(snapshot):
        yield Flaw("evidence", broken.evidence, None, wording.EVIDENCE_BROKEN, "high")
    for name, outcome in outcomes(snapshot).items():
        for gone in outcome.orphaned:
            yield Flaw("decision", name, None, wording.DECISION_ORPHANED.format(gone), "high")
        if outcome.problem:
            yield Flaw("decision", name, None, wording.DECISION_IN_VAIN.format(outcome.problem), "high")
    for loose in integrity.dangling(snapshot):
        yield Flaw(
            "reference", loose.subject, loose.predicate, wording.REFERENCE_LOOSE.format(loose.object), "high"
        )
