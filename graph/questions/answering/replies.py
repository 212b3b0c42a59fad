"""What followed on what somebody asked, and who can be asked."""

from __future__ import annotations

from graph.answers.model import Evidence
from graph.questions.algebra import Is
from graph.questions.answering.said import said_in
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, held
from graph.questions.request import Answering, Request, code, day, kind, listed


def reply(request: Request) -> Finding | None:
    """What followed on what somebody asked, missed or advised: the sentences behind it."""
    acts = tuple(kind("act", act) for act in ("asks", "misses", "advises", "proposes"))
    rows = [
        row
        for row in said_in(
            request, *request.about("persoon", "person"), *request.about("thema", "theme"), Is("act", acts)
        )
        if MASK not in (row["words"] or "")
    ]
    words = request.free_words
    if words:
        total = sum(each.weight for each in words)
        rated = [
            (sum(each.weight * held(_context(request, row), each) for each in words) / total, row)
            for row in rows
        ]
        best = max((worth for worth, _ in rated), default=0.0)
        if best < 0.34:  # noqa: PLR2004 - a third of what is asked about
            return None
        rows = [row for worth, row in rated if worth >= best]
    if not rows:
        return None
    lines: list[Line] = []
    places: list[Evidence] = []
    for row in list({row["fact"]: row for row in rows}.values())[-2:]:
        lines.append(
            Line(
                "asked",
                {"name": row["name"], "text": (row["words"] or "").rstrip("."), "date": day(row["date"])},
            )
        )
        places += request.shelf.of_fact(row["fact"])
        for passage in _after(request, row):
            lines.append(Line("then", {"text": passage.quote.strip().rstrip(".")}))
            places.append(passage)
    return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="statements")


def _after(request: Request, row: Row) -> list[Evidence]:
    """The two sentences behind a statement under the same agenda item."""
    place = next(iter(request.shelf.of_fact(row["fact"])), None)
    if place is None:
        return []
    title = request.shelf.title(place.document, place.start)
    behind = [
        each
        for each in request.shelf.passages.sentences(place.document)
        if each.start >= place.end and MASK not in each.quote
    ][:2]
    return [each.evidence() for each in behind if request.shelf.title(each.document, each.start) == title]


def _context(request: Request, row: Row) -> str:
    """A statement with the sentences around it."""
    place = next(iter(request.shelf.of_fact(row["fact"])), None)
    if place is None:
        return row["words"] or ""
    near = [
        each.quote
        for each in request.shelf.passages.sentences(place.document)
        if place.start - 400 <= each.start <= place.end + 200
    ]
    return " ".join(near)


def approach(request: Request) -> Finding | None:
    """Who to approach about a theme: its holder, else whoever spoke most about it, and that is said."""
    theme = request.one("thema")
    if theme is None or not theme.known:
        return None
    near = request.about("orgaan", "body") if request.of_meetings() else ()
    holders = [
        row
        for row in request.rows(
            "holders",
            "situation name label bodyName answer",
            *request.about("thema", "theme"),
            *near,
            during=request.now,
        )
        if code(row["answer"]) == "stated"
    ]
    if holders:
        lines = [
            Line("holder", {"name": row["name"], "theme": row["label"], "body": row["bodyName"]})
            for row in holders
        ]
        places = tuple(
            place for row in holders for place in request.shelf.evidence(row["situation"], request.at)
        )
        return Finding(tuple(lines), evidence=places, certainty="stated", query="portfolios")
    rows = said_in(request, *request.about("thema", "theme"))
    rows = list({row["fact"]: row for row in rows}.values())
    if not rows:
        return Finding((Line("nobody", {"theme": theme.name}),), status="not_in_minutes", query="portfolios")
    names = [row["name"] or "" for row in rows]
    most = sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), names.index(name)))
    lines = [Line("spoke", {"names": listed(most[:3]), "theme": theme.name})]
    return Finding(
        tuple(lines),
        evidence=request.facts([row for row in rows if row["name"] == most[0]][:3]),
        certainty="inferred",
        query="statements_about",
    )


ANSWERS: dict[str, Answering] = {
    "reply": reply,
    "approach": approach,
}
