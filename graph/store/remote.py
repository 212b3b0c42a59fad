"""What a SPARQL 1.1 endpoint holds now: rows, quads, and how far it is.

An endpoint keeps no generations. What a writer put there is seen at once; a generation is a number that it
raises when it is done, so that who reads knows when to look again.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from graph.errors import InputError
from graph.store import folder as layout
from graph.store import sparql
from graph.store import vocabulary as v
from graph.store.address import address
from graph.store.identifiers import ID, STORE, STORE_GRAPH
from graph.store.protocol import QUERY_SECONDS, Answer, Endpoint

Found = QuerySolutions | QueryBoolean | Iterable[Triple]
Options = tuple[tuple[str, str], ...]
Term = NamedNode | Literal

_GRAPH = "application/n-triples, text/turtle;q=0.8"
_ROWS = f"application/sparql-results+json, {_GRAPH.replace(',', ';q=0.9,')}"
_TRIPLES = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
}
_BUFFER = 65536
_NO_ENDPOINT = "antwoordt niet als een SPARQL-endpoint"
_TODO = "geef het adres voor vragen (query) van een SPARQL 1.1-endpoint"
_BUILD = "doe `python -m graph build`"

_PATTERN = "SELECT * WHERE { GRAPH $g { $s $p $o } }"
_OF_STORE = "SELECT ?property ?value WHERE { GRAPH $graph { $store ?property ?value } }"
_IS_UNION = "SELECT ?value WHERE { $store $property ?value } LIMIT 1"

# How endpoints are told that a question is about all graphs together; many need not be told.
_UNIONS: tuple[Options, ...] = (
    (),
    (("union-default-graph", "true"),),  # Oxigraph
)


class RemoteStore:
    """What an endpoint holds. Safe to share between threads."""

    def __init__(self, endpoint: Endpoint) -> None:
        """The endpoint that is asked."""
        self.endpoint = endpoint
        self._union: Options | None = None

    @property
    def shown(self) -> str:
        """Its address, for people."""
        return self.endpoint.shown

    @contextmanager
    def asked(self, query: str, options: Options = (), seconds: float = QUERY_SECONDS) -> Iterator[Found]:
        """What a query gives, read from the endpoint as it is asked for, inside the `with`."""
        with self.endpoint.asked(query, _accepted(query), options, seconds) as answer:
            self._complete(answer)
            with self._readable():
                yield self._found(io.BufferedReader(answer, _BUFFER), answer.type)

    def whole(self, query: str, options: Options = ()) -> Found:
        """All that a query gives."""
        with self.endpoint.asked(query, _accepted(query), options) as answer:
            self._complete(answer)
            content = answer.readall()
            with self._readable():
                for _ in self._rows_of(self._found(content, answer.type)):
                    pass  # so that nothing unreadable is met later on
                return self._found(content, answer.type)

    def _complete(self, answer: Answer) -> None:
        if answer.headers.get("X-SPARQL-MaxRows"):
            todo = "verhoog daar het hoogste aantal rijen (Virtuoso: ResultSetMaxRows)"
            raise InputError(self.shown, "geeft maar een deel van het antwoord", todo)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise InputError(self.shown, "geeft een antwoord dat niet te lezen is", _TODO) from error

    def _rows_of(self, found: Found) -> Iterable[Any]:
        return () if isinstance(found, QueryBoolean) else found

    def _found(self, content: IO[bytes] | bytes, media_type: str) -> Found:
        if media_type in _TRIPLES:
            return (quad.triple for quad in parse(content, format=_TRIPLES[media_type]))
        form = QueryResultsFormat.from_media_type(media_type) if media_type else None
        if form is None:
            raise InputError(self.shown, _NO_ENDPOINT, _TODO)
        return parse_query_results(content, format=form)

    def rows(self, query: str, **parameters: Term | str) -> Iterator[Any]:
        """The rows of a SELECT of our own that names its graphs."""
        with self.asked(sparql.bind(query, parameters)) as found:
            if not isinstance(found, QuerySolutions):
                raise InputError(self.shown, _NO_ENDPOINT, _TODO)
            yield from found

    def quads(
        self,
        subject: Term | None,
        predicate: NamedNode | None,
        object_: Term | None,
        graph: NamedNode | None,
    ) -> Iterator[Quad]:
        """The quads that match; None matches anything."""
        given = {"s": subject, "p": predicate, "o": object_, "g": graph}
        terms = {name: term for name, term in given.items() if term is not None}
        query = _PATTERN
        for name in given.keys() - terms.keys():
            query = query.replace(f"${name}", f"?{name}")
        if len(terms) == len(given):
            query = query.replace("*", "(1 AS ?found)")
        for row in self.rows(query, **terms):
            found: dict[str, Any] = {name: terms.get(name) or row[name] for name in given}
            yield Quad(found["s"], found["p"], found["o"], found["g"])

    def told(self) -> dict[NamedNode, str]:
        """What the store says of itself: its layout, generation, and what is pending; nothing: no store."""
        found = self.rows(_OF_STORE, graph=STORE_GRAPH, store=STORE)
        return {row["property"]: row["value"].value for row in found}

    def generation(self) -> str | None:
        """What was last published; None when nothing was. An InputError for a layout of a newer version."""
        told = self.told()
        found = told.get(v.LAYOUT, "0")
        if not found.isdecimal() or int(found) > layout.FORMAT:
            what = f"is gemaakt door een nieuwere versie (indeling {found}; deze kent {layout.FORMAT})"
            raise InputError(self.shown, what, "gebruik die versie, of geef met --store een andere opslag")
        return told.get(v.GENERATION)

    def union(self, query: str) -> Options:
        """How this endpoint is told that a query is about all graphs, unless it names the graphs itself."""
        if sparql.names_dataset(query):
            return ()
        if self._union is None:
            self._union = next(filter(self._shows_all, _UNIONS), None)
        if self._union is None and not sparql.names_graph(query):
            what = "laat zonder GRAPH niet alle grafen zien"
            todo = "stel de standaardgraaf daar in op alle grafen samen, of schrijf GRAPH of FROM in de vraag"
            raise InputError(self.shown, what, todo)
        return self._union or ()

    def _shows_all(self, options: Options) -> bool:
        with self.asked(sparql.bind(_IS_UNION, {"store": STORE, "property": v.GENERATION}), options) as found:
            return isinstance(found, QuerySolutions) and any(True for _ in found)


def _accepted(query: str) -> str:
    """The form of answer that is asked for. Virtuoso gives a graph as rows if it is let."""
    return _GRAPH if sparql.form(query) in {"CONSTRUCT", "DESCRIBE"} else _ROWS


def remote_store(store: str) -> RemoteStore:
    """The endpoint at an address; nothing is asked yet."""
    return RemoteStore(Endpoint(address(store)))


def no_store(shown: str) -> InputError:
    """The error for an endpoint where nothing was published."""
    return InputError(shown, "bevat nog geen voltooide opslag", _BUILD)


def is_ours(quad: Quad) -> bool:
    """Whether a quad is of a graph that we made, without what the store says of itself."""
    name = quad.graph_name
    return isinstance(name, NamedNode) and name.value.startswith(ID) and name != STORE_GRAPH
