"""The portfolio overview as a sheet: one line per holder, or per portfolio where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.answers.model import Holder, MeetingRef, PortfolioRow
from graph.publish import wording
from graph.publish.overview import answer_of, meeting_of
from graph.publish.sheet import to_csv

_NOBODY = Holder("", None, None, None, None, None)


def portfolios_csv(rows: Iterable[PortfolioRow], meetings: Iterable[MeetingRef]) -> bytes:
    """The overview as CSV, with the first sentence of each line and the minutes that it stands in."""
    known = {meeting.document: meeting for meeting in meetings}
    return to_csv(wording.PORTFOLIO_COLUMNS, (line for row in rows for line in _lines(row, known)))


def _lines(row: PortfolioRow, meetings: dict[str, MeetingRef]) -> Iterator[tuple[str | int | None, ...]]:
    told = row.evidence[0] if row.evidence else None
    answer = answer_of(row)
    for holder in row.holders or (_NOBODY,):
        yield (
            row.theme,
            row.body,
            wording.ANSWERS.get(answer, answer),
            holder.person,
            wording.CAPACITIES.get(holder.capacity or "", holder.capacity),
            holder.since,
            holder.until,
            holder.first_seen,
            holder.last_seen,
            row.requested_by,
            row.requested_profile,
            row.days_open,
            row.rule.reason if row.rule else None,
            meeting_of(told, meetings) if told else None,
            told.speaker if told else None,
            told.quote if told else None,
        )
