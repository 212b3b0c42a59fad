"""Asking: from a question in words to its answer."""

from __future__ import annotations

from dataclasses import replace

from graph.answers.lookup import checked_date
from graph.questions import answering, fallback
from graph.questions.matching import PLACE, Match, matches
from graph.questions.model import Alternative, Answer, Asked, Finding, Span, Understood
from graph.questions.parts import parts
from graph.questions.request import Request
from graph.questions.shelf import NO_DATE, Shelf, shelf_of
from graph.questions.suggesting import suggestions
from graph.questions.telling import sentences, told
from graph.store.snapshot import Snapshot


def ask(snapshot: Snapshot, question: str, as_of: str | None = None) -> Answer:
    """Answer a question as things stood at a date; left out: the date of the last meeting.

    Any text is answered, be it that it was not understood.

    Raises:
        InputError: `as_of` is no ISO date.
    """
    shelf = shelf_of(snapshot)
    when = checked_date(as_of) if as_of is not None else shelf.last_date
    asked = shelf.read(question, when)
    answers = [_answered(shelf, asked, when or NO_DATE)]
    if answers[0] is None or answers[0].status != "answered":
        divided = _divided(shelf, asked, when or NO_DATE)
        answers = divided or answers
    found = answers[0]
    if found is None:
        found = fallback.passages(shelf, asked, when or NO_DATE)
    if found is None:
        found = _not_understood(shelf, asked)
    return replace(
        found,
        question=asked.text,
        as_of=when,
        sentences=found.sentences or fallback.sentences(found, asked.language),
        language=asked.language,
    )


def _divided(shelf: Shelf, asked: Asked, when: str) -> list[Answer | None]:
    """The answers to the parts of a question, joined, when every part is understood by itself."""
    pieces = parts(asked.text)
    if len(pieces) < 2:  # noqa: PLR2004 - one part is the question itself
        return []
    found: list[Answer] = []
    for piece in pieces:
        asked_too = shelf.read(piece, when)
        if found and _points_back(asked_too):
            continue
        answer = _answered(shelf, asked_too, when)
        if answer is None:
            return []
        found.append(answer)
    return [_joined(found)]


_POINTS_BACK = frozenset(
    ("het", "dat", "dit", "erom", "ervoor", "daarvoor", "daarom", "ermee", "erover", "toen", "it", "that")
)
_FEW = 4  # words


def _points_back(asked: Asked) -> bool:
    """Whether a part only asks more of the part before it («en wie zei dat», «en waarvan»)."""
    named = any(span.sort in ("person", "theme", "body") for span in asked.spans)
    words = {token.key for token in asked.tokens}
    return not named and (
        len(asked.tokens) == 1 or (len(asked.tokens) <= _FEW and bool(words & _POINTS_BACK))
    )


def _joined(found: list[Answer]) -> Answer:
    first = found[0]
    certainties = {each.certainty for each in found if each.certainty}
    answered = [each for each in found if each.status == "answered"]
    return replace(
        first,
        status="answered" if answered else first.status,
        answer=" ".join(dict.fromkeys(each.answer for each in found)),
        sentences=tuple(dict.fromkeys(sentence for each in found for sentence in each.sentences)),
        rows=tuple(row for each in found for row in each.rows),
        evidence=tuple(dict.fromkeys(place for each in found for place in each.evidence)),
        certainty=certainties.pop() if len(certainties) == 1 else "mixed" if certainties else None,
    )


def _answered(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The answer of the first kind that fits and has something to say."""
    for match in matches(asked):
        unclear = _unclear(match)
        if unclear is not None:
            return _ambiguous(asked, unclear)
        shelf.forget_query()
        finding = answering.answer(Request(shelf, asked, match, when))
        if finding is not None:
            return _told(shelf, asked, match, finding)
    return None


def _told(shelf: Shelf, asked: Asked, match: Match, finding: Finding) -> Answer:
    params = {
        name: span.entities[0].name if span.entities else span.words for name, span in match.slots.items()
    }
    return Answer(
        question=asked.text,
        understood_as=Understood(finding.query or match.kind.id, {**params, **finding.params}),
        status=finding.status,
        answer=told(match.kind, finding, asked.language),
        rows=finding.rows,
        certainty=finding.certainty,
        evidence=tuple(dict.fromkeys(finding.evidence)),
        sparql=finding.sparql or (shelf.last_query if finding.rows or finding.evidence else None),
        alternatives=(),
        as_of=None,
        sentences=sentences(match.kind, finding, asked.language),
    )


def _unclear(match: Match) -> Span | None:
    """A slot with persons or bodies of different names, of which one has to be chosen."""
    for span in match.slots.values():
        names = {entity.name for entity in span.entities}
        if len(names) > 1 and span.sort in ("person", "body") and span.code != PLACE:
            return span
    return None


def _ambiguous(asked: Asked, span: Span) -> Answer:
    first, last = asked.tokens[span.first], asked.tokens[span.last]
    names = tuple(dict.fromkeys(entity.name for entity in span.entities))
    alternatives = tuple(
        Alternative(f"{asked.text[: first.start]}{name}{asked.text[last.end :]}") for name in names
    )
    said = fallback.say("ambiguous", asked.language, words=span.words, names=" of ".join(names))
    return Answer(asked.text, None, "ambiguous", said, (), None, (), None, alternatives, None)


def _not_understood(shelf: Shelf, asked: Asked) -> Answer:
    nearest = suggestions(shelf, asked)
    said = fallback.say(
        "not_understood", asked.language, questions=" · ".join(f"«{each}»" for each in nearest)
    )
    alternatives = tuple(Alternative(each) for each in nearest)
    return Answer(asked.text, None, "not_understood", said, (), None, (), None, alternatives, None)
