"""Who chaired, who was there, who has which role, and who comes after whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.answers.wording import label
from graph.questions.algebra import Between, Condition, Is
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import wanted
from graph.questions.request import NOWHERE, Answering, Request, code, day, listed
from graph.questions.words import key

_CLASHES = ("records_disagree", "records_may_disagree", "unlisted_speakers")


def _meeting(request: Request) -> tuple[Condition, ...]:
    """The meetings that are asked about: of a body, in a period; else every one."""
    return (*request.in_documents(), Between("date", None, request.as_of))


def _last_meeting(request: Request) -> tuple[Condition, ...]:
    """The meetings of the period that is asked about, else the last one there is."""
    if request.period:
        return _meeting(request)
    here = request.documents
    refs = [ref for ref in request.shelf.documents if ref.document in here and ref.date]
    last = max((ref.date or "" for ref in refs), default="")
    return (Is("document", tuple(NamedNode(ref.iri) for ref in refs if ref.date == last) or (NOWHERE,)),)


def _facts(request: Request, rows: Iterable[Row]) -> tuple[Evidence, ...]:
    return tuple(place for row in rows for place in request.shelf.of_fact(row["fact"]))


def _last(rows: list[Row], request: Request) -> list[Row]:
    """The rows of the last meeting, where no meeting in particular is asked about."""
    if request.period or not rows:
        return rows
    last = max(row["date"] or "" for row in rows)
    return [row for row in rows if row["date"] == last]


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
            *(_meeting(request) if request.entities("persoon") else _last_meeting(request)),
            *request.about("persoon", "person"),
        )
        if code(row["office"]) in _OFFICES[office_asked]
    ]
    if request.entities("orgaan") and not request.of_meetings():
        rows = []
    if request.match.slots.get("persoon") is not None:
        return _held_office(request, rows, office_asked)
    rows = _last(rows, request)
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
        *_facts(request, rows),
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
    lines = [
        Line("yes"),
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
    return Finding(tuple(lines), evidence=_facts(request, rows), certainty="stated", query="offices")


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


def attendance(request: Request) -> Finding | None:
    """Who was there, or was not, at a meeting."""
    rows = request.rows("attendance", "fact document date meetingName name status", *_last_meeting(request))
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
            "names": listed(sorted({row["name"] or "" for row in chosen}, key=_by_surname)),
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
        places += _facts(request, chosen)
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
        for row in request.rows("corrected", "correction record subject was right since", Between("since", None, request.as_of))
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


def _by_surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def was_there(request: Request) -> Finding | None:
    """Whether somebody was at a meeting."""
    person = request.one("persoon")
    if person is None:
        return None
    rows = request.rows(
        "attendance",
        "fact document date meetingName name status",
        *request.about("persoon", "person"),
        *_meeting(request),
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
        if row["what"] and _mentions(row["subject"] or "", person.name)
    ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "status": code(row["status"]), "date": row["date"]} for row in rows),
        _facts(request, rows),
        "stated",
        query="attendance",
    )


def _mentions(subject: str, name: str) -> bool:
    return _by_surname(name) in subject and " / " in subject


def _clashes(request: Request) -> list:  # type: ignore[type-arg] # gaps
    return [gap for gap in request.shelf.gaps(request.as_of) if gap.rule in _CLASHES]


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
        _facts(request, rows)[:12],
        "stated",
        query="attendance",
    )


def list_right(request: Request) -> Finding:
    """Whether the lists of who was there are right: who stands on both, who spoke without standing on one."""
    found = _clashes(request)
    period = request.period
    if period or request.entities("orgaan"):
        ids = {
            request.shelf.document_id(row["document"])
            for row in request.rows("attendance", "document", *_meeting(request))
        }
        found = [gap for gap in found if any(place.document in ids for place in gap.evidence)]
    if not found:
        return Finding((Line("right"),), certainty="stated", query="gaps")
    lines = [Line("wrong"), *(Line("clash", {"text": gap.explanation}) for gap in found)]
    places = tuple(place for gap in found for place in gap.evidence)
    return Finding(
        tuple(lines),
        tuple({"subject": gap.subject, "explanation": gap.explanation} for gap in found),
        places,
        "mixed",
        query="gaps",
    )


def corrections(request: Request) -> Finding:
    """What later minutes correct."""
    rows = list(request.rows("corrected", "correction record subject was right since", Between("since", None, request.as_of)))
    lines = [
        Line(
            "corrected",
            {
                "name": row["subject"],
                "was": label("attendance", row["was"] or ""),
                "right": label("attendance", row["right"] or ""),
                "date": day(row["since"]),
            },
        )
        for row in rows
    ]
    places = [place for row in rows for place in request.shelf.evidence(row["correction"], request.as_of)]
    for place in _corrections_said(request):
        lines.append(
            Line(
                "said",
                {
                    "text": place.quote.strip().rstrip("."),
                    "date": day(request.shelf.dates.get(place.document)),
                },
            )
        )
        places.append(place)
    return Finding(
        tuple(lines) or (Line("none"),), evidence=tuple(places), certainty="stated", query="corrections"
    )


_CORRECTS = re.compile(
    r"ten onrechte|moet(?:en)? zijn|dit moet|rectificatie|(?:één|een|enkele) wijziging", re.IGNORECASE
)


def _corrections_said(request: Request) -> list[Evidence]:
    """The sentences in which minutes put something right in earlier ones."""
    looked = wanted(("wijziging", "onrechte", "rectificatie", "correctie"))
    found = request.shelf.passages.candidates(looked, None)
    return [
        Evidence(each.document, each.start, each.end, each.quote, None, "")
        for each in found
        if _CORRECTS.search(each.quote) and (request.shelf.dates.get(each.document) or "") <= request.as_of
    ]


def members(request: Request) -> Finding | None:
    """Who belongs to a body: who is listed in its minutes; nobody is when there are none."""
    body = request.one("orgaan")
    rows = request.rows("attendance", "fact document date name status organisation note", *_last_meeting(request))
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
    names = sorted({row["name"] or "" for row in rows}, key=_by_surname)
    absent = sorted({row["name"] or "" for row in rows if code(row["status"]) == "absent"}, key=_by_surname)
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
        _facts(request, rows),
        "stated",
        query="attendance",
    )


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
            during=request.now,
        )
        if _same_role(row["role"], wanted) and code(row["status"]) != "ended"
    ]
    rows = _narrowed(request, rows)
    named = [row for row in rows if row["name"]]
    past = _past_roles(request, wanted)
    if request.one("persoon") is not None:
        return _has_role(request, wanted, named)
    if not named:
        return _role_open(request, wanted, rows, past)
    lines = [_role_line(row) for row in named]
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


def _same_role(role: str | None, wanted: str) -> bool:
    return key(wanted) in key(role or "")


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


def _role_line(row: Row) -> Line:
    return Line(
        "held",
        {
            "name": row["name"],
            "role": row["role"],
            "body": row["bodyName"],
            "theme": row["label"],
            "from": day(row["start"]),
        },
    )


def _past_roles(request: Request, wanted: str) -> list[Row]:
    rows = request.rows("roles", "holding role status name body bodyName label", during=request.now)
    return [
        row
        for row in _narrowed(request, rows)
        if row["name"] and _same_role(row["role"], wanted) and code(row["status"]) == "ended"
    ]


def _has_role(request: Request, wanted: str, rows: list[Row]) -> Finding:
    person = request.one("persoon")
    name = person.name if person else None
    if rows:
        lines = (Line("yes"), *(_role_line(row) for row in rows))
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
        if _same_role(row["role"], wanted)
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
    lines = [_role_line(row) for row in rows]
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
        places += _facts(request, [row for row in lists if row["organisation"]][:1])
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
        places += _facts(request, lists[-1:])
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
    people = sorted({row["name"] or "" for row in (*found, *roles)}, key=_by_surname)
    if not people:
        return Finding(
            (Line("nobody", {"body": request.entities("orgaan")[0].name}),),
            status="not_in_minutes",
            query="attendance",
        )
    places = (
        *_facts(request, list({row["name"]: row for row in found}.values())),
        *(place for row in roles for place in request.shelf.evidence(row["holding"], request.at)),
    )
    return Finding(
        (Line("people", {"names": listed(people), "body": request.entities("orgaan")[0].name}),),
        tuple({"name": name} for name in people),
        places,
        "stated",
        query="attendance",
    )


def succession(request: Request) -> Finding | None:
    """Who comes after whom, and who was there before."""
    rows = request.rows(
        "successions",
        "succession predecessor predecessorName successor successorName role theme label body bodyName effective since capacity",
        during=request.now,
    )
    people = {entity.iri for entity in request.entities("persoon")}
    themes = {entity.iri for entity in request.entities("thema")}
    bodies = {entity.iri for entity in request.entities("orgaan")}
    role = request.match.slots.get("functie") or request.match.slots.get("rol")
    if people:
        side = {"successor": "predecessor", "predecessor": "successor"}.get(request.case or "")
        chosen = [row for row in rows if side and row[side] in people]
        rows = chosen or [row for row in rows if row["predecessor"] in people or row["successor"] in people]
    if request.asked.groups.get("chair"):
        rows = [row for row in rows if _same_role(row["role"], "voorzitter")]
    if themes:
        rows = [row for row in rows if row["theme"] in themes]
    if bodies:
        near = [row for row in rows if row["body"] in bodies]
        rows = near if near or not role else rows
    if role:
        wanted = role.code or (role.entities[0].name if role.entities else role.words)
        rows = [row for row in rows if _same_role(row["role"], wanted)] or ([] if not people else rows)
    if not rows:
        if not people and not themes:
            return None
        return Finding(
            (Line("none", {"name": next((each.name for each in request.entities("persoon")), None)}),),
            status="not_in_minutes",
            query="successions",
        )
    lines = [
        Line(
            "follows" if row["successorName"] else "nobody_yet",
            {
                "successor": row["successorName"],
                "predecessor": row["predecessorName"],
                "role": row["role"],
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(row["effective"]),
                "acting": "waarnemend" if code(row["capacity"]) == "acting" else None,
            },
        )
        for row in rows
    ]
    places = tuple(place for row in rows for place in request.shelf.evidence(row["succession"], request.at))
    return Finding(
        tuple(lines),
        tuple(
            {
                "predecessor": row["predecessorName"],
                "successor": row["successorName"],
                "role": row["role"],
                "theme": row["label"],
            }
            for row in rows
        ),
        places,
        "stated",
        query="successions",
    )


ANSWERS: dict[str, Answering] = {
    "office": office,
    "attendance": attendance,
    "was_there": was_there,
    "list_right": list_right,
    "corrections": corrections,
    "members": members,
    "role_holder": role_holder,
    "roles_of": roles_of,
    "of_organisation": of_organisation,
    "succession": succession,
}
