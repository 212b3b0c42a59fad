"""Who has which role, and on behalf of whom."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.answers.wording import label
from graph.questions.algebra import Between, Is
from graph.questions.answering.naming import by_surname, same_role
from graph.questions.answering.said import said_in
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, listed
from graph.questions.words import key


def role_holder(request: Request) -> Finding | None:
    """Who has a role, at a body or for a theme."""
    wanted = request.role
    if wanted is None:
        return None
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
        lines += [Line("was", _role_row(row)) for row in past]
    return Finding(
        tuple(lines),
        tuple(_role_row(row) for row in named),
        request.all_evidence(named, "holding"),
        "stated",
        query="roles",
    )


def _role_row(row: Row) -> Row:
    return {"name": row["name"], "role": row["role"], "body": row["bodyName"]}


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


def _of_its_theme(request: Request, rows: list[Row]) -> list[Row]:
    """Those of a theme that the name of the body asked about has in it («themagroep Wonen»)."""
    names = [key(entity.name) for entity in request.entities("orgaan")]
    return [row for row in rows if row["label"] and any(key(row["label"]) in name for name in names)]


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
        return _told(
            [Line("yes"), *(_role_line(request, row) for row in rows)], request.all_evidence(rows, "holding")
        )
    body = request.one("orgaan")
    return _not_told(Line("not_so", {"name": name, "role": wanted, "body": body.name if body else None}))


def _told(lines: list[Line], evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(tuple(lines), evidence=evidence, certainty="stated", query="roles")


def _not_told(line: Line) -> Finding:
    return Finding((line,), status="not_in_minutes", query="roles")


def _role_open(request: Request, wanted: str, rows: list[Row], past: list[Row]) -> Finding | None:
    body, theme = request.one("orgaan"), request.one("thema")
    vacant = [
        row
        for row in request.rows("vacancies", "finding role label bodyName body", during=request.now)
        if same_role(row["role"], wanted)
    ]
    vacant = _narrowed(request, vacant) or _of_its_theme(request, vacant)
    values = {"role": wanted, "body": body.name if body else None, "theme": theme.name if theme else None}
    lines = [Line("unnamed", values)]
    lines += [
        Line("vacant", {"role": row["role"], "theme": row["label"], "body": row["bodyName"]})
        for row in vacant
    ]
    lines += [Line("was", _role_row(row)) for row in past]
    places = (*request.all_evidence(rows, "holding"), *request.all_evidence(vacant, "finding"))
    return Finding(tuple(lines), status="not_in_minutes", evidence=places, query="roles")


def roles_of(request: Request) -> Finding | None:
    """What somebody is: roles, portfolios, and what the lists say of him."""
    person = request.one("persoon")
    if person is None:
        return None
    roles = [
        row
        for row in request.rows(
            "roles",
            "holding role status name bodyName label start",
            *request.about("persoon", "person"),
            during=request.now,
        )
        if code(row["status"]) != "ended"
    ]
    if request.case == "organisation":
        return _on_behalf_of(request, person.name, roles)
    asked = request.code("functie")
    if request.case == "role" and asked and not any(asked in (row["role"] or "").casefold() for row in roles):
        return _not_told(Line("none", {"name": person.name}))
    return _all_of(request, person.name, roles)


def _on_behalf_of(request: Request, name: str, roles: list[Row]) -> Finding:
    """What somebody has a role at, and what organisations the lists write behind the name."""
    lists = _of_person(request, "attendance", "fact organisation")
    lines = [_role_line(request, row) for row in roles]
    lines += [Line("organisation", {"name": name, "organisation": each}) for each in _organisations(lists)]
    if not lines:
        return _not_told(Line("none", {"name": name}))
    first = [row for row in lists if row["organisation"]][:1]
    return _told(lines, (*request.all_evidence(roles, "holding"), *request.facts(first)))


def _all_of(request: Request, name: str, roles: list[Row]) -> Finding:
    """Roles, portfolios and the last office; without any, the last list somebody is on."""
    holdings = _holdings(request)
    offices = _of_person(request, "offices", "fact date name office meetingName")
    lists = _of_person(request, "attendance", "fact name organisation note date")
    lines = [_role_line(request, row) for row in roles]
    lines += [_holding_line(row) for row in holdings]
    lines += [_office_line(row) for row in offices[-1:]]
    organisations = _organisations(lists)
    if organisations and not roles:
        lines.append(Line("organisation", {"name": name, "organisation": listed(organisations)}))
    if lines:
        return _told(lines, (*request.all_evidence(roles, "holding"), *request.all_evidence(holdings)))
    if request.case == "role":
        return _not_told(Line("none", {"name": name}))
    spoke = said_in(
        request, Is("person", tuple(NamedNode(each.iri) for each in request.entities("persoon")))
    )[:1]
    if not lists and not spoke:
        return _not_told(Line("none", {"name": name}))
    lines = [Line("listed", {"name": name, "date": day(row["date"])}) for row in lists[-1:]]
    lines += [
        Line("spoke", {"name": name, "date": day(row["date"]), "text": (row["words"] or "").rstrip(".")})
        for row in spoke
    ]
    return _told(lines, request.facts([*lists[-1:], *spoke]))


def _of_person(request: Request, relation: str, fields: str) -> list[Row]:
    """What the documents up to the as-of date say of the person."""
    return request.rows(
        relation, fields, *request.about("persoon", "person"), Between("date", None, request.as_of)
    )


def _organisations(lists: list[Row]) -> list[str]:
    return sorted({row["organisation"] or "" for row in lists if row["organisation"]})


def _holdings(request: Request) -> list[Row]:
    """The portfolios that somebody is said to hold."""
    rows = request.rows(
        "holders",
        "situation label bodyName answer name",
        *request.about("persoon", "person"),
        during=request.now,
    )
    return [row for row in rows if code(row["answer"]) != "inferred"]


def _holding_line(row: Row) -> Line:
    return Line(
        "holder" if row["label"] else "theme_not_named",
        {"name": row["name"], "theme": row["label"], "body": row["bodyName"]},
    )


def _office_line(row: Row) -> Line:
    return Line(
        "office",
        {
            "name": row["name"],
            "office": label("office", code(row["office"]) or ""),
            "body": row["meetingName"],
            "date": day(row["date"]),
        },
    )


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
        *request.all_evidence(roles, "holding"),
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
