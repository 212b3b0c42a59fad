"""Who or what somebody means by a name, an address or an id: decisions have to point at one thing."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from graph.answers.lookup import select
from graph.errors import InputError
from graph.store import vocabulary as v
from graph.store.identifiers import ID, STATE_GRAPH
from graph.store.snapshot import Snapshot

_SHOWN = 5  # candidates in a message
_ENTITIES = {kind: f"{ID}{kind}/" for kind in ("person", "body", "theme")}
_KINDS = {term: kind for kind, term in v.FACT_CLASS.items()}


def entity(snapshot: Snapshot, text: str) -> str:
    """The IRI of the person, body or theme, or of the mention of one, that this name, IRI or id means.

    Raises:
        InputError: nothing bears the name, or more than one thing does.
    """
    if text.startswith(ID):
        return _known(snapshot, text)
    found = sorted({row["entity"] or "" for row in select(snapshot, "queries", "named", called=text)})
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(text, f"kan meer zijn: {_list(found)}", "geef een van deze adressen")
    return fact(snapshot, text)


def fact(snapshot: Snapshot, text: str) -> str:
    """The IRI of the fact with this IRI or id. InputError when there is none, or there are several."""
    if text.startswith(ID):
        return _known(snapshot, text)
    found = sorted(
        {row["fact"] or "" for row in select(snapshot, "queries", "facts_by_id", ending=f"/fact/{text}")}
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(text, f"staat in meer verslagen: {_list(found)}", "geef een van deze adressen")
    raise InputError(
        text, "komt niet voor in de opslag", "geef een naam, een adres (IRI) of de id van een feit"
    )


def _known(snapshot: Snapshot, iri: str) -> str:
    try:
        node = NamedNode(iri)
    except ValueError as error:
        raise InputError("adres", "is geen geldig adres", "kopieer het uit het programma") from error
    if next(iter(snapshot.quads_for_pattern(node, None, None, None)), None) is None:
        raise InputError(iri, "komt niet voor in de opslag", "kopieer het adres uit het programma")
    return iri


def _list(iris: Iterable[str]) -> str:
    shown = list(iris)
    more = " …" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def is_document(snapshot: Snapshot, name: str) -> bool:
    """Whether the store holds a document with this id."""
    return any(
        isinstance(quad.object, Literal) and quad.object.value == name
        for quad in snapshot.quads_for_pattern(None, v.DCT_IDENTIFIER, Literal(name), None)
        if quad.graph_name != STATE_GRAPH
    )


def kind_of(snapshot: Snapshot, iri: str) -> str:
    """What an address is of: a person, body or theme, or a mention of one; else a kind of fact."""
    for kind, start in _ENTITIES.items():
        if iri.startswith(start):
            return kind
    return fact_kind(snapshot, iri)


def fact_kind(snapshot: Snapshot, iri: str) -> str:
    """The kind of a fact, as the contract names it. InputError when the address is that of no fact."""
    for quad in snapshot.quads_for_pattern(NamedNode(iri), v.RDF_TYPE, None, None):
        if isinstance(quad.object, NamedNode) and quad.object in _KINDS:
            return _KINDS[quad.object]
    raise InputError(iri, "is geen feit", "geef de id of het adres van een feit")
