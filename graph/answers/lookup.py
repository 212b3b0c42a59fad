"""Asking a snapshot.

Kept queries by name, the date that an answer is for, and the evidence for the rows shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from graph.answers.header import query_file
from graph.answers.model import Evidence
from graph.errors import InputError
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, document_iri, identifier, last_segment
from graph.store.snapshot import Snapshot

Row = dict[str, str | None]
_DOCUMENTS = identifier("document").value + "/"
_MOST = 6  # pieces of evidence for one row
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


def evidence(snapshot: Snapshot, of: str | None, as_of: str | None, dates: Dates) -> tuple[Evidence, ...]:
    """What something in the state rests on, as far as it was known at the date: the main fact first.

    Then in order.

    `dates`: of the meetings, by document id.
    """
    if of is None:
        return ()
    node = NamedNode(of)
    main = {quad.object for quad in _state(snapshot, node, v.MAIN_FACT)}
    facts = [quad.object for quad in _state(snapshot, node, v.PROV_WAS_DERIVED_FROM)]
    found: dict[tuple[bool, str], list[NamedNode]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, NamedNode):
            known = dates.get(last_segment(document_of(fact)))
            if known is None or as_of is None or known <= as_of:
                found[fact not in main, known or ""].append(fact)
    return tuple(islice(_apart(_places(snapshot, found)), _MOST))


def _places(snapshot: Snapshot, facts: Mapping[tuple[bool, str], Iterable[NamedNode]]) -> Iterator[Evidence]:
    """Meeting by meeting, as far as somebody takes them: what lasts for years rests on hundreds."""
    for meeting in sorted(facts):
        places = [place for fact in facts[meeting] for place in of_fact(snapshot, fact)]
        yield from sorted(places, key=lambda place: (_rank(place), place.document, place.start))


class Dates:
    """When the meeting of each document was, looked up when it is asked: a store may hold very many."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Of the documents of this snapshot."""
        self._snapshot = snapshot
        self._known: dict[str, str | None] = {}

    def get(self, document: str) -> str | None:
        """The date of a document's meeting; None when it has none, or nobody knows the document."""
        if document not in self._known:
            self._known[document] = _only(_state(self._snapshot, document_iri(document), v.DCT_DATE))
        return self._known[document]


def _only(quads: Iterable[Quad]) -> str | None:
    found = next(iter(quads), None)
    return found.object.value if found and isinstance(found.object, Literal) else None


def last_meeting(snapshot: Snapshot) -> str | None:
    """The date of the last meeting, as the state tells it; None when no meeting has a date."""
    return _only(_state(snapshot, STATE_GRAPH, v.LAST_MEETING))


def _rank(place: Evidence) -> int:
    """Who corrected a sentence goes before it, who confirmed it behind."""
    return {"correct": 0, "confirm": 2}.get(place.decision or "", 1)


def _apart(places: Iterable[Evidence]) -> Iterator[Evidence]:
    """The places without those that lie inside one already shown."""
    shown: list[Evidence] = []
    for place in places:
        if not any(
            known.document == place.document and known.start <= place.start and place.end <= known.end
            for known in shown
        ):
            shown.append(place)
            yield place


def _state(snapshot: Snapshot, subject: Any, predicate: NamedNode) -> Iterable[Quad]:
    return snapshot.quads_for_pattern(subject, predicate, None, STATE_GRAPH)


def of_fact(snapshot: Snapshot, fact: NamedNode) -> Iterator[Evidence]:
    """The places that a fact rests on, with who said it: in its document, and in decisions about it."""
    document = document_of(fact)
    spoken = next(iter(snapshot.quads_for_pattern(fact, v.SPEAKER_NAME, None, STATE_GRAPH)), None)
    decision = decided(snapshot, document)
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
                decision.by if decision else speaker,
                fact.value,
                decision.kind if decision else None,
            )
    for quad in snapshot.quads_for_pattern(fact, v.PROV_WAS_INFLUENCED_BY, None, None):
        told = quad.object
        decision = decided(snapshot, told) if isinstance(told, NamedNode) else None
        if decision and isinstance(told, NamedNode) and (text := snapshot.text(told)) is not None:
            yield Evidence(last_segment(told), 0, len(text), text, decision.by, fact.value, decision.kind)


@dataclass(frozen=True, slots=True)
class Decided:
    """Who took a decision that tells something, and of which kind it is."""

    kind: str
    by: str


def decided(snapshot: Snapshot, document: NamedNode) -> Decided | None:
    """The decision of a person that this document tells; None for minutes."""
    found = next(iter(snapshot.quads_for_pattern(None, v.TELLS, document, None)), None)
    if found is None:
        return None
    values = {
        quad.predicate: quad.object
        for quad in snapshot.quads_for_pattern(found.subject, None, None, found.graph_name)
        if isinstance(quad.object, NamedNode | Literal)
    }
    kind = values[v.DECISION_KIND]
    return Decided(last_segment(kind) if isinstance(kind, NamedNode) else "", values[v.DECIDED_BY].value)


def document_of(fact: NamedNode) -> NamedNode:
    """The document that a fact stands in: its IRI begins with the document's."""
    document_id = fact.value.removeprefix(_DOCUMENTS).partition("/")[0]
    return NamedNode(_DOCUMENTS + document_id)


def code(iri: str | None) -> str | None:
    """The code of a concept of kinds.ttl."""
    return last_segment(NamedNode(iri)) if iri else None
