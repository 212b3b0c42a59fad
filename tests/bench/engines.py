"""The state beside other ways to the same answer: over the documents themselves, and in rdflib.

rdflib gets the best SPARQL that we know for it: a sub-select for the last meeting that speaks of something,
then OPTIONAL; never FILTER NOT EXISTS. Of the documents it holds in memory only the triples that the question
can touch, which is to its advantage: all of them would not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import rdflib
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from graph.answers.meetings import query_date
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH
from graph.store.snapshot import Snapshot
from tests.bench.asking import body_of, bound, raw_run
from tests.bench.figures import Figure, Setting, processor
from tests.bench.stores import built, opened

_QUERIES = Path(__file__).with_name("over_documents")
_TOUCHED = (
    v.THEME_NAME, v.HOLDER_NAME, v.STATUS, v.REPORTS, v.DCT_DATE, v.BODY_NAME, v.RELATION,
    v.OBJECT_NAME,
)  # fmt: skip
_CLASSES = (v.PORTFOLIO_CLAIM, v.STRUCTURE_CLAIM)
_SAME = {"overview": "portfolios", "holder_at_a_date": "portfolios_of_body", "structure": "relations"}


def engines(setting: Setting) -> Iterator[Figure]:
    """Three questions, each put to Oxigraph over the state and in two other ways."""
    store = built(setting, setting.several)
    snapshot, body = opened(store.path), body_of(store)
    when = query_date(snapshot, None)
    queries = {question: bound(name, body, when) for question, name in _SAME.items()}
    ours = {question: processor(raw_run(snapshot, query), 9) for question, query in queries.items()}
    at = f"at {setting.several:,} meetings"
    for beside, limit, graph in (("documents", 200, _documents), ("the state", 5, _state)):
        other = graph(snapshot)
        for question, query in queries.items():
            same = _over(question, body, when) if graph is _documents else query
            theirs = processor(partial(_rows, other, same.replace(f"FROM {STATE_GRAPH}", "")), 2)
            what = f"{question.replace('_', ' ')} {at}, beside rdflib over {beside}"
            note = f"{ours[question]:.2f} ms beside {theirs:.0f} ms"
            yield Figure(what, theirs / ours[question], "× faster", limit, least=True, note=note)


def _over(question: str, body: str, when: str) -> str:
    """The question as it is put to the documents themselves."""
    text = (_QUERIES / f"{question}.rq").read_text(encoding="utf-8")
    return text.replace("$asOf", f'"{when}"^^xsd:date').replace("$bodyName", f'"{body}"')


def _rows(graph: rdflib.Graph, query: str) -> int:
    return sum(1 for _ in graph.query(query))


def _documents(snapshot: Snapshot) -> rdflib.Graph:
    """What the documents say of portfolios and structure, with the meetings in which they say it."""
    documents = {
        quad.subject for quad in snapshot.quads_for_pattern(None, v.FACT_COUNT, None, STATE_GRAPH)
        if isinstance(quad.subject, NamedNode)
    }  # fmt: skip
    claims = {
        quad.subject: quad
        for kind in _CLASSES
        for quad in snapshot.quads_for_pattern(None, v.RDF_TYPE, kind, None)
    }
    meetings = [
        quad.object for each in documents for quad in snapshot.quads_for_pattern(each, v.REPORTS, None, each)
    ]
    found = [quad.triple for quad in claims.values()]
    found += [
        Triple(claim, v.IN_DOCUMENT, quad.graph_name)  # as exports say it
        for claim, quad in claims.items()
        if isinstance(quad.graph_name, NamedNode)
    ]
    for subject in (*claims, *meetings, *documents):
        found += [
            quad.triple
            for predicate in _TOUCHED
            for quad in snapshot.quads_for_pattern(subject, predicate, None, None)
            if quad.graph_name != STATE_GRAPH
        ]
    return _rdflib(found)


def _state(snapshot: Snapshot) -> rdflib.Graph:
    return _rdflib([quad.triple for quad in snapshot.quads_for_pattern(None, None, None, STATE_GRAPH)])


def _rdflib(triples: list[Triple]) -> rdflib.Graph:
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=text or b"", format="nt")
