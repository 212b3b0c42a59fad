"""Who was at a meeting, and how often."""

from __future__ import annotations

import re
from collections import defaultdict

from graph.answers.model import Evidence
from graph.answers.wording import label
from graph.questions.algebra import Between
from graph.questions.answering.naming import by_surname, mentions
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, listed


def attendance(request: Request) -> Finding | None:
    """Who was there, or was not, at a meeting."""
    if request.entities("orgaan") and not request.of_meetings():
        return None
    rows = request.rows("attendance", "fact document date meetingName name status", *request.last_meeting())
    rows = _corrected(request, rows)
    if not rows:
        return _no_minutes(request)
    lines: list[Line] = []
    places: list[Evidence] = []
    statuses = (request.case or "present").split("_")
    for status in statuses:
        more, found = _with_status(request, rows, status)
        lines += more
        places += found
    shown = [row for row in rows if code(row["status"]) in statuses]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "status": code(row["status"]), "date": row["date"]} for row in shown),
        tuple(places),
        "stated",
        query="attendance",
    )


def _no_minutes(request: Request) -> Finding | None:
    """That there are no minutes of the day that is asked about; None when it is no single day."""
    period = request.period
    if period is None or period.start != period.end or request.documents:
        return None
    return Finding((Line("no_minutes", {"date": day(period.start)}),), status="not_in_minutes")


def _with_status(request: Request, rows: list[Row], status: str) -> tuple[list[Line], list[Evidence]]:
    """Who was present, or absent, meeting by meeting, with where that stands."""
    lines: list[Line] = []
    places: list[Evidence] = []
    for document in dict.fromkeys(row["document"] for row in rows):
        here = [row for row in rows if row["document"] == document]
        chosen = [row for row in here if code(row["status"]) == status]
        both = _both(here)
        values = {
            "names": listed(sorted({row["name"] or "" for row in chosen}, key=by_surname)),
            "number": str(len(chosen)),
            "body": here[0]["meetingName"],
            "date": day(here[0]["date"]),
            "both": listed(sorted(both)),
        }
        lines.append(
            Line(f"{status}{'_count' if request.option('count') else ''}" if chosen else "nobody", values)
        )
        if both & {row["name"] for row in chosen}:
            lines.append(Line("both", values))
        places += request.facts(chosen)
    return lines, places


def _corrected(request: Request, rows: list[Row]) -> list[Row]:
    """The records as later minutes correct them."""
    known = {
        row["record"]: row
        for row in request.rows(
            "corrected", "correction record subject was right since", Between("since", None, request.as_of)
        )
    }
    return [
        {
            **row,
            "status": f"attendance/{known[row['fact']]['right']}",
            "corrected": known[row["fact"]]["since"],
        }
        if row["fact"] in known
        else row
        for row in rows
    ]


def _both(rows: list[Row]) -> set[str]:
    found: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        found[row["name"] or ""].add(code(row["status"]))
    return {name for name, statuses in found.items() if {"present", "absent"} <= statuses}


def was_there(request: Request) -> Finding | None:
    """Whether somebody was at a meeting."""
    person = request.one("persoon")
    if person is None:
        return None
    rows = request.rows(
        "attendance",
        "fact document date meetingName name status note",
        *request.about("persoon", "person"),
        *request.meetings(),
    )
    if request.option("how_often") or request.case == "how_often":
        return _often(request, rows, person.name)
    if request.option("last", "yes") == "yes":
        rows = last_list(rows, request)
    if not rows:
        listed = request.rows("attendance", "fact", *request.meetings()) if person.known else []
        status = "answered" if listed else "not_in_minutes"  # on no list of a meeting that has one: not there
        return Finding((Line("not_listed", {"name": person.name}),), status=status, query="attendance")
    return Finding(
        (*_was_at(request, rows), *_clashes(request, person.name)),
        tuple(_record(row) for row in rows),
        request.facts(rows),
        "stated",
        query="attendance",
    )


_INSTEAD = r"(?:vervang|namens|i\.?p\.?v|in plaats van|ter vervanging|waarnem)"


