"""By when an action is to be done: the dates in a stretch, a month alone, and the meeting that comes next."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from graph.dutch import dates
from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.deadline import deadline
from graph.facts.listed.sections import wording

_LAST_PART = re.compile(r"(?:\s[–|-]\s|[:(,]\s*)(?P<part>[^\W\d_]{3,9}\.?)[\s.;)]*$")
_REACH = 50  # characters between «volgende vergadering» and its date


def dates_in(context: Context, start: int, end: int) -> list[Period]:
    """The dates in a stretch of text."""
    return [context.periods[place] for place in range(start, end) if place in context.periods]


def deadlines_in(context: Context, start: int, end: int) -> list[Period]:
    """The dates in a stretch of text, each as a term: with the words that make it a last day."""
    found = ((place, context.periods[place]) for place in range(start, end) if place in context.periods)
    return [deadline(context.text, place, period) for place, period in found]


def is_past(context: Context, period: Period) -> bool:
    """Whether a date lies before the meeting: it is no date by which something is to be done."""
    return (period.end or period.start or "9999") < (context.minutes.meeting.date or "")


def term(context: Context, start: int, end: int) -> Period | None:
    """The first date of an item that is not past, else a month alone at its end, else «volgende keer»."""
    coming = (period for period in deadlines_in(context, start, end) if not is_past(context, period))
    return next(coming, None) or month_alone(context, start, end) or next_time(context, start, end)


def month_alone(context: Context, start: int, end: int) -> Period | None:
    """«… – april», «(Els Vos): dec»: what is no date in running text is one behind an action."""
    part = _LAST_PART.search(context.text[start:end])
    return _month(part["part"].rstrip("."), context.minutes.meeting.date) if part else None


def month(context: Context, start: int, end: int) -> Period | None:
    """The month that is all that a cell holds."""
    return _month(context.text[start:end].strip(" .*_"), context.minutes.meeting.date)


@lru_cache(maxsize=1024)
def _month(word: str, meeting: str | None) -> Period | None:
    found = dates.find(f"in {word}", date.fromisoformat(meeting)) if meeting and word.isalpha() else []
    period = next((other.period for other in found if other.end - other.start == len(word) + 3), None)
    return Period(word, period.start, period.end) if period else None


def next_time(context: Context, start: int, end: int) -> Period | None:
    """«Volgende keer», as the day of the next meeting where the minutes tell that."""
    match = _next().search(context.text, start, end)
    if match is None:
        return None
    day = next_meeting(context)
    return deadline(context.text, match.start(), Period(" ".join(match[0].split()), day, day))


def next_meeting(context: Context) -> str | None:
    """The day of the next meeting, where all that the minutes say of it is one day."""
    days: set[str] = set()
    for match in _next().finditer(context.text):
        reach = context.text.find("\n", match.end(), match.end() + _REACH)
        near = dates_in(context, match.end(), reach if reach > 0 else match.end() + _REACH)
        first = next((period for period in near if period.start and period.start == period.end), None)
        if first and first.start and not is_past(context, first):
            days.add(first.start)
    return days.pop() if len(days) == 1 else None


@lru_cache(maxsize=1)
def _next() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording()['next']})(?!\w)", re.IGNORECASE | re.MULTILINE)
