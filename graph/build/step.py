"""How far a build is: what it does now, in words for people, and how much of how much is done."""

from __future__ import annotations

from dataclasses import dataclass

READING, DERIVING = "Verslagen lezen", "Wie houdt wat afleiden"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `stage`: the part of the build that it belongs to; `number`: the how-manieth of `total`."""

    line: str
    stage: str
    number: int | None = None
    total: int | None = None

    def __str__(self) -> str:
        """The step on a line of its own."""
        return f"[{self.number}/{self.total}] {self.line}" if self.number else self.line
