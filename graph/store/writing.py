"""What a build writes to: a store in a folder or at a SPARQL endpoint."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from pyoxigraph import NamedNode, Quad

from graph.store import remote_writer
from graph.store import writer as embedded_writer
from graph.store.address import is_address
from graph.store.documents import Source
from graph.store.folder import local_folder


class Writer(Protocol):
    """A store, open for changes. Use it in a `with`; what is not published is kept for the next time.

    `folder`: where on this computer a build may keep what can be made again.
    """

    folder: Path

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> bool:
        """Put these quads in the place of these graphs, all or nothing; True when that changed anything."""

    def replace_graph(self, quads: Iterable[Quad], name: NamedNode) -> bool:
        """The same for one graph; no quads: the graph goes."""

    def change_graph(self, name: NamedNode, gone: Collection[str], come: Collection[str]) -> bool:
        """Take lines of N-Triples out of a graph and put others in; True when there were any."""

    def rewrite_graph(self, name: NamedNode, parts: Iterable[Collection[str]]) -> None:
        """Put lines of N-Triples, given in parts, in the place of all that a graph holds."""

    @property
    def is_pending(self) -> bool:
        """Whether there are changes that are not published, of this process or of one that was cut off."""

    @property
    def generation(self) -> str | None:
        """The name of what was published last."""

    def sources(self) -> dict[str, Source]:
        """What each stored document, by IRI, was read from."""

    def quads_for_pattern(
        self,
        subject: Any,
        predicate: Any,
        object: Any,  # noqa: A002 - Oxigraph's own name for it
        graph_name: Any = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""

    def publish(self, *, forget: bool = False, beside: Callable[[Path], None] | None = None) -> str:
        """Make what is there the current generation, and name it; the present one when nothing changed.

        `beside`: puts what belongs to a generation in its folder; an endpoint has none.
        """

    def close(self) -> None:
        """Let go of the store, so that another process may write."""


def open_writer(store: str | os.PathLike[str]) -> Writer:
    """The store in a folder (made when there is none) or at an endpoint, for this process alone.

    Raises:
        InputError: another process writes, it cannot be written, or the store is of a newer version.
    """
    if is_address(store):
        return remote_writer.open_writer(str(store))
    return embedded_writer.open_writer(store)


def is_begun(store: str | os.PathLike[str]) -> bool:
    """Whether a writer was there before, or may have been: then what it knows is asked before anything."""
    return is_address(store) or (local_folder(store) / "work").exists()
