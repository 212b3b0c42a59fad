"""A decision of a person, as it is kept for good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

KINDS = ("same", "different", "confirm", "reject", "correct", "add", "withdraw")
_LENGTH = 12  # hexadecimal digits of an id


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what, when and why.

    `targets`: what it is about: IRIs of persons, bodies, themes or facts; of `withdraw` the id of a decision
    or a document. `fields`: contract field → value, of `correct` and `add`. `fact_kind`, `body`, `date`: what
    is added, for which body, and from which meeting date on. `time` is UTC, ISO 8601.
    """

    id: str
    kind: str
    time: str
    by: str
    because: str
    targets: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    fact_kind: str | None = None
    body: str | None = None
    date: str | None = None

    @property
    def text(self) -> str:
        """The words that serve as evidence of what the person added or corrected."""
        return f"{self.because} (besluit van {self.by}, {self.time[:10]})"


def decision_id(content: str, earlier: int) -> str:
    """The id of a decision: the same whenever it is taken. `earlier`: equal ones before it."""
    return "b-" + hashlib.sha256(f"{content}\x1f{earlier}".encode()).hexdigest()[:_LENGTH]
