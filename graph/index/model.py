"""What the index holds and finds: passages, each one sentence of one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence's place, and what is known of it beside its words. Offsets into the masked text."""

    start: int
    end: int
    speakers: tuple[str, ...]
    item: str | None  # the key of the agenda item
    title: str | None  # and its title
    publicity: str  # public, or closed (besloten)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document: `text[start:end] == quote` in the document's masked text.

    `speakers` are names as the document writes them, empty where it is not known who says it; `item` and
    `title` are those of the agenda item; `body` and `date` those of the meeting.
    """

    document: str
    start: int
    end: int
    quote: str
    speakers: tuple[str, ...]
    item: str | None
    title: str | None
    body: str | None
    date: str | None
    publicity: str


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found: how well it fits, and the stretches of its quote that do.

    Scores compare within one search alone. `highlights` are offsets into the quote, in order.
    """

    passage: Passage
    score: float
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """How many sentences hold every word that was asked for, and how many at least one of them."""

    every: int
    some: int
