"""The promise ledger at a date: who promised what, by when, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from graph.answers import wording
from graph.answers.evidence import evidence_of
from graph.answers.lookup import Row, code, select_about
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Due, Evidence, PromiseEvent, PromiseRow, RuleRef
from graph.answers.standing import ENDED, STATUSES, Standing, standings, status_at
from graph.language import said
from graph.store.snapshot import Snapshot

__all__ = ["ENDED", "STATUSES", "Standing", "ledger", "promise_rows", "promises", "promises_of", "status_at"]

_LATER = "9999"


def promises(snapshot: Snapshot, as_of: str | None = None) -> tuple[PromiseRow, ...]:
    """Every promise made up to the date, those that ask for attention first, then by term and by words."""
    return promises_of(snapshot, ledger(snapshot, as_of), as_of)


def promises_of(
    snapshot: Snapshot, these: Iterable[Standing], as_of: str | None = None
) -> tuple[PromiseRow, ...]:
    """Some promises of the ledger of the same date, in the order of `promises`."""
    return tuple(sorted(promise_rows(snapshot, these, as_of), key=_order))


def ledger(snapshot: Snapshot, as_of: str | None = None) -> tuple[Standing, ...]:
    """How every promise stands at the date: to count and to choose from; `promise_rows` says the rest."""
    return standings(snapshot, query_date(snapshot, as_of))


def promise_rows(
    snapshot: Snapshot, these: Iterable[Standing], as_of: str | None = None
) -> tuple[PromiseRow, ...]:
    """Some promises of the ledger of the same date with their words, owners and sentences, in that order."""
    when, chosen = query_date(snapshot, as_of), tuple(these)
    iris = [NamedNode(each.iri) for each in chosen]
    courses: dict[str, list[Row]] = defaultdict(list)
    for step in select_about(snapshot, "promise_course", iris, asOf=when):
        courses[step["promise"] or ""].append(step)
    steps = (step["step"] for course in courses.values() for step in course)
    places = evidence_of(snapshot, steps, when, dates_of(snapshot))
    return tuple(_row(each, courses[each.iri], places) for each in chosen)


def _order(row: PromiseRow) -> tuple[int, str, str, str, str]:
    due = (row.due.end or row.due.start) if row.due else None
    return STATUSES.index(row.status), due or _LATER, row.made_on or "", row.text.casefold(), row.body or ""


def _row(
    standing: Standing,
    steps: Sequence[Row],
    places: Mapping[str, tuple[Evidence, ...]],
) -> PromiseRow:
    first, last, status = steps[0], steps[-1], standing.status
    history = tuple(
        PromiseEvent(step["date"] or "", code(step["what"]) or "", places.get(step["step"] or "", ()))
        for step in steps
    )
    return PromiseRow(
        text=first["words"] or "",
        owner=wording.AND.join(standing.owners) or None,
        due=_due(last),
        made_on=first["madeOn"],
        body=first["body"],
        status=status,
        closed_on=last["date"] if status == "closed" else None,
        history=history,
        evidence=history[0].evidence,
        owners=standing.owners,
        mentioned_on=standing.mentioned_on,
        rule=RuleRef(first["rule"], said(first["reason"] or ""))
        if first["rule"] and len(steps) > 1
        else None,
        iri=standing.iri,
    )


def _due(step: Row) -> Due | None:
    return Due(step["due"], step["dueFrom"], step["dueUntil"]) if step["due"] else None
