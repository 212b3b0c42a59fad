"""Who chaired a meeting, was its secretary, or took the minutes."""

from __future__ import annotations

from graph.answers.wording import label
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day
from graph.questions.words import key

_OFFICES = {
    "chair": ("chair", "deputy_chair"),
    "secretary": ("secretary",),
    "note_taker": ("note_taker",),
}


def office(request: Request) -> Finding | None:
    """Who chaired, was secretary of, or took the minutes of a meeting or body."""
    office_asked = request.case or "chair"
    rows = [
        row
        for row in request.rows(
            "offices",
            "fact date meetingName name office",
            *(request.meetings() if request.entities("persoon") else request.last_meeting()),
            *request.about("persoon", "person"),
        )
        if code(row["office"]) in _OFFICES[office_asked]
    ]
    if request.entities("orgaan") and not request.of_meetings():
        rows = []
    if request.match.slots.get("persoon") is not None:
        return _held_office(request, rows, office_asked)
    word = label("office", office_asked)
    roles = _body_roles(request, word) if request.entities("orgaan") and not request.period else []
    lines = [
        Line(
            "role",
            {"name": row["name"], "role": row["role"], "body": row["bodyName"], "from": day(row["start"])},
        )
        for row in roles
    ]
    lines += [
        Line(
            "held" if code(row["office"]) != "deputy_chair" else "deputy",
            {
                "name": row["name"],
                "office": label("office", code(row["office"]) or ""),
                "body": row["meetingName"],
                "date": day(row["date"]),
            },
        )
        for row in rows
    ]
    if not lines:
        return Finding((Line("not_named", {"office": word}),), status="not_in_minutes")
    places = (
        *(place for row in roles for place in request.shelf.evidence(row["holding"], request.at)),
        *request.facts(rows),
    )
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "date": row["date"]} for row in rows),
        places,
        "stated",
        query="offices",
    )


def _held_office(request: Request, rows: list[Row], wanted: str) -> Finding:
    person = request.one("persoon")
    name = person.name if person else None
    if not rows:
        return Finding(
            (Line("not_held", {"name": name, "office": label("office", wanted)}),), status="not_in_minutes"
        )
    first = Line("times", {"name": name, "number": str(len(rows)), "office": label("office", wanted)})
    lines = [
        first if request.asked.groups.get("howmany") else Line("yes"),
        *(
            Line(
                "held",
                {
                    "name": row["name"],
                    "office": label("office", code(row["office"]) or ""),
                    "body": row["meetingName"],
                    "date": day(row["date"]),
                },
            )
            for row in rows
        ),
    ]
    return Finding(tuple(lines), evidence=request.facts(rows), certainty="stated", query="offices")


def _body_roles(request: Request, role: str) -> list[Row]:
    rows = request.rows(
        "roles",
        "holding role status name bodyName start",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    return [
        row
        for row in rows
        if row["name"] and key(row["role"] or "") == key(role) and code(row["status"]) == "held"
    ]


ANSWERS: dict[str, Answering] = {
    "office": office,
}
