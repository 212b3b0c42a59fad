"""What rows rest on: the sentences under them, fetched for all rows that are shown at once.

What is looked up one by one costs a search in the store for every quad; asked together, only what is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from graph.answers.header import query_file
from graph.answers.model import Evidence
from graph.errors import InputError
from graph.store import vocabulary as v
from graph.store.identifiers import DECISIONS_GRAPH, document_iri, identifier, last_segment
from graph.store.snapshot import Snapshot

_DOCUMENTS = identifier("document").value + "/"
_MOST = 6  # pieces of evidence for one row
_TOGETHER = 500  # things that are asked for in one query


class Dates:
    """When the meeting of each document was, looked up when it is asked: a store may hold very many."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Of the documents of this snapshot."""
        self._snapshot = snapshot
        self._known: dict[str, str | None] = {}

    def get(self, document: str) -> str | None:
        """The date of a document's meeting; None when it has none, or nobody knows the document."""
        if document not in self._known:
            self.look_up([document])
        return self._known[document]

    def look_up(self, documents: Iterable[str]) -> None:
        """Get to know the dates of many documents at once."""
        new = sorted({each for each in documents if each not in self._known})
        self._known |= dict.fromkeys(new)
        for row in rows_about(self._snapshot, "dates", map(document_iri, new)):
            self._known[last_segment(NamedNode(row["document"].value))] = row["date"].value


def evidence(snapshot: Snapshot, of: str | None, as_of: str | None, dates: Dates) -> tuple[Evidence, ...]:
    """What something in the state rests on: see `evidence_of`, which is there for many things at once."""
    return evidence_of(snapshot, [of], as_of, dates).get(of or "", ())


def evidence_of(
    snapshot: Snapshot, these: Iterable[str | None], as_of: str | None, dates: Dates
) -> Mapping[str, tuple[Evidence, ...]]:
    """What things in the state rest on, as far as it was known at the date, by IRI.

    The main facts first, then by the date of the meeting, by document and by place in its text; those that
    rest on nothing are left out. The store's own order counts nowhere.

    `dates`: of the meetings, by document id.
    """
    nodes = [NamedNode(iri) for iri in dict.fromkeys(these) if iri]
    resting = _resting(snapshot, nodes)
    dates.look_up(last_segment(document_of(fact)) for facts in resting.values() for fact, _ in facts)
    waiting = {of: _by_meeting(facts, as_of, dates) for of, facts in resting.items()}
    places: dict[NamedNode, list[Evidence]] = {}
    found: dict[str, tuple[Evidence, ...]] = {}
    taken = dict.fromkeys(waiting, 0)
    while waiting:
        # Meeting by meeting, as far as somebody takes them: what lasts for years rests on hundreds.
        for of, meetings in waiting.items():
            taken[of] = _enough(meetings, taken[of])
        wanted = [fact for of, meetings in waiting.items() for each in meetings[: taken[of]] for fact in each]
        places |= places_of(snapshot, (fact for fact in dict.fromkeys(wanted) if fact not in places))
        found |= {of: _shown(meetings[: taken[of]], places) for of, meetings in waiting.items()}
        waiting = {
            of: meetings
            for of, meetings in waiting.items()
            if len(found[of]) < _MOST and taken[of] < len(meetings)
        }
    return found


_Meetings = Sequence[Sequence[NamedNode]]


def _resting(snapshot: Snapshot, nodes: Iterable[NamedNode]) -> dict[str, list[tuple[NamedNode, bool]]]:
    """The facts that each rests on, with whether it is the main one."""
    found: dict[str, dict[NamedNode, bool]] = defaultdict(dict)
    for row in rows_about(snapshot, "resting", nodes):
        fact, known = row["fact"], found[row["node"].value]
        if isinstance(fact, NamedNode):
            known[fact] = known.get(fact, False) or fact == row["main"]
    return {of: list(facts.items()) for of, facts in found.items()}


def _by_meeting(facts: Iterable[tuple[NamedNode, bool]], as_of: str | None, dates: Dates) -> _Meetings:
    """The facts that were known at a date: the main ones first, then meeting by meeting."""
    found: dict[tuple[bool, str], list[NamedNode]] = defaultdict(list)
    for fact, is_main in facts:
        known = dates.get(last_segment(document_of(fact)))
        if known is None or as_of is None or known <= as_of:
            found[not is_main, known or ""].append(fact)
    return [found[meeting] for meeting in sorted(found)]


