"""What was promised: what is open, late or done, by whom, and when it is due."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from graph.answers.model import Evidence, PromiseRow
from graph.answers.promises import ENDED, Standing
from graph.answers.telling import promise_status
from graph.dutch.period import Period
from graph.questions.asked_for import asked_kind
from graph.questions.model import Finding, Line
from graph.questions.passages import MASK, Wanted, behind, held
from graph.questions.request import Answering, Request, day, listed

_OVERDUE = frozenset({"overdue", "forgotten"})
_OF: dict[str, Callable[[PromiseRow], bool]] = {
    "open": lambda row: row.status not in ENDED,
    "overdue": lambda row: row.status in _OVERDUE,
    "forgotten": lambda row: row.status in _OVERDUE,
    "done": lambda row: row.status == "closed",
    "late": lambda row: row.status == "closed" and _after_term(row),
    "dropped": lambda row: row.status == "dropped",
    "postponed": lambda row: (
        row.status == "postponed" or any(each.what == "postponed" for each in row.history)
    ),
    "no_owner": lambda row: row.owner is None and row.status not in ENDED,
}
_MOST = 60
_SHORT = 8  # promises, from which each is told in a short line
_NEAR, _MEANT = 0.7, 0.9  # what the sentences before a promise are worth, and where it points back to them
_ENOUGH = 0.55  # of what was asked about
_ITSELF = 0.7  # of a word that is asked about alone: itself or a compound, and not just one that is near
_SURE = 0.9  # of a word: the word itself


def _after_term(row: PromiseRow) -> bool:
    """Whether it was done after its term had passed."""
    return bool(row.due and row.due.end and row.closed_on and row.closed_on > row.due.end)


def _rows(request: Request) -> list[PromiseRow]:
    """The promises that the slots are about."""
    at = _stands_at(request)
    period = None if at else request.period
    found = request.shelf.ledger(at or request.as_of)
    people = {entity.name for entity in request.entities("persoon")}
    bodies = {entity.name for entity in request.entities("orgaan")}
    if people:
        found = tuple(each for each in found if people & _owners(each))
    if bodies:
        found = tuple(each for each in found if (each.body or "") in bodies or bodies & _owners(each))
    rows = list(request.shelf.promises_of(found, at or request.as_of))
    if period:
        then = [row for row in rows if _in(_when(row, request.case), period.start, period.end)]
        due = [
            row
            for row in rows
            if _in(row.due.end or row.due.start if row.due else None, *_around_day(period))
        ]
        rows = then or due
    words = _words(request)
    if words:
        rated = [
            (
                sum(each.weight * _held(request, row, each) for each in words)
                / sum(each.weight for each in words),
                row,
            )
            for row in rows
        ]
        best = max((worth for worth, _ in rated), default=0.0)
        least = _ENOUGH if len(words) > 1 else _ITSELF
        rows = [row for worth, row in rated if worth >= max(least, best * 0.8)]
    return rows


_AT = frozenset(("op", "per", "on", "at"))
_AFTER, _LEAD = frozenset(("na", "after")), 4  # words before the day
_MADE = frozenset(("gedaan", "toegezegd", "beloofd", "afgesproken", "made", "promised"))


def _stands_at(request: Request) -> str | None:
    """The day for which it is asked what is open («op 1 mei nog niet nagekomen»)."""
    span, period = request.match.slots.get("datum"), request.period
    if request.case not in ("open", "overdue", "forgotten") or not span or not span.first or not period:
        return None
    words = [token.key for token in request.asked.tokens]
    after = _AFTER & set(words[max(0, span.first - _LEAD) : span.first])  # «na de vergadering van 3 mei»
    at = (words[span.first - 1] in _AT or after) and not _MADE & set(words)
    return period.end if at and period.start == period.end and (period.end or "") <= request.as_of else None


def _owners(each: Standing) -> set[str]:
    return {" en ".join(each.owners), *each.owners}


def _when(row: PromiseRow, case: str | None) -> str | None:
    """The day that a time in the question is about: of doing for what is done, else of promising."""
    due = row.due.end or row.due.start if row.due else None
    return {
        "due_by": due,
        "done": row.closed_on,
        "dropped": row.history[-1].date if row.history else None,
    }.get(case or "", row.made_on)


def _around_day(period: Period) -> tuple[str | None, str | None]:
    """A term «voor 1 oktober» ends the day before."""
    if period.start is None:
        return period.start, period.end
    return (date.fromisoformat(period.start) - timedelta(days=1)).isoformat(), period.end


def _in(day_: str | None, start: str | None, end: str | None) -> bool:
    return day_ is not None and (start or "") <= day_ <= (end or "9999")


def _words(request: Request) -> tuple[Wanted, ...]:
    """What the promise is about: the theme, and the free words."""
    return (*request.free_words, *request.theme_words)


def _held(request: Request, row: PromiseRow, word: Wanted) -> float:
    around = max((held(text, word) for text in _around(request, row)), default=0.0)
    texts = [
        row.text,
        *(place.quote for place in row.evidence),
        *(place.quote for event in row.history for place in event.evidence),
    ]
    return max(
        (_MEANT if _POINTS_BACK.search(row.text) else _NEAR) * around, *(held(text, word) for text in texts)
    )


def _around(request: Request, row: PromiseRow) -> list[str]:
    """What stands before the sentence of a promise, and the title that it stands under."""
    found = []
    for place in row.evidence[:1]:
        before = [
            each for each in request.shelf.passages.sentences(place.document) if each.end <= place.start
        ][-2:]
        found += [each.quote for each in before if MASK not in each.quote]
        found.append(request.shelf.title(place.document, place.start))
    return found


_CELLS = re.compile(r"\s*[\t\n]+\s*")
_POINTS_BACK = re.compile(r"\b(?:dit|dat|deze|daarmee|hiermee|hier|daar|hieraan|daaraan)\b", re.IGNORECASE)


def _context(request: Request, row: PromiseRow) -> str | None:
    """The sentence before a promise that points back to it («dit komt terug»)."""
    if not _POINTS_BACK.search(row.text):
        return None
    before = _around(request, row)[:-1]
    return before[-1].strip().rstrip(".") if before else None


def _line(request: Request, row: PromiseRow, case: str = "promise") -> Line:
    postponed = [event for event in row.history if event.what == "postponed"]
    return Line(
        case,
        {
            "text": row.text.rstrip("."),
            "context": _context(request, row),
            "owner": listed(row.owners) or row.owner,
            "due": row.due.text if row.due else None,
            "status": promise_status(row.status),
            "made": day(row.made_on),
            "closed": day(row.closed_on),
            "body": row.body,
            "postponed": day(postponed[-1].date) if postponed else None,
            "dropped": day(row.history[-1].date) if row.status == "dropped" else None,
            "told": _told_since(request, row),
        },
    )


def _told_since(request: Request, row: PromiseRow) -> str | None:
    """The sentence in which minutes last told of a promise, where it says more than the promise itself."""
    last = row.history[-1] if row.history else None
    if last is None or last.what == "made" or not last.evidence or MASK in last.evidence[0].quote:
        return None
    quote = last.evidence[0].quote
    said = _CELLS.sub(" – ", quote.strip()).rstrip(".")
    if said == row.text.strip().rstrip("."):
        return None
    more = _goes_on(request, last.evidence[0]) if last.what == "dropped" else None
    return f"{said}. {more}" if more else said


def _goes_on(request: Request, place: Evidence) -> str | None:
    """What is said right behind a sentence in its paragraph: what comes instead."""
    sentences = request.shelf.passages.sentences(place.document)
    at = next((each for each in sentences if each.start <= place.start < each.end), None)
    after = behind(request.shelf.passages, at) if at else None
    same = after is not None and at is not None and after.paragraph == at.paragraph
    return after.said if after is not None and same and MASK not in after.quote else None


def _found(request: Request, rows: list[PromiseRow], lines: list[Line]) -> Finding:
    places = tuple(
        place
        for row in rows
        for place in (*row.evidence[:1], *(row.history[-1].evidence[:1] if row.history else ()))
    )
    return Finding(
        tuple(lines),
        tuple(
            {
                "text": row.text,
                "owner": row.owner,
                "due": row.due.text if row.due else None,
                "status": row.status,
                "body": row.body,
            }
            for row in rows
        ),
        places,
        "stated",
        query="promises",
        params={"asOf": request.as_of},
    )


def promise_list(request: Request) -> Finding | None:
    """The promises of a status, of somebody, of a body."""
    rows = _rows(request)
    case = request.case or "all"
    chosen = [row for row in rows if _OF[case](row)] if case in _OF else rows
    if request.option("count"):
        names = "; ".join(
            f"{row.text.rstrip('.')} ({row.owner or 'niemand genoemd'})" for row in chosen[:_MOST]
        )
        return _found(request, chosen, [Line("count", {"number": str(len(chosen)), "names": names or None})])
    if not chosen:
        if request.match.rest:
            return None
        if rows and case == "done" and request.entities("persoon"):
            return _found(request, rows, [_line(request, row) for row in rows[:_MOST]])
        person = request.one("persoon")
        return Finding(
            (
                Line(
                    f"none_{case}" if case in ("open", "overdue", "forgotten", "done", "late") else "none",
                    {"name": person.name if person else None},
                ),
            ),
            status="answered" if case in _OF and (rows or not request.match.slots) else "not_in_minutes",
            query="promises",
        )
    lead = [Line("late")] if case == "late" else []
    told = "short" if len(chosen) >= _SHORT else "promise"
    return _found(request, chosen, [*lead, *(_line(request, row, told) for row in chosen[:_MOST])])


def promise_state(request: Request) -> Finding | None:
    """How a promise stands, when it is due, who has to keep it."""
    if not request.match.rest and not request.match.slots:
        return None
    rows = _rows(request)
    if request.case == "narrow":
        rows = [row for row in rows if request.narrow and _held(request, row, request.narrow[0]) >= _SURE]
    if not rows:
        return None
    lines: list[Line] = []
    if request.case == "done" and not request.asked.groups.get("who"):
        lines.append(Line("yes" if all(row.status == "closed" for row in rows) else "no"))
    lines += [_line(request, row, f"state_{row.status}") for row in rows[:4]]
    if asked_kind(request.asked) == "person" and not any(row.owner or row.owners for row in rows):
        unsaid = _found(request, rows, [Line("nobody_named"), *lines])
        return replace(unsaid, status="not_in_minutes", certainty=None)
    return _found(request, rows, lines)


ANSWERS: dict[str, Answering] = {"promise_list": promise_list, "promise_state": promise_state}
