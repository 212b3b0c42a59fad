"""Building the store: read what changed, replace those documents, derive the state, publish all at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from graph.build.deriving import derive_state
from graph.build.inputs import Around, Input, inputs, reader_version
from graph.build.level import catalogue_of, published
from graph.build.placing import Circumstances, Places, Stored
from graph.build.reading import read_all
from graph.build.shelving import Shelf
from graph.build.step import DERIVING, READING, Step
from graph.catalogue import Catalogue
from graph.decisions import Log, decisions_folder, effect_of
from graph.errors import InputError, OntologyError, reason
from graph.facts.model import Reading
from graph.minutes.masking import mask
from graph.store import files
from graph.store.writing import Writer, is_begun, open_writer

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did to which files, by name, and what the store holds now.

    `skipped` and `warnings` are lines for a person, which say why. `worked_out`: the bodies whose state was
    derived anew; that of the others followed from nothing that changed.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[str, ...]
    warnings: tuple[str, ...]
    documents: int
    facts: int
    worked_out: int


def build_store(
    paths: Sequence[Path],
    store: str | Path,
    progress: Progress | None = None,
    decisions: Log | None = None,
) -> BuildReport:
    """Read documents into the store.

    The same file twice changes nothing; a changed file replaces its own facts. Nothing is written before
    everything that was named has been read.

    Args:
        paths: Files and folders; in a folder, a file that cannot be read is skipped and reported.
        store: The store's folder, or the address of a SPARQL endpoint.
        progress: Called with each step.
        decisions: What people decided; None: the log of `decisions_folder`. Of documents that somebody
            withdrew whatever was stored goes, from earlier generations too.

    Raises:
        InputError: a named file cannot be read, nothing can, or the store cannot be written.
    """
    tell = progress or _silent
    found = inputs(paths)
    if not found:
        raise InputError(
            ", ".join(map(str, paths)), "bevat geen verslagen", "zet er .txt, .md, .html, .docx of .pdf in"
        )
    log, decided = _Log(), decisions or Log(decisions_folder(beside=store))
    log.warnings.extend(decided.damage())
    withdrawn = effect_of(decided.read()).withdrawn
    if is_begun(store):
        with open_writer(store) as writer, catalogue_of(writer) as catalogue:
            stock = _Stock(writer, catalogue, withdrawn)
            return _write(stock, _fresh(found, stock.is_read, log, tell), found, decided, log, tell)
    stream = _fresh(found, _nothing_known, log, tell)
    first = next(stream, None)
    if first is None:  # a first build that fails leaves nothing behind
        raise InputError(log.where, "geen enkel bestand kon worden gelezen", "; ".join(log.skipped))
    with open_writer(store) as writer, catalogue_of(writer) as catalogue:
        stock = _Stock(writer, catalogue, withdrawn)
        return _write(stock, chain([first], stream), found, decided, log, tell)


def begin_store(store: str | Path, decisions: Log | None = None) -> None:
    """Publish a store with nothing in it, for who has no documents yet and adds them one by one.

    Raises:
        InputError: the store cannot be written.
    """
    with open_writer(store) as writer, catalogue_of(writer) as catalogue:
        stock = _Stock(writer, catalogue, frozenset())
        _write(stock, (), [], decisions or Log(decisions_folder(beside=store)), _Log(), _silent)


@dataclass(slots=True)
class _Log:
    """What happened to each file so far."""

    read: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The first file that could not be read."""
        return self.skipped[0].split(":")[0]


def _silent(_step: Step) -> None:
    """Progress that nobody wants to see."""


