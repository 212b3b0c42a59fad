"""What somebody holds, what is vacant, and who holds anything."""

from __future__ import annotations

from graph.questions.algebra import During, Is
from graph.questions.answering.holders import PORTFOLIO_FIELDS, portfolio_row, portfolios_at
from graph.questions.answering.naming import capacity_word
from graph.questions.answering.unheard import unknown_theme
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, kind, listed


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
    lines = [_held_line(row) for row in stated if row["label"]]
    lines += [Line("theme_not_named", {"name": row["name"]}) for row in stated if not row["label"]]
    if request.case == "count":
        lines.insert(0, Line("number", {"name": person.name, "number": str(len(stated))}))
    former = _former(request) if not stated else []
    lines += [Line("formerly", {**_held_line(row).values, "until": day(row["until"])}) for row in former]
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


def _held_line(row: Row) -> Line:
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


def _holds(request: Request, person: str, theme: str, stated: list[Row], likely: list[Row]) -> Finding | None:
    held = [row for row in stated if (row["label"] or "").casefold() == theme.casefold()]
    if held:
        lines = [Line("yes"), *(_held_line(row) for row in held)]
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
            (Line("no", {"name": person, "theme": theme}), *(_held_line(row) for row in others)),
            evidence=request.evidence(others),
            certainty="stated",
            query="portfolios",
        )
    vacant = [row for row in portfolios_at(request) if code(row["answer"]) == "vacant"]
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


def vacancies(request: Request) -> Finding:
    """What is vacant: portfolios, and roles that are still to be filled."""
    rows = [
        row
        for row in request.rows(
            "portfolios",
            PORTFOLIO_FIELDS,
            *request.about("orgaan", "body"),
            Is("answer", (kind("answer", "vacant"),)),
            during=request.now,
        )
        if row["label"]
    ]
    lines = [
        Line(
            "vacant",
            {
                "theme": row["label"],
                "body": row["bodyName"],
                "asker": row["requestedBy"],
                "since": day(row["since"]),
            },
        )
        for row in rows
    ]
    places = list(request.evidence(rows))
    if request.case != "portfolios":
        roles = request.rows(
            "vacancies",
            "finding role label bodyName since",
            *request.about("orgaan", "body"),
            during=request.now,
        )
        lines += [
            Line("role", {"role": row["role"], "theme": row["label"], "body": row["bodyName"]})
            for row in roles
        ]
        places += request.evidence(roles, "finding")
        lines += [
            Line("no_successor", {"role": row["role"], "name": row["predecessorName"]})
            for row in _unfilled(request)
        ]
    if lines and request.asked.groups.get("howmany"):
        lines.insert(0, Line("number", {"number": str(len(rows))}))
    if not lines:
        lines.append(Line("nothing"))
    unnamed = sorted(
        {
            row["label"] or ""
            for row in request.rows(
                "portfolios",
                "label portfolioSince",
                *request.about("orgaan", "body"),
                Is("answer", (kind("answer", "not_named"), kind("answer", "inferred"))),
                during=request.now,
            )
            if row["portfolioSince"]
        }
    )
    if unnamed and request.case == "portfolios":
        lines.append(Line("not_named", {"themes": listed(unnamed)}))
    return Finding(
        tuple(lines),
        tuple(portfolio_row(row) for row in rows),
        tuple(places),
        "stated",
        query="vacancies",
        params={"asOf": request.at},
    )


