"""The graphs as they would be if nothing later than a date had been written: for an export at a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from graph import state
from graph.answers import documents
from graph.decisions.apply import applied
from graph.decisions.effect import Effect
from graph.publish.graphs import triples_of
from graph.registry import Identity
from graph.store.documents import reading
from graph.store.identifiers import STATE_GRAPH
from graph.store.snapshot import Snapshot


def as_known(snapshot: Snapshot, as_of: str, effect: Effect) -> Iterator[tuple[str, Iterable[Triple]]]:
    """The graphs of the minutes up to a date, and the state that follows from these alone.

    `effect`: what people decided, which counts whenever they did.
    """
    names = [NamedNode(each.iri) for each in documents(snapshot, as_of)]
    for name in names:
        yield name.value, triples_of(snapshot, name)
    counted = applied((reading(snapshot, name) for name in names), effect).readings
    derived = state.state_of(
        (each for each in counted if (each.meeting.date or "") <= as_of),
        Identity(effect.same, effect.different),
    )
    yield STATE_GRAPH.value, (quad.triple for quad in state.quads(derived))
