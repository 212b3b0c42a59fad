"""How promises stand at a date: what is asked of all there are, so without words, names and sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graph.answers.lookup import Row, code, select
from graph.answers.model import Due
from graph.store import vocabulary as v
from graph.store.snapshot import Snapshot

STATUSES = ("forgotten", "overdue", "running_out", "postponed", "open", "closed", "dropped")
"""In the order in which they ask for attention."""
ENDED = frozenset({"closed", "dropped"})
_LATER = "9999"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a promise stands. `due_by`: the end of its term, else its beginning. `body`: an IRI."""

    iri: str
    status: str
    due_by: str | None
    made_on: str | None
    body: str | None
    mentioned_on: str | None  # the last meeting that speaks of it without saying how it stands


def standings(snapshot: Snapshot, when: str) -> tuple[Standing, ...]:
    """Every promise made up to a date, those that ask for attention first, then by term and by date."""
    met = _last(snapshot, "last_meetings", ("bodyLink", "date"), when)
    mentioned = _last(snapshot, "promise_mentions", ("promise", "date"), when)
    courses: dict[str, list[Row]] = defaultdict(list)
    for row in select(snapshot, "queries", "promise_steps", asOf=when):
        courses[row["promise"] or ""].append(row)
    found = [_standing(iri, steps, when, met, mentioned.get(iri)) for iri, steps in courses.items()]
    return tuple(sorted(found, key=_order))


def _order(each: Standing) -> tuple[int, str, str, str]:
    return STATUSES.index(each.status), each.due_by or _LATER, each.made_on or "", each.iri


def _last(snapshot: Snapshot, query: str, columns: tuple[str, str], when: str) -> Mapping[str, str]:
    """The last date that a query gives in its second column, by the first."""
    found: dict[str, str] = {}
    for row in select(snapshot, "queries", query, asOf=when):
        of, date = row[columns[0]] or "", row[columns[1]] or ""
        found[of] = max(date, found.get(of, ""))
    return found


def _standing(
    iri: str, steps: list[Row], when: str, met: Mapping[str, str], mentioned: str | None
) -> Standing:
    steps.sort(key=lambda step: step["date"] or "")
    first, last = steps[0], steps[-1]
    due = Due("", last["dueFrom"], last["dueUntil"])
    # Of what cannot be told from other things nobody can say that it is not spoken of: it is late, no more.
    again = met.get(first["bodyLink"] or "") if first["recognisable"] in v.TRUE else None
    spoken = [*(step["date"] or "" for step in steps), *([mentioned] if mentioned else [])]
    whats = [code(step["what"]) or "" for step in steps]
    return Standing(
        iri,
        status_at(when, whats, due, [again] if again else [], spoken),
        due.end or due.start,
        first["madeOn"],
        first["bodyLink"],
        mentioned,
    )


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
