"""The small algebra that questions come down to: rows of one relation, filtered, joined, counted and ranked.

A query names a relation of ontology/questions/relations.yaml and its fields; values are RDF terms and nothing
else. `compiler` makes SPARQL of it; a visual builder or another client can make the same queries.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Is:
    """The field is one of the values."""

    field: str
    values: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The field has a value."""

    field: str


@dataclass(frozen=True, slots=True)
class Between:
    """The field, a date, lies in the interval, both ends included; None: open."""

    field: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Also:
    """There is a row of another relation that agrees in these fields (own, other) and meets conditions."""

    relation: str
    on: tuple[tuple[str, str], ...]
    where: tuple[Condition, ...] = ()
    during: During | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Condition


Condition = Is | Known | Between | Also | Not


@dataclass(frozen=True, slots=True)
class During:
    """When it holds: some time in the interval, as ISO dates; start and end the same is at a date."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many different `of` for each `by`; `above`: only with more than so many; the most first."""

    of: str
    by: tuple[str, ...] = ()
    above: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Rows of a relation that meet all conditions, with these fields; or how many there are."""

    relation: str
    fields: tuple[str, ...]
    where: tuple[Condition, ...] = ()
    during: During | None = None
    count: Count | None = None
    limit: int | None = None
