"""From the algebra to SPARQL.

The patterns of relations are ours (ontology/questions/relations.yaml); of a question nothing gets in but
terms, as N-Triples writes them, in VALUES and FILTER.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import Literal

from graph import ontology
from graph.errors import OntologyError
from graph.questions.algebra import Also, Between, Condition, Count, During, Is, Known, Not, Query
from graph.store import sparql
from graph.store import vocabulary as v

_FILE = "questions/relations.yaml"
COUNT = "number"
_GIVEN = "%given%"  # where the values go that a question asks about


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: its SPARQL pattern, the fields that it gives, and which of them say when it holds."""

    name: str
    title: str
    pattern: str
    fields: tuple[str, ...]
    holds: tuple[str, str] | None  # the fields from when and until when
    on: str | None  # or the field with the day
    evidence: str | None  # the field with what has evidence
    sure: dict[str, str]  # optional field → the pattern in which it is not


@cache
def relations() -> dict[str, Relation]:
    """All relations by name."""
    content: Any = ontology.load_yaml(_FILE)
    return {name: _relation(name, entry) for name, entry in content["relations"].items()}


@cache
def _prefixes() -> str:
    content: Any = ontology.load_yaml(_FILE)
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in content["prefixes"].items())


def _relation(name: str, entry: Any) -> Relation:
    return Relation(
        name,
        entry["title"],
        entry["pattern"],
        tuple(entry["fields"]),
        tuple(entry["holds"]) if "holds" in entry else None,
        entry.get("dated"),
        entry.get("evidence"),
        dict(entry.get("sure", {})),
    )


def relation(name: str) -> Relation:
    """A relation by name; an OntologyError that says where it is missed."""
    try:
        return relations()[name]
    except KeyError:
        raise OntologyError(f"ontology/{_FILE}", f"mist de relatie {name}", "voeg haar toe") from None


def compiled(query: Query) -> str:
    """The SPARQL of a query."""
    known = relation(query.relation)
    named = _naming("")
    inner = "\n".join(_body(known, query.where, query.during, named, _fresh()))
    if query.count is None:
        columns = " ".join(f"?{field}" for field in query.fields)
        order = columns
        text = f"{_prefixes()}SELECT DISTINCT {columns}\nWHERE {{\n{inner}\n}}\nORDER BY {order}"
    else:
        text = _prefixes() + _counted(query, query.count, inner)
    return f"{text}\nLIMIT {query.limit}" if query.limit is not None else text


def _counted(query: Query, count: Count, inner: str) -> str:
    by = " ".join(f"?{field}" for field in (*count.by, *query.fields))
    number = f"(COUNT(DISTINCT ?{count.of}) AS ?{COUNT})"
    text = f"SELECT {by} {number}\nWHERE {{\n{inner}\n}}"
    if by:
        text += f"\nGROUP BY {by}"
    having = [
        f"COUNT(DISTINCT ?{count.of}) {sign} {number}"
        for sign, number in ((">", count.above), ("<", count.below))
        if number is not None
    ]
    if having:
        text += f"\nHAVING ({' && '.join(having)})"
    return f"{text}\nORDER BY DESC(?{COUNT}) {by}"


Naming = Callable[[str], str]


def _naming(suffix: str) -> Naming:
    return lambda name: f"{name}{suffix}"


def _fresh() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"_{number}"


def _body(  # noqa: PLR0913, PLR0917 - a query has so many parts
    known: Relation,
    where: tuple[Condition, ...],
    during: During | None,
    named: Naming,
    fresh: Iterator[str],
    shared: tuple[str, ...] = (),
) -> Iterator[str]:
    """The pattern with its conditions; a field that is asked about is put in the part that has to fit."""
    given = [_values(each, known, named) for each in where if isinstance(each, Is)]
    asked = dict.fromkeys((*shared, *_fields(where)))
    given += [_renamed(known.sure[field], named) for field in asked if field in known.sure]
    yield _renamed(known.pattern, named).replace(_GIVEN, "\n".join(given))
    if during is not None:
        yield from _when(known, during, named)
    for condition in where:
        if not isinstance(condition, Is):
            yield _condition(condition, known, named, fresh)


