"""Who had an office or a portfolio one after the other, and who before the one who has it now."""

from __future__ import annotations

from itertools import pairwise

from graph.answers.wording import label
from graph.questions.answering.naming import same_role
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day

_CHAIRS = ("chair", "deputy_chair")


def chairs(request: Request) -> Finding | None:
    """Who chaired, or was secretary, one after the other; `previous`: who did before the last one."""
    wanted = request.option("office", "chair")
    offices = _CHAIRS if wanted == "chair" else (wanted,)
    rows = sorted(
        (
            row
            for row in request.rows(
                "offices",
                "fact date meetingName meetingBody name office",
                *request.meetings(),
                *request.of_meetings(),
            )
            if code(row["office"]) in offices[:1] or (wanted == "chair" and code(row["office"]) == "chair")
        ),
        key=lambda row: row["date"] or "",
    )
    if request.entities("orgaan") and not request.of_meetings():
        return None
    turns = _turns(rows, ("meetingName", "name"))
    if request.case == "since":
        people = {entity.name for entity in request.entities("persoon")}
        turns = [turn for turn in turns if turn[0]["name"] in people]
    if request.case == "previous":
        turns = _before(turns, {entity.name for entity in request.entities("persoon")}) or _before_last(turns)
    if not turns:
        return None
    word = label("office", wanted)
    lines = [
        Line(
            "turn",
            {
                "name": turn[0]["name"],
                "office": word,
                "body": turn[0]["meetingName"],
                "from": day(turn[0]["date"]),
                "to": day(turn[-1]["date"]),
            },
        )
        for turn in turns
    ]
    firsts = [turn[0] for turn in turns]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "date": row["date"]} for row in firsts),
        request.facts(firsts),
        "stated",
        query="offices",
    )


def _turns(rows: list[Row], same: tuple[str, ...]) -> list[list[Row]]:
    """The rows in stretches in which these fields stay the same, body by body."""
    turns: list[list[Row]] = []
    for body in dict.fromkeys(row[same[0]] for row in rows):
        own = [row for row in rows if row[same[0]] == body]
        for place, row in enumerate(own):
            if place and row[same[1]] == own[place - 1][same[1]]:
                turns[-1].append(row)
            else:
                turns.append([row])
    return turns


def _before(turns: list[list[Row]], people: set[str]) -> list[list[Row]]:
    """The turns right before those of these people, in the same body."""
    return [
        first
        for first, second in pairwise(turns)
        if second[0]["name"] in people and first[0]["meetingName"] == second[0]["meetingName"]
    ]


def _before_last(turns: list[list[Row]]) -> list[list[Row]]:
    """Of each body the turn before the last."""
    bodies = dict.fromkeys(turn[0]["meetingName"] for turn in turns)
    own = [[turn for turn in turns if turn[0]["meetingName"] == body] for body in bodies]
    return [each[-2] for each in own if len(each) > 1]


def holders_over_time(request: Request) -> Finding | None:
    """Who had a portfolio one after the other."""
    rows = [
        row
        for row in request.rows(
            "holders",
            "situation name capacity since until label bodyName answer start",
            *request.about("thema", "theme"),
            *request.about("orgaan", "body"),
            during=request.while_,
        )
        if code(row["answer"]) != "inferred"
    ]
    rows.sort(key=lambda row: (row["bodyName"] or "", row["start"] or row["since"] or ""))
    unique = list({(row["bodyName"], row["name"], row["capacity"]): row for row in rows}.values())
    if not unique:
        return None
    lines = [
        Line(
            "held",
            {
                "name": row["name"],
                "capacity": {"acting": "waarnemend", "deputy": "plaatsvervangend"}.get(
                    code(row["capacity"]) or ""
                ),
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(row["start"]),
                "seen": None if row["start"] else day(row["since"]),
            },
        )
        for row in unique
    ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "since": row["since"]} for row in unique),
        request.evidence(unique),
        "stated",
        query="portfolios",
    )


def roles_over_time(request: Request) -> Finding | None:
    """Who had a role, at a body or for a theme, one after the other."""
    rows = request.rows(
        "roles",
        "holding role status name bodyName label since start end until",
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    wanted = request.role
    had = [row for row in rows if row["name"] and wanted and same_role(row["role"], wanted)]
    had.sort(key=lambda row: (row["bodyName"] or "", row["start"] or row["since"] or ""))
    of: dict[tuple[str | None, ...], list[Row]] = {}
    for row in had:
        of.setdefault((row["name"], row["bodyName"], row["label"]), []).append(row)
    if not of:
        return None
    return Finding(
        tuple(_had(each) for each in of.values()),
        tuple({"name": row["name"], "role": row["role"], "since": row["since"]} for row in had),
        request.all_evidence((each[0] for each in of.values()), "holding"),
        "stated",
        query="roles",
    )


def _had(rows: list[Row]) -> Line:
    """What is told of somebody in one role, over all of the time."""
    start = next((row["start"] for row in rows if row["start"]), None)
    end = next((row["end"] for row in rows if row["end"]), None)
    return Line(
        "held",
        {
            "name": rows[0]["name"],
            "role": rows[0]["role"],
            "theme": rows[0]["label"],
            "body": rows[0]["bodyName"],
            "from": day(start),
            "seen": None if start else day(rows[0]["since"]),
            "until": day(end),
        },
    )


ANSWERS: dict[str, Answering] = {
    "chairs": chairs,
    "holders_over_time": holders_over_time,
    "roles_over_time": roles_over_time,
}
