"""Graphs as JSON-LD, written one after the other, with a context that makes it read as plain JSON.

Terms are prefixed names, as everywhere here; the context says which prefix is what, and which values are
addresses, whole numbers, dates or yes and no. What does not fit the context says so itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph import ontology
from graph.store import vocabulary as v

_PLAIN = v.XSD_STRING.value
_OBJECT = "http://www.w3.org/2002/07/owl#ObjectProperty"
_RANGE = v.PREFIXES["rdfs"] + "range"
_ADDRESS = "@id"


@lru_cache(maxsize=1)
def context() -> dict[str, Any]:
    """The JSON-LD context: prefixes, and the kind of value of each term of ours that has one kind only."""
    kinds = {_short(term): {"@type": _short(kind)} for term, kind in sorted(_kinds().items())}
    return {"@version": 1.1, **v.PREFIXES, **kinds}


def document(graphs: Iterable[tuple[str, Iterable[Triple]]]) -> Iterator[str]:
    """The parts of one JSON-LD document with these named graphs, each of which is held in memory once."""
    yield f'{{"@context": {json.dumps(context(), ensure_ascii=False)},\n"@graph": ['
    for number, (name, triples) in enumerate(graphs):
        entry = {_ADDRESS: name, "@graph": _nodes(triples)}
        yield f"{',' if number else ''}\n{json.dumps(entry, ensure_ascii=False)}"
    yield "\n]}\n"


def _nodes(triples: Iterable[Triple]) -> list[dict[str, Any]]:
    """A node a subject, in the order in which they come."""
    nodes: dict[str, dict[str, Any]] = {}
    for triple in triples:
        subject, term = _address(triple.subject), triple.predicate.value
        node = nodes.setdefault(subject, {_ADDRESS: subject})
        if triple.predicate == v.RDF_TYPE and isinstance(triple.object, NamedNode):
            node.setdefault("@type", []).append(_short(triple.object.value))
        else:
            node.setdefault(_short(term), []).append(_value(triple.object, _kinds().get(term)))
    return [{key: _one(value) for key, value in node.items()} for node in nodes.values()]


def _address(subject: object) -> str:
    if not isinstance(subject, NamedNode):
        raise TypeError(f"no subject of a stored graph: {subject!r}")
    return subject.value


def _one(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _value(value: object, kind: str | None) -> Any:
    """A value as short as the kind of its term allows."""
    if isinstance(value, NamedNode):
        return value.value if kind == _ADDRESS else {_ADDRESS: value.value}
    if not isinstance(value, Literal):
        raise TypeError(f"no value of a stored graph: {value!r}")
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype.value == (kind or _PLAIN):
        return value.value
    told = {"@value": value.value}
    return told if value.datatype.value == _PLAIN else told | {"@type": _short(value.datatype.value)}


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Each term of ours with the one datatype of its values, or `@id` where they are addresses."""
    found: dict[str, str] = {}
    for quad in parse(path=str(ontology.path("governance.ttl")), format=RdfFormat.TURTLE):
        term, told = quad.subject.value, quad.object.value
        if quad.predicate == v.RDF_TYPE and told == _OBJECT:
            found[term] = _ADDRESS
        elif quad.predicate.value == _RANGE and told.startswith(v.PREFIXES["xsd"]) and told != _PLAIN:
            found[term] = told
    return found


@lru_cache(maxsize=4096)
def _short(iri: str) -> str:
    """The prefixed name of a term; what has none stays whole."""
    if iri == _ADDRESS:
        return iri
    for prefix, namespace in v.PREFIXES.items():
        if iri.startswith(namespace) and iri != namespace:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
