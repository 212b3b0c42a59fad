"""Building the store: read what changed, replace those documents, derive the state, publish all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.build.inputs import Input, inputs, reader_version
from graph.build.naming import Stored, settled
from graph.errors import InputError
from graph.facts.model import Reading
from graph.facts.read import read
from graph.state import state_quads
from graph.store.documents import documents, fingerprint, quads, readings
from graph.store.documents import reading as stored_reading
from graph.store.embedded import Writer, open_writer
from graph.store.folder import current, local_folder
from graph.store.identifiers import STATE_GRAPH, document_iri

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did to which files, by name, and what the store holds now.

    `skipped` and `warnings` are lines for a person, which say why.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[str, ...]
    warnings: tuple[str, ...]
    documents: int
    facts: int


def build_store(paths: Sequence[Path], store: str | Path, progress: Progress | None = None) -> BuildReport:
    """Read documents into the store.

    The same file twice changes nothing; a changed file replaces its own facts. Nothing is written before
    everything that was named has been read.

    Args:
        paths: Files and folders; in a folder, a file that cannot be read is skipped and reported.
        store: The store's folder.
        progress: Called with a Dutch line for each step.

    Raises:
        InputError: a named file cannot be read, nothing can, or the store cannot be written.
    """
    tell = progress or _silent
    found = inputs(paths)
    if not found:
        raise InputError(
            ", ".join(map(str, paths)), "bevat geen verslagen", "zet er .txt, .md, .html, .docx of .pdf in"
        )
    if current(local_folder(store)) is None:  # a first build that fails leaves nothing behind
        fresh = _read_all(found, {}, tell)
        with open_writer(store) as writer:
            return _write(writer, found, fresh, tell)
    with open_writer(store) as writer:
        return _write(writer, found, _read_all(found, writer.fingerprints(), tell), tell)


@dataclass(frozen=True, slots=True)
class _Read:
    readings: tuple[Reading, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[str, ...]


def _silent(_line: str) -> None:
    """Progress that nobody wants to see."""


def _read_all(found: list[Input], known: dict[str, str], tell: Progress) -> _Read:
    """Read every input whose content or reader is new. Named files that cannot be read stop the build."""
    present = set(known.values())
    fresh: list[Reading] = []
    unchanged: list[str] = []
    skipped: list[str] = []
    for number, item in enumerate(found, start=1):
        try:
            if present and fingerprint(_sha256(item.path), reader_version()) in present:
                unchanged.append(item.path.name)
                continue
            tell(f"[{number}/{len(found)}] {item.path.name} lezen")
            fresh.append(read(item.path))
        except InputError as error:
            if item.named:
                raise
            skipped.append(str(error))
    if not fresh and not unchanged:
        raise InputError(
            skipped[0].split(":")[0], "geen enkel bestand kon worden gelezen", "; ".join(skipped)
        )
    return _Read(tuple(fresh), tuple(unchanged), tuple(skipped))


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            path.name, f"kan niet worden gelezen ({error.strerror})", "controleer de rechten"
        ) from error


def _write(writer: Writer, found: list[Input], fresh: _Read, tell: Progress) -> BuildReport:
    stored = {document.id: document for document in _stored(writer)}
    given = frozenset(item.path.name for item in found)
    warnings: list[str] = []
    for reading, warning in settled(fresh.readings, stored, given):
        warnings.extend([*reading.warnings, *([warning] if warning else [])])
        name = document_iri(reading.document.id)
        writer.replace_document(quads(reading, reader=reader_version()), name)
    tell("Wie houdt wat: afleiden uit alle verslagen")
    every = tuple(readings(writer))
    writer.replace_graph(state_quads(every), STATE_GRAPH)
    writer.publish()
    return BuildReport(
        read=tuple(reading.document.file for reading in fresh.readings),
        unchanged=fresh.unchanged,
        skipped=fresh.skipped,
        warnings=tuple(warnings),
        documents=len(every),
        facts=sum(len(reading.facts) for reading in every),
    )


def _stored(writer: Writer) -> Iterable[Stored]:
    for name in documents(writer):
        document = stored_reading(writer, name).document
        yield Stored(document.id, document.file, document.sha256)
