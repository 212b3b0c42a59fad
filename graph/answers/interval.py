"""Two dates between which something is asked: whether they are dates, in order, and covered by minutes."""

from __future__ import annotations

from graph.answers import wording
from graph.answers.lookup import checked_date
from graph.answers.meetings import meeting_dates
from graph.errors import InputError
from graph.language import day_in_words
from graph.store.snapshot import Snapshot


def period(start: str, end: str) -> tuple[str, str]:
    """The two dates, when they are dates and in order."""
    first, last = checked_date(start, "de eerste datum"), checked_date(end, "de tweede datum")
    if first > last:
        raise InputError("de eerste datum", "ligt na de tweede", "geef eerst de vroegste datum")
    return first, last


def beyond(snapshot: Snapshot, start: str, end: str) -> str | None:
    """A line that tells that a date lies outside what the minutes cover, else None."""
    dates = meeting_dates(snapshot)
    if not dates:
        return wording.NO_MEETINGS
    if start < dates[0]:
        return wording.BEFORE_FIRST.format(date=day_in_words(start), first=day_in_words(dates[0]))
    return (
        wording.AFTER_LAST.format(date=day_in_words(end), last=day_in_words(dates[-1]))
        if end > dates[-1]
        else None
    )