def _enough(meetings: _Meetings, taken: int) -> int:
    """How many meetings to take so that there are as many more facts as are shown."""
    facts = 0
    for number, meeting in enumerate(meetings[taken:], start=taken + 1):
        facts += len(meeting)
        if facts >= _MOST:
            return number
    return len(meetings)


def _shown(meetings: _Meetings, places: Mapping[NamedNode, Sequence[Evidence]]) -> tuple[Evidence, ...]:
    ordered = (
        place
        for meeting in meetings
        for place in sorted(
            (place for fact in meeting for place in places.get(fact, ())),
            key=_reading_order,
        )
    )
    return tuple(islice(_apart(ordered), _MOST))


def _reading_order(place: Evidence) -> tuple[int, str, int, int, str]:
    """Where a place stands among those of its meeting; the longest first of those that begin together."""
    return _rank(place), place.document, place.start, -place.end, place.fact


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


def of_fact(snapshot: Snapshot, fact: NamedNode) -> Iterator[Evidence]:
    """The places that a fact rests on, with who said it: in its document, and in decisions about it."""
    return iter(places_of(snapshot, [fact]).get(fact, ()))


def places_of(snapshot: Snapshot, facts: Iterable[NamedNode]) -> dict[NamedNode, list[Evidence]]:
    """The places of each fact, in order, and behind them those in decisions about it."""
    wanted = list(facts)
    is_decided = _anything_decided(snapshot)
    decided = _decided(snapshot, {document_of(fact) for fact in wanted}) if is_decided else {}
    found: dict[NamedNode, list[Evidence]] = {fact: [] for fact in wanted}
    for row in rows_about(snapshot, "places", wanted):
        fact, document, speaker = row["fact"], row["document"], row["speaker"]
        if document == document_of(fact):
            decision = decided.get(document)
            found[fact].append(
                Evidence(
                    last_segment(document),
                    int(row["start"].value),
                    int(row["end"].value),
                    row["quote"].value,
                    decision.by if decision else speaker.value if speaker else None,
                    fact.value,
                    decision.kind if decision else None,
                )
            )
    for places in found.values():
        places.sort(key=_reading_order)
    for fact, told in _judged(snapshot, wanted) if is_decided else ():
        found[fact].append(told)
    return found


def _anything_decided(snapshot: Snapshot) -> bool:
    """Whether people decided on anything at all: mostly they did not, and that is quicker to see."""
    return any(True for _ in snapshot.quads_for_pattern(None, v.DECISION_KIND, None, DECISIONS_GRAPH))


def _judged(snapshot: Snapshot, facts: Sequence[NamedNode]) -> Iterator[tuple[NamedNode, Evidence]]:
    """What people told of facts when they decided on them."""
    rows = sorted(
        ((row["fact"], row["told"]) for row in rows_about(snapshot, "judged", facts)),
        key=lambda row: (row[0].value, row[1].value),
    )
    decided = _decided(snapshot, {told for _, told in rows})
    for fact, told in rows:
        decision, text = decided.get(told), snapshot.text(told)
        if decision and text is not None:
            yield (
                fact,
                Evidence(last_segment(told), 0, len(text), text, decision.by, fact.value, decision.kind),
            )


@dataclass(frozen=True, slots=True)
class _Decided:
    """Who took a decision that tells something, and of which kind it is."""

    kind: str
    by: str


def _decided(snapshot: Snapshot, documents: Iterable[NamedNode]) -> dict[NamedNode, _Decided]:
    """The decisions of people that these documents tell; minutes tell none."""
    ordered = sorted(documents, key=lambda each: each.value)
    return {
        row["document"]: _Decided(last_segment(row["kind"]), row["by"].value)
        for row in rows_about(snapshot, "told", ordered)
    }


def rows_about(
    snapshot: Snapshot, name: str, these: Iterable[NamedNode], **parameters: NamedNode | Literal
) -> Iterator[QuerySolution]:
    """The rows of a query of ontology/evidence about these, so many at a time."""
    query, rest = query_file("evidence", name).sparql, iter(these)
    while some := list(islice(rest, _TOGETHER)):
        solutions = snapshot.query(query, these=some, **parameters)
        if not isinstance(solutions, QuerySolutions):
            raise InputError(f"{name}.rq", "levert geen rijen", "maak er een SELECT-vraag van")
        yield from solutions


def document_of(fact: NamedNode) -> NamedNode:
    """The document that a fact stands in: its IRI begins with the document's."""
    document_id = fact.value.removeprefix(_DOCUMENTS).partition("/")[0]
    return NamedNode(_DOCUMENTS + document_id)
