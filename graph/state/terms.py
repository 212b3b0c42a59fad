"""How the values of the state become terms and triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from graph.store import vocabulary as v
from graph.store.encoding import iso_date

OPEN = "open"
Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def node(iri: str) -> NamedNode:
    """An IRI as a term."""
    return NamedNode(iri)


def known(
    subject: NamedNode, pairs: Iterable[tuple[NamedNode, NamedNode | Literal | None]]
) -> Iterator[Triple]:
    """A triple for each value that is known."""
    for predicate, value in pairs:
        if value is not None:
            yield subject, predicate, value


def text(value: str | None) -> Literal | None:
    """Words as a term; None when there are none."""
    return Literal(value) if value else None


def day(value: str | None) -> Literal | None:
    """An ISO date as a term; None when there is none."""
    return iso_date(value) if value else None


def link(value: str | None) -> NamedNode | None:
    """An IRI that may be missing as a term."""
    return NamedNode(value) if value else None


def evidence(subject: NamedNode, facts: tuple[str, ...]) -> Iterator[Triple]:
    """What something rests on; the first is the main one."""
    for fact in facts[:1]:
        yield subject, v.MAIN_FACT, node(fact)
    for fact in facts:
        yield subject, v.PROV_WAS_DERIVED_FROM, node(fact)


def validity(subject: NamedNode, start: str, until: str | None) -> Iterator[Triple]:
    """From when until when it holds."""
    yield subject, v.VALID_FROM, iso_date(start)
    yield from known(subject, [(v.VALID_UNTIL, day(until))])


def years(subject: NamedNode, start: str, until: str | None) -> Iterator[Triple]:
    """The years in which it held, for queries to begin with; one that still holds is open."""
    for year in range(int(start[:4]), int(until[:4]) + 1) if until else ():
        yield subject, v.IN_YEAR, Literal(f"{year:04}")
    if until is None:
        yield subject, v.IN_YEAR, Literal(OPEN)
