"""Adding a document for good, and withdrawing one: through the same build and the same log as a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.build import Step, build_store, refresh_state
from graph.decisions import Decision, effect_of
from graph.decisions.words import one_line
from graph.errors import InputError
from graph.intake.handed import Handed
from graph.intake.model import Keeping
from graph.store.writing import open_writer

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: the name under which its file is kept, and what there is to tell."""

    file: str
    warnings: tuple[str, ...]


def add(
    handed: Handed, keeping: Keeping, *, replaces: str | None = None, progress: Progress | None = None
) -> Added:
    """Keep the file among the documents and read it into the store; when that fails, neither.

    `replaces`: the name of a file that it takes the place of.

    Raises:
        InputError: another process writes, it cannot be read, or a folder cannot be written.
    """
    documents = keeping.documents
    _free(keeping.store)
    old = documents / replaces if replaces and (documents / replaces).is_file() else None
    kept = old.read_bytes() if old else b""
    there = {path.name for path in documents.iterdir()} if documents.is_dir() else set()
    place: Path | None = None
    try:
        place = handed.put(documents, old.name if old else None)
        if old and old != place:
            old.unlink()
        report = build_store([place], keeping.store, progress, keeping.log)
    except BaseException:
        if place and place.name not in there:
            place.unlink(missing_ok=True)
        if old:
            old.write_bytes(kept)
        raise
    return Added(place.name, report.warnings)


def _free(store: str | Path) -> None:
    """An InputError when another process writes: then nothing is begun."""
    open_writer(store).close()


def withdraw(document: str, keeping: Keeping, *, by: str, because: str) -> str | None:
    """Withdraw a document, or take a decision back, by its id. Why the store does not show it yet, else None.

    Raises:
        InputError: a name or reason is missing, or the log cannot be written.
    """
    keeping.log.append(
        Decision(
            id="",
            time="",
            kind="withdraw",
            by=one_line(by, "naam"),
            because=one_line(because, "reden"),
            targets=(document,),
        )
    )
    try:
        refresh_state(keeping.store, keeping.log)
    except InputError as error:
        return error.what
    return None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document that somebody withdrew: by which decision, who, when and why."""

    document: str
    decision: str
    by: str
    on: str  # ISO date
    because: str


def withdrawn(keeping: Keeping) -> tuple[Withdrawn, ...]:
    """The documents that are withdrawn now, the latest first."""
    decisions = keeping.log.read()
    known = {each.id for each in decisions}
    return tuple(
        Withdrawn(target, each.id, each.by, each.time[:10], each.because)
        for each in reversed(effect_of(decisions).standing)
        if each.kind == "withdraw"
        for target in each.targets
        if target not in known
    )


def take_back(found: Withdrawn, keeping: Keeping, *, by: str, because: str) -> str | None:
    """Undo that a document was withdrawn; it is read again where its file still stands among the documents.

    Why the store does not show it yet, else None.
    """
    told = withdraw(found.decision, keeping, by=by, because=because)
    if told is None and keeping.documents.is_dir() and any(keeping.documents.iterdir()):
        build_store([keeping.documents], keeping.store, decisions=keeping.log)
    return told
