"""What was decided."""

from __future__ import annotations

import re

from graph.answers.wording import label
from graph.questions.model import Finding, Line, Row
from graph.questions.passages import MASK, Wanted, held
from graph.questions.request import Answering, Request, code, day
from graph.questions.sentence_cues import tells_of

_ITSELF = 0.7  # of a word: itself or a compound with it, and not just the end of it
_MOST = 40  # decisions that are told one by one


def decisions(request: Request) -> Finding | None:
    """What was decided: in a meeting, about a theme, about something in free words."""
    rows = _asked_about(request, _taken(request))
    if rows and request.case == "yes_no":
        rows = [row for row in rows if tells_of("of_minutes", row["words"] or "")] or rows
    if rows is None:
        return None
    if not rows:
        return Finding(
            (Line("none", {"date": request.words("datum")}),),
            status="not_in_minutes",
            query="decisions_taken",
        )
    return Finding(
        tuple(_lines(request, rows)),
        tuple({"text": row["words"], "outcome": code(row["outcome"]), "date": row["date"]} for row in rows),
        request.facts(rows),
        "stated",
        query="decisions_taken",
    )


def _taken(request: Request) -> list[Row]:
    """The decisions of the meetings asked about, in order."""
    rows = request.rows(
        "decisions", "fact document date meetingName words outcome item position", *request.meetings()
    )
    return sorted(rows, key=lambda row: (row["date"] or "", row["document"] or "", int(row["position"] or 0)))


def _asked_about(request: Request, rows: list[Row]) -> list[Row] | None:
    """The decisions that the question is about; None when it has words that none of them is about."""
    words = request.free_words
    narrow = _decided_about(request, rows, (*words, *request.narrow)) if request.narrow else []
    if narrow:
        rows = narrow
    else:
        words = (*words, *request.theme_words)
    if words:
        return _decided_about(request, rows, words) or None
    if request.period is None and not request.option("every"):
        last = max((row["date"] or "" for row in rows), default="")
        return [row for row in rows if row["date"] == last]
    return rows


def _lines(request: Request, rows: list[Row]) -> list[Line]:
    """The last decisions, with what they point back to; how many there are, where that is asked."""
    last = rows[-_MOST:]
    few = bool(request.match.rest) and len(last) <= _FEW
    lines: list[Line] = []
    for row in last:
        lines.append(_decided_line(row))
        before = _what(request, row)
        lines += [Line("before", {"text": before})] if before else []
        lines += [Line("after", {"text": text}) for text in (_sentences_behind(request, row) if few else ())]
    if request.case == "yes_no":
        lines.insert(0, Line("yes"))
    if request.case == "count":
        lines.insert(0, Line("count", {"number": str(len(rows))}))
    return lines


def _decided_line(row: Row) -> Line:
    return Line(
        "decided",
        {
            "text": (row["words"] or "").rstrip("."),
            "date": day(row["date"]),
            "outcome": label("outcome", code(row["outcome"]) or ""),
        },
    )


_FEW = 3  # words of a decision that does not say by itself what was decided
_POINTS_BACK = re.compile(r"\b(?:dit|dat|deze|daarmee|hiermee|daarin|hierin)\b", re.IGNORECASE)


def _what(request: Request, row: Row) -> str | None:
    """The sentence before a decision that only points back («gaan akkoord met dit voorstel», «Akkoord.»)."""
    words = row["words"] or ""
    alone = len(words.split()) <= _FEW
    return _sentence_before(request, row) if alone or _POINTS_BACK.search(words) else None


def _sentence_before(request: Request, row: Row) -> str | None:
    place = next(iter(request.shelf.of_fact(row["fact"])), None)
    if place is None:
        return None
    before = [each for each in request.shelf.passages.sentences(place.document) if each.end <= place.start]
    return before[-1].said if before else None


_BEHIND = 2  # sentences


def _sentences_behind(request: Request, row: Row) -> list[str]:
    """What stands behind a decision in its paragraph and tells more of it: an amount, a day, who does it."""
    place = next(iter(request.shelf.of_fact(row["fact"])), None)
    if place is None:
        return []
    sentences = request.shelf.passages.sentences(place.document)
    own = next((each for each in sentences if each.start <= place.start < each.end), None)
    behind = [each for each in sentences if each.start >= place.end][:_BEHIND]
    return [
        each.said
        for each in behind
        if own
        and each.paragraph == own.paragraph
        and MASK not in each.quote
        and tells_of("more_of_a_decision", each.quote)
    ]


def _decided_about(request: Request, rows: list[Row], words: tuple[Wanted, ...]) -> list[Row]:
    total = sum(each.weight for each in words)
    rated = []
    for row in rows:
        around = f"{_sentence_before(request, row) or ''} {_title(request, row)}"
        rated.append(
            (
                sum(
                    each.weight * max(held(row["words"] or "", each), 0.8 * held(around, each))
                    for each in words
                )
                / total,
                row,
            )
        )
        if not any(held(text, each) >= _ITSELF for text in (row["words"] or "", around) for each in words):
            rated.pop()
    best = max((worth for worth, _ in rated), default=0.0)
    return [row for worth, row in rated if worth >= max(0.5, 0.8 * best)]


def _title(request: Request, row: Row) -> str:
    """The title of the agenda item that a decision stands under."""
    document = request.shelf.document_id(row["document"])
    items = request.shelf.items(document)
    named = next((item.title for item in items if item.key == row["item"] and item.key), None)
    place = next(iter(request.shelf.of_fact(row["fact"])), None)
    return named or (request.shelf.title(document, place.start) if place else "")


ANSWERS: dict[str, Answering] = {
    "decisions": decisions,
}
