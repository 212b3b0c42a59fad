"""What somebody holds or held, and since when a portfolio is so."""

from __future__ import annotations

from datetime import date

from graph.questions.algebra import During, Is
from graph.questions.answering.holders import portfolios_at
from graph.questions.answering.naming import capacity_word
from graph.questions.answering.unheard import unknown_theme
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, kind


def portfolios_of(request: Request) -> Finding | None:
    """What somebody holds: said, or likely and then said so."""
    person = request.one("persoon")
    if person is None:
        return None
    found = request.rows(
        "holders",
        "situation label bodyName answer capacity start name",
        *request.about("persoon", "person"),
        *request.about("orgaan", "body"),
        during=request.now,
    )
    stated = [row for row in found if code(row["answer"]) != "inferred"]
    likely = [row for row in found if code(row["answer"]) == "inferred"]
    theme = request.one("thema")
    if theme is not None:
        return _holds(request, person.name, theme.name, stated, likely)
    lines = [held_line(row) for row in stated if row["label"]]
    lines += [Line("theme_not_named", {"name": row["name"]}) for row in stated if not row["label"]]
    if request.case == "count":
        lines.insert(0, Line("number", {"name": person.name, "number": str(len(stated))}))
    ever = bool(request.asked.groups.get("ever"))
    former = _former(request) if ever or not stated else []
    told = "was" if ever else "formerly"
    lines += [Line(told, {**held_line(row).values, "until": day(row["until"])}) for row in former]
    if not stated and not former:
        lines.append(Line("none", {"name": person.name}))
    lines += [
        Line("likely", {"name": person.name, "theme": row["label"]})
        for row in likely
        if not lines or not stated
    ]
    return Finding(
        tuple(lines),
        tuple(
            {"theme": row["label"], "body": row["bodyName"], "answer": code(row["answer"])} for row in stated
        ),
        request.evidence(stated or former or likely),
        "stated" if stated or former else None,
        "answered" if stated or former else "not_in_minutes",
        query="portfolios",
        params={"person": person.name, "asOf": request.at},
    )


def _former(request: Request) -> list[Row]:
    """What somebody held before the day asked about, each portfolio once."""
    rows = request.rows(
        "holders",
        "situation label bodyName answer capacity start name since until",
        *request.about("persoon", "person"),
        during=During("0001-01-01", request.at),
    )
    ended = [row for row in rows if code(row["answer"]) == "stated" and row["until"]]
    return list({(row["label"], row["bodyName"]): row for row in ended}.values())


def held_line(row: Row) -> Line:
    """That somebody holds a portfolio, or that the minutes disagree on it."""
    capacity = code(row["capacity"])
    case = "contradicted" if code(row["answer"]) == "contradicted" else "held"
    return Line(
        case,
        {
            "name": row["name"],
            "theme": row["label"],
            "body": row["bodyName"],
            "from": day(row["start"]),
            "capacity": f"{capacity_word(capacity)} portefeuillehouder".strip(),
        },
    )


def vacancy_values(row: Row) -> Row:
    """What is filled in where a vacant portfolio is told of."""
    return {
        "theme": row["label"],
        "body": row["bodyName"],
        "asker": row["requestedBy"],
        "since": day(row["since"]),
    }


def _holds(request: Request, person: str, theme: str, stated: list[Row], likely: list[Row]) -> Finding | None:
    held = [row for row in stated if (row["label"] or "").casefold() == theme.casefold()]
    if held:
        lines = [Line("yes"), *(held_line(row) for row in held)]
        return Finding(tuple(lines), evidence=request.evidence(held), certainty="stated", query="portfolios")
    others = request.rows(
        "holders",
        "situation name label bodyName answer capacity start",
        *request.about("thema", "theme"),
        during=request.now,
    )
    others = [row for row in others if code(row["answer"]) != "inferred"]
    if others:
        return Finding(
            (Line("no", {"name": person, "theme": theme}), *(held_line(row) for row in others)),
            evidence=request.evidence(others),
            certainty="stated",
            query="portfolios",
        )
    vacant = _vacant(request)
    if vacant:
        first = Line("no", {"name": person, "theme": theme})
        told = [
            Line("vacant", {"theme": row["label"], "body": row["bodyName"], "asker": row["requestedBy"]})
            for row in vacant
        ]
        return Finding(
            (first, *told), evidence=request.evidence(vacant), certainty="stated", query="portfolios"
        )
    lines = [Line("not_told", {"name": person, "theme": theme})]
    if any((row["label"] or "").casefold() == theme.casefold() for row in likely):
        lines.append(Line("likely", {"name": person, "theme": theme}))
    return Finding(
        tuple(lines), status="not_in_minutes", evidence=request.evidence(likely), query="portfolios"
    )