def _unfilled(request: Request) -> list[Row]:
    rows = request.rows(
        "successions",
        "succession predecessorName successorName role label",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    return [row for row in rows if row["successorName"] is None and row["role"]]


def _in_capacity(request: Request, capacity: str) -> Finding:
    """Who is or was a holder in a capacity such as acting."""
    rows = request.rows(
        "holders",
        "situation label bodyName capacity start end since until name",
        *request.about("orgaan", "body"),
        Is("capacity", (kind("capacity", capacity),)),
        during=request.while_,
    )
    rows = list({(row["name"], row["label"], row["bodyName"]): row for row in rows}.values())
    if not rows:
        missing = Line("no_capacity", {"capacity": capacity_word(capacity)})
        return Finding((missing,), status="not_in_minutes", query="holders")
    lines = [
        Line(
            "capacity",
            {
                **_held_line(row | {"answer": None}).values,
                "was": "was" if row["until"] and row["until"] <= request.as_of else "is",
                "from": day(row["start"] or row["since"]),
                "until": day(row["end"] or row["until"]),
            },
        )
        for row in (dict(row) for row in rows)
    ]
    return Finding(tuple(lines), evidence=request.evidence(rows), certainty="stated", query="holders")


def holders_all(request: Request) -> Finding:
    """Everybody who is called portfolio holder, and of what."""
    if request.case in ("acting", "deputy"):
        return _in_capacity(request, request.case)
    rows = request.rows(
        "holders",
        "situation label bodyName answer capacity start name",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    stated = [row for row in rows if code(row["answer"]) != "inferred"]
    lines = [
        _held_line(row) if row["label"] else Line("theme_not_named", {"name": row["name"]})
        for row in sorted(stated, key=lambda row: ((row["bodyName"] or ""), (row["label"] or "")))
    ]
    vacant = vacancies(request)
    if request.case != "count":
        lines += [line for line in vacant.lines if line.case == "vacant"]
    if request.case == "count":
        people = {row["name"] for row in stated}
        lines = [
            Line(
                "count",
                {
                    "number": str(len(people)),
                    "names": listed([name or "" for name in sorted(people, key=str)]),
                },
            )
        ]
    return Finding(
        tuple(lines) or (Line("nobody"),),
        tuple({"person": row["name"], "theme": row["label"], "body": row["bodyName"]} for row in stated),
        (*request.evidence(stated), *vacant.evidence),
        "stated",
        query="holders",
        params={"asOf": request.at},
    )


def since_when(request: Request) -> Finding | None:
    """Since when somebody holds a portfolio, or it is vacant."""
    theme = request.one("thema")
    if theme is None and request.one("persoon") is None:
        return None
    if theme is not None and not theme.known:
        return unknown_theme(request)
    people = request.rows(
        "holders",
        "situation name label bodyName answer capacity start since",
        *request.about("thema", "theme"),
        *request.about("persoon", "person"),
        *request.about("orgaan", "body"),
        during=request.now,
    )
    people = [row for row in people if code(row["answer"]) != "inferred"]
    lines = [
        Line(
            "since_stated" if row["start"] else "since_seen",
            {
                "name": row["name"],
                "theme": row["label"],
                "body": row["bodyName"],
                "from": day(row["start"]),
                "since": day(row["since"]),
            },
        )
        for row in people
    ]
    vacant = (
        [row for row in portfolios_at(request) if code(row["answer"]) == "vacant"]
        if not request.one("persoon")
        else []
    )
    lines += [
        Line(
            "vacant_since",
            {
                "theme": row["label"],
                "body": row["bodyName"],
                "since": day(row["since"]),
                "asker": row["requestedBy"],
            },
        )
        for row in vacant
    ]
    former = _former(request) if request.one("persoon") and not people else []
    former = [row for row in former if theme is None or row["label"] == theme.name]
    lines += [
        Line(
            "until",
            {"name": row["name"], "theme": row["label"], "body": row["bodyName"], "until": day(row["until"])},
        )
        for row in former
    ]
    if not lines:
        return None
    return Finding(
        tuple(lines),
        evidence=request.evidence([*people, *vacant, *former]),
        certainty="stated",
        query="portfolios",
    )


ANSWERS: dict[str, Answering] = {
    "portfolios_of": portfolios_of,
    "vacancies": vacancies,
    "holders_all": holders_all,
    "since_when": since_when,
}
