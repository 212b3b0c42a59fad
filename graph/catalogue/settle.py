"""The state graph, brought up to date: only what follows from a document that is new, changed or gone.

Each node (a document, the meetings of a body, a post…) tells others what they need of it. What it tells is
kept; when it is worked out again and tells the same, nothing behind it is. So the cost of a change is the
cost of what it changes, and the result the one that `graph.state.derive` works out from all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.catalogue.catalogue import Catalogue
from graph.catalogue.documents import Documents
from graph.catalogue.nodes import Nodes, lines
from graph.catalogue.who import identify
from graph.registry import Identity, ThemeScheme
from graph.state.rules import Rules
from graph.state.triples import last_meeting_triples

Progress = Callable[[str, int, int], None]
"""Told what was worked out, and how much of how much."""

_EVERY = 100  # nodes between two reports of progress


_SHOWN = {"circle": "overleggen", "entity": "namen"}


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of it: the lines of N-Triples that leave the state graph and those that come.

    `worked_out`: for how many bodies the state was worked out anew.
    """

    gone: frozenset[str]
    come: frozenset[str]
    worked_out: int


def settle(
    catalogue: Catalogue,
    scheme: ThemeScheme,
    rules: Rules,
    identity: Identity,
    progress: Progress | None = None,
) -> Settled:
    """Work out again what may have changed. Nothing of it is kept before the catalogue is committed.

    `identity`: what people decided about who is who. `progress`: told how far it is.
    """
    vocabulary = identify(catalogue, scheme, identity)
    documents = Documents(catalogue, vocabulary)
    documents.replace_concepts()
    documents.see_coined_themes()
    nodes = Nodes(catalogue, documents, rules)
    for number, key in _each(catalogue, "document", "verslagen", progress):
        documents.work_out(number, key)
    worked_out = 0
    for kind in nodes.by_kind:
        for number, key in _each(catalogue, kind, _SHOWN.get(kind), progress):
            nodes.work_out(kind, number, key)
            worked_out += kind == "circle"
    catalogue.network.set_lines(
        catalogue.network.node("last", ""), lines(last_meeting_triples(catalogue.last_date()))
    )
    return Settled(*catalogue.network.take_changes(), worked_out)


def _each(
    catalogue: Catalogue, kind: str, shown: str | None, progress: Progress | None
) -> Iterator[tuple[int, str]]:
    """The nodes of a kind that have to be worked out again, while telling how far it is."""
    left = catalogue.network.dirty(kind)
    for done, each in enumerate(left, start=1):
        yield each
        if progress and shown and done % _EVERY == 0:
            progress(shown, done, len(left))
