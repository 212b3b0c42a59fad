"""The promise ledger at a date: who promised what, by when, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.answers.lookup import Dates, Row, code, evidence, select
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Due, PromiseEvent, PromiseRow, RuleRef
from graph.store import vocabulary as v
from graph.store.snapshot import Snapshot

STATUSES = ("forgotten", "overdue", "running_out", "postponed", "open", "closed", "dropped")
"""In the order in which they ask for attention."""
ENDED = frozenset({"closed", "dropped"})
_LATER = "9999"


@dataclass(frozen=True, slots=True)
class _Known:
    """What all rows share: the date, that of each document, when each body met, and what came up again."""

    when: str
    documents: Dates
    met: Mapping[str, Sequence[str]]  # by body
    mentioned: Mapping[str, Sequence[str]]  # by promise
    owners: Mapping[str, Sequence[str]]  # by step


def promises(snapshot: Snapshot, as_of: str | None = None) -> tuple[PromiseRow, ...]:
    """Every promise made up to the date, those that ask for attention first, then by term and by words."""
    when = query_date(snapshot, as_of)
    known = _Known(
        when,
        dates_of(snapshot),
        _by(snapshot, "meetings_of_bodies", ("bodyLink", "date"), when),
        _by(snapshot, "promise_mentions", ("promise", "date"), when),
        _by(snapshot, "promise_owners", ("step", "owner"), when),
    )
    course = select(snapshot, "queries", "promise_course", asOf=when)
    rows = [
        _row(snapshot, list(steps), known) for _, steps in groupby(course, key=lambda row: row["promise"])
    ]
    return tuple(sorted(rows, key=_order))


def _order(row: PromiseRow) -> tuple[int, str, str, str, str]:
    due = (row.due.end or row.due.start) if row.due else None
    return STATUSES.index(row.status), due or _LATER, row.made_on or "", row.text.casefold(), row.body or ""


def _by(snapshot: Snapshot, query: str, columns: tuple[str, str], when: str) -> Mapping[str, Sequence[str]]:
    """What a query gives in its second column, by the first."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in select(snapshot, "queries", query, asOf=when):
        found[row[columns[0]] or ""].append(row[columns[1]] or "")
    return found


def _row(snapshot: Snapshot, steps: Sequence[Row], known: _Known) -> PromiseRow:
    first, last = steps[0], steps[-1]
    due = _due(last)
    again = known.mentioned.get(first["promise"] or "", ())
    whats = [code(step["what"]) or "" for step in steps]
    # Of what cannot be told from other things nobody can say that it is not spoken of: it is late, no more.
    met = known.met.get(first["bodyLink"] or "", ()) if first["recognisable"] in v.TRUE else ()
    status = status_at(known.when, whats, due, met, [*(step["date"] or "" for step in steps), *again])
    owners = tuple(known.owners.get(last["step"] or "", ()))
    history = tuple(
        PromiseEvent(step["date"] or "", what, evidence(snapshot, step["step"], known.when, known.documents))
        for step, what in zip(steps, whats, strict=True)
    )
    return PromiseRow(
        text=first["words"] or "",
        owner=" en ".join(owners) or None,
        due=due,
        made_on=first["madeOn"],
        body=first["body"],
        status=status,
        closed_on=last["date"] if status == "closed" else None,
        history=history,
        evidence=history[0].evidence,
        owners=owners,
        mentioned_on=max(again, default=None),
        rule=RuleRef(first["rule"], first["reason"] or "") if first["rule"] and len(steps) > 1 else None,
        iri=first["promise"] or "",
    )


def _due(step: Row) -> Due | None:
    return Due(step["due"], step["dueFrom"], step["dueUntil"]) if step["due"] else None


def status_at(
    when: str, whats: Sequence[str], due: Due | None, met: Collection[str], spoken: Collection[str]
) -> str:
    """How a promise stands at a date.

    `whats`: what the minutes said of it up to then, in order; `met`: the dates on which its body met;
    `spoken`: those whose minutes speak of it.
    """
    if whats[-1] in ENDED:
        return whats[-1]
    if due and due.end and due.end < when:
        passed = due.end
        silent = not any(passed < date <= when for date in spoken)
        return "forgotten" if silent and any(passed < date <= when for date in met) else "overdue"
    if "postponed" in whats and not (due and due.end is None and due.start and due.start <= when):
        return "postponed"
    return "running_out" if due and due.start and due.start <= when else "open"
