"""Who comes after whom, and who was there before."""

from __future__ import annotations

from collections.abc import Iterable

from graph.questions.answering.naming import same_role
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, listed

_FIELDS = (
    "succession predecessor predecessorName successor successorName"
    " role theme label body bodyName toldIn effective since capacity"
)


def succession(request: Request) -> Finding | None:
    """Who comes after whom, and who was there before."""
    rows = request.rows(
        "successions",
        _FIELDS,
        during=request.now,
    )
    rows = _of_role(request, _at_bodies(request, _of_themes(request, _of_people(request, rows))))
    if not rows:
        return _nobody(request)
    later = [each for row in rows if row["successorName"] is None for each in _came(request, row)]
    return Finding(
        (
            *(
                _line(row, [each for each in later if each["predecessor"] == row["predecessor"]])
                for row in rows
            ),
        ),
        tuple(_row(row) for row in rows),
        (*request.all_evidence(rows, "succession"), *request.all_evidence(later, "holding")),
        "stated",
        query="successions",
    )


def _came(request: Request, open_row: Row) -> list[Row]:
    """Who is said to have the role since, where minutes of a day before do not know who follows."""
    rows = request.rows(
        "roles",
        "holding role status person name body bodyName theme toldIn start since",
        during=request.now,
    )
    since = open_row["since"] or ""
    return [
        {**row, "predecessor": open_row["predecessor"]}
        for row in rows
        if row["name"]
        and code(row["status"]) == "held"
        and row["person"] != open_row["predecessor"]
        and open_row["role"]
        and same_role(row["role"], open_row["role"])
        and row["body"] == open_row["body"]
        and row["theme"] == open_row["theme"]
        and row["toldIn"] == open_row["toldIn"]
        and (row["start"] or row["since"] or "") > since
    ]


def _of_people(request: Request, rows: list[Row]) -> list[Row]:
    """The successions of the people asked about: on the side that is asked for, else on either."""
    people = {entity.iri for entity in request.entities("persoon")}
    if not people:
        return rows
    side = {"successor": "predecessor", "predecessor": "successor"}.get(request.case or "")
    chosen = [row for row in rows if side and row[side] in people]
    return chosen or [row for row in rows if row["predecessor"] in people or row["successor"] in people]


def _of_themes(request: Request, rows: list[Row]) -> list[Row]:
    """Those of the themes asked about, and of chairs where these are."""
    themes = {entity.iri for entity in request.entities("thema")}
    if request.asked.groups.get("chair"):
        rows = [row for row in rows if same_role(row["role"], "voorzitter")]
    return [row for row in rows if row["theme"] in themes] if themes else rows


def _at_bodies(request: Request, rows: list[Row]) -> list[Row]:
    """Those at the bodies asked about; where a role is asked about and none is there, all."""
    bodies = {entity.iri for entity in request.entities("orgaan")}
    near = [row for row in rows if row["body"] in bodies]
    if near or (bodies and request.role is None):
        return near
    return rows


def _of_role(request: Request, rows: list[Row]) -> list[Row]:
    """Those in the role asked about; of a person all, where none is."""
    wanted = request.role
    if wanted is None:
        return rows
    same = [row for row in rows if same_role(row["role"], wanted)]
    return rows if not same and request.entities("persoon") else same


def _nobody(request: Request) -> Finding | None:
    """That no succession is told; None when neither a person nor a theme is asked about."""
    person = request.one("persoon")
    if person is None and not request.entities("thema"):
        return None
    return Finding(
        (Line("none", {"name": person.name if person else None}),),
        status="not_in_minutes",
        query="successions",
    )


def _line(row: Row, later: list[Row]) -> Line:
    case = "follows" if row["successorName"] else "since_then" if later else "nobody_yet"
    return Line(
        case,
        {
            "names": listed([each["name"] or "" for each in later]),
            "start": day(later[0]["start"]) if len(later) == 1 else None,
            "since": day(row["since"]),
            "successor": row["successorName"],
            "predecessor": row["predecessorName"],
            "role": row["role"],
            "theme": row["label"],
            "body": row["bodyName"],
            "from": day(row["effective"]),
            "acting": "waarnemend" if code(row["capacity"]) == "acting" else None,
        },
    )


def _row(row: Row) -> Row:
    return {
        "predecessor": row["predecessorName"],
        "successor": row["successorName"],
        "role": row["role"],
        "theme": row["label"],
    }


def departures(request: Request) -> Finding | None:
    """Who left what they did, or came in somebody's place, with who follows; nobody is when none is told."""
    rows = request.rows(
        "successions",
        _FIELDS,
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    side = "successor" if request.case == "came" else "predecessor"
    rows = _latest(row for row in rows if row[side])
    ended = [] if request.case == "came" else _ended(request, {row["predecessor"] for row in rows})
    if not rows and not ended:
        return Finding((Line(f"nobody_{request.case}"),), status="not_in_minutes", query="successions")
    return Finding(
        (*(_line(row, []) for row in rows), *(_left_line(row) for row in ended)),
        (*map(_row, rows), *({"predecessor": row["name"], "role": row["role"]} for row in ended)),
        (*request.all_evidence(rows, "succession"), *request.all_evidence(ended, "holding")),
        "stated",
        query="successions",
    )


def _latest(rows: Iterable[Row]) -> list[Row]:
    """Of each role or portfolio that somebody leaves what was told of it last, in order of day."""
    found = {
        (row["predecessor"], row["role"], row["theme"], row["body"]): row
        for row in sorted(rows, key=lambda each: each["since"] or "")
    }
    return sorted(found.values(), key=lambda each: each["effective"] or each["since"] or "")


def _ended(request: Request, told: set[str | None]) -> list[Row]:
    """Who has a role no more, of whom no succession tells."""
    rows = request.rows(
        "roles",
        "holding role status person name bodyName label since end",
        *request.about("orgaan", "body"),
        during=request.while_,
    )
    return [
        row for row in rows if code(row["status"]) == "ended" and row["name"] and row["person"] not in told
    ]


def _left_line(row: Row) -> Line:
    return Line(
        "left",
        {
            "name": row["name"],
            "role": row["role"],
            "theme": row["label"],
            "body": row["bodyName"],
            "from": day(row["end"]),
            "since": day(row["since"]),
        },
    )


ANSWERS: dict[str, Answering] = {
    "succession": succession,
    "departures": departures,
}
