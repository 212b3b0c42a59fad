"""All portfolios at once: what is vacant, and who holds anything."""

from __future__ import annotations

from graph.questions.algebra import Is
from graph.questions.answering.held import held_line, vacancy_values
from graph.questions.answering.holders import PORTFOLIO_FIELDS, portfolio_row
from graph.questions.answering.naming import capacity_word
from graph.questions.model import Finding, Line, Row
from graph.questions.request import Answering, Request, code, day, kind, listed


def vacancies(request: Request) -> Finding:
    """What is vacant: portfolios, and roles that are still to be filled."""
    if request.case == "ever":
        return _ever_vacant(request)
    rows = _vacant(request)
    roles = _open_roles(request) if request.case != "portfolios" else []
    unfilled = _unfilled(request) if request.case != "portfolios" else []
    lines = [Line("vacant", vacancy_values(row)) for row in rows]
    lines += [
        Line("role", {"role": row["role"], "theme": row["label"], "body": row["bodyName"]}) for row in roles
    ]
    lines += [Line("no_successor", {"role": row["role"], "name": row["predecessorName"]}) for row in unfilled]
    if lines and request.asked.groups.get("howmany"):
        lines.insert(0, Line("number", {"number": str(len(rows))}))
    lines = lines or [Line("nothing")]
    unnamed = _unnamed(request)
    if unnamed and request.case == "portfolios":
        lines.append(Line("not_named", {"themes": listed(unnamed)}))
    return Finding(
        tuple(lines),
        tuple(portfolio_row(row) for row in rows),
        (*request.evidence(rows), *request.evidence(roles, "finding")),
        "stated",
        query="vacancies",
        params={"asOf": request.at},
    )


def _ever_vacant(request: Request) -> Finding:
    """What was vacant at any time: portfolios, roles, and whoever left without a successor at that time."""
    vacant = Is("answer", (kind("answer", "vacant"),))
    body = request.about("orgaan", "body")
    rows = request.rows(
        "portfolios", "situation label bodyName answer since until", vacant, *body, during=request.while_
    )
    roles = request.rows("vacancies", "finding role label bodyName since until", *body, during=request.while_)
    left = [
        row
        for row in request.rows(
            "successions",
            "succession predecessorName successorName role label since until",
            during=request.while_,
        )
        if row["successorName"] is None and row["role"]
    ]
    lines = [Line("was_vacant", _in_time(row)) for row in rows if row["label"]]
    lines += [Line("was_open", _in_time(row)) for row in roles]
    lines += [Line("left", {**_in_time(row), "name": row["predecessorName"]}) for row in left]
    return Finding(
        tuple(lines) or (Line("nothing"),),
        tuple({"theme": row["label"], "since": row["since"], "until": row["until"]} for row in rows),
        (
            *request.all_evidence(rows),
            *request.all_evidence(roles, "finding"),
            *request.all_evidence(left, "succession"),
        ),
        "stated",
        query="vacancies",
        params={"asOf": request.at},
    )


def _in_time(row: Row) -> dict[str, str | None]:
    return {
        "theme": row["label"],
        "role": row.get("role"),
        "body": row.get("bodyName"),
        "since": day(row["since"]),
        "until": day(row["until"]),
    }


def _vacant(request: Request) -> list[Row]:
    """The portfolios that somebody asked a holder for."""
    rows = request.rows(
        "portfolios",
        PORTFOLIO_FIELDS,
        *request.about("orgaan", "body"),
        Is("answer", (kind("answer", "vacant"),)),
        during=request.now,
    )
    return [row for row in rows if row["label"]]


def _open_roles(request: Request) -> list[Row]:
    """The roles that are still to be filled."""
    return request.rows(
        "vacancies",
        "finding role label bodyName since",
        *request.about("orgaan", "body"),
        during=request.now,
    )


def _unnamed(request: Request) -> list[str]:
    """The themes that are portfolios without a holder being named."""
    rows = request.rows(
        "portfolios",
        "label portfolioSince",
        *request.about("orgaan", "body"),
        Is("answer", (kind("answer", "not_named"), kind("answer", "inferred"))),
        during=request.now,
    )
    return sorted({row["label"] or "" for row in rows if row["portfolioSince"]})


def _unfilled(request: Request) -> list[Row]:
    """The roles that somebody leaves without a successor being named."""
    rows = request.rows(
        "successions",
        "succession predecessorName successorName role label",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    return [row for row in rows if row["successorName"] is None and row["role"]]


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
    vacant = vacancies(request)
    if request.case == "count":
        lines = [_count_line(stated)]
    else:
        lines = [*_each_line(stated), *(line for line in vacant.lines if line.case == "vacant")]
    return Finding(
        tuple(lines) or (Line("nobody"),),
        tuple({"person": row["name"], "theme": row["label"], "body": row["bodyName"]} for row in stated),
        (*request.evidence(stated), *vacant.evidence),
        "stated",
        query="holders",
        params={"asOf": request.at},
    )


def without_deputy(request: Request) -> Finding:
    """The portfolios, held or vacant, for which no deputy is named; only where deputies are named at all."""
    rows = request.rows(
        "holders",
        "situation label bodyName answer capacity name",
        *request.about("orgaan", "body"),
        during=request.now,
    )
    stated = [row for row in rows if row["label"] and code(row["answer"]) != "inferred"]
    covered = {(row["label"], row["bodyName"]) for row in stated if code(row["capacity"]) == "deputy"}
    alone = [row for row in stated if (row["label"], row["bodyName"]) not in covered]
    vacant = [row for row in _vacant(request) if (row["label"], row["bodyName"]) not in covered]
    if not covered:
        return Finding((Line("no_deputies"),), status="not_in_minutes", query="holders")
    lines = [
        Line(case, {"names": listed(sorted({each["label"] or "" for each in found}))})
        for case, found in (("without", alone), ("vacant", vacant))
        if found
    ]
    return Finding(
        tuple(lines) or (Line("all_have"),),
        tuple({"theme": row["label"], "body": row["bodyName"]} for row in (*alone, *vacant)),
        request.evidence([*alone, *vacant]),
        "stated",
        query="holders",
        params={"asOf": request.at},
    )


def _each_line(stated: list[Row]) -> list[Line]:
    """Who holds what, by body and theme."""
    return [
        held_line(row) if row["label"] else Line("theme_not_named", {"name": row["name"]})
        for row in sorted(stated, key=lambda row: ((row["bodyName"] or ""), (row["label"] or "")))
    ]


def _count_line(stated: list[Row]) -> Line:
    people = {row["name"] for row in stated}
    names = listed([name or "" for name in sorted(people, key=str)])
    return Line("count", {"number": str(len(people)), "names": names})


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
                **held_line(row | {"answer": None}).values,
                "was": "was" if row["until"] and row["until"] <= request.as_of else "is",
                "from": day(row["start"] or row["since"]),
                "until": day(row["end"] or row["until"]),
            },
        )
        for row in (dict(row) for row in rows)
    ]
    return Finding(tuple(lines), evidence=request.evidence(rows), certainty="stated", query="holders")


ANSWERS: dict[str, Answering] = {
    "vacancies": vacancies,
    "holders_all": holders_all,
    "without_deputy": without_deputy,
}
