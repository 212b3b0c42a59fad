"""Reading a store at a SPARQL endpoint, with the same answers as of one in a folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from graph.store import sparql
from graph.store import vocabulary as v
from graph.store.embedded_snapshot import sorted_nquads
from graph.store.guard import refuse_unsafe
from graph.store.identifiers import ID, STORE_GRAPH
from graph.store.remote import Found, RemoteStore, is_ours, no_store, remote_store
from graph.store.sandbox import SandboxResult
from graph.store.sandboxed import collected
from graph.store.standard import refuse_dialect

_KEPT = 50_000  # answers to patterns
_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), $start)) }"


class RemoteSnapshot:
    """A store at an endpoint, open for reading. Safe to share between threads.

    What was asked once is kept: who goes on reading while a build writes may see some of each, until
    `is_current` says no.
    """

    def __init__(self, store: RemoteStore, generation: str) -> None:
        """Use `open_snapshot`."""
        self.generation = generation
        self._store = store
        self._about = lru_cache(maxsize=_KEPT)(self._all_about)
        self._matching = lru_cache(maxsize=_KEPT)(self._all_matching)

    @property
    def place(self) -> str:
        """The address, without what is secret in it."""
        return self._store.shown

    def is_current(self) -> bool:
        """Whether no later generation has been published."""
        return self._store.generation() == self.generation

    def query(self, query: str, **parameters: sparql.Parameter) -> Found:
        """Run a query of our own on the union of all graphs, or on what its FROM clauses name."""
        bound = sparql.bind(query, parameters)
        return self._store.whole(bound, self._store.union(query))

    def answer_to(self, query: str, *, seconds: float, rows: int) -> SandboxResult:
        """Run a query of somebody else, which may only read. The endpoint may end it sooner than we do."""
        refuse_unsafe(query, self.graph_names() if sparql.names_dataset(query) else ())
        refuse_dialect(query)
        options = self._store.union(query)
        started = time.perf_counter()
        with self._store.asked(query, options, seconds) as found:
            answer = collected(found, rows)
        took = round((time.perf_counter() - started) * 1000, 1)
        return SandboxResult(
            columns=tuple(answer["columns"]),
            rows=tuple(tuple(row) for row in answer["rows"]),
            truncated=answer["truncated"],
            milliseconds=took,
            turtle=answer["turtle"],
            boolean=answer["boolean"],
        )

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything. What is said of one thing is asked for at once."""
        if subject is not None:
            wanted = (predicate, object, graph_name)
            return (quad for quad in self._about(subject) if _fits(quad, wanted))
        if predicate is None and object is None:
            return filter(is_ours, self._store.quads(None, None, None, graph_name))
        return iter(self._matching(predicate, object, graph_name))

    def _all_about(self, subject: NamedNode) -> tuple[Quad, ...]:
        return tuple(self._store.quads(subject, None, None, None))

    def _all_matching(
        self, predicate: NamedNode | None, object_: NamedNode | Literal | None, graph: NamedNode | None
    ) -> tuple[Quad, ...]:
        return tuple(self._store.quads(None, predicate, object_, graph))

    def graph_names(self) -> frozenset[str]:
        """The IRIs of the graphs it holds."""
        names = {row["g"].value for row in self._store.rows(_GRAPHS, start=ID)}
        return frozenset(names - {STORE_GRAPH.value})

    def text(self, document: NamedNode) -> str | None:
        """The (masked) text of a stored document; None when there is no such document."""
        found = next(self.quads_for_pattern(document, v.TEXT, None, document), None)
        return found.object.value if found is not None and isinstance(found.object, Literal) else None

    def dump(self) -> bytes:
        """Everything as N-Quads, in order of line, but for what the store says of itself."""
        return sorted_nquads(list(self.quads_for_pattern(None, None, None)))


def _fits(quad: Quad, wanted: tuple[Any, Any, Any]) -> bool:
    found = (quad.predicate, quad.object, quad.graph_name)
    return all(term is None or term == there for term, there in zip(wanted, found, strict=True))


def open_snapshot(store: str) -> RemoteSnapshot:
    """What was last published at an endpoint; an InputError when there is none to be read."""
    found = remote_store(store)
    generation = found.generation()
    if generation is None:
        raise no_store(found.shown)
    return RemoteSnapshot(found, generation)


def has_store(store: str) -> bool:
    """Whether something has been published at an endpoint."""
    return remote_store(store).generation() is not None
