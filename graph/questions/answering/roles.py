"""Who has which role, and on behalf of whom."""

from __future__ import annotations

from graph.answers.wording import label
from graph.questions.algebra import Between
from graph.questions.answering.naming import by_surname, same_role
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, listed
from graph.questions.words import key


def role_holder(request: Request) -> Finding | None:
    """Who has a role, at a body or for a theme."""
    span = request.match.slots.get("functie") or request.match.slots.get("rol")
    if span is None:
        return None
    wanted = span.code or (span.entities[0].name if span.entities else span.words)
    rows = [
        row
        for row in request.rows(
            "roles",
            "holding role status name body bodyName label since start",
            *request.about("persoon", "person"),
            during=request.span,
        )
        if same_role(row["role"], wanted) and code(row["status"]) != "ended"
    ]
    rows = _narrowed(request, rows)
    named = [row for row in rows if row["name"]]
    past = _past_roles(request, wanted)
    if request.one("persoon") is not None:
        return _has_role(request, wanted, named)
    if not named:
        return _role_open(request, wanted, rows, past)
    lines = [_role_line(request, row) for row in named]
    if request.option("past"):
        lines += [
            Line("was", {"name": row["name"], "role": row["role"], "body": row["bodyName"]}) for row in past
        ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "role": row["role"], "body": row["bodyName"]} for row in named),
        tuple(place for row in named for place in request.shelf.evidence(row["holding"], request.at)),
        "stated",
        query="roles",
    )


def _narrowed(request: Request, rows: list[Row]) -> list[Row]:
    bodies = {entity.iri for entity in request.entities("orgaan")}
    names = {key(entity.name) for entity in request.entities("orgaan")}
    themes = {key(entity.name) for entity in request.entities("thema")}
    if bodies:
        rows = [
            row
            for row in rows
            if row["body"] in bodies or any(name in key(row["bodyName"] or "") for name in names)
        ]
    if themes:
        rows = [
            row
            for row in rows
            if key(row["label"] or "") in themes or any(name in key(row["bodyName"] or "") for name in themes)
        ]
    return rows


def _role_line(request: Request, row: Row) -> Line:
    return Line(
        "held",
        {
            "name": row["name"],
            "role": row["role"],
            "body": row["bodyName"],
            "theme": row["label"],
            "from": day(row["start"]),
            "is": "was" if request.at < request.as_of else "is",
        },
    )


def _past_roles(request: Request, wanted: str) -> list[Row]:
    rows = request.rows("roles", "holding role status name body bodyName label", during=request.now)
    return [
        row
        for row in _narrowed(request, rows)
        if row["name"] and same_role(row["role"], wanted) and code(row["status"]) == "ended"
    ]


def _has_role(request: Request, wanted: str, rows: list[Row]) -> Finding:
    person = request.one("persoon")
    name = person.name if person else None
    if rows:
        lines = (Line("yes"), *(_role_line(request, row) for row in rows))
        return Finding(
            lines,
            evidence=tuple(
                place for row in rows for place in request.shelf.evidence(row["holding"], request.at)
            ),
            certainty="stated",
            query="roles",
        )
    body = request.one("orgaan")
    return Finding(
        (Line("not_so", {"name": name, "role": wanted, "body": body.name if body else None}),),
        status="not_in_minutes",
        query="roles",
    )


def _role_open(request: Request, wanted: str, rows: list[Row], past: list[Row]) -> Finding | None:
    body, theme = request.one("orgaan"), request.one("thema")
    vacant = [
        row
        for row in request.rows("vacancies", "finding role label bodyName body", during=request.now)
        if same_role(row["role"], wanted)
    ]
    vacant = _narrowed(request, vacant)
    values = {"role": wanted, "body": body.name if body else None, "theme": theme.name if theme else None}
    lines = [Line("unnamed", values)]
    lines += [
        Line("vacant", {"role": row["role"], "theme": row["label"], "body": row["bodyName"]})
        for row in vacant
    ]
    lines += [
        Line("was", {"name": row["name"], "role": row["role"], "body": row["bodyName"]}) for row in past
    ]
    places = [place for row in rows for place in request.shelf.evidence(row["holding"], request.at)]
    places += [place for row in vacant for place in request.shelf.evidence(row["finding"], request.at)]
    return Finding(tuple(lines), status="not_in_minutes", evidence=tuple(places), query="roles")


