"""How promises stand at a date: what is asked of all there are, so without words and sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.answers.lookup import Row, code, select, select_about
from graph.answers.model import Due
from graph.store import vocabulary as v
from graph.store.snapshot import Snapshot

STATUSES = ("forgotten", "overdue", "running_out", "postponed", "open", "closed", "dropped")
"""In the order in which they ask for attention."""
ENDED = frozenset({"closed", "dropped"})
_LATER = "9999"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands. `due_by`: the end of its term, else its beginning. `owners`: their names."""

    iri: str
    status: str
    due_by: str | None
    made_on: str | None
    body: str | None
    owners: tuple[str, ...]
    mentioned_on: str | None  # the last meeting that speaks of it without saying how it stands


@dataclass(frozen=True, slots=True)
class _Known:
    """What all promises share: the date, when each body last met and its name, what came up again when."""

    when: str
    met: Mapping[str, str]  # by body
    names: Mapping[str, str]  # by body
    mentioned: Mapping[str, str]  # by promise


def standings(snapshot: Snapshot, when: str) -> tuple[Standing, ...]:
    """Every promise made up to a date, those that ask for attention first, then by term and by date."""
    courses: dict[str, list[Row]] = defaultdict(list)
    for row in select(snapshot, "queries", "promise_steps", asOf=when):
        courses[row["promise"] or ""].append(row)
    bodies = {body for course in courses.values() if (body := course[0]["bodyLink"])}
    known = _Known(
        when,
        _last(snapshot, "last_meetings", ("bodyLink", "date"), when),
        _names(snapshot, bodies),
        _last(snapshot, "promise_mentions", ("promise", "date"), when),
    )
    return tuple(sorted((_standing(iri, rows, known) for iri, rows in courses.items()), key=_order))


def _order(each: Standing) -> tuple[int, str, str, str]:
    return STATUSES.index(each.status), each.due_by or _LATER, each.made_on or "", each.iri


def _names(snapshot: Snapshot, bodies: Iterable[str]) -> Mapping[str, str]:
    rows = select_about(snapshot, "labels", map(NamedNode, sorted(bodies)))
    return {row["thing"] or "": row["name"] or "" for row in rows}


def _last(snapshot: Snapshot, query: str, columns: tuple[str, str], when: str) -> Mapping[str, str]:
    """The last date that a query gives in its second column, by the first."""
    found: dict[str, str] = {}
    for row in select(snapshot, "queries", query, asOf=when):
        of, date = row[columns[0]] or "", row[columns[1]] or ""
        found[of] = max(date, found.get(of, ""))
    return found


def _standing(iri: str, rows: Sequence[Row], known: _Known) -> Standing:
    steps = _by_date(rows)
    last = steps[max(steps)]
    body, mentioned = last["bodyLink"] or "", known.mentioned.get(iri)
    due = Due("", last["dueFrom"], last["dueUntil"])
    # Of what cannot be told from other things nobody can say that it is not spoken of: it is late, no more.
    met = known.met.get(body) if last["recognisable"] in v.TRUE else None
    whats = [code(steps[date]["what"]) or "" for date in sorted(steps)]
    return Standing(
        iri,
        status_at(
            known.when, whats, due, [met] if met else [], [*steps, *([mentioned] if mentioned else [])]
        ),
        due.end or due.start,
        last["madeOn"],
        known.names.get(body),
        tuple(sorted({row["owner"] for row in rows if row["owner"] and row["date"] == last["date"]})),
        mentioned,
    )


def _by_date(rows: Iterable[Row]) -> Mapping[str, Row]:
    """The steps; there are as many rows of one as it has owners."""
    return {row["date"] or "": row for row in rows}


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
