"""The people on the governance map: who holds which portfolio or role, and who sits with which body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, QuerySolution

from graph.answers import wording
from graph.answers.evidence import Dates, evidence_of, places_of, rows_about
from graph.answers.lookup import code, select
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Evidence, GovernanceMap, MapEdge, MapNode
from graph.answers.template import fill
from graph.store.snapshot import Snapshot

PERSON = "person"
_MOST = 6


def with_people(snapshot: Snapshot, board: GovernanceMap, as_of: str | None = None) -> GovernanceMap:
    """The same map with everybody who holds something or was present, and the lines that say so."""
    when, dates = query_date(snapshot, as_of), dates_of(snapshot)
    known = {node.id for node in board.nodes}
    names: dict[str, str] = {}
    edges: dict[tuple[str, str, str, str], MapEdge] = {}
    for edge, name in (
        *_holders(snapshot, when, dates),
        *_seats(snapshot, when, dates),
        *_present(snapshot, when),
    ):
        if edge.target in known:
            names[edge.source] = name
            edges.setdefault((edge.source, edge.target, edge.relation, edge.label), edge)
    places: dict[str, list[Evidence]] = defaultdict(list)
    for edge in edges.values():
        places[edge.source] += edge.evidence
    people = (_person(iri, name, places[iri]) for iri, name in sorted(names.items(), key=lambda it: it[1]))
    return GovernanceMap((*board.nodes, *people), (*board.edges, *edges.values()))


def _person(iri: str, name: str, places: Iterable[Evidence]) -> MapNode:
    once = tuple(dict.fromkeys(places))[:_MOST]
    return MapNode(iri, name, PERSON, PERSON, wording.PERSON, "existing", None, None, None, once)


def _holders(snapshot: Snapshot, when: str, dates: Dates) -> Iterator[tuple[MapEdge, str]]:
    """From everybody to the portfolios that they hold, and how sure that is."""
    of_situation = {row["situation"]: row for row in select(snapshot, "queries", "portfolios", asOf=when)}
    rows = list(select(snapshot, "queries", "holders", asOf=when))
    places = evidence_of(snapshot, (row["situation"] for row in rows), when, dates)
    for row in rows:
        portfolio = of_situation.get(row["situation"])
        if portfolio is None:
            continue
        answer = code(portfolio["answer"]) or ""
        status = answer if answer in {"inferred", "contradicted"} else "existing"
        label = wording.holds(answer, code(row["capacity"]))
        found = places.get(row["situation"] or "", ())
        edge = MapEdge(row["person"] or "", portfolio["portfolio"] or "", "holds", label, status, found)
        yield edge, row["name"] or ""


def _seats(snapshot: Snapshot, when: str, dates: Dates) -> Iterator[tuple[MapEdge, str]]:
    """From everybody to the bodies in which they fill a role."""
    rows = [row for row in select(snapshot, "queries", "seats", asOf=when) if row["body"]]
    places = evidence_of(snapshot, (row["holding"] for row in rows), when, dates)
    for row in rows:
        if row["body"]:
            label = fill(wording.SEAT, {"role": row["role"]})
            found = places.get(row["holding"] or "", ())
            yield (
                MapEdge(row["person"] or "", row["body"], "seat", label, "existing", found),
                row["name"] or "",
            )


def _present(snapshot: Snapshot, when: str) -> Iterator[tuple[MapEdge, str]]:
    """From everybody to the bodies whose latest meeting with a list of those present has them in."""
    last = [(body, row) for body, rows in sorted(_last_lists(snapshot, when).items()) for row in rows]
    places = places_of(snapshot, dict.fromkeys(row["attendance"] for _, row in last))
    for body, row in last:
        found = tuple(places[row["attendance"]][:_MOST])
        edge = MapEdge(row["person"].value, body, "present", wording.PRESENT_AT, "existing", found)
        yield edge, row["name"].value


def _last_lists(snapshot: Snapshot, when: str) -> dict[str, list[QuerySolution]]:
    """Who was present, by body: at the last of its meetings whose minutes say so of anybody."""
    meetings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in select(snapshot, "queries", "meetings_held", asOf=when):
        meetings[row["bodyLink"] or ""][row["date"] or ""].append(row["document"] or "")
    waiting = {body: list(by_date.values()) for body, by_date in meetings.items()}
    found: dict[str, list[QuerySolution]] = {}
    while waiting:
        # From the last back, for as long as there is no list.
        asked = {document: body for body, days in waiting.items() for document in days[0]}
        for each in rows_about(snapshot, "present", map(NamedNode, sorted(asked))):
            found.setdefault(asked[each["document"].value], []).append(each)
        waiting = {body: days[1:] for body, days in waiting.items() if body not in found and days[1:]}
    return found
