"""The promise ledger at a date: who promised what, by when, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.answers.evidence import evidence_of
from graph.answers.lookup import Row, code, select
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Due, Evidence, PromiseEvent, PromiseRow, RuleRef
from graph.store import vocabulary as v
from graph.store.snapshot import Snapshot

STATUSES = ("forgotten", "overdue", "running_out", "postponed", "open", "closed", "dropped")
"""In the order in which they ask for attention."""
ENDED = frozenset({"closed", "dropped"})
_LATER = "9999"


@dataclass(frozen=True, slots=True)
class _Known:
    """What all rows share: the date, when each body last met, and when a promise last came up again."""

    when: str
    met: Mapping[str, str]  # by body
    mentioned: Mapping[str, str]  # by promise


_Course = Sequence[Row]  # the steps of one promise


def promises(snapshot: Snapshot, as_of: str | None = None) -> tuple[PromiseRow, ...]:
    """Every promise made up to the date, those that ask for attention first, then by term and by words."""
    when = query_date(snapshot, as_of)
    known, courses = _known(snapshot, when), _courses(snapshot, when)
    owners = _owners(snapshot, when)
    nodes = (step["step"] for course in courses for step in course)
    places = evidence_of(snapshot, nodes, when, dates_of(snapshot))
    return tuple(sorted((_row(course, known, owners, places) for course in courses), key=_order))


def standing(snapshot: Snapshot, when: str) -> dict[str, str]:
    """How each promise stands at a date, by IRI, without what says so."""
    known = _known(snapshot, when)
    return {course[0]["promise"] or "": _status(course, known) for course in _courses(snapshot, when)}


def _known(snapshot: Snapshot, when: str) -> _Known:
    return _Known(
        when,
        _last(snapshot, "last_meetings", ("bodyLink", "date"), when),
        _last(snapshot, "promise_mentions", ("promise", "date"), when),
    )


def _courses(snapshot: Snapshot, when: str) -> list[_Course]:
    steps = select(snapshot, "queries", "promise_course", asOf=when)
    return [list(course) for _, course in groupby(steps, key=lambda step: step["promise"])]


def _order(row: PromiseRow) -> tuple[int, str, str, str, str]:
    due = (row.due.end or row.due.start) if row.due else None
    return STATUSES.index(row.status), due or _LATER, row.made_on or "", row.text.casefold(), row.body or ""


def _last(snapshot: Snapshot, query: str, columns: tuple[str, str], when: str) -> Mapping[str, str]:
    """The last date that a query gives in its second column, by the first."""
    found: dict[str, str] = {}
    for row in select(snapshot, "queries", query, asOf=when):
        of, date = row[columns[0]] or "", row[columns[1]] or ""
        found[of] = max(date, found.get(of, ""))
    return found


def _owners(snapshot: Snapshot, when: str) -> Mapping[str, Sequence[str]]:
    """Who owns a promise, by step."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in select(snapshot, "queries", "promise_owners", asOf=when):
        found[row["step"] or ""].append(row["owner"] or "")
    return found


def _status(steps: _Course, known: _Known) -> str:
    first = steps[0]
    again = known.mentioned.get(first["promise"] or "")
    # Of what cannot be told from other things nobody can say that it is not spoken of: it is late, no more.
    met = known.met.get(first["bodyLink"] or "") if first["recognisable"] in v.TRUE else None
    spoken = [*(step["date"] or "" for step in steps), *([again] if again else [])]
    return status_at(known.when, _whats(steps), _due(steps[-1]), [met] if met else [], spoken)


def _whats(steps: _Course) -> list[str]:
    return [code(step["what"]) or "" for step in steps]


def _row(
    steps: _Course,
    known: _Known,
    owned: Mapping[str, Sequence[str]],
    places: Mapping[str, tuple[Evidence, ...]],
) -> PromiseRow:
    first, last = steps[0], steps[-1]
    status = _status(steps, known)
    owners = tuple(owned.get(last["step"] or "", ()))
    history = tuple(
        PromiseEvent(step["date"] or "", what, places.get(step["step"] or "", ()))
        for step, what in zip(steps, _whats(steps), strict=True)
    )
    return PromiseRow(
        text=first["words"] or "",
        owner=" en ".join(owners) or None,
        due=_due(last),
        made_on=first["madeOn"],
        body=first["body"],
        status=status,
        closed_on=last["date"] if status == "closed" else None,
        history=history,
        evidence=history[0].evidence,
        owners=owners,
        mentioned_on=known.mentioned.get(first["promise"] or ""),
        rule=RuleRef(first["rule"], first["reason"] or "") if first["rule"] and len(steps) > 1 else None,
        iri=first["promise"] or "",
    )


def _due(step: Row) -> Due | None:
    return Due(step["due"], step["dueFrom"], step["dueUntil"]) if step["due"] else None


def status_at(
    when: str, whats: Sequence[str], due: Due | None, met: Collection[str], spoken: Collection[str]
) -> str:
    """How a promise stands at a date.

    `whats`: what the minutes said of it up to then, in order; `met`: dates on which its body met, the last of
    them at least; `spoken`: those whose minutes speak of it.
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
