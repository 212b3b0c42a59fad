"""Writing to a store at a SPARQL endpoint: every change is one update, which the endpoint carries out whole.

Nothing is hidden from readers until `publish`, as it is in a folder: documents that were written show at
once, the state that follows from them with the update that brings it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout
from pyoxigraph import NamedNode, Quad

from graph.errors import InputError, reason
from graph.store import folder as layout
from graph.store import vocabulary as v
from graph.store.address import local_place, update_address
from graph.store.documents import Source
from graph.store.identifiers import STORE, STORE_GRAPH, identifier
from graph.store.protocol import Endpoint, UpdateRefusedError
from graph.store.remote import RemoteStore, is_ours, remote_store
from graph.store.sparql import bind

LARGEST = 32 * 1024**2  # characters of one update: Oxigraph refuses those over 128 MiB
SMALL = 50_000  # for endpoints that take far less, as Virtuoso does
STAGED = identifier("graph", "staged").value + "/"

_SOURCES = """SELECT ?document ?sha256 ?reader ?file WHERE {
  GRAPH ?document {
    ?document a $class .
    OPTIONAL { ?document $hash ?sha256 }
    OPTIONAL { ?document $by ?reader }
    OPTIONAL { ?document $from ?file }
  }
}"""
_STAGED = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), $start)) }"
_APPLY = {
    "DELETE": "DELETE { GRAPH $graph { ?s ?p ?o } } WHERE { GRAPH $near { ?s ?p ?o } }",
    "INSERT": "INSERT { GRAPH $graph { ?s ?p ?o } } WHERE { GRAPH $near { ?s ?p ?o } }",
}
_DROP = "DROP SILENT GRAPH $graph"
_SET = """DELETE WHERE { GRAPH $graph { $store $property ?before } } ;
INSERT DATA { GRAPH $graph { $store $property $value } }"""
_UNSET = "DELETE WHERE { GRAPH $graph { $store $property ?before } }"


@dataclass(frozen=True, slots=True)
class Change:
    """Triples, one a line, that go out of a graph (DELETE) or come into it (INSERT)."""

    what: str
    name: NamedNode
    lines: tuple[str, ...]

    @property
    def update(self) -> str:
        """As SPARQL. Oxigraph's serialisation of a triple did the escaping."""
        return "\n".join([f"{self.what} DATA {{ GRAPH {self.name} {{", *self.lines, "} }"])


