"""Free seats in a body, as the sentences tell them."""

from __future__ import annotations

from graph.questions.model import Finding, Line
from graph.questions.passages import MASK, Passage, held, wanted, weigh
from graph.questions.request import Answering, Request, day
from graph.questions.sentence_cues import tells_of

_LOOKED_AT = 40
_THERE = 0.7


def seats(request: Request) -> Finding | None:
    """The sentences that tell of a free seat in a body, or in any; None when none does."""
    shelf = request.shelf
    body = request.one("orgaan")
    names = wanted((body.name if body else "").split())[:1]
    words = (*names, *wanted(("plek", "plekken", "openstaande", "vertegenwoordiger")))
    found = [
        each.passage
        for each in weigh(shelf.passages, words)[:_LOOKED_AT]
        if tells_of("free_seat", each.passage.quote)
        and MASK not in each.passage.quote
        and (shelf.dates.get(each.passage.document) or "") <= request.at
        and (body is None or _is_of(request, each.passage, body.name))
    ]
    if not found:
        return None
    found.sort(key=lambda each: (shelf.dates.get(each.document) or "", each.start))
    lines = [Line("seat", {"text": each.said, "date": day(shelf.dates.get(each.document))}) for each in found]
    places = tuple(each.evidence() for each in found)
    return Finding(tuple(lines), evidence=places, query="passages")


def _is_of(request: Request, passage: Passage, name: str) -> bool:
    """Whether a sentence tells of the body: it names its kind, or stands in its own minutes."""
    kinds = [word for word in wanted(name.split()) if word.word.casefold().endswith(_KINDS)]
    own = request.shelf.bodies.get(passage.document) == name
    return own or any(held(f"{passage.title} {passage.quote}", word) >= _THERE for word in kinds)


_KINDS = ("groep", "raad", "team", "overleg", "tafel", "platform")

ANSWERS: dict[str, Answering] = {"seats": seats}
