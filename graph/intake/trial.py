"""Trying out what adding a file would do: it is added to a copy of the store, and the two are compared."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from graph import answers
from graph.answers.model import MeetingRef, StoredDocument
from graph.build import BuildReport, Step, build_store
from graph.decisions import Log, effect_of
from graph.intake.comparing import difference
from graph.intake.copying import copy_store
from graph.intake.handed import Handed
from graph.intake.model import Difference, Keeping, Outcome, Proposal
from graph.minutes.masking import mask
from graph.store import vocabulary as v
from graph.store.address import is_address
from graph.store.files import FILES_GRAPH
from graph.store.identifiers import last_segment
from graph.store.snapshot import Snapshot

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class _Trial:
    """What a file came to in the copy."""

    report: BuildReport
    before: Snapshot | None
    after: Snapshot
    log: Log


def propose(
    handed: Handed, keeping: Keeping, *, replaces: str | None = None, progress: Progress | None = None
) -> Proposal:
    """What adding this file would do; nothing of what is kept is touched. At an endpoint nothing is compared.

    `replaces`: the name of the file that it takes the place of. `progress`: called with each step.

    Raises:
        InputError: it cannot be read, or holds no meeting.
    """
    store, log = keeping.store, keeping.log
    there = answers.has_store(store)
    local = there and not is_address(store)
    with tempfile.TemporaryDirectory(prefix="wge-") as scratch:
        copy = Path(scratch) / "store"
        if local:
            copy_store(Path(store), copy)
        file = _among(keeping.documents, Path(scratch) / "documents", handed, replaces)
        report = build_store([file], copy, progress, log)
        before = answers.open_snapshot(store) if there else None
        trial = _Trial(report, before, answers.open_snapshot(copy), log)
        return _proposal(handed, trial, compared=local or not there)


def _among(documents: Path, folder: Path, handed: Handed, replaces: str | None) -> Path:
    """The file as it would stand among the others, which here are but names: they tell what it replaces."""
    folder.mkdir()
    names = {path.name for path in documents.iterdir()} if documents.is_dir() else set()
    for other in names - {replaces}:
        if not other.startswith("."):
            (folder / other).touch()
    return handed.put(folder, replaces)


def _proposal(handed: Handed, trial: _Trial, *, compared: bool) -> Proposal:
    before, after = trial.before, trial.after
    name = _document_of(after, handed.sha256)
    stored = answers.document(after, name) if name else None
    refs = {ref.document: ref for ref in answers.documents(before)} if before else {}
    outcome, belongs = _outcome(handed, trial, name, refs)
    ref = stored.meeting if stored else refs.get(belongs or "")
    is_new = outcome in {Outcome.NEW, Outcome.REPLACES}
    return Proposal(
        outcome,
        handed.name,
        stored if is_new or not compared else None,
        refs.get(belongs or "", ref),
        _beside(stored, name, refs.values()),
        difference(before, after, stored) if compared and before and is_new and stored else Difference(),
        tuple(mask(line) for line in trial.report.warnings),
        compared,
        _withdrawal(trial.log, belongs) if outcome is Outcome.WITHDRAWN else None,
    )


def _document_of(snapshot: Snapshot, sha256: str) -> str | None:
    """The id of the document that was read from a file with this content."""
    for quad in snapshot.quads_for_pattern(None, v.SHA256, Literal(sha256), None):
        if quad.graph_name != FILES_GRAPH and isinstance(quad.subject, NamedNode):
            return last_segment(quad.subject)
    return None


def _outcome(
    handed: Handed, trial: _Trial, name: str | None, before: dict[str, MeetingRef]
) -> tuple[Outcome, str | None]:
    """What becomes of the file, and the id of the document that it is or belongs to."""
    if name:
        known = trial.before is not None and _document_of(trial.before, handed.sha256) == name
        if known:
            return Outcome.KNOWN, name
        return (Outcome.REPLACES if name in before else Outcome.NEW), name
    for quad in trial.after.quads_for_pattern(None, v.SHA256, Literal(handed.sha256), FILES_GRAPH):
        told = {
            each.predicate: each.object
            for each in trial.after.quads_for_pattern(quad.subject, None, None, FILES_GRAPH)
        }
        of, gone = told.get(v.DCT_IS_FORMAT_OF), told.get(v.WITHDRAWN)
        document = last_segment(of) if isinstance(of, NamedNode) else None
        withdrawn = isinstance(gone, Literal) and gone.value in v.TRUE
        return (Outcome.WITHDRAWN if withdrawn else Outcome.NOTED), document
    return Outcome.NOTED, None


def _beside(
    stored: StoredDocument | None, name: str | None, refs: Iterable[MeetingRef]
) -> tuple[MeetingRef, ...]:
    """Other documents of the same meeting, which it may take the place of."""
    if stored is None or not stored.meeting.date:
        return ()
    return tuple(
        ref
        for ref in refs
        if ref.date == stored.meeting.date and ref.body == stored.meeting.body and ref.document != name
    )


def _withdrawal(log: Log, document: str | None) -> str | None:
    """The id of the decision that withdrew a document."""
    standing = effect_of(log.read()).standing
    return next(
        (each.id for each in reversed(standing) if each.kind == "withdraw" and document in each.targets), None
    )
