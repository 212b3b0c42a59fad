"""SHACL: what in a graph is not as ontology/shapes.ttl says, found on a plain rdflib copy of that graph.

pySHACL and rdflib are imported when they are needed: only `check` needs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, serialize

from graph import ontology
from graph.store.documents import QuadSource, documents
from graph.store.identifiers import STATE_GRAPH
from graph.store.unfolding import unfolded

if TYPE_CHECKING:
    from rdflib import Graph

_SHAPE = "https://w3id.org/wie-gaat-erover/shape#"
_SEVERITIES = {"Violation": "high", "Warning": "medium", "Info": "low"}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something that is not sound: the shape's name, what it is about (an IRI), and a Dutch sentence."""

    shape: str
    focus: str
    path: str | None
    message: str
    severity: str = "high"


def violations(quads: Iterable[Quad]) -> list[Violation]:
    """What in one graph does not conform, in order."""
    from pyshacl import validate  # noqa: PLC0415 - half a second, which only a check should pay

    _, report, _ = validate(_plain(quads), shacl_graph=_turtle("shapes.ttl"), inference="none")
    return sorted(set(_results(report)))


def all_violations(store: QuadSource) -> Iterator[Violation]:
    """What does not conform in each document's graph, then in the state."""
    for name in (*documents(store), STATE_GRAPH):
        yield from violations(unfolded(store.quads_for_pattern(None, None, None, name)))


@lru_cache(maxsize=2)
def _turtle(name: str) -> Graph:
    from rdflib import Graph  # noqa: PLC0415

    return Graph().parse(ontology.path(name), format="turtle")


def _plain(quads: Iterable[Quad]) -> Graph:
    """The quads of one graph, with which code is of which scheme: the shapes ask no more of kinds.ttl."""
    from rdflib import Graph  # noqa: PLC0415
    from rdflib.namespace import SKOS  # noqa: PLC0415

    graph = Graph()
    text = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    graph.parse(data=text, format="nt")
    for triple in _turtle("kinds.ttl").triples((None, SKOS.inScheme, None)):
        graph.add(triple)
    return graph


def _results(report: Graph) -> Iterator[Violation]:
    from rdflib import URIRef  # noqa: PLC0415
    from rdflib.namespace import RDF, SH  # noqa: PLC0415

    for result in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        yield Violation(
            shape=str(report.value(result, SH.sourceShape)).removeprefix(_SHAPE),
            focus=str(report.value(result, SH.focusNode)),
            path=str(path) if isinstance(path, URIRef) else None,
            message=str(report.value(result, SH.resultMessage)),
            severity=_SEVERITIES[str(report.value(result, SH.resultSeverity)).rpartition("#")[2]],
        )