def stood_in(request: Request) -> Finding | None:
    """Who was at a meeting in place of somebody, by the note behind a name on its list."""
    person = request.one("persoon")
    if person is None:
        return None
    instead = re.compile(rf"{_INSTEAD}.*\b{re.escape(person.name.rsplit(' ', 1)[-1])}\b", re.IGNORECASE)
    fields = "fact document date meetingName name status organisation note"
    found = [
        row
        for where in (request.meetings(), ())  # of whom somebody chairs one body in another's meeting too
        for row in request.rows("attendance", fields, *where)
        if (row["date"] or "") <= request.as_of
        and instead.search(f"{row['organisation'] or ''} {row['note'] or ''}")
    ]
    found = list({row["fact"]: row for row in found}.values())
    if not found:
        return Finding((Line("nobody", {"name": person.name}),), status="not_in_minutes", query="attendance")
    return Finding(
        tuple(
            Line("stood_in", {**_meeting_of(row), "name": row["name"], "whom": person.name}) for row in found
        ),
        tuple(_record(row) for row in found),
        request.facts(found),
        "stated",
        query="attendance",
    )


def _was_at(request: Request, rows: list[Row]) -> list[Line]:
    """Whether somebody was there, document by document, as later minutes correct it."""
    fixed = [row for row in _corrected(request, rows) if row.get("corrected")]
    lines: list[Line] = []
    for document in dict.fromkeys(row["document"] for row in rows):
        right = next((row for row in fixed if row["document"] == document), None)
        if right is None:
            here = [row for row in rows if row["document"] == document]
            lines.append(
                Line(_listed_as(request, here), {**_meeting_of(here[0]), "note": here[0].get("note")})
            )
        else:
            lines += _put_right(right)
    return lines


def _put_right(row: Row) -> list[Line]:
    """Whether somebody was there, and that later minutes say so."""
    status = code(row["status"])
    corrected = {
        "name": row["name"],
        "status": label("attendance", status or ""),
        "since": day(row["corrected"]),
    }
    return [Line("yes" if status == "present" else "no", _meeting_of(row)), Line("corrected", corrected)]


def _listed_as(request: Request, rows: list[Row]) -> str:
    """The case of somebody's records in one document."""
    statuses = {code(row["status"]) for row in rows}
    if len(statuses) > 1:
        return "both"
    if statuses == {"partial"}:
        return "partial"
    case = "yes" if statuses == {"present"} else "no"
    return f"absent_{case}" if request.case == "absent" else case


def _meeting_of(row: Row) -> Row:
    return {"name": row["name"], "date": day(row["date"]), "body": row["meetingName"]}


def _record(row: Row) -> Row:
    return {"name": row["name"], "status": code(row["status"]), "date": row["date"]}


def _clashes(request: Request, name: str) -> list[Line]:
    """What documents say differently about somebody."""
    return [
        Line("clash", {"text": row["what"]})
        for row in request.rows("disagreements", "subject what", during=request.now)
        if row["what"] and mentions(row["subject"] or "", name)
    ]


def _often(request: Request, rows: list[Row], name: str) -> Finding:
    lines = []
    asked = ("absent",) if request.case == "absent" else ("present", "absent")
    for status in asked:
        chosen = [row for row in rows if code(row["status"]) == status]
        dates = sorted({row["date"] or "" for row in chosen})
        lines.append(
            Line(
                f"often_{status}",
                {
                    "name": name,
                    "number": str(len(dates)),
                    "dates": listed([day(each) or "" for each in dates]),
                },
            )
        )
    told = [row for row in rows if request.case != "absent" or code(row["status"]) == "absent"]
    return Finding(
        tuple(lines),
        tuple(_record(row) for row in told),
        request.facts(told)[:12],
        "stated",
        query="attendance",
    )


def last_list(rows: list[Row], request: Request) -> list[Row]:
    """The rows of the last meeting, where no meeting in particular is asked about."""
    if request.period or not rows:
        return rows
    last = max(row["date"] or "" for row in rows)
    return [row for row in rows if row["date"] == last]


ANSWERS: dict[str, Answering] = {
    "attendance": attendance,
    "was_there": was_there,
    "stood_in": stood_in,
}
