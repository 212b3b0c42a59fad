"""Who chaired a meeting, was its secretary, or took the minutes."""

from __future__ import annotations

from graph.answers.wording import label
from graph.questions.algebra import Between
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK
from graph.questions.request import Answering, Request, code, day
from graph.questions.sentence_cues import tells_of
from graph.questions.words import key

_OFFICES = {
    "chair": ("chair", "deputy_chair"),
    "deputy_chair": ("deputy_chair",),
    "secretary": ("secretary",),
    "note_taker": ("note_taker",),
}


def office(request: Request) -> Finding | None:
    """Who chaired, was secretary of, or took the minutes of a meeting or body."""
    wanted = _wanted(request)
    rows = _offices(request, wanted) or _around_the_day(request, wanted)
    if request.match.slots.get("persoon") is not None:
        return _held_office(request, rows, wanted)
    word = label("office", wanted)
    of_body = request.entities("orgaan") and not (request.period and rows)
    roles = _body_roles(request, word) if of_body else []
    if wanted == "deputy_chair" and not roles and not rows and not request.period:
        rows = _before(request, wanted)
    vacant = _vacant(request, word) if of_body and not roles and not rows else []
    if vacant:
        return Finding(
            (Line("vacant", {"office": word, "body": request.entities("orgaan")[0].name}),),
            evidence=request.all_evidence(vacant, "finding"),
            certainty="stated",
            query="vacancies",
        )
    if not roles and not rows:
        return Finding((Line("not_named", {"office": word}),), status="not_in_minutes")
    if wanted == "chair" and not roles and not request.period and all(map(_is_deputy, rows)):
        rows = [*rows, *_before(request, "chair")]
    usual = request.asked.groups.get("usual") and request.case != "why" and wanted == "chair"
    unsaid = bool(usual) and not roles and all(map(_is_deputy, rows))
    return Finding(
        (
            *(_role_line(row) for row in roles),
            *(_office_line(row, wanted) for row in rows),
            *_reasons(request, rows),
        ),
        tuple({"name": row["name"], "date": row["date"]} for row in rows),
        (*request.all_evidence(roles, "holding"), *request.facts(rows)),
        None if unsaid else "stated",
        query="offices",
        status="not_in_minutes" if unsaid else "answered",
    )


def _wanted(request: Request) -> str:
    """The office that is asked for; «plaatsvervangend» before «voorzitter» makes it another."""
    wanted = "chair" if request.case in (None, "why") else request.case
    deputy, chair = (request.asked.groups.get(group, ()) for group in ("deputy", "chair"))
    before = any(max(one) + 1 == min(other) for one in deputy for other in chair)
    return "deputy_chair" if wanted == "chair" and before and request.case != "why" else wanted


def _vacant(request: Request, word: str) -> list[Row]:
    """Where the minutes say that the body has nobody in the office."""
    bodies = {entity.iri: key(entity.name) for entity in request.entities("orgaan")}
    rows = request.rows("vacancies", "finding role body label", during=request.now)
    return [
        row
        for row in rows
        if key(row["role"] or "") == key(word)
        and (row["body"] in bodies or any(key(row["label"] or " ") in name for name in bodies.values()))
    ]


def _is_deputy(row: Row) -> bool:
    """Whether somebody only had the office in another's place, who is not named."""
    return code(row["office"]) == "deputy_chair"


def _offices(request: Request, wanted: str) -> list[Row]:
    """Who had the office at the meetings asked about; nobody at a body without minutes."""
    rows = [
        row
        for row in request.rows(
            "offices",
            "fact document date meetingName name office",
            *(request.meetings() if request.entities("persoon") else request.last_meeting()),
            *request.about("persoon", "person"),
        )
        if code(row["office"]) in _OFFICES[wanted]
    ]
    return [] if request.entities("orgaan") and not request.of_meetings() else rows


