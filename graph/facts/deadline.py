"""A date by which something is to be done: the words before it say whether it is a last day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph.dutch.period import Period

_LONGEST = 20  # characters of the words before a date
_BEFORE = re.compile(
    r"\b(?:(?P<before>v[oó][oó]r)|uiterlijk(?: (?:op|in|per))?|ten laatste(?: op)?|niet later dan"
    r"|(?:tot en met|t/m)) $",
    re.IGNORECASE,
)


def deadline(text: str, start: int, period: Period) -> Period:
    """The period that stands at `start`, as a term: «vóór 1 april» ends on 31 March, «uiterlijk mei» in May.

    A period without such words before it, or that has a last day alone, stays what it is.
    """
    words = _BEFORE.search(text[max(0, start - _LONGEST) : start])
    if words is None or period.start is None or period.end is None:
        return period
    single = period.start == period.end
    last = _day_before(period.end) if words["before"] and single else period.end
    return Period(f"{words[0]}{period.text}", None, last)


def _day_before(iso: str) -> str:
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()
