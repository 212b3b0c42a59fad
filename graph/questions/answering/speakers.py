"""Who said something: in free words, about two themes, or in an act such as advising."""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.questions.algebra import Is
from graph.questions.answering.said import said_in
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, Passage, held, wanted, weigh
from graph.questions.request import Answering, Request, day, kind, listed

_MOST = 6
_OWN = 0.5  # of what was asked, in the sentence itself
_TOLD = 10  # statements of an act


def both_themes(request: Request) -> Finding | None:
    """Who spoke about two themes."""
    first, second = request.one("thema"), request.one("thema2")
    if first is None or second is None:
        return None
    told = [said_in(request, Is("theme", (NamedNode(each.iri),))) for each in (first, second)]
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
        for row in said_in(request, Is("theme", (NamedNode(first.iri), NamedNode(second.iri))))
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
    for row in said_in(request, Is("document", documents)):
        place = next(iter(request.shelf.of_fact(row["fact"])), None)
        if place and all(held(request.shelf.title(place.document, place.start), word) for word in looked):
            found.append(row)
    return found


def who_said(request: Request) -> Finding | None:
    """Who said, asked or missed what is told in free words."""
    words = (*request.free_words, *request.theme_words)
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
                        "text": passage.said,
                        "date": day(row["date"]),
                    },
                )
            )
            places.append(passage.evidence(row["name"]))
    if not lines:
        return None
    return Finding(tuple(lines), evidence=tuple(places), certainty="stated", query="statements")


def _speaker(request: Request, passage: Passage) -> Row | None:
    """The statement that a sentence is, with who makes it."""
    iri = next((ref.iri for ref in request.shelf.documents if ref.document == passage.document), None)
    for row in said_in(request, Is("document", (NamedNode(iri),))) if iri else ():
        if (row["words"] or "")[:60] in passage.quote or passage.quote.strip()[:60] in (row["words"] or ""):
            return row
    return None


def by_act(request: Request) -> Finding | None:
    """Who asked, advised or missed something, in the meetings asked about, else in the last ones."""
    rows = said_in(request, Is("act", (kind("act", request.case or ""),)), *request.about("thema", "theme"))
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


ANSWERS: dict[str, Answering] = {"both_themes": both_themes, "who_said": who_said, "by_act": by_act}
