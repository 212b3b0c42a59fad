"""What answers each kind of question: functions by the name that the kinds give under `answers`."""

from __future__ import annotations

from graph.questions.answering import (
    attendance,
    bodies,
    cancelled,
    composed,
    coverage,
    decisions,
    gaps,
    held,
    histories,
    holders,
    listed,
    lists,
    meaning,
    meetings,
    members,
    offices,
    overview,
    promises,
    replies,
    roles,
    seats,
    speakers,
    statements,
    successions,
    told_in,
)
from graph.questions.model import Finding
from graph.questions.request import Answering, Request

ANSWERS: dict[str, Answering] = {
    name: function
    for room in (
        holders,
        held,
        histories,
        listed,
        overview,
        offices,
        attendance,
        members,
        lists,
        roles,
        seats,
        successions,
        coverage,
        bodies,
        meetings,
        cancelled,
        promises,
        statements,
        told_in,
        speakers,
        replies,
        decisions,
        gaps,
        meaning,
        composed,
    )
    for name, function in room.ANSWERS.items()
}


def answer(request: Request) -> Finding | None:
    """What the kind's function finds; None when it has nothing to say to this question after all."""
    return ANSWERS[request.match.kind.answers](request)
