"""Reading a store in a folder: one published generation, which never changes while it is open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from graph.errors import InputError
from graph.store import sparql
from graph.store import vocabulary as v
from graph.store.folder import (
    FORMAT,
    check_format,
    current,
    damaged,
    format_of,
    generation,
    local_folder,
)

if TYPE_CHECKING:
    from graph.store.sandbox import SandboxResult


Found = QuerySolutions | QueryBoolean | QueryTriples


class EmbeddedSnapshot:
    """A generation, open for reading. Safe to share between threads; keep it until `is_current` says no."""

    def __init__(self, folder: Path, name: str, store: Store) -> None:
        """Use `open_snapshot`."""
        self.folder = folder
        self.generation = name
        self._store = store

    @property
    def place(self) -> str:
        """The folder, as it was given."""
        return str(self.folder)

    @property
    def path(self) -> Path:
        """The generation's own folder, which the sandbox opens."""
        return generation(self.folder, self.generation)

    def is_current(self) -> bool:
        """Whether no later generation has been published."""
        return current(self.folder) == self.generation

    def query(self, query: str, **parameters: sparql.Parameter) -> Found:
        """Run a query of our own on the union of all graphs, or on what its FROM clauses name.

        `$name` in the query stands for the parameter of that name (a str is a plain string). A query of
        somebody else is for `answer_to`.
        """
        bound = sparql.bind(query, parameters)
        try:
            return self._store.query(bound, use_default_graph_as_union=not sparql.names_dataset(query))
        except SyntaxError as error:
            raise sparql.syntax_error(error) from error

    def answer_to(self, query: str, *, seconds: float, rows: int) -> SandboxResult:
        """Run a query of somebody else, in a process of its own: see `sandbox.run`."""
        from graph.store import sandbox  # noqa: PLC0415 - most commands ask no such thing

        return sandbox.run(self.folder, query, seconds=seconds, rows=rows)

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""
        return self._store.quads_for_pattern(subject, predicate, object, graph_name)

    def graph_names(self) -> frozenset[str]:
        """The IRIs of the graphs it holds."""
        return frozenset(name.value for name in self._store.named_graphs() if isinstance(name, NamedNode))

    def text(self, document: NamedNode) -> str | None:
        """The (masked) text of a stored document; None when there is no such document."""
        found = next(self._store.quads_for_pattern(document, v.TEXT, None, document), None)
        return found.object.value if found is not None and isinstance(found.object, Literal) else None

    def dump(self) -> bytes:
        """Everything as N-Quads, in order of line: the same bytes for the same graph."""
        return sorted_nquads(self._store)


def sorted_nquads(quads: Store | list[Quad]) -> bytes:
    """Quads as N-Quads in order of line."""
    text: bytes = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(text.splitlines(keepends=True)))


def has_store(store: str | os.PathLike[str]) -> bool:
    """Whether something has been published there that can be read; an InputError for no place for a store."""
    folder = local_folder(store)
    return format_of(folder) in {None, FORMAT} and current(folder) is not None


def open_snapshot(store: str | os.PathLike[str]) -> EmbeddedSnapshot:
    """The current generation of the store in a folder; an InputError when there is none to be read."""
    folder = local_folder(store)
    check_format(folder)
    name = _current(folder)
    try:
        return _open(folder, name)
    except InputError:
        later = _current(folder)
        if later == name:
            raise
        return _open(folder, later)  # a writer published, and tidied this one away, while we were looking


def _current(folder: Path) -> str:
    name = current(folder)
    if name is None:
        raise InputError(str(folder), "bevat nog geen voltooide opslag", "doe `python -m graph build`")
    if not name.isdecimal():
        raise damaged(folder, "het bestand `current` wijst geen versie aan")
    return name


def _open(folder: Path, name: str) -> EmbeddedSnapshot:
    path = generation(folder, name)
    if not path.is_dir():
        raise damaged(folder, f"versie {name} is weg")
    try:
        return EmbeddedSnapshot(folder, name, Store.read_only(str(path)))
    except (OSError, RuntimeError, ValueError) as error:
        raise damaged(folder, f"versie {name} kan niet worden geopend") from error


def dump(store: str | os.PathLike[str]) -> bytes:
    """The current generation as sorted N-Quads."""
    return open_snapshot(store).dump()
