"""Writing: one process at a time changes `work/`, and publishes it as a new generation when it is done."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from graph.errors import InputError
from graph.store import folder as layout
from graph.store import vocabulary as v
from graph.store.documents import Source, documents
from graph.store.updates import batched, data, gathered, line, of_quads

Beside = Callable[[Path], None]
KEPT_GENERATIONS = 3
_AT_ONCE = 100_000  # lines in one update
_BULK = 330  # bytes that a quad takes, about
_SHARE = 0.2  # of the store: from so much that is new, tidying it pays: questions then take half the time
_IN_MEMORY = 300_000  # quads that the engine may gather before it writes them: each is there six times
_MANY, _WHOLE = 20_000, 400_000  # quads: from which loading pays; up to which the engine loads all or nothing


class Writer:
    """The store, open for changes. Use it in a `with`; what is not published is kept for the next time."""

    def __init__(self, folder: Path, lock: FileLock, store: Store) -> None:
        """Use `open_writer`."""
        self.folder = folder
        self._lock = lock
        self._store: Store | None = store
        self._pending = folder / "pending"
        self._loaded = 0  # quads that came in at once, and lie in files of their own
        self._gathered = 0  # quads that came or went since the engine was told to write them

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, so that another process may write."""
        self._store = None  # Oxigraph lets go of its files with the last reference
        self._lock.release()

    @property
    def _open(self) -> Store:
        if self._store is None:
            raise ValueError("the writer is closed")
        return self._store

    def replace_graph(self, quads: Iterable[Quad], name: NamedNode) -> bool:
        """Put these quads in the place of a graph, all or nothing; no quads: the graph goes.

        True when that changed anything.
        """
        return self.replace_graphs({name: quads})

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> bool:
        """The same for several graphs at once: all of them, or none."""
        changes: list[tuple[str, NamedNode, set[Quad]]] = []
        for name, quads in graphs.items():
            new = {Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads}
            old = set(self._open.quads_for_pattern(None, None, None, name))
            changes += [("DELETE", name, old - new), ("INSERT", name, new - old)]
        changes = [change for change in changes if change[2]]
        if not changes:
            return False
        if all(what == "INSERT" for what, _, _ in changes):
            self._add([quad for _, _, quads in changes for quad in quads])
        else:
            self._update([of_quads(*each) for each in changes], sum(len(quads) for *_, quads in changes))
        return True

    def _add(self, quads: list[Quad]) -> None:
        """What takes nothing away needs no update: much of it goes in at once, at a third of the cost."""
        try:
            self._note_pending()
            if _MANY <= len(quads) <= _WHOLE:
                self._open.bulk_extend(quads)
                self._loaded += len(quads)
            else:
                self._open.extend(quads)
                self._bound_memory(len(quads))
        except OSError as error:
            raise layout.unwritable(self.folder, error) from error

    def change_graph(self, name: NamedNode, gone: Collection[str], come: Collection[str]) -> bool:
        """Take lines of N-Triples out of a graph and put others in. True when there were any.

        All or nothing where they are few; many go in parts, and `pending` says so until they are published.
        """
        if not gone and not come:
            return False
        if len(gone) + len(come) <= _AT_ONCE:
            parts = (("DELETE", name, gone), ("INSERT", name, come))
            self._update([data(*each) for each in parts if each[2]], len(gone) + len(come))
            return True
        for part in batched(gone, _AT_ONCE):
            self._update([data("DELETE", name, part)], len(part))
        for part in batched(come, _AT_ONCE):
            self._load(name, part)
        return True

    def rewrite_graph(self, name: NamedNode, parts: Iterable[Collection[str]]) -> None:
        """Put lines of N-Triples, given in parts, in the place of all that a graph holds."""
        self._clear(name)
        for lines in gathered(parts, _AT_ONCE):
            self._load(name, lines)

    def _clear(self, name: NamedNode) -> None:
        """Empty a graph, part by part: at once, the engine would hold all that goes in memory."""
        for part in batched(map(line, self.quads_for_pattern(None, None, None, name)), _AT_ONCE):
            self._update([data("DELETE", name, part)], len(part))

    def _load(self, name: NamedNode, lines: Iterable[str]) -> None:
        """Lines of N-Triples into a graph, past the memory of the engine."""
        try:
            self._note_pending()
            self._open.bulk_load("\n".join(lines).encode(), RdfFormat.N_TRIPLES, to_graph=name)
        except OSError as error:
            raise layout.unwritable(self.folder, error) from error

    @property
    def is_pending(self) -> bool:
        """Whether there are changes that are not published, of this process or of one that was cut off."""
        return self._pending.exists()

    def _note_pending(self) -> None:
        if not self._pending.exists():
            layout.write_durably(self._pending, "")

    def _update(self, updates: list[str], quads: int) -> None:
        try:
            self._note_pending()
            self._open.update(" ;\n".join(updates))
            self._bound_memory(quads)
        except OSError as error:
            raise layout.unwritable(self.folder, error) from error

    def _bound_memory(self, quads: int) -> None:
        """Have the engine write what it gathered: of itself it may keep gigabytes of it in memory."""
        self._gathered += quads
        if self._gathered >= _IN_MEMORY:
            self._open.flush()
            self._gathered = 0

    @property
    def generation(self) -> str | None:
        """The name of what was published last."""
        return layout.current(self.folder)

    def sources(self) -> dict[str, Source]:
        """What each stored document, by IRI, was read from."""
        return {document.value: self._source(document) for document in documents(self)}

    def _source(self, document: NamedNode) -> Source:
        return Source(*(self._value(document, predicate) for predicate in (v.SHA256, v.READER, v.FILE)))

    def _value(self, document: NamedNode, predicate: NamedNode) -> str:
        found = next(self._open.quads_for_pattern(document, predicate, None, document), None)
        return "" if found is None else str(getattr(found.object, "value", ""))

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""
        return self._open.quads_for_pattern(subject, predicate, object, graph_name)

    def publish(self, *, forget: bool = False, beside: Beside | None = None) -> str:
        """Make what is there the current generation, and name it; the present one when nothing changed.

        `beside`: puts what belongs to the generation in its folder, before anybody sees it.

        `forget`: something must not be found any more, not in earlier generations nor in what the engine
        keeps of deleted data. Who still reads an earlier generation goes on until they let go of it.
        """
        present = layout.current(self.folder)
        if (
            present is not None
            and not self._pending.exists()
            and layout.generation(self.folder, present).is_dir()
        ):
            return present
        name = str(max([0, *map(int, layout.generations(self.folder))]) + 1)
        try:
            if forget:
                self._copy_over()
            self._tidy()
            self._back_up(name, beside)
            layout.write_durably(self.folder / "current", name)
        except OSError as error:
            raise layout.unwritable(self.folder, error) from error
        self._pending.unlink(missing_ok=True)
        self._prune(name, 1 if forget else KEPT_GENERATIONS)
        return name

    def _tidy(self) -> None:
        """Bring together what came in at once, when that is much beside what was there."""
        if self._loaded and self._loaded * _BULK >= _size(self.folder / "work") * _SHARE:
            self._open.optimize()
            self._loaded = 0

    def _copy_over(self) -> None:
        """Put a fresh copy in the place of `work/`: the engine keeps the words of what is deleted."""
        fresh = self.folder / "work.fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        copy = Store(str(fresh))
        copy.bulk_extend(self._open)
        copy.flush()
        del copy
        layout.sync_folder(fresh)
        fresh.rename(self.folder / "work.whole")
        layout.sync_folder(self.folder)
        self._store = None
        take_over(self.folder)
        self._store = Store(str(self.folder / "work"))

    def _back_up(self, name: str, beside: Beside | None) -> None:
        """A generation appears under its name only when it is whole."""
        final = layout.generation(self.folder, name)
        unfinished = final.with_name(name + ".unfinished")
        final.parent.mkdir(exist_ok=True)
        self._open.backup(str(unfinished))
        if beside:
            beside(unfinished)
        layout.sync_folder(unfinished)
        unfinished.rename(final)
        layout.sync_folder(final.parent)

    def _prune(self, name: str, kept: int) -> None:
        """A reader may still hold an older generation: the last few stay."""
        old = [other for other in layout.generations(self.folder) if other != name]
        for other in old[: max(0, len(old) - kept + 1)]:
            shutil.rmtree(layout.generation(self.folder, other), ignore_errors=True)


