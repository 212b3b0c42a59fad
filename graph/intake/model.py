"""What adding a document would do, for a person to look at before it is done."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.answers.model import Gap, MeetingRef, PortfolioRow, PromiseRow, StoredDocument
from graph.decisions import Log, decisions_folder
from graph.store.address import is_address


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where things are kept: the store, the folder of documents that were added, what people decided."""

    store: str
    documents: Path
    log: Log

    @classmethod
    def at(cls, store: str, documents: Path) -> Keeping:
        """With the decisions that go with the store; an InputError where nobody says which those are."""
        return cls(store, documents, Log(decisions_folder(beside=store)))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the store is at an endpoint, so that nothing can be tried out in a copy."""
        return is_address(self.store)

    @property
    def is_writable(self) -> bool:
        """Whether, as far as can be seen from here, something can be added at all."""
        places = [self.documents] if self.is_elsewhere else [self.documents, Path(self.store)]
        return all(os.access(_there(place), os.W_OK) for place in places)


def _there(place: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next((each for each in (place, *place.resolve().parents) if each.exists()), place)


class Outcome(StrEnum):
    """What would become of a file."""

    NEW = "new"  # a document that is not there yet
    REPLACES = "replaces"  # it takes the place of a document
    KNOWN = "known"  # the very same file was read before
    NOTED = "noted"  # the text of a document in another format: only noted
    WITHDRAWN = "withdrawn"  # somebody withdrew it; it comes back only when they take that back


@dataclass(frozen=True, slots=True)
class Shift:
    """A portfolio before and after; one of the two is None where it is not there."""

    before: PortfolioRow | None
    after: PortfolioRow | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs with the document from without it, at the date of the last meeting and at its own."""

    portfolios: tuple[Shift, ...] = ()
    contradictions: tuple[Gap, ...] = ()
    gaps: tuple[Gap, ...] = ()
    closed: tuple[Gap, ...] = ()
    promises: tuple[PromiseRow, ...] = ()  # new, or standing otherwise than before
    names: tuple[tuple[str, str], ...] = ()  # sort and name of persons, bodies, themes that were not known

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Difference()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A document as it was read, and what adding it would do.

    `read`: None where nothing is to be written. `meeting`: the stored document that it is, or that it belongs
    to. `beside`: stored documents of the same meeting. `compared`: False at an endpoint, where nothing can be
    tried out. `withdrawal`: the id of the decision by which it was withdrawn.
    """

    outcome: Outcome
    file: str
    read: StoredDocument | None
    meeting: MeetingRef | None
    beside: tuple[MeetingRef, ...]
    difference: Difference
    warnings: tuple[str, ...]
    compared: bool = True
    withdrawal: str | None = None
