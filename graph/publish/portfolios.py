"""The portfolio overview as a sheet: one line per holder, or per portfolio where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.answers.model import Holder, PortfolioRow
from graph.publish import wording
from graph.publish.sheet import to_csv

_NOBODY = Holder("", None, None, None, None, None)


def portfolios_csv(rows: Iterable[PortfolioRow]) -> bytes:
    """The overview as CSV."""
    return to_csv(wording.PORTFOLIO_COLUMNS, (line for row in rows for line in _lines(row)))


def _lines(row: PortfolioRow) -> Iterator[tuple[str | int | None, ...]]:
    document, quote = (row.evidence[0].document, row.evidence[0].quote) if row.evidence else (None, None)
    answer = "decided" if row.decided_by and row.answer == "stated" else row.answer
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
            document,
            quote,
        )
