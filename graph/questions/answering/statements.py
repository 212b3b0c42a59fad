"""Who said what, about what, in which meeting."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.questions.algebra import Condition, Is
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, Passage, Wanted, held, wanted, weigh
from graph.questions.request import Answering, Request, day, kind, listed

_MOST = 6
_TOLD = 10  # statements of an act


def _free(request: Request) -> tuple[Wanted, ...]:
    return wanted(request.free, request.shelf.synonyms)


def _statements(request: Request, *where: Condition) -> list[Row]:
    rows = request.rows(
        "statements",
        "fact document date meetingName person name act words item position",
        *where,
        *request.meetings(),
    )
    rows = [row for row in rows if MASK not in (row["words"] or "")]
    return sorted(rows, key=lambda row: (row["date"] or "", row["document"] or "", int(row["position"] or 0)))


def about_theme(request: Request) -> Finding | None:
    """Who said something about a theme, and what."""
    theme = request.one("thema")
    if theme is None:
        return None
    if not theme.known:
        return Finding(
            (Line("unknown_theme", {"asked": request.words("thema")}),),
            status="not_in_minutes",
            query="statements_about",
        )
    acts = tuple(kind("act", act) for act in request.option("acts").split())
    rows = _statements(request, *request.about("thema", "theme"), *((Is("act", acts),) if acts else ()))
    beside = _beside(request, rows)
    if not rows and weigh(request.shelf.passages, request.theme_words, request.documents):
        return None
    if not rows:
        return Finding(
            (Line("nobody", {"theme": theme.name}),), status="not_in_minutes", query="statements_about"
        )
    by: dict[str, list[Row]] = {}
    for row in rows:
        by.setdefault(row["name"] or "", []).append(row)
    lines = [Line("who", {"names": listed(list(by)), "theme": theme.name})]
    also = [row["name"] or "" for row in beside if row["name"] not in by]
    if also:
        lines.append(Line("beside", {"names": listed(also)}))
    if request.case != "who":
        lines += [
            Line(
                "said",
                {"name": row["name"], "text": (row["words"] or "").rstrip("."), "date": day(row["date"])},
            )
            for row in _spread(by)
        ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "words": row["words"], "date": row["date"]} for row in rows[:40]),
        request.facts(_spread(by)),
        "stated",
        query="statements_about",
        params={"theme": theme.name},
    )


_OWN = 0.4  # of what was asked, in the sentence itself
_MOSTLY = 0.4  # of what is said at an agenda item, for the item to be about a theme


def _beside(request: Request, rows: list[Row]) -> list[Row]:
    """What else is said at the agenda items that are mostly about the theme."""
    items = {(row["document"], row["item"]) for row in rows if row["item"]}
    tied = {row["fact"] for row in rows}
    documents = tuple(NamedNode(iri) for iri in sorted({row["document"] or "" for row in rows}))
    if not documents:
        return []
    said = list({row["fact"]: row for row in _statements(request, Is("document", documents))}.values())
    found: list[Row] = []
    for item in sorted(items, key=str):
        here = [row for row in said if (row["document"], row["item"]) == item]
        if sum(row["fact"] in tied for row in here) >= _MOSTLY * len(here):
            found += [row for row in here if row["fact"] not in tied]
    return found


def _spread(by: dict[str, list[Row]]) -> list[Row]:
    """A few of everybody, the first of each first."""
    chosen = [rows[0] for rows in by.values()]
    for rows in by.values():
        chosen += rows[1:3]
    return chosen[: max(_MOST, len(by))]


def both_themes(request: Request) -> Finding | None:
    """Who spoke about two themes."""
    first, second = request.one("thema"), request.one("thema2")
    if first is None or second is None:
        return None
    told = [_statements(request, Is("theme", (NamedNode(each.iri),))) for each in (first, second)]
    spoke = [
        {row["name"] or "" for row in (*rows, *_at_items_called(request, each.name, rows))}
        for each, rows in zip((first, second), told, strict=True)
    ]
    names = sorted(spoke[0] & spoke[1])
    if not names:
        return Finding(
            (Line("nobody_both", {"theme": first.name, "theme2": second.name}),),
            status="not_in_minutes",
            query="statements",
        )
    rows = [
        row
        for row in _statements(request, Is("theme", (NamedNode(first.iri), NamedNode(second.iri))))
        if row["name"] in names
    ]
    return Finding(
        (Line("both", {"names": listed(names), "theme": first.name, "theme2": second.name}),),
        tuple({"name": name} for name in names),
        request.facts(rows[:_MOST]),
        "stated",
        query="statements",
    )


def _at_items_called(request: Request, theme: str, rows: list[Row]) -> list[Row]:
    """What is said at agenda items with the theme in their title."""
    documents = tuple(NamedNode(iri) for iri in sorted({row["document"] or "" for row in rows}))
    if not documents:
        return []
    looked = wanted((theme,))
    found = []
    for row in _statements(request, Is("document", documents)):
        place = next(iter(request.shelf.of_fact(row["fact"])), None)
        if place and all(held(request.shelf.title(place.document, place.start), word) for word in looked):
            found.append(row)
    return found


def who_said(request: Request) -> Finding | None:
    """Who said, asked or missed what is told in free words."""
    words = (*_free(request), *request.theme_words)
    if request.asked.groups.get("overview") and not words:
        words = wanted(("overzicht",), request.shelf.synonyms)
    found = [
        each
        for each in weigh(request.shelf.passages, words, request.documents)
        if MASK not in each.passage.quote
    ]
    if not found or found[0].score < 0.55:  # noqa: PLR2004 - more than half of what was asked
        return None
    best = [each.passage for each in found[:3] if each.score >= 0.85 * found[0].score and each.own >= _OWN]
    lines, places = [], []
    for passage in best:
        row = _speaker(request, passage)
        if row is not None:
            lines.append(
                Line(
                    "said",
                    {
                        "name": row["name"],
                        "text": passage.quote.strip().rstrip("."),
                        "date": day(row["date"]),
                    },
                )
            )
            places.append(
                Evidence(passage.document, passage.start, passage.end, passage.quote, row["name"], "")
            )
    if not lines:
        return None
    return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="statements")


def _speaker(request: Request, passage: Passage) -> Row | None:
    """The statement that a sentence is, with who makes it."""
    iri = next((ref.iri for ref in request.shelf.documents if ref.document == passage.document), None)
    for row in _statements(request, Is("document", (NamedNode(iri),))) if iri else ():
        if (row["words"] or "")[:60] in passage.quote or passage.quote.strip()[:60] in (row["words"] or ""):
            return row
    return None


def by_act(request: Request) -> Finding | None:
    """Who asked, advised or missed something, in the meetings asked about, else in the last ones."""
    rows = _statements(request, Is("act", (kind("act", request.case or ""),)))
    if not rows:
        return Finding((Line("nobody"),), status="not_in_minutes", query="statements")
    shown = rows if request.period else rows[-_TOLD:]
    return Finding(
        tuple(
            Line(
                "said",
                {"name": row["name"], "text": (row["words"] or "").rstrip("."), "date": day(row["date"])},
            )
            for row in shown[:_TOLD]
        ),
        tuple({"name": row["name"], "words": row["words"], "date": row["date"]} for row in shown),
        request.facts(shown[:_TOLD]),
        "stated",
        query="statements",
    )


def said_by(request: Request) -> Finding | None:
    """What somebody said: about a theme, about something in free words, or at all."""
    person = request.one("persoon")
    if person is None:
        return None
    acts = tuple(kind("act", act) for act in request.option("acts").split())
    rows = _statements(request, *request.about("persoon", "person"), *((Is("act", acts),) if acts else ()))
    unique: dict[str | None, Row] = {}
    for row in rows:
        unique.setdefault(row["fact"], row)
    rows = list(unique.values())
    theme = request.one("thema")
    words = _free(request)
    if theme is not None:
        words = (*words, *request.theme_words)
    if words:
        rows = _best(request, rows, words, theme.iri if theme else None)
        if not rows:
            return (
                None
                if request.match.rest
                else Finding(
                    (Line("nothing", {"name": person.name, "theme": theme.name if theme else None}),),
                    status="not_in_minutes",
                    query="statements",
                )
            )
    if not rows:
        return Finding(
            (Line("nothing", {"name": person.name, "theme": None}),),
            status="not_in_minutes",
            query="statements",
        )
    shown = rows[-_MOST:] if not words else rows[:_MOST]
    lines = [
        Line(
            "said", {"name": row["name"], "text": (row["words"] or "").rstrip("."), "date": day(row["date"])}
        )
        for row in shown
    ]
    return Finding(
        tuple(lines),
        tuple({"name": row["name"], "words": row["words"], "date": row["date"]} for row in shown),
        request.facts(shown),
        "stated",
        query="statements",
        params={"person": person.name},
    )


def _best(request: Request, rows: list[Row], words: tuple[Wanted, ...], theme: str | None) -> list[Row]:
    """The statements that hold what is asked about, with what the same speaker says right behind."""
    tied = (
        {
            row["fact"]
            for row in _statements(
                request, *request.about("persoon", "person"), Is("theme", (NamedNode(theme),))
            )
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
    "both_themes": both_themes,
    "who_said": who_said,
    "said_by": said_by,
    "by_act": by_act,
}
