"""The graph as a file: TriG and JSON-LD keep the graphs apart, Turtle puts all triples together.

What the store leaves unsaid because it follows from the rest, as Web Annotation says it, is said in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.publish import json_ld
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH
from graph.store.snapshot import Snapshot
from graph.store.unfolding import unfolded

Graphs = Iterable[tuple[str, Iterable[Triple]]]
"""Names of graphs, each with its triples."""

GRAPH_FORMATS = ("ttl", "trig", "jsonld")


def stored(snapshot: Snapshot) -> Iterator[tuple[str, Iterable[Triple]]]:
    """Every graph in a store, in order of name."""
    for name in sorted(snapshot.graph_names()):
        yield name, triples_of(snapshot, NamedNode(name))


def triples_of(snapshot: Snapshot, name: NamedNode) -> Iterator[Triple]:
    """All that one graph says."""
    if name == STATE_GRAPH:  # a large one, and no document
        return (quad.triple for quad in snapshot.quads_for_pattern(None, None, None, name))
    return (quad.triple for quad in unfolded(snapshot.quads_for_pattern(None, None, None, name)))


def write_graphs(graphs: Graphs, form: str, file: IO[bytes]) -> None:
    """Write graphs in one of `GRAPH_FORMATS`, a graph at a time."""
    if form == "jsonld":
        for part in json_ld.document(graphs):
            file.write(part.encode())
    elif form == "trig":
        quads = (
            Quad(each.subject, each.predicate, each.object, NamedNode(name))
            for name, triples in graphs
            for each in triples
        )
        serialize(quads, file, RdfFormat.TRIG, prefixes=v.PREFIXES)
    else:
        together = (triple for _, triples in graphs for triple in triples)
        serialize(together, file, RdfFormat.TURTLE, prefixes=v.PREFIXES)