def _around_the_day(request: Request, wanted: str) -> list[Row]:
    """Who had an office at the meetings before and after a day on which none was held («op 1 maart»)."""
    period = request.period
    if not period or not period.start or period.start != period.end or request.documents:
        return []
    if request.entities("orgaan") and not request.of_meetings():
        return []
    rows = [
        row
        for row in request.rows(
            "offices",
            "fact document date meetingName name office",
            Between("date", None, request.as_of),
            *request.of_meetings(),
            *request.about("persoon", "person"),
        )
        if code(row["office"]) in _OFFICES[wanted] and row["date"]
    ]
    days = {row["date"] or "" for row in rows}
    before = max((each for each in days if each < period.start), default=None)
    after = min((each for each in days if each > period.start), default=None)
    near = [row for row in rows if row["date"] in (before, after)]
    return sorted(near, key=lambda row: row["date"] or "")


def _before(request: Request, wanted: str) -> list[Row]:
    """Who had an office at the last meeting whose minutes give it to somebody."""
    rows = request.rows("offices", "fact date meetingName name office", *request.meetings())
    had = [row for row in rows if code(row["office"]) == wanted and (row["date"] or "") <= request.as_of]
    last = max((row["date"] or "" for row in had), default="")
    return [row for row in had if row["date"] == last]


def _role_line(row: Row) -> Line:
    return Line(
        "role",
        {"name": row["name"], "role": row["role"], "body": row["bodyName"], "from": day(row["start"])},
    )


def _office_line(row: Row, wanted: str) -> Line:
    return Line("deputy" if _is_deputy(row) and wanted == "chair" else "held", _office_values(row))


def _office_values(row: Row) -> Row:
    return {
        "name": row["name"],
        "office": label("office", code(row["office"]) or ""),
        "body": row["meetingName"],
        "date": day(row["date"]),
    }


_IS = frozenset(("voorzitter", "chair", "chairman", "chairperson"))


def _asks_what_somebody_is(request: Request) -> bool:
    """Whether it is asked if somebody is the chair («is X voorzitter»), not if he chaired («zat X voor»)."""
    return not _IS.isdisjoint(token.key for token in request.asked.tokens)


def _held_office(request: Request, rows: list[Row], wanted: str) -> Finding:
    person = request.one("persoon")
    name = person.name if person else None
    word = label("office", wanted)
    if not rows:
        return Finding((Line("not_held", {"name": name, "office": word}),), status="not_in_minutes")
    times = Line("times", {"name": name, "number": str(len(rows)), "office": word})
    which = request.asked.groups.get("which_meeting") or request.asked.groups.get("when")
    if wanted == "chair" and all(map(_is_deputy, rows)) and _asks_what_somebody_is(request):
        usual = request.asked.groups.get("usual")
        return Finding(
            tuple(_office_line(row, wanted) for row in rows),
            evidence=request.facts(rows),
            certainty=None if usual else "stated",
            query="offices",
            status="not_in_minutes" if usual else "answered",
        )
    first = times if request.asked.groups.get("howmany") else Line("yes")
    held = (*(Line("held", _office_values(row)) for row in rows), *_reasons(request, rows))
    return Finding(
        held if which or request.case == "why" else (first, *held),
        evidence=request.facts(rows),
        certainty="stated",
        query="offices",
    )


def _reasons(request: Request, rows: list[Row]) -> list[Line]:
    """Why somebody chaired in another's place, where that is asked too."""
    if request.case != "why":
        return []
    told = dict.fromkeys(text for row in rows if (text := _why(request, row)))
    return [Line("why", {"text": text}) for text in told] or [Line("no_reason")]


_HEAD = 40  # sentences of minutes, among which is told who chairs


def _why(request: Request, row: Row) -> str | None:
    """The sentence that tells why somebody chaired in another's place."""
    if not _is_deputy(row):
        return None
    surname = (row["name"] or "").rsplit(" ", 1)[-1]
    sentences = request.shelf.passages.sentences(request.shelf.document_id(row["document"]))[:_HEAD]
    told = (each.quote.strip() for each in sentences if each.body and MASK not in each.quote)
    found = [text for text in told if tells_of("chairs_instead", text)]
    return next(
        (text.rstrip(".") for text in found if surname in text), found[0].rstrip(".") if found else None
    )


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