def since_when(request: Request) -> Finding | None:
    """Since when somebody holds a portfolio, or it is vacant."""
    theme, person = request.one("thema"), request.one("persoon")
    if theme is None and person is None:
        return None
    if theme is not None and not theme.known:
        return unknown_theme(request)
    people = _holding(request)
    vacant = [] if person else _vacant(request)
    over = [] if person or not request.asked.groups.get("vacant") else _was_vacant(request)
    former = _former(request) if person and not people else []
    former = [row for row in former if theme is None or row["label"] == theme.name]
    if vacant and not people and not person:
        former = _had(request, vacant)
    rows = [*over, *people, *vacant, *former]
    if not rows:
        return None
    lines = [
        *(_over_line(row) for row in over),
        *(_since_line(row) for row in people),
        *(Line("vacant_since", vacancy_values(row)) for row in vacant),
        *(_until_line(row) for row in former),
    ]
    return Finding(tuple(lines), evidence=request.evidence(rows), certainty="stated", query="portfolios")


def _holding(request: Request) -> list[Row]:
    """Who is said to hold what is asked about."""
    rows = request.rows(
        "holders",
        "situation name label bodyName answer capacity start since",
        *request.about("thema", "theme"),
        *request.about("persoon", "person"),
        *request.about("orgaan", "body"),
        during=request.now,
    )
    return [row for row in rows if code(row["answer"]) != "inferred"]


def _vacant(request: Request) -> list[Row]:
    """The portfolios asked about that are vacant."""
    return [row for row in portfolios_at(request) if code(row["answer"]) == "vacant"]


def _had(request: Request, vacant: list[Row]) -> list[Row]:
    """Who had a portfolio last that is vacant now, in the same body."""
    rows = request.rows(
        "holders",
        "situation name label body bodyName answer capacity until",
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        during=During("0001-01-01", request.at),
    )
    found = []
    for row in vacant:
        there = [
            each
            for each in rows
            if each["body"] == row["body"] and code(each["answer"]) == "stated" and each["until"]
        ]
        last = max((each["until"] or "" for each in there), default="")
        found += [each for each in there if each["until"] == last]
    return found


def _was_vacant(request: Request) -> list[Row]:
    """The portfolios asked about that were vacant and are no more."""
    rows = request.rows(
        "portfolios",
        "situation label bodyName since until",
        *request.about("thema", "theme"),
        *request.about("orgaan", "body"),
        Is("answer", (kind("answer", "vacant"),)),
        during=request.while_,
    )
    return [row for row in rows if row["until"] and row["until"] <= request.at]


def _over_line(row: Row) -> Line:
    start, end = (date.fromisoformat(row[field] or "") for field in ("since", "until"))
    return Line(
        "was_vacant",
        {
            "theme": row["label"],
            "body": row["bodyName"],
            "since": day(row["since"]),
            "until": day(row["until"]),
            "days": str((end - start).days),
        },
    )


def _since_line(row: Row) -> Line:
    return Line(
        "since_stated" if row["start"] else "since_seen",
        {
            "name": row["name"],
            "theme": row["label"],
            "body": row["bodyName"],
            "from": day(row["start"]),
            "since": day(row["since"]),
        },
    )


def _until_line(row: Row) -> Line:
    return Line(
        "until",
        {"name": row["name"], "theme": row["label"], "body": row["bodyName"], "until": day(row["until"])},
    )


ANSWERS: dict[str, Answering] = {
    "portfolios_of": portfolios_of,
    "since_when": since_when,
}
