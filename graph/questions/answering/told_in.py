"""In which meetings something came up: how often, when first and when last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.language import said
from graph.questions.algebra import Is
from graph.questions.model import Entity, Finding, Line
from graph.questions.passages import MASK, Wanted, WholeText, weigh
from graph.questions.request import Answering, Request, day, listed

_WHOLE = 0.7  # of the words that are asked about, in one sentence
_SHOWN = 12  # meetings of which a sentence is shown


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A meeting in which it came up, and a sentence that shows it."""

    date: str
    body: str | None
    places: tuple[Evidence, ...]


def told_in(request: Request) -> Finding | None:
    """The meetings whose minutes name a theme, person or body, or hold the words that are asked about."""
    thing = next((found for slot in ("thema", "persoon", "orgaan") if (found := request.one(slot))), None)
    if request.match.rest:
        words = (*request.free_words, *request.theme_words)
        name = f"«{' '.join(word.word for word in words)}»"
        meetings = _holding(request, words)
        return _finding(request, name, meetings, "passages") if meetings else None
    if thing is None:
        return None
    if not thing.known:
        unknown = Line("unknown", {"name": request.words("thema") or thing.name})
        return Finding((unknown,), status="not_in_minutes", query="mentioned")
    return _finding(request, thing.name, _naming(request, thing), "mentioned")


def _naming(request: Request, thing: Entity) -> list[_Meeting]:
    """The meetings whose minutes name it, in order."""
    itself = request.one("orgaan") is thing
    rows = request.rows(
        "mentioned",
        "document date meetingName mention",
        Is("thing", (NamedNode(thing.iri),)),
        *(() if itself else request.in_documents()),
    )
    known = {row["document"]: row for row in rows if (row["date"] or "") <= request.as_of}
    found = sorted(known.values(), key=lambda row: row["date"] or "")
    return [
        _Meeting(
            row["date"] or "",
            row["meetingName"],
            tuple(_sentence(request, place) for place in request.shelf.of_fact(row["mention"])[:1]),
        )
        for row in found
    ]


def _sentence(request: Request, place: Evidence) -> Evidence:
    """The sentence in which a name stands, so that it shows what was said; the name alone in a masked one."""
    for each in request.shelf.passages.sentences(place.document):
        if each.start <= place.start and place.end <= each.end and MASK not in each.quote:
            return replace(place, start=each.start, end=each.end, quote=each.quote)
    return place


def _holding(request: Request, words: Sequence[Wanted]) -> list[_Meeting]:
    """The meetings with a sentence that holds the words; none where an index finds the best ones alone."""
    passages = request.shelf.passages
    if not isinstance(passages, WholeText):
        return []
    best: dict[str, _Meeting] = {}
    for each in weigh(passages, words, request.documents):
        told = each.passage
        if each.own >= _WHOLE and MASK not in told.quote and told.document not in best:
            place = told.evidence()
            date, body = request.shelf.dates.get(told.document), request.shelf.bodies.get(told.document)
            best[told.document] = _Meeting(date or "", body, (place,))
    return sorted(best.values(), key=lambda each: each.date)


def _finding(request: Request, name: str, meetings: list[_Meeting], query: str) -> Finding:
    """How often, in which meetings, when first or when last."""
    if not meetings:
        return Finding((Line("never", {"name": name}),), certainty="stated", query=query)
    case = request.case or "which"
    if case in ("first", "last"):
        meetings = meetings[:1] if case == "first" else meetings[-1:]
    bodies = {each.body for each in meetings}
    values = {
        "name": name,
        "number": str(len(meetings)),
        "meetings": said("vergadering" if len(meetings) == 1 else "vergaderingen"),
        "where": listed(
            [
                f"{day(each.date)} ({each.body})" if len(bodies) > 1 else day(each.date) or ""
                for each in meetings
            ]
        ),
        "date": day(meetings[0].date),
        "body": meetings[0].body,
    }
    return Finding(
        (Line(case, values),),
        tuple({"date": each.date, "body": each.body} for each in meetings),
        tuple(place for each in meetings[:_SHOWN] for place in each.places),
        "stated",
        query=query,
    )


ANSWERS: dict[str, Answering] = {"told_in": told_in}
