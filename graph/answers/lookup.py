"""Asking a snapshot.

Kept queries by name, the date that an answer is for, and the evidence for the rows shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from graph.answers.header import query_file
from graph.answers.model import Evidence
from graph.errors import InputError
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, identifier, last_segment
from graph.store.snapshot import Snapshot

Row = dict[str, str | None]
_DOCUMENTS = identifier("document").value + "/"
_MOST = 6  # pieces of evidence for one row
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def select(snapshot: Snapshot, folder: str, name: str, **parameters: str) -> Iterator[Row]:
    """The rows of a kept query: column → value, None where it has none.

    A parameter that is an ISO date is put in as one.
    """
    solutions = snapshot.query(
        query_file(folder, name).sparql, **{key: term(value) for key, value in parameters.items()}
    )
    if not isinstance(solutions, QuerySolutions):
        raise InputError(f"{name}.rq", "levert geen rijen", "maak er een SELECT-vraag van")
    columns = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {column: _value(solution[column]) for column in columns}


def _value(found: object) -> str | None:
    return found.value if isinstance(found, Literal | NamedNode) else None


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


def evidence(
    snapshot: Snapshot, of: str | None, as_of: str | None, dates: dict[str, str | None]
) -> tuple[Evidence, ...]:
    """What something in the state rests on, as far as it was known at the date: the main fact first.

    Then in order.

    `dates`: document id → the date of its meeting.
    """
    if of is None:
        return ()
    node = NamedNode(of)
    main = {quad.object for quad in _state(snapshot, node, v.MAIN_FACT)}
    facts = [quad.object for quad in _state(snapshot, node, v.PROV_WAS_DERIVED_FROM)]
    found = [
        (fact not in main, known or "", place)
        for fact in facts
        if isinstance(fact, NamedNode)
        for place in of_fact(snapshot, fact)
        if (known := dates.get(place.document)) is None or as_of is None or known <= as_of
    ]
    ordered = sorted(found, key=lambda entry: (entry[0], entry[1], entry[2].document, entry[2].start))
    return tuple(_apart(place for _, _, place in ordered)[:_MOST])


def _apart(places: Iterable[Evidence]) -> list[Evidence]:
    """The places without those that lie inside one already shown."""
    shown: list[Evidence] = []
    for place in places:
        if not any(
            known.document == place.document and known.start <= place.start and place.end <= known.end
            for known in shown
        ):
            shown.append(place)
    return shown


def _state(snapshot: Snapshot, subject: NamedNode, predicate: NamedNode) -> Iterable[Quad]:
    return snapshot.quads_for_pattern(subject, predicate, None, STATE_GRAPH)


def of_fact(snapshot: Snapshot, fact: NamedNode) -> Iterator[Evidence]:
    """The places in its document that a fact rests on, with who said it."""
    document = document_of(fact)
    spoken = next(iter(snapshot.quads_for_pattern(fact, v.SPEAKER_NAME, None, STATE_GRAPH)), None)
    speaker = spoken.object.value if spoken and isinstance(spoken.object, Literal) else None
    for quad in snapshot.quads_for_pattern(fact, v.PROV_WAS_DERIVED_FROM, None, document):
        if isinstance(quad.object, NamedNode):
            values = {
                found.predicate: found.object.value
                for found in snapshot.quads_for_pattern(quad.object, None, None, document)
                if isinstance(found.object, Literal)
            }
            yield Evidence(
                last_segment(document),
                int(values[v.STARTS_AT]),
                int(values[v.ENDS_AT]),
                values[v.QUOTE],
                speaker,
                fact.value,
            )


def document_of(fact: NamedNode) -> NamedNode:
    """The document that a fact stands in: its IRI begins with the document's."""
    document_id = fact.value.removeprefix(_DOCUMENTS).partition("/")[0]
    return NamedNode(_DOCUMENTS + document_id)


def code(iri: str | None) -> str | None:
    """The code of a concept of kinds.ttl."""
    return last_segment(NamedNode(iri)) if iri else None
