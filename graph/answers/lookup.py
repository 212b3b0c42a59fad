"""Asking a snapshot: kept queries by name, the date that an answer is for, the names of things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from graph.answers.evidence import Dates, evidence, of_fact, rows_about
from graph.answers.header import query_file
from graph.errors import InputError
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, last_segment
from graph.store.snapshot import Snapshot

__all__ = ["Dates", "evidence", "of_fact"]  # what rows rest on has a room of its own

Row = dict[str, str | None]
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def select(snapshot: Snapshot, folder: str, name: str, **parameters: str) -> Iterator[Row]:
    """The rows of a kept query: column → value, None where it has none.

    A parameter that is an ISO date is put in as one. `$year` is the year of `$asOf`.
    """
    query = query_file(folder, name).sparql
    given = {key: term(value) for key, value in parameters.items()}
    if "$year" in query and "asOf" in parameters:
        given["year"] = year_of(parameters["asOf"])
    solutions = snapshot.query(query, **given)
    if not isinstance(solutions, QuerySolutions):
        raise InputError(f"{name}.rq", "levert geen rijen", "maak er een SELECT-vraag van")
    columns = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {column: _value(solution[column]) for column in columns}


def select_about(
    snapshot: Snapshot, name: str, these: Iterable[NamedNode], **parameters: str
) -> Iterator[Row]:
    """The rows of a query of ontology/evidence about these, as `select` gives them."""
    columns: list[str] = query_file("evidence", name).header["columns"]
    given = {key: term(value) for key, value in parameters.items()}
    for solution in rows_about(snapshot, name, these, **given):
        yield {column: _value(solution[column]) for column in columns}


def _value(found: object) -> str | None:
    return found.value if isinstance(found, Literal | NamedNode) else None


def year_of(date: str) -> Literal:
    """The year of a date, as the state tells in which years something held."""
    return Literal(date[:4])


def term(value: str) -> NamedNode | Literal:
    """A parameter as a term: an ISO date, an IRI, or a plain string."""
    if _ISO.fullmatch(value):
        return Literal(value, datatype=v.XSD_DATE)
    if re.match(r"https?://", value):
        try:
            return NamedNode(value)
        except ValueError as error:
            raise InputError(
                "parameter", "is geen geldig adres", "geef de IRI van iets in de graaf"
            ) from error
    return Literal(value)


def checked_date(text: str, where: str = "peildatum") -> str:
    """The text, when it is an ISO date; else an InputError that does not repeat it."""
    try:
        return date.fromisoformat(text).isoformat() if _ISO.fullmatch(text) else _not_a_date(where)
    except ValueError:
        return _not_a_date(where)


def _not_a_date(where: str) -> str:
    raise InputError(where, "is geen bestaande datum", "schrijf jaar-maand-dag, zoals 2024-03-14")


def spelled(snapshot: Snapshot, body: str) -> list[str]:
    """The name of a body as the state writes it: as given, else those that differ in capitals alone."""
    if _only(snapshot.quads_for_pattern(None, v.RDFS_LABEL, Literal(body), STATE_GRAPH)):
        return [body]
    bodies = snapshot.quads_for_pattern(None, v.RDF_TYPE, v.ORGANIZATION, STATE_GRAPH)
    labels = {_only(_state(snapshot, quad.subject, v.RDFS_LABEL)) for quad in bodies}
    return sorted(label for label in labels if label and label.casefold() == body.casefold())


def _only(quads: Iterable[Quad]) -> str | None:
    found = next(iter(quads), None)
    return found.object.value if found and isinstance(found.object, Literal) else None


def last_meeting(snapshot: Snapshot) -> str | None:
    """The date of the last meeting, as the state tells it; None when no meeting has a date."""
    return _only(_state(snapshot, STATE_GRAPH, v.LAST_MEETING))


def _state(snapshot: Snapshot, subject: Any, predicate: NamedNode) -> Iterable[Quad]:
    return snapshot.quads_for_pattern(subject, predicate, None, STATE_GRAPH)


def code(iri: str | None) -> str | None:
    """The code of a concept of kinds.ttl."""
    return last_segment(NamedNode(iri)) if iri else None