def _size(folder: Path) -> int:
    """The bytes of the engine's data, which it may be tidying at this moment."""
    total = 0
    for file in folder.glob("*.sst"):
        with suppress(FileNotFoundError):
            total += file.stat().st_size
    return total


def take_over(folder: Path) -> None:
    """Let a whole copy take the place of `work/`; what was cut off halfway is finished so."""
    whole = folder / "work.whole"
    if whole.exists():
        shutil.rmtree(folder / "work", ignore_errors=True)
        whole.rename(folder / "work")
        layout.sync_folder(folder)


def open_writer(store: str | os.PathLike[str]) -> Writer:
    """The store in a folder (made when there is none), for this process alone.

    Raises:
        InputError: another process writes, the folder cannot be written, or the store is of a newer version.
    """
    folder = layout.local_folder(store)
    try:
        if layout.format_of(folder) is None:
            layout.check_empty(folder)
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout:
        todo = "wacht tot dat klaar is en probeer het opnieuw"
        raise InputError(str(folder), "er wordt al in deze opslag geschreven", todo) from None
    except OSError as error:
        raise layout.unwritable(folder, error) from error
    try:
        return Writer(folder, lock, _prepare(folder))
    except BaseException:
        lock.release()
        raise


def _make_ours(folder: Path) -> None:
    """Give a store this version's layout. What an older one published is not read any more.

    Its documents stay, in `work/`; until the next generation comes, there is none.
    """
    layout.write_durably(folder / "pending", "")
    (folder / "current").unlink(missing_ok=True)
    layout.write_durably(folder / "format.json", f'{{"format": {layout.FORMAT}}}\n')


def _prepare(folder: Path) -> Store:
    try:
        if layout.format_of(folder) != layout.FORMAT:
            _make_ours(folder)
        for unfinished in (*folder.glob("generations/*.unfinished"), folder / "work.fresh"):
            shutil.rmtree(unfinished, ignore_errors=True)
        take_over(folder)
        if not (folder / "work").exists():
            layout.write_durably(folder / "pending", "")  # what is published is not what is here
    except OSError as error:
        raise layout.unwritable(folder, error) from error
    try:
        return Store(str(folder / "work"))
    except PermissionError as error:
        raise layout.unwritable(folder, error) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise layout.damaged(folder, "de werkkopie kan niet worden geopend") from error
