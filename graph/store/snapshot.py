"""What answers read: a store at one moment, whether it is a folder or a SPARQL endpoint."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graph.store import embedded_snapshot, sparql
from graph.store.address import is_address

if TYPE_CHECKING:
    from graph.store.sandbox import SandboxResult

Result = QuerySolutions | QueryBoolean | QueryTriples | Iterable[Triple]


class Snapshot(Protocol):
    """A store, open for reading. Safe to share between threads; keep it until `is_current` says no."""

    generation: str

    @property
    def place(self) -> str:
        """Where it is, for people: a folder, or an address without what is secret in it."""

    def is_current(self) -> bool:
        """Whether no later generation has been published."""

    def query(self, query: str, **parameters: sparql.Parameter) -> Result:
        """Run a query of our own on the union of all graphs, or on what its FROM clauses name.

        `$name` in the query stands for the parameter of that name (a str is a plain string).
        """

    def answer_to(self, query: str, *, seconds: float, rows: int) -> SandboxResult:
        """Run a query of somebody else, which may only read, for at most so long and so many rows."""

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""

    def graph_names(self) -> frozenset[str]:
        """The IRIs of the graphs it holds."""

    def text(self, document: NamedNode) -> str | None:
        """The (masked) text of a stored document; None when there is no such document."""

    def dump(self) -> bytes:
        """Everything as N-Quads, in order of line: the same bytes for the same graph."""


def open_snapshot(store: str | os.PathLike[str]) -> Snapshot:
    """What was last published in a store; an InputError when there is none to be read."""
    if is_address(store):
        from graph.store import remote_snapshot  # noqa: PLC0415 - a store in a folder needs no network

        return remote_snapshot.open_snapshot(str(store))
    return embedded_snapshot.open_snapshot(store)


def has_store(store: str | os.PathLike[str]) -> bool:
    """Whether something has been published there; an InputError for a place that can hold no store."""
    if is_address(store):
        from graph.store import remote_snapshot  # noqa: PLC0415 - a store in a folder needs no network

        return remote_snapshot.has_store(str(store))
    return embedded_snapshot.has_store(store)
