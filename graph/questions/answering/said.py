"""The statements of the meetings that a question is about."""

from __future__ import annotations

from graph.questions.algebra import Condition
from graph.questions.model import Row
from graph.questions.passages import MASK
from graph.questions.request import Request


def said_in(request: Request, *where: Condition) -> list[Row]:
    """Who said what, in order, but for sentences with somebody who is discussed as a case."""
    rows = request.rows(
        "statements",
        "fact document date meetingName person name act words item position",
        *where,
        *request.meetings(),
    )
    rows = [row for row in rows if MASK not in (row["words"] or "")]
    return sorted(rows, key=lambda row: (row["date"] or "", row["document"] or "", int(row["position"] or 0)))
