"""Whether the lists of who was there are right, and what was put right later."""

from __future__ import annotations

import re

from graph.answers.model import Evidence
from graph.answers.wording import label
from graph.questions.algebra import Between
from graph.questions.model import Finding, Line
from graph.questions.passages import wanted
from graph.questions.request import Answering, Request, day

_CLASHES = ("records_disagree", "records_may_disagree", "unlisted_speakers")


def _clashes(request: Request) -> list:  # type: ignore[type-arg] # gaps
    found = (gap for gap in request.shelf.gaps(request.as_of) if gap.rule in _CLASHES)
    return list(request.shelf.with_sentences(found, request.as_of))


def list_right(request: Request) -> Finding:
    """Whether the lists of who was there are right: who stands on both, who spoke without standing on one."""
    found = _clashes(request)
    period = request.period
    if period or request.entities("orgaan"):
        ids = {
            request.shelf.document_id(row["document"])
            for row in request.rows("attendance", "document", *request.meetings())
        }
        found = [gap for gap in found if any(place.document in ids for place in gap.evidence)]
    if not found:
        return Finding((Line("right"),), certainty="stated", query="gaps")
    lines = [Line("wrong"), *(Line("clash", {"text": gap.explanation}) for gap in found)]
    places = tuple(place for gap in found for place in gap.evidence)
    return Finding(
        tuple(lines),
        tuple({"subject": gap.subject, "explanation": gap.explanation} for gap in found),
        places,
        "mixed",
        query="gaps",
    )


def corrections(request: Request) -> Finding:
    """What later minutes correct."""
    rows = list(
        request.rows(
            "corrected", "correction record subject was right since", Between("since", None, request.as_of)
        )
    )
    lines = [
        Line(
            "corrected",
            {
                "name": row["subject"],
                "was": label("attendance", row["was"] or ""),
                "right": label("attendance", row["right"] or ""),
                "date": day(row["since"]),
            },
        )
        for row in rows
    ]
    places = [place for row in rows for place in request.shelf.evidence(row["correction"], request.as_of)]
    for place in _corrections_said(request):
        lines.append(
            Line(
                "said",
                {
                    "text": place.quote.strip().rstrip("."),
                    "date": day(request.shelf.dates.get(place.document)),
                },
            )
        )
        places.append(place)
    return Finding(
        tuple(lines) or (Line("none"),), evidence=tuple(places), certainty="stated", query="corrections"
    )


_CORRECTS = re.compile(
    r"ten onrechte|moet(?:en)? zijn|dit moet|rectificatie|(?:één|een|enkele) wijziging", re.IGNORECASE
)


def _corrections_said(request: Request) -> list[Evidence]:
    """The sentences in which minutes put something right in earlier ones."""
    looked = wanted(("wijziging", "onrechte", "rectificatie", "correctie"))
    found = request.shelf.passages.candidates(looked, None)
    return [
        each.evidence()
        for each in found
        if _CORRECTS.search(each.quote) and (request.shelf.dates.get(each.document) or "") <= request.as_of
    ]


ANSWERS: dict[str, Answering] = {
    "list_right": list_right,
    "corrections": corrections,
}
