"""Who said what, about what, in which meeting."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.questions.algebra import Condition, Is
from graph.questions.answering.said import said_in
from graph.questions.model import Entity, Finding, Line, Row
from graph.questions.passages import Wanted, held, weigh
from graph.questions.request import Answering, Request, day, kind, listed

_MOST = 6


def about_theme(request: Request) -> Finding | None:
    """Who said something about a theme, and what."""
    theme = request.one("thema")
    if theme is None:
        return None
    if not theme.known:
        return _not_about(Line("unknown_theme", {"asked": request.words("thema")}))
    rows = said_in(request, *request.about("thema", "theme"), *_acts(request))
    beside = _beside(request, rows)
    if not rows and weigh(request.shelf.passages, request.theme_words, request.documents):
        return None
    if not rows:
        return _not_about(Line("nobody", {"theme": theme.name}))
    by: dict[str, list[Row]] = {}
    for row in rows:
        by.setdefault(row["name"] or "", []).append(row)
    lines = [Line("who", {"names": listed(list(by)), "theme": theme.name})]
    also = [row["name"] or "" for row in beside if row["name"] not in by]
    if also:
        lines.append(Line("beside", {"names": listed(also)}))
    if request.case != "who":
        lines += [_said_line(row) for row in _spread(by)]
    return Finding(
        tuple(lines),
        tuple(_said_row(row) for row in rows[:40]),
        request.facts(_spread(by)),
        "stated",
        query="statements_about",
        params={"theme": theme.name},
    )


def _not_about(line: Line) -> Finding:
    return Finding((line,), status="not_in_minutes", query="statements_about")


def _acts(request: Request) -> tuple[Condition, ...]:
    """The condition that a statement is of the acts that the kind of question is about; none for all."""
    acts = tuple(kind("act", act) for act in request.option("acts").split())
    return (Is("act", acts),) if acts else ()


def _said_line(row: Row) -> Line:
    return Line(
        "said", {"name": row["name"], "text": (row["words"] or "").rstrip("."), "date": day(row["date"])}
    )


def _said_row(row: Row) -> Row:
    return {"name": row["name"], "words": row["words"], "date": row["date"]}


_PREFIX = 40  # characters of a statement that tell which sentence it is
_MOSTLY = 0.4  # of what is said at an agenda item, for the item to be about a theme


def _beside(request: Request, rows: list[Row]) -> list[Row]:
    """What else is said at the agenda items that are mostly about the theme."""
    items = {(row["document"], row["item"]) for row in rows if row["item"]}
    tied = {row["fact"] for row in rows}
    documents = tuple(NamedNode(iri) for iri in sorted({row["document"] or "" for row in rows}))
    if not documents:
        return []
    said = list({row["fact"]: row for row in said_in(request, Is("document", documents))}.values())
    found: list[Row] = []
    for item in sorted(items, key=str):
        here = [row for row in said if (row["document"], row["item"]) == item]
        about = [row for row in here if row["fact"] in tied]
        if len(about) >= _MOSTLY * len(here) or any(_under_its_title(request, row) for row in about):
            found += [row for row in here if row["fact"] not in tied]
    return found


def _under_its_title(request: Request, row: Row) -> bool:
    """Whether the agenda item at which something is said is called after the theme."""
    sentences = request.shelf.passages.sentences((row["document"] or "").rpartition("/")[2])
    said = (row["words"] or "").strip(" .")
    title = next((each.title for each in sentences if said and said[:_PREFIX] in each.quote), "")
    return any(held(title, word) for word in request.theme_words)


def _spread(by: dict[str, list[Row]]) -> list[Row]:
    """A few of everybody, the first of each first."""
    chosen = [rows[0] for rows in by.values()]
    for rows in by.values():
        chosen += rows[1:3]
    return chosen[: max(_MOST, len(by))]


def said_by(request: Request) -> Finding | None:
    """What somebody said: about a theme, about something in free words, or at all."""
    person = request.one("persoon")
    if person is None:
        return None
    rows = _statements_of(request)
    theme = request.one("thema")
    words = (*request.free_words, *request.theme_words)
    found = _best(request, rows, words, theme.iri if theme else None) if words else rows[-_MOST:]
    shown = found[:_MOST]
    if not shown:
        return None if words and request.match.rest else _said_nothing(person, theme)
    return Finding(
        tuple(_said_line(row) for row in shown),
        tuple(_said_row(row) for row in shown),
        request.facts(shown),
        "stated",
        query="statements",
        params={"person": person.name},
    )


def _statements_of(request: Request) -> list[Row]:
    """What somebody said, each statement once."""
    unique: dict[str | None, Row] = {}
    for row in said_in(request, *request.about("persoon", "person"), *_acts(request)):
        unique.setdefault(row["fact"], row)
    return list(unique.values())


def _said_nothing(person: Entity, theme: Entity | None) -> Finding:
    return Finding(
        (Line("nothing", {"name": person.name, "theme": theme.name if theme else None}),),
        status="not_in_minutes",
        query="statements",
    )


def _best(request: Request, rows: list[Row], words: tuple[Wanted, ...], theme: str | None) -> list[Row]:
    """The statements that hold what is asked about, with what the same speaker says right behind."""
    tied = (
        {
            row["fact"]
            for row in said_in(request, *request.about("persoon", "person"), Is("theme", (NamedNode(theme),)))
        }
        if theme
        else set()
    )
    total = sum(each.weight for each in words)
    rated = []
    for number, row in enumerate(rows):
        worth = sum(each.weight * held(row["words"] or "", each) for each in words) / total
        rated.append((max(worth, 0.7 if row["fact"] in tied else 0.0), -number, row))
    best = max((worth for worth, _, _ in rated), default=0.0)
    if best < 0.34:  # noqa: PLR2004 - a third of what is asked about
        return []
    chosen = sorted((each for each in rated if each[0] >= 0.6 * best), key=lambda each: (-each[0], -each[1]))
    found = [row for _, _, row in chosen][:4]
    for row in found[:1]:
        at = rows.index(row)
        beside = [
            each for each in rows if each["item"] == row["item"] and each["document"] == row["document"]
        ]
        found += sorted(
            (each for each in beside if each not in found), key=lambda each: abs(rows.index(each) - at)
        )[:3]
    return sorted(found, key=rows.index)


ANSWERS: dict[str, Answering] = {
    "about_theme": about_theme,
    "said_by": said_by,
}
