"""Meetings that were not held: the sentences that say so, with why where they tell."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from graph.dutch import dates
from graph.minutes.labels import wording
from graph.questions.model import Finding, Line
from graph.questions.passages import MASK, Passage, ahead, wanted
from graph.questions.request import Answering, Request, day

_MOST = 8
_NOT_HELD = re.compile(
    r"\b(?:vervallen|vervalt|verviel|afgelast|geannuleerd|geschrapt|uitgevallen|valt uit|viel uit|verplaatst"
    r"|verschoven|niet door(?:ge)?ga\w*|(?:ging|gaat|gingen|gaan)\b.{0,60}\bniet door)\b",
    re.IGNORECASE,
)
_LOOKED_FOR = (
    "vervallen",
    "vervalt",
    "afgelast",
    "geannuleerd",
    "doorgegaan",
    "door",
    "uitgevallen",
    "verplaatst",
)


def cancelled(request: Request) -> Finding | None:
    """The sentences that say a meeting did not take place, of the day that is asked about if there is one."""
    found = [each for each in _told(request) if _is_of_that_day(request, each)]
    if not found:
        return None
    shown: list[Passage] = []
    for each in found[:_MOST]:
        before = ahead(request.shelf.passages, each)
        pointed = before is not None and _POINTS.search(each.quote) and MASK not in before.quote
        shown += [before, each] if before is not None and pointed else [each]
    return Finding(
        tuple(
            Line(
                "told",
                {"text": each.said, "date": day(request.shelf.dates.get(each.document))},
            )
            for each in dict.fromkeys(shown)
        ),
        tuple({"quote": each.quote} for each in found),
        tuple(each.evidence() for each in found),
        "stated",
        query="passages",
    )


_POINTS = re.compile(r"\b(?:om die reden|daarom|daardoor|hierdoor|vandaar)\b", re.IGNORECASE)


def _told(request: Request) -> list[Passage]:
    """The sentences about a meeting that was not held, in order of their minutes."""
    every = request.shelf.passages.candidates(wanted(_LOOKED_FOR), None)
    found = {
        each: None
        for each in every
        if MASK not in each.quote
        and (request.shelf.dates.get(each.document) or "") <= request.as_of
        and _says_so(each.quote)
    }
    return sorted(found, key=lambda each: (request.shelf.dates.get(each.document) or "", each.start))


def _says_so(quote: str) -> bool:
    return any(
        _meeting().search(quote[max(0, told.start() - _NEAR) : told.end()])
        for told in _NOT_HELD.finditer(quote)
    )


_NEAR = 90  # characters before the word that denies


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    """What names a meeting: «de vergadering», «het DVO», «bijeenkomst»."""
    bodies = "|".join(map(re.escape, wording()["own_abbreviations"]))
    return re.compile(rf"\b(?:(?i:\w*(?:vergadering|overleg|bijeenkomst|sessie|zitting))|{bodies})\b")


def _is_of_that_day(request: Request, passage: Passage) -> bool:
    """Whether a sentence names a day of the time that is asked about; always where no time is asked."""
    period = request.period
    if period is None:
        return True
    start, end = period.start or "", period.end or "9999"
    anchor = date.fromisoformat(request.shelf.dates.get(passage.document) or request.as_of)
    told = (found.period for found in dates.find(passage.quote, anchor))
    return any(each.start and start <= each.start <= end for each in told)


ANSWERS: dict[str, Answering] = {"cancelled": cancelled}
