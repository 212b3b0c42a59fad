"""Who belongs to a body: the last list in its minutes, who has a role at it, what sentences tell."""

from __future__ import annotations

import re

from graph.questions.answering.attendance import last_list
from graph.questions.answering.naming import by_surname
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, Passage, Wanted, beside, held, wanted, weigh
from graph.questions.request import Answering, Request, code, day, listed
from graph.questions.sentence_cues import tells_of
from graph.questions.words import key


def members(request: Request) -> Finding | None:
    """Who belongs to a body: who is listed in its minutes; nobody is when there are none."""
    rows = request.rows(
        "attendance", "fact document date name status organisation note", *request.last_meeting()
    )
    body = request.one("orgaan")
    if body is None:
        return _on_list(request, rows, None)
    roles = _with_a_role(request)
    if not rows or not request.of_meetings():
        return _without_list(request, body.name, roles)
    return _on_list(request, rows, body.name)


def _with_a_role(request: Request) -> list[Row]:
    """Who has a role at the body."""
    return [
        row
        for row in request.rows(
            "roles",
            "holding role status name bodyName",
            *request.about("orgaan", "body"),
            during=request.now,
        )
        if row["name"] and code(row["status"]) == "held"
    ]


def _without_list(request: Request, body: str, roles: list[Row]) -> Finding:
    """Who has a role at a body without a list, and the sentences that tell who belongs to it."""
    held = tuple(Line("role", {"name": row["name"], "role": row["role"], "body": body}) for row in roles)
    told = _told_members(request)
    lines = (
        (Line("told", {"body": body}), *(Line("quote", _quote(request, each)) for each in told))
        if told
        else (Line("no_members", {"body": body}),)
    )
    return Finding(
        (*lines, *held),
        status="answered" if roles or told else "not_in_minutes",
        evidence=(
            *(each.evidence() for each in told),
            *request.all_evidence(roles, "holding"),
        ),
    )


_NEAR, _FAR = 3, 6  # sentences behind the one that names a body; the same under a title that does
_LOOKED_AT = 30
_THERE = 0.7  # from which a word of a name counts as being there


def _told_members(request: Request) -> list[Passage]:
    """The sentences that tell who belongs to a body, in it or close behind where it is named."""
    found: dict[Passage, None] = {}
    for name in _names(request):
        words = wanted(name.split())
        for each in weigh(request.shelf.passages, words, request.documents)[:_LOOKED_AT]:
            reach = _reach(each.passage, words)
            near = (each.passage, *beside(request.shelf.passages, each.passage)) if reach is not None else ()
            found |= dict.fromkeys(
                other
                for other in near
                if 0 <= other.number - each.passage.number <= (reach or 0)
                and MASK not in other.quote
                and tells_of("belongs", other.quote)
                and _has_a_name(request, other)
            )
    return sorted(found, key=lambda each: (request.shelf.dates.get(each.document) or "", each.start))


def _names(request: Request) -> tuple[str, ...]:
    """What the body is and was called."""
    shelf = request.shelf
    iris = [other for each in request.entities("orgaan") for other in (each.iri, *shelf.renamed(each.iri))]
    return tuple(
        dict.fromkeys(shelf.lexicon.entities[iri].name for iri in iris if iri in shelf.lexicon.entities)
    )


def _reach(passage: Passage, words: tuple[Wanted, ...]) -> int | None:
    """How far behind a sentence still is told of the body that it or its title names; None: it names none."""
    if all(held(passage.title, word) >= _THERE for word in words):
        return _FAR
    told = f"{passage.title} {passage.quote}"
    named = held(passage.quote, words[0]) >= _THERE and all(held(told, word) >= _THERE for word in words)
    return _NEAR if named else None


def _has_a_name(request: Request, passage: Passage) -> bool:
    words = (key(word) for word in re.findall(r"[A-ZÀ-Þ][\w'’-]+", passage.quote))
    named = request.shelf.lexicon.named
    return any(entity.sort == "person" for word in words for entity in named.get(word, ()))


def _quote(request: Request, passage: Passage) -> Row:
    date = request.shelf.dates.get(passage.document)
    return {"text": passage.said, "date": day(date)}


def _on_list(request: Request, rows: list[Row], body: str | None) -> Finding | None:
    """Who is on the last list; None when there is no list."""
    rows = last_list(rows, request)
    if not rows:
        return None
    names = sorted({row["name"] or "" for row in rows}, key=by_surname)
    absent = sorted({row["name"] or "" for row in rows if code(row["status"]) == "absent"}, key=by_surname)
    values = {
        "names": listed(names),
        "absent": listed(absent),
        "date": day(rows[0]["date"]),
        "body": body,
        "number": str(len(names)),
    }
    return Finding(
        (Line("members", values),),
        tuple({"name": name} for name in names),
        request.facts(rows),
        "stated",
        query="attendance",
    )


ANSWERS: dict[str, Answering] = {"members": members}