class _Stock:
    """A store while it is built, with what it knows of files: its documents, and others that were read."""

    def __init__(self, writer: Writer, catalogue: Catalogue, withdrawn: frozenset[str]) -> None:
        self.writer, self.catalogue, self._withdrawn = writer, catalogue, withdrawn
        self.shelf = Shelf(writer, catalogue)
        # Files of documents that are withdrawn no more are to be read again.
        self._noted = [
            known for known in files.known_files(writer) if not known.withdrawn or known.document in withdrawn
        ]
        self._read = {(known.sha256, known.reader) for known in self._noted}
        # Of what is withdrawn only now, the file was read too.
        self._read |= {(sha256, reader) for name, sha256, reader, _ in catalogue.files() if name in withdrawn}

    def is_read(self, sha256: str) -> bool:
        """Whether a file with this content was read by this version, whether it became a document or not."""
        reader = reader_version()
        return (sha256, reader) in self._read or self.catalogue.is_read(sha256, reader)

    def places(self, found: list[Input]) -> Places:
        """Where what is read goes."""
        return Places(
            (Stored(name, file, sha256) for name, sha256, _, file in self.catalogue.files()),
            self._noted,
            self.shelf.reading,
            Circumstances(Around(found), self._withdrawn, reader_version()),
        )


def _nothing_known(_sha256: str) -> bool:
    return False


def _fresh(found: list[Input], known: Callable[[str], bool], log: _Log, tell: Progress) -> Iterator[Reading]:
    """Read every input whose content or reader is new, in order: a long build goes on where it stopped.

    Named files are read before the first reading is given: one that cannot be read stops the build in time.
    """
    new = list(_new(found, known, log))
    named = {item.path: _usable(each) for item, each in _read_in_order([item for item in new if item.named])}
    others = _read_in_order([item for item in new if not item.named])
    for number, item in enumerate(new, start=1):
        tell(Step(f"{mask(item.path.name)} lezen", READING, number, len(new)))
        try:
            reading = named.pop(item.path) if item.named else _usable(next(others)[1])
        except OntologyError:
            raise
        except InputError as error:
            log.skipped.append(mask(str(error)))
            continue
        log.read.append(reading.document.file)
        log.warnings.extend(reading.warnings)
        yield reading


def _read_in_order(items: list[Input]) -> Iterator[tuple[Input, Reading | InputError]]:
    return zip(items, read_all([item.path for item in items]), strict=True)


def _new(found: list[Input], known: Callable[[str], bool], log: _Log) -> Iterator[Input]:
    """The inputs whose content this version of the reader has not read before, each content once."""
    seen: set[str] = set()
    for item in found:
        try:
            sha256 = _sha256(item.path)
        except InputError as error:
            if item.named:
                raise
            log.skipped.append(mask(str(error)))
            continue
        if sha256 in seen or known(sha256):
            log.unchanged.append(mask(item.path.name))
        else:
            seen.add(sha256)
            yield item


def _usable(read: Reading | InputError) -> Reading:
    """The reading, if there is one that can be placed in time."""
    if isinstance(read, InputError):
        raise read
    return _dated(read)


def _dated(reading: Reading) -> Reading:
    """The reading, if it can be placed in time. InputError when the document carries no date."""
    if reading.meeting.date is None:
        raise InputError(
            reading.document.file,
            "heeft geen datum en kan niet in de tijd worden gezet",
            "zet er een datum in («Datum: …» of «per …»)",
        )
    return reading


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(
            path.name, f"kan niet worden gelezen ({reason(error)})", "controleer de rechten"
        ) from error


def _write(  # noqa: PLR0913, PLR0917 - the one place where all comes together
    stock: _Stock, fresh: Iterable[Reading], found: list[Input], decided: Log, log: _Log, tell: Progress
) -> BuildReport:
    places = stock.places(found)
    gone = places.withdraw()
    stock.shelf.remove(gone)
    for reading in fresh:
        placed = places.place(reading)
        log.warnings.extend([placed.warning] if placed.warning else [])
        stock.shelf.put(placed.readings)
    stock.shelf.write()
    stock.writer.replace_graph(files.quads(places.files), files.FILES_GRAPH)
    tell(Step("Wie houdt wat: afleiden uit alle verslagen", DERIVING))
    derived = derive_state(stock.writer, stock.catalogue, decided, tell)
    published(stock.catalogue, stock.writer, forget=bool(gone))
    return BuildReport(
        read=tuple(log.read),
        unchanged=tuple(log.unchanged),
        skipped=tuple(log.skipped),
        warnings=tuple(log.warnings),
        documents=derived.documents,
        facts=derived.facts,
        worked_out=derived.worked_out,
    )