class RemoteWriter:
    """A store at an endpoint, open for changes. Use it in a `with`.

    `folder`: where on this computer things are kept that can be made again.
    """

    def __init__(self, store: RemoteStore, updates: Endpoint, folder: Path, lock: FileLock) -> None:
        """Use `open_writer`."""
        self.folder = folder
        self._store, self._updates, self._lock = store, updates, lock
        self._ticket = uuid.uuid4().hex
        self._largest = LARGEST

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let another process on this computer write."""
        self._lock.release()

    def begin(self) -> None:
        """Tell the store who writes now, so that a writer elsewhere notices; tidy what one left halfway."""
        said = {v.HELD_BY: self._ticket, v.LAYOUT: str(layout.FORMAT)}
        if self._store.told().get(v.LAYOUT, said[v.LAYOUT]) != said[v.LAYOUT]:
            said[v.PENDING] = "true"  # its documents are to be written as this version does
        self._updates.update(_together(_set(name, value) for name, value in said.items()))
        if self._store.told().get(v.HELD_BY) != self._ticket:
            todo = "controleer WGE_STORE_UPDATE: beide adressen moeten van dezelfde opslag zijn"
            raise InputError(self._store.shown, "laat niet zien wat er net is geschreven", todo)
        self._drop(row["g"] for row in self._store.rows(_STAGED, start=STAGED))

    def _drop(self, graphs: Iterable[NamedNode]) -> None:
        if found := list(graphs):
            self._updates.update(_together(bind(_DROP, {"graph": name}) for name in found))

    def replace_graph(self, quads: Iterable[Quad], name: NamedNode) -> bool:
        """Put these quads in the place of a graph, all or nothing; True when that changed anything."""
        return self.replace_graphs({name: quads})

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> bool:
        """The same for several graphs at once: all of them, or none."""
        changes = [change for name, quads in graphs.items() for change in self._changes(name, quads)]
        if not changes:
            return False
        self._check_ticket()
        self._carry_out(changes)
        return True

    def _carry_out(self, changes: list[Change]) -> None:
        """As one update; where that is too much, in pieces and one small update in the end."""
        size = sum(len(line) for change in changes for line in change.lines)
        if size <= self._largest:
            try:
                self._update(change.update for change in changes)
            except UpdateRefusedError:
                if size <= SMALL:
                    raise
                self._largest = SMALL
            else:
                return
        self._update(self._staged(changes))

    def _update(self, updates: Iterable[str]) -> None:
        self._updates.update(_together([_set(v.PENDING, "true"), *updates]))

    def _changes(self, name: NamedNode, quads: Iterable[Quad]) -> Iterator[Change]:
        new = {quad.triple for quad in quads}
        old = {quad.triple for quad in self.quads_for_pattern(None, None, None, name)}
        for what, changed in (("DELETE", old - new), ("INSERT", new - old)):
            if changed:
                yield Change(what, name, tuple(f"{triple} ." for triple in changed))

    def _staged(self, changes: Iterable[Change]) -> Iterator[str]:
        """What is too much for one update is brought near in pieces first; the updates that then apply it."""
        for number, change in enumerate(changes):
            near = NamedNode(f"{STAGED}{number}")
            for piece in _pieces(change.lines, self._largest):
                self._updates.update(Change("INSERT", near, piece).update)
            yield bind(_APPLY[change.what], {"graph": change.name, "near": near})
            yield bind(_DROP, {"graph": near})

    def _check_ticket(self) -> None:
        if self._store.told().get(v.HELD_BY) != self._ticket:
            todo = "wacht tot dat klaar is en probeer het opnieuw"
            raise InputError(self._store.shown, "er wordt ook van elders in deze opslag geschreven", todo)

    def change_graph(self, name: NamedNode, gone: Collection[str], come: Collection[str]) -> bool:
        """Take lines of N-Triples out of a graph and put others in; True when there were any."""
        changes = [
            Change(what, name, tuple(lines)) for what, lines in (("DELETE", gone), ("INSERT", come)) if lines
        ]
        if changes:
            self._check_ticket()
            self._carry_out(changes)
        return bool(changes)

    def rewrite_graph(self, name: NamedNode, parts: Iterable[Collection[str]]) -> None:
        """Put lines of N-Triples, given in parts, in the place of all that a graph holds.

        They are brought near first, so that readers see what was there until all of it has come.
        """
        self._check_ticket()
        near = NamedNode(f"{STAGED}whole")
        lines = (line for part in parts for line in part)
        for piece in _pieces(lines, self._largest):
            self._bring(near, piece)
        places = {"graph": name, "near": near}
        self._update(
            [
                bind(_DROP, {"graph": name}),
                bind(_APPLY["INSERT"], places),
                bind(_DROP, {"graph": near}),
            ]
        )

    def _bring(self, near: NamedNode, piece: tuple[str, ...]) -> None:
        try:
            self._updates.update(Change("INSERT", near, piece).update)
        except UpdateRefusedError:
            if self._largest == SMALL:
                raise
            self._largest = SMALL
            for smaller in _pieces(piece, SMALL):
                self._bring(near, smaller)

    @property
    def is_pending(self) -> bool:
        """Whether there are changes that are not published, of this process or of one that was cut off."""
        return v.PENDING in self._store.told()

    @property
    def generation(self) -> str | None:
        """The number of what was published last."""
        return self._store.told().get(v.GENERATION)

    def sources(self) -> dict[str, Source]:
        """What each stored document, by IRI, was read from."""
        named = {"class": v.DOCUMENT, "hash": v.SHA256, "by": v.READER, "from": v.FILE}
        return {
            row["document"].value: Source(*(_value(row[each]) for each in ("sha256", "reader", "file")))
            for row in self._store.rows(_SOURCES, **named)
        }

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""
        return filter(is_ours, self._store.quads(subject, predicate, object, graph_name))

    def publish(
        self,
        *,
        forget: bool = False,  # noqa: ARG002 - there are no earlier generations
        beside: Callable[[Path], None] | None = None,  # noqa: ARG002 - nor folders of them
    ) -> str:
        """Give what is there a new number, and return it; the present one when nothing changed."""
        told = self._store.told()
        present = told.get(v.GENERATION)
        if present is not None and v.PENDING not in told:
            return present
        self._check_ticket()
        name = str(int(present or 0) + 1)
        done = bind(_UNSET, {"graph": STORE_GRAPH, "store": STORE, "property": v.PENDING})
        self._updates.update(_together([_set(v.GENERATION, name), done]))
        return name


def _set(name: NamedNode, value: str) -> str:
    return bind(_SET, {"graph": STORE_GRAPH, "store": STORE, "property": name, "value": value})


def _together(updates: Iterable[str]) -> str:
    """One update, because two could be cut in half."""
    return " ;\n".join(updates)


def _pieces(lines: Iterable[str], largest: int) -> Iterator[tuple[str, ...]]:
    piece: list[str] = []
    size = 0
    for line in lines:
        if piece and size + len(line) > largest:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    yield tuple(piece)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def open_writer(store: str) -> RemoteWriter:
    """The store at an endpoint, for this process alone as far as this computer goes.

    Raises:
        InputError: another process writes, no update is carried out, or the store is of a newer version.
    """
    found, updates, folder = remote_store(store), Endpoint(update_address(store)), local_place(store)
    found.generation()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout:
        todo = "wacht tot dat klaar is en probeer het opnieuw"
        raise InputError(found.shown, "er wordt al in deze opslag geschreven", todo) from None
    except OSError as error:
        todo = "geef met WGE_CACHE een andere map voor wat hier wordt bewaard"
        raise InputError(str(folder), f"kan niet worden beschreven ({reason(error)})", todo) from error
    writer = RemoteWriter(found, updates, folder, lock)
    try:
        writer.begin()
    except BaseException:
        lock.release()
        raise
    return writer