def _fields(where: tuple[Condition, ...]) -> tuple[str, ...]:
    """The fields that have to have one of some values, or agree with another relation."""
    found: list[str] = []
    for condition in where:
        if isinstance(condition, Is):
            found.append(condition.field)
        if isinstance(condition, Also):
            found += [own for own, _ in condition.on]
        if isinstance(condition, Not) and isinstance(condition.condition, Also):
            found += [own for own, _ in condition.condition.on]
    return tuple(found)


def _values(condition: Is, known: Relation, named: Naming) -> str:
    _check(known, condition.field)
    terms = " ".join(str(value) for value in condition.values)
    return f"VALUES ?{named(condition.field)} {{ {terms} }}"


def _check(known: Relation, field: str) -> None:
    if field not in known.fields:
        raise OntologyError(f"ontology/{_FILE}, {known.name}", f"heeft geen veld {field}", "voeg het toe")


def _renamed(pattern: str, named: Naming) -> str:
    """The pattern with its variables as they are called here."""
    return "".join(
        f"?{named(token.text[1:])}" if token.kind == "variable" else token.text
        for token in sparql.tokens(pattern)
    )


def _day(iso: str) -> str:
    return str(Literal(iso, datatype=v.XSD_DATE))


def _when(known: Relation, during: During, named: Naming) -> Iterator[str]:
    if known.holds:
        first, last = (f"?{named(field)}" for field in known.holds)
        yield f"FILTER({first} <= {_day(during.end)})"
        yield f"FILTER(!BOUND({last}) || {_day(during.start)} < {last})"
    elif known.on:
        yield _within(f"?{named(known.on)}", during.start, during.end)


def _within(variable: str, start: str | None, end: str | None) -> str:
    bounds = [
        *([f"{variable} >= {_day(start)}"] if start else []),
        *([f"{variable} <= {_day(end)}"] if end else []),
    ]
    return f"FILTER({' && '.join(bounds)})" if bounds else ""


def _condition(condition: Condition, known: Relation, named: Naming, fresh: Iterator[str]) -> str:
    if isinstance(condition, Between):
        _check(known, condition.field)
        return _within(f"?{named(condition.field)}", condition.start, condition.end)
    if isinstance(condition, Known):
        _check(known, condition.field)
        return f"FILTER(BOUND(?{named(condition.field)}))"
    if isinstance(condition, Also):
        return f"FILTER EXISTS {{ {_other(condition, known, named, fresh)} }}"
    if isinstance(condition, Is):
        return f"FILTER(?{named(condition.field)} IN ({', '.join(map(str, condition.values))}))"
    return _not(condition, known, named, fresh)


def _not(condition: Not, known: Relation, named: Naming, fresh: Iterator[str]) -> str:
    inner = condition.condition
    if isinstance(inner, Also):
        return f"FILTER NOT EXISTS {{ {_other(inner, known, named, fresh)} }}"
    if isinstance(inner, Known):
        _check(known, inner.field)
        return f"FILTER(!BOUND(?{named(inner.field)}))"
    if isinstance(inner, Is):
        _check(known, inner.field)
        variable = f"?{named(inner.field)}"
        return f"FILTER(!BOUND({variable}) || {variable} NOT IN ({', '.join(map(str, inner.values))}))"
    if isinstance(inner, Not):
        return _condition(inner.condition, known, named, fresh)
    return _condition(inner, known, named, fresh).replace("FILTER(", "FILTER(!(", 1) + ")"


def _other(condition: Also, known: Relation, named: Naming, fresh: Iterator[str]) -> str:
    """The pattern of another relation, its variables its own but for those that have to agree."""
    other = relation(condition.relation)
    for own, theirs in condition.on:
        _check(known, own)
        _check(other, theirs)
    suffix = next(fresh)
    shared = {theirs: named(own) for own, theirs in condition.on}

    def theirs_named(name: str) -> str:
        return shared.get(name, f"{name}{suffix}")

    fields = tuple(theirs for _, theirs in condition.on)
    return " ".join(_body(other, condition.where, condition.during, theirs_named, fresh, fields))
