"""What answers each kind of question: functions by the name that the kinds give under `answers`."""

from __future__ import annotations

from graph.questions.answering import (
    bodies,
    composed,
    gaps,
    meetings,
    people,
    portfolios,
    promises,
    statements,
)
from graph.questions.model import Finding
from graph.questions.request import Answering, Request

ANSWERS: dict[str, Answering] = {
    **portfolios.ANSWERS,
    **people.ANSWERS,
    **bodies.ANSWERS,
    **meetings.ANSWERS,
    **promises.ANSWERS,
    **statements.ANSWERS,
    **gaps.ANSWERS,
    **composed.ANSWERS,
}


def answer(request: Request) -> Finding | None:
    """What the kind's function finds; None when it has nothing to say to this question after all."""
    return ANSWERS[request.match.kind.answers](request)
