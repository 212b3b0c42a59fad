"""Meetings: when and where they were, what comes next, and which minutes there are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.dutch.period import Period
from graph.dutch.written import MONTHS
from graph.questions.algebra import Between, Condition, Is
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, Passage
from graph.questions.request import NOWHERE, Answering, Request, day, listed
from graph.questions.sentence_cues import tells_of
from graph.questions.words import key

_FIELDS = "document date body bodyName title start end place combined"


def _asked(request: Request) -> list[Row]:
    period = request.period
    where: tuple[Condition, ...] = (*request.about("orgaan", "body"), Between("date", None, request.as_of))
    if period:
        where = (*where, Between("date", period.start, period.end))
    return request.rows("meetings", _FIELDS, *where)


def _merged(rows: list[Row]) -> list[Row]:
    """One row for a document, with all that it was combined with."""
    found: dict[str | None, dict[str, str | None]] = {}
    for row in rows:
        known = found.setdefault(row["document"], dict(row))
        if row["combined"] and known["combined"] and row["combined"] not in known["combined"]:
            known["combined"] = f"{known['combined']} en {row['combined']}"
    return sorted(found.values(), key=lambda row: row["date"] or "")


def _values(row: Row) -> Row:
    return {
        "body": row["bodyName"],
        "date": day(row["date"]),
        "start": _time(row["start"]),
        "end": _time(row["end"]),
        "place": row["place"],
        "combined": row["combined"],
        "title": row["title"],
    }


def _time(clock: str | None) -> str | None:
    return clock.lstrip("0").replace(":", ".") if clock else None


_WHEN_AND_WHERE = re.compile(r"datum|tijd|locatie|plaats", re.IGNORECASE)


def _head(request: Request, rows: Iterable[Row]) -> tuple[Evidence, ...]:
    """The first lines of the minutes, where date, time and place stand."""
    heads = (request.shelf.passages.sentences(request.shelf.document_id(row["document"]))[:8] for row in rows)
    return tuple(each.evidence() for head in heads for each in head if _WHEN_AND_WHERE.search(each.quote))


def meeting(request: Request) -> Finding | None:
    """When and where a meeting was."""
    rows = _merged(_asked(request))
    if not rows:
        if request.period is None:
            return None
        return Finding(
            (Line("none", {"date": request.words("datum")}),), status="not_in_minutes", query="meetings"
        )
    if request.case == "first":
        rows = rows[:1]
    elif request.case == "previous":
        return _previous(request, rows)
    elif request.period is None and request.case != "every":
        rows = rows[-1:]
    lines = [Line("meeting", _values(row)) for row in rows]
    return Finding(
        tuple(lines), tuple(_values(row) for row in rows), _head(request, rows), "stated", query="meetings"
    )


def _previous(request: Request, rows: list[Row]) -> Finding:
    """The last meeting, and the one that its minutes speak of as the one before."""
    last = rows[-1]
    before = [row for row in rows[:-1] if row["body"] == last["body"]]
    lines = [Line("last", _values(last)), *(Line("before", _values(row)) for row in before[-1:])]
    places = list(_head(request, [last]))
    if not before:
        told = [
            row
            for row in _events(request)
            if _is_meeting(request, row, last) and (row["first"] or "9") < (last["date"] or "")
        ]
        for row in sorted(told, key=lambda each: each["first"] or "")[-1:]:
            lines.append(Line("before", {"body": last["bodyName"], "date": day(row["first"])}))
            places += request.shelf.of_fact(row["fact"])
    return Finding(
        tuple(lines), tuple(_values(row) for row in rows[-2:]), tuple(places), "stated", query="meetings"
    )


def _events(request: Request) -> list[Row]:
    return request.rows(
        "events",
        "fact document date meetingBody meetingName label said first last place",
        *_lately(request),
        Between("date", None, request.as_of),
    )


_TITLE = 120  # characters
_LATELY = 60  # the last minutes, in which what is still to come has been said


def _lately(request: Request) -> tuple[Condition, ...]:
    """The last minutes of the body that is asked about, or of all."""
    bodies = {each.name for each in request.entities("orgaan") if each.iri in request.shelf.lexicon.meeting}
    refs = [
        ref
        for ref in request.shelf.documents
        if (ref.date or "") <= request.as_of and (not bodies or ref.body in bodies)
    ]
    return (Is("document", tuple(NamedNode(ref.iri) for ref in refs[-_LATELY:]) or (NOWHERE,)),)


def _is_meeting(request: Request, row: Row, meeting: Row | None = None) -> bool:
    """Whether an event is a meeting of the body that is asked about, or of the body whose minutes tell it."""
    names = [key(entity.name) for entity in request.entities("orgaan")]
    if not names:
        names = [key((meeting["bodyName"] if meeting else row["meetingName"]) or "")]
    text = key(row["label"] or "")
    generic = any(word in text for word in ("vergadering", "overleg", "bijeenkomst"))
    own = row["meetingBody"] in {entity.iri for entity in request.entities("orgaan")} or not request.entities(
        "orgaan"
    )
    coming = text.startswith(("volgend", "eerstvolgend"))
    return any(name and name in text for name in names) or (
        own and (coming or (generic and "vergadering" in text))
    )


def next_meeting(request: Request) -> Finding | None:
    """When the next meeting is, as the minutes say."""
    rows = [row for row in _events(request) if _is_meeting(request, row) and (row["first"] or row["last"])]
    rows = [row for row in rows if (row["last"] or row["first"] or "") > (row["date"] or "")]
    held = {(ref.body, ref.date) for ref in request.shelf.documents}
    rows = [row for row in rows if (row["meetingName"], row["first"]) not in held]
    after = request.period.end if request.period and request.period.end else request.as_of
    now = [row for row in rows if (row["last"] or "9999") >= after]
    if not now:
        return Finding(
            (Line("unknown", {"body": next((each.name for each in request.entities("orgaan")), None)}),),
            status="not_in_minutes",
            query="events",
        )
    exact = [row for row in now if row["first"] == row["last"]] or now
    bodies = dict.fromkeys(row["meetingName"] for row in exact)
    chosen = [
        min((row for row in exact if row["meetingName"] == body), key=lambda row: row["first"] or "")
        for body in bodies
    ]
    lines = [
        Line(
            "next",
            {
                "date": day(row["first"]) if row["first"] == row["last"] else row["said"],
                "body": row["meetingName"],
                "place": row["place"],
                "quote": next((each.quote for each in request.shelf.of_fact(row["fact"])), None)
                if row["place"] is None
                else None,
            },
        )
        for row in chosen
    ]
    places = tuple(place for row in chosen for place in request.shelf.of_fact(row["fact"]))
    return Finding(tuple(lines), evidence=places, certainty="stated", query="events")


def agenda(request: Request) -> Finding | None:
    """What was or will be on the agenda of a meeting."""
    period = request.period
    coming = request.case == "next" or (period and (period.start or "") > request.as_of)
    if coming:
        return _coming(request)
    rows = _merged(_asked(request))
    if not rows:
        return _coming(request) if period else None
    chosen = rows[-1:] if period is None else rows
    lines: list[Line] = []
    places: list[Evidence] = []
    for row in chosen:
        document = request.shelf.document_id(row["document"])
        titles = _titles(request, document)
        lines.append(
            Line("agenda", {"body": row["bodyName"], "date": day(row["date"]), "items": "; ".join(titles)})
        )
        places += _head(request, [row])[:1]
    return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="agenda")


def _titles(request: Request, document: str) -> list[str]:
    """The titles of the agenda items; of one without a title, how it begins."""
    text = request.shelf.text(document)
    return [
        item.title or text[item.start : item.end].split(".")[0][:_TITLE].strip()
        for item in request.shelf.items(document)
    ]


def _is_day(period: Period) -> bool:
    return period.start is not None and period.start == period.end


def _coming(request: Request) -> Finding | None:
    """What the minutes put on a meeting still to come."""
    words = (request.words("datum") or "").removeprefix("van ").strip()
    period = request.period
    rows = request.rows("promises", "promise words body since", Between("since", None, request.as_of))
    terms = {
        row["promise"]: row
        for row in request.rows("terms", "promise first last", Between("date", None, request.as_of))
    }
    found = [row for row in rows if _comes(row, terms.get(row["promise"]), period)]
    told = _told_to_come(request, period)
    lines = [Line("planned", {"text": (row["words"] or "").rstrip(".")}) for row in found]
    known = {line.values["text"] for line in lines}
    lines += [
        Line("planned", {"text": text, "title": each.title or None})
        for each in told
        if (text := each.said) not in known
    ]
    if not lines:
        nothing = Finding((Line("nothing", {"words": words}),), status="not_in_minutes", query="promises")
        return nothing if period is not None and (period.start or "") > request.as_of else None
    places = tuple(place for row in found for place in request.shelf.evidence(row["promise"], request.as_of))
    places += tuple(each.evidence() for each in told)
    return Finding(
        (
            Line(
                "coming", {"date": day(period.start) if period and _is_day(period) else None, "words": words}
            ),
            *lines,
        ),
        evidence=places,
        certainty="stated",
        query="promises",
    )


def _comes(row: Row, term: Row | None, period: Period | None) -> bool:
    """Whether a promise is for the next meeting, or has its term in the time that is asked about."""
    if period is None:
        return tells_of("next_time", row["words"] or "")
    start, end = period.start, period.end or "9999"
    if term is None or not start or not term["last"] or not start <= term["last"] <= end:
        return False
    return term["first"] in (None, term["last"]) or (term["first"] or "") >= start


_LAST = 3  # minutes, in which what comes next has been said


def _told_to_come(request: Request, period: Period | None) -> list[Passage]:
    """What the last minutes say to come in a month that is still to come."""
    if period is None or not period.start or period.start <= request.as_of:
        return []
    month = re.compile(rf"\b{MONTHS[int(period.start[5:7]) - 1]}\b", re.IGNORECASE)
    here = [ref.document for ref in request.shelf.documents if (ref.date or "") <= request.as_of]
    bodies = {each.name for each in request.entities("orgaan")}
    here = [each for each in here if not bodies or request.shelf.bodies.get(each) in bodies][-_LAST:]
    year = period.start[:4]
    return [
        each
        for document in here
        if (request.shelf.dates.get(document) or "")[:4] == year
        for each in request.shelf.passages.sentences(document)
        if month.search(each.quote) and tells_of("to_come", each.quote) and MASK not in each.quote
    ]


def upcoming(request: Request) -> Finding | None:
    """What is planned after the as-of date."""
    rows = [row for row in _events(request) if (row["last"] or row["first"] or "") > request.as_of]
    if request.period:
        start, end = request.period.start or "", request.period.end or "9999"
        rows = [row for row in rows if start <= (row["first"] or row["last"] or "") <= end]
    if not rows:
        told = request.period is not None
        return Finding((Line("nothing"),), status="not_in_minutes", query="events") if told else None
    lines = [
        Line("event", {"label": row["label"], "date": row["said"], "place": row["place"]})
        for row in sorted(rows, key=lambda each: each["first"] or "9")
    ]
    return Finding(
        tuple(lines),
        evidence=tuple(place for row in rows for place in request.shelf.of_fact(row["fact"])),
        certainty="stated",
        query="events",
    )


def documents(request: Request) -> Finding | None:
    """Which minutes there are; None of a body that has none."""
    if request.entities("orgaan") and not request.of_meetings():
        return None
    rows = _merged(_asked(request))
    names = [f"{row['bodyName'] or row['title']} van {day(row['date'])}" for row in rows]
    case = "count" if request.case == "count" else "all"
    if not rows:
        return Finding((Line("no_documents"),), status="not_in_minutes", query="documents")
    return Finding(
        (Line(case, {"names": listed(names), "number": str(len(rows))}),),
        tuple(_values(row) for row in rows),
        _head(request, rows)[:10],
        "stated",
        query="documents",
    )


ANSWERS: dict[str, Answering] = {
    "meeting": meeting,
    "next_meeting": next_meeting,
    "agenda": agenda,
    "upcoming": upcoming,
    "documents": documents,
}
