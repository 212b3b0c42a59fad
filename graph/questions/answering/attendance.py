"""Who was at a meeting, and how often."""

from __future__ import annotations

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
        return None
    status = request.case or "present"
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
    shown = [row for row in rows if code(row["status"]) == status]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "status": status, "date": row["date"]} for row in shown),
        tuple(places),
        "stated",
        query="attendance",
    )


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
        "fact document date meetingName name status",
        *request.about("persoon", "person"),
        *request.meetings(),
    )
    if request.option("how_often") or request.case == "how_often":
        return _often(request, rows, person.name)
    rows = _last(rows, request) if request.option("last", "yes") == "yes" else rows
    if not rows:
        return Finding((Line("not_listed", {"name": person.name}),), status="not_in_minutes")
    lines = []
    fixed = _corrected(request, rows)
    for document in dict.fromkeys(row["document"] for row in rows):
        here = [row for row in rows if row["document"] == document]
        right = next((row for row in fixed if row["document"] == document and row.get("corrected")), None)
        if right is not None:
            lines.append(
                Line(
                    "no" if code(right["status"]) != "present" else "yes",
                    {"name": right["name"], "date": day(right["date"]), "body": right["meetingName"]},
                )
            )
            lines.append(
                Line(
                    "corrected",
                    {
                        "name": right["name"],
                        "status": label("attendance", code(right["status"]) or ""),
                        "since": day(right["corrected"]),
                    },
                )
            )
            continue
        statuses = {code(row["status"]) for row in here}
        case = (
            "both"
            if len(statuses) > 1
            else "yes"
            if statuses == {"present"}
            else "partial"
            if statuses == {"partial"}
            else "no"
        )
        if request.case == "absent" and case in ("yes", "no"):
            case = f"absent_{case}"
        lines.append(
            Line(
                case, {"name": here[0]["name"], "date": day(here[0]["date"]), "body": here[0]["meetingName"]}
            )
        )
    lines += [
        Line("clash", {"text": row["what"]})
        for row in request.rows("disagreements", "subject what", during=request.now)
        if row["what"] and mentions(row["subject"] or "", person.name)
    ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "status": code(row["status"]), "date": row["date"]} for row in rows),
        request.facts(rows),
        "stated",
        query="attendance",
    )


def _often(request: Request, rows: list[Row], name: str) -> Finding:
    lines = []
    for status in ("present", "absent") if request.case != "absent" else ("absent",):
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
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "status": code(row["status"]), "date": row["date"]} for row in rows),
        request.facts(rows)[:12],
        "stated",
        query="attendance",
    )


def _last(rows: list[Row], request: Request) -> list[Row]:
    """The rows of the last meeting, where no meeting in particular is asked about."""
    if request.period or not rows:
        return rows
    last = max(row["date"] or "" for row in rows)
    return [row for row in rows if row["date"] == last]


def members(request: Request) -> Finding | None:
    """Who belongs to a body: who is listed in its minutes; nobody is when there are none."""
    body = request.one("orgaan")
    rows = request.rows(
        "attendance", "fact document date name status organisation note", *request.last_meeting()
    )
    if body is not None and not request.of_meetings():
        rows = []
    roles = (
        [
            row
            for row in request.rows(
                "roles",
                "holding role status name bodyName",
                *request.about("orgaan", "body"),
                during=request.now,
            )
            if row["name"] and code(row["status"]) == "held"
        ]
        if body
        else []
    )
    if body is not None and not rows:
        lines = [Line("no_members", {"body": body.name})]
        lines += [
            Line("role", {"name": row["name"], "role": row["role"], "body": body.name}) for row in roles
        ]
        return Finding(
            tuple(lines),
            status="answered" if roles else "not_in_minutes",
            evidence=tuple(
                place for row in roles for place in request.shelf.evidence(row["holding"], request.at)
            ),
        )
    rows = _last(rows, request)
    if not rows:
        return None
    names = sorted({row["name"] or "" for row in rows}, key=by_surname)
    absent = sorted({row["name"] or "" for row in rows if code(row["status"]) == "absent"}, key=by_surname)
    values = {
        "names": listed(names),
        "absent": listed(absent),
        "date": day(rows[0]["date"]),
        "body": body.name if body else None,
        "number": str(len(names)),
    }
    return Finding(
        (Line("members", values),),
        tuple({"name": name} for name in names),
        request.facts(rows),
        "stated",
        query="attendance",
    )


ANSWERS: dict[str, Answering] = {
    "attendance": attendance,
    "was_there": was_there,
    "members": members,
}
