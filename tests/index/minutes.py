"""Readings for the tests of the index: small invented minutes, without what reading a file takes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.facts.model import Coverage, Evidence, Fact, Reading, Statement
from graph.index import Index, Indexed, link, open_index, settle
from graph.minutes.model import AgendaItem, Document, Meeting


def reading(  # noqa: PLR0913 - all that a test may want to be otherwise
    name: str,
    text: str,
    *,
    body: str | None = "DVO Twente",
    date: str | None = "2024-03-07",
    said: Mapping[str, str] | None = None,
    agenda: tuple[AgendaItem, ...] = (),
    publicity: str = "public",
) -> Reading:
    """A document with this text. `said`: who says which words of it."""
    document = Document(name, f"{name}.txt", "txt", _hash(text), len(text), None, publicity)
    facts: tuple[Fact, ...] = tuple(
        Statement(
            id=f"{name}-{number}",
            evidence=(Evidence(text.index(words), text.index(words) + len(words), words),),
            speakers=(speaker,),
            text=words,
        )
        for number, (words, speaker) in enumerate((said or {}).items())
    )
    meeting = Meeting(body, None, date, None, None, None)
    return Reading(document, meeting, agenda, text, facts, Coverage(0, 0, ()))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def version(reading: Reading) -> str:
    """What tells one version of a document from another."""
    return f"{reading.document.sha256} {reading.meeting.date} {reading.meeting.body}"


def settled(folder: Path, readings: Iterable[Reading]) -> Indexed:
    """Let the writer's index hold exactly these."""
    by_name = {each.document.id: each for each in readings}
    return settle(folder, {name: version(each) for name, each in by_name.items()}, by_name.__getitem__)


def opened(folder: Path, readings: Iterable[Reading]) -> Index:
    """A reader's index of what the writer has."""
    number = len(list(folder.parent.glob("generation*")))
    into = folder.parent / f"generation{number}"
    link(folder, into)
    texts = {each.document.id: each.text for each in readings}
    return open_index(into, texts.__getitem__)


def indexed(folder: Path, readings: Iterable[Reading]) -> Index:
    """An index of these documents, made in an empty folder."""
    every = list(readings)
    settled(folder / "work", every)
    return opened(folder / "work", every)


def quotes(index: Index, words: str, **filters: str) -> list[str]:
    """The sentences that are found, best first."""
    return [found.passage.quote for found in index.search(words, **filters)]  # type: ignore[arg-type]