def roles_of(request: Request) -> Finding | None:
    """What somebody is: roles, portfolios, and what the lists say of him."""
    person = request.one("persoon")
    if person is None:
        return None
    rows = [
        row
        for row in request.rows(
            "roles",
            "holding role status name bodyName label start",
            *request.about("persoon", "person"),
            during=request.now,
        )
        if code(row["status"]) != "ended"
    ]
    lines = [_role_line(request, row) for row in rows]
    places = [place for row in rows for place in request.shelf.evidence(row["holding"], request.at)]
    if request.case == "organisation":
        lists = request.rows(
            "attendance",
            "fact organisation",
            *request.about("persoon", "person"),
            Between("date", None, request.as_of),
        )
        organisations = sorted({row["organisation"] or "" for row in lists if row["organisation"]})
        lines += [Line("organisation", {"name": person.name, "organisation": each}) for each in organisations]
        places += request.facts([row for row in lists if row["organisation"]][:1])
        if not lines:
            return Finding((Line("none", {"name": person.name}),), status="not_in_minutes", query="roles")
        return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="roles")
    holdings = [
        row
        for row in request.rows(
            "holders",
            "situation label bodyName answer name",
            *request.about("persoon", "person"),
            during=request.now,
        )
        if code(row["answer"]) != "inferred"
    ]
    lines += [
        Line(
            "holder" if row["label"] else "theme_not_named",
            {"name": row["name"], "theme": row["label"], "body": row["bodyName"]},
        )
        for row in holdings
    ]
    places += [place for row in holdings for place in request.shelf.evidence(row["situation"], request.at)]
    offices = request.rows(
        "offices",
        "fact date name office meetingName",
        *request.about("persoon", "person"),
        Between("date", None, request.as_of),
    )
    lines += [
        Line(
            "office",
            {
                "name": row["name"],
                "office": label("office", code(row["office"]) or ""),
                "body": row["meetingName"],
                "date": day(row["date"]),
            },
        )
        for row in offices[-1:]
    ]
    lists = request.rows(
        "attendance",
        "fact name organisation note date",
        *request.about("persoon", "person"),
        Between("date", None, request.as_of),
    )
    organisations = sorted({row["organisation"] or "" for row in lists if row["organisation"]})
    if organisations and not rows:
        lines.append(Line("organisation", {"name": person.name, "organisation": listed(organisations)}))
    if not lines:
        if request.case == "role" or not lists:
            return Finding((Line("none", {"name": person.name}),), status="not_in_minutes", query="roles")
        lines.append(Line("listed", {"name": person.name, "date": day(lists[-1]["date"])}))
        places += request.facts(lists[-1:])
    return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="roles")


def of_organisation(request: Request) -> Finding | None:
    """Who is there on behalf of an organisation."""
    names = [key(entity.name) for entity in request.entities("orgaan")]
    if not names or request.of_meetings():
        return None
    lists = request.rows(
        "attendance", "fact date name organisation note", Between("date", None, request.as_of)
    )
    found = [
        row
        for row in lists
        if any(name in key(f"{row['organisation'] or ''} {row['note'] or ''}") for name in names)
    ]
    roles = [
        row
        for row in request.rows("roles", "holding role status name bodyName label start", during=request.now)
        if row["name"]
        and code(row["status"]) == "held"
        and any(name in key(row["bodyName"] or "") for name in names)
    ]
    people = sorted({row["name"] or "" for row in (*found, *roles)}, key=by_surname)
    if not people:
        return Finding(
            (Line("nobody", {"body": request.entities("orgaan")[0].name}),),
            status="not_in_minutes",
            query="attendance",
        )
    places = (
        *request.facts(list({row["name"]: row for row in found}.values())),
        *(place for row in roles for place in request.shelf.evidence(row["holding"], request.at)),
    )
    return Finding(
        (Line("people", {"names": listed(people), "body": request.entities("orgaan")[0].name}),),
        tuple({"name": name} for name in people),
        places,
        "stated",
        query="attendance",
    )


ANSWERS: dict[str, Answering] = {
    "role_holder": role_holder,
    "roles_of": roles_of,
    "of_organisation": of_organisation,
}
