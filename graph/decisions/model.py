"""A decision of a person, as it is kept for good."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

KINDS = ("same", "different", "confirm", "reject", "correct", "add", "withdraw")
_TARGETS = {"same": 2, "different": 2, "add": 0}  # of the other kinds: one
_ADDRESSED = frozenset({"same", "different", "confirm", "reject", "correct"})
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x1f]+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
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

    @property
    def is_sound(self) -> bool:
        """Whether it is a decision as the program writes them: a line of the log may have been damaged."""
        return (
            self.kind in KINDS
            and bool(self.id)
            and bool(_TIME.fullmatch(self.time))
            and len(self.targets) == _TARGETS.get(self.kind, 1)
            and (self.kind not in _ADDRESSED or all(map(_ADDRESS.fullmatch, self.targets)))
            and (self.kind != "add" or (self.fact_kind is not None and _is_day(self.date)))
        )


def _is_day(text: str | None) -> bool:
    try:
        return text is None or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def decision_id(content: str, earlier: int) -> str:
    """The id of a decision: the same whenever it is taken. `earlier`: equal ones before it."""
    return "b-" + hashlib.sha256(f"{content}\x1f{earlier}".encode()).hexdigest()[:_LENGTH]
