"""Asking: from a question in words to its answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.answers.lookup import checked_date
from graph.answers.model import Evidence
from graph.language import DUTCH, speaking
from graph.questions import answering, fallback
from graph.questions.asked_for import asked_kind
from graph.questions.described import with_described
from graph.questions.followed import followed, who_asked
from graph.questions.matching import Match, matches
from graph.questions.model import Alternative, Answer, Asked, Finding, Span, Understood
from graph.questions.parts import one_by_one, resolved
from graph.questions.request import Request
from graph.questions.requests import is_request
from graph.questions.shelf import NO_DATE, Shelf, shelf_of
from graph.questions.suggesting import suggestions
from graph.questions.telling import sentences, told
from graph.questions.unclear import pointing_elsewhere, points_nowhere, unclear_slot, with_role
from graph.store.snapshot import Snapshot


def ask(snapshot: Snapshot, question: str, as_of: str | None = None) -> Answer:
    """Answer a question as things stood at a date; left out: the date of the last meeting.

    Any text is answered, be it that it was not understood.

    Raises:
        InputError: `as_of` is no ISO date.
    """
    shelf = shelf_of(snapshot)
    when = checked_date(as_of) if as_of is not None else shelf.last_date
    with speaking(DUTCH):  # the language of the minutes
        asked = _read(shelf, question, when)
    with speaking(asked.language):
        return _ask(shelf, asked, when)


def _ask(shelf: Shelf, asked: Asked, when: str | None) -> Answer:
    pointing = points_nowhere(asked)
    if pointing is not None:
        unclear = _pointing(shelf, asked, pointing)
        said = fallback.sentences(unclear, asked.language)
        return replace(unclear, as_of=when, sentences=said, language=asked.language)
    if fallback.speaks_to_us(asked):
        return _said(_not_understood(shelf, asked), asked, when)
    found = _answered(shelf, asked, when or NO_DATE)
    whole = found is not None and found.status == "answered"
    found = _by_parts(shelf, asked, when or NO_DATE, whole=whole) or found
    if found is None:
        found = _each(shelf, asked, when or NO_DATE)
    if (found is None or found.status == "not_in_minutes") and is_request(asked):
        found = who_asked(shelf, asked, when or NO_DATE) or found
    if found is not None and found.status == "not_in_minutes" and _may_be_said(asked):
        found = _by_sentences(shelf, asked, when or NO_DATE) or found
    if found is None:
        found = fallback.passages(shelf, asked, when or NO_DATE)
    if found is None:
        found = _not_understood(shelf, asked)
    return _said(found, asked, when)


def _said(found: Answer, asked: Asked, when: str | None) -> Answer:
    """The answer with the question, its language, and the date as of which it holds."""
    return replace(
        found,
        question=asked.text,
        as_of=when,
        sentences=found.sentences or fallback.sentences(found, asked.language),
        language=asked.language,
    )


def _may_be_said(asked: Asked) -> bool:
    """Whether sentences may answer where the kind of question that fits best finds no fact."""
    best = next(iter(matches(asked)), None)
    return best is None or best.kind.options.get("else") == "sentences"


def _read(shelf: Shelf, question: str, when: str | None) -> Asked:
    return with_role(shelf, shelf.read(question, when), when or NO_DATE)


def _by_parts(shelf: Shelf, asked: Asked, when: str, *, whole: bool) -> Answer | None:
    """The answers to the parts of a question, joined; None where it has one part, or its first has no answer.

    A part that only asks more of the one before («en wie zei dat») needs no answer of its own; one that asks
    what came of it, how often or why is answered of what the first is about. `whole`: the question is
    understood as one too, so its parts only count where each of them is answered.
    """
    pieces = resolved(asked.text, lambda piece: _read(shelf, piece, when))
    if pieces in {(asked.text,), (asked.text.strip(" ?"),)} or (whole and len(pieces) == 1):
        return None
    found: list[Answer] = []
    opening: Asked | None = None
    for piece in pieces:
        part = _read(shelf, piece, when)
        if opening is not None and not _names_something(part):
            more = followed(shelf, opening, piece, when)
            if more is not None:
                found.append(more)
                continue
        if opening is not None and _points_back(part, whole=whole):
            if whole and (asked_kind(part) in _OF_THE_SAME or part.groups.get("lacking")):
                return None
            continue
        answer = _of_part(shelf, part, when, whole=whole)
        if (answer is None and opening is None) or (
            whole and (answer is None or answer.status != "answered")
        ):
            return None
        opening = opening or part
        found.append(answer or _unsaid(asked, piece))
    return _joined(found)


def _of_part(shelf: Shelf, part: Asked, when: str, *, whole: bool) -> Answer | None:
    """The answer to a part: of a request who made it, else as any question."""
    answer = _answered(shelf, part, when)
    asked = who_asked(shelf, part, when) if is_request(part) else None
    if is_request(part) and asked is None and _is_of_query(answer, "statements"):
        return _by_sentences(shelf, part, when)  # what somebody said is no request
    if asked is not None:
        return _joined([answer, asked]) if answer and _is_of_query(answer, "vacancies") else asked
    if answer is not None and answer.status == "answered":
        return answer
    return (None if whole else _by_sentences(shelf, part, when)) or answer


def _is_of_query(answer: Answer | None, query: str) -> bool:
    return answer is not None and answer.understood_as is not None and answer.understood_as.query == query


def _unsaid(asked: Asked, piece: str) -> Answer:
    """That a part of a question has no answer in the minutes."""
    said = fallback.say("part_not_said", asked.language, part=piece)
    return Answer(piece, None, "not_in_minutes", said, (), None, (), None, (), None, sentences=(said,))


def _names_something(part: Asked) -> bool:
    return any(span.sort in _NAMED for span in part.spans)


_POINTS_BACK = frozenset(
    ("het", "dat", "dit", "erom", "ervoor", "daarvoor", "daarom", "ermee", "erover", "toen", "it", "that")
)
_FEW = 4  # words
_OF_THE_SAME = ("day", "reason", "number")  # asked of what the whole question is about
_NAMED = ("person", "theme", "body", "date")
_ASKING = (
    "who",
    "what",
    "which",
    "when",
    "where",
    "why",
    "how",
    "howmany",
    "of_what",
    "since",
    "place",
    "role_word",
)


def _points_back(asked: Asked, *, whole: bool) -> bool:
    """Whether a part only asks more of the part before it («en wie zei dat», «en waarvan»).

    `whole`: where the question is understood as one, any part does that names nothing.
    """
    named = _names_something(asked)
    if whole:
        return not named
    words = {token.key for token in asked.tokens}
    asking = {place for group in _ASKING for places in asked.groups.get(group, ()) for place in places}
    return not named and (
        asked.content <= asking
        or (len(asked.tokens) <= _FEW and (bool(words & _POINTS_BACK) or bool(asking & asked.content)))
    )


def _by_sentences(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The sentences that answer a part of a question; None when none do."""
    found = fallback.passages(shelf, asked, when)
    return found if found is not None and found.status == "answered" else None


def _each(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The answers for each of several that are named side by side, joined: «Waren A en B er?»."""
    found: list[Answer] = []
    for piece in one_by_one(asked):
        answer = _answered(shelf, _read(shelf, piece, when), when)
        if answer is None:
            return None
        found.append(answer)
    return _joined(found) if found else None


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
        evidence=tuple(_each_once(place for each in found for place in each.evidence)),
        certainty=certainties.pop() if len(certainties) == 1 else "mixed" if certainties else None,
    )


def _each_once(places: Iterable[Evidence]) -> Iterable[Evidence]:
    """Each sentence once: one answer may know it as a fact, another as a sentence."""
    found: dict[tuple[str, str], Evidence] = {}
    for place in places:
        found.setdefault((place.document, place.quote.strip().rstrip(".")), place)
    return found.values()


_CLOSE = 1.2  # how much worse a kind may fit that has an answer where the best has none


def _answered(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The answer of the kind that fits best; of a body that is described where nothing else answers."""
    answer = _of_kind(shelf, asked, when)
    if answer is not None and answer.status == "answered":
        return answer
    described = with_described(shelf, asked, when)
    found = _of_kind(shelf, described, when) if described is not asked else None
    return found if found is not None and (found.status == "answered" or answer is None) else answer


def _of_kind(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The answer of the kind that fits best; where that finds nothing, of one that fits almost as well."""
    nothing: tuple[float, Answer] | None = None
    for match in matches(asked):
        if nothing is not None and match.score < nothing[0] - _CLOSE:
            break
        unclear = unclear_slot(match)
        if unclear is not None:
            return _ambiguous(asked, unclear) if nothing is None else nothing[1]
        shelf.forget_query()
        finding = answering.answer(Request(shelf, asked, match, when))
        if finding is None:
            continue
        answer = _told(shelf, asked, match, finding)
        last_word = finding.status != "not_in_minutes" or match.kind.options.get("else") is None
        if last_word and (nothing is None or finding.status == "answered"):
            return answer
        nothing = nothing or (match.score, answer)
    return nothing[1] if nothing is not None else None


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


def _ambiguous(asked: Asked, span: Span) -> Answer:
    first, last = asked.tokens[span.first], asked.tokens[span.last]
    names = tuple(dict.fromkeys(entity.name for entity in span.entities))
    alternatives = tuple(
        Alternative(f"{asked.text[: first.start]}{name}{asked.text[last.end :]}") for name in names
    )
    said = fallback.say("ambiguous", asked.language, words=span.words, names=" of ".join(names))
    return Answer(asked.text, None, "ambiguous", said, (), None, (), None, alternatives, None)


def _pointing(shelf: Shelf, asked: Asked, pointing: str) -> Answer:
    said = fallback.say("pointing", asked.language, words=pointing)
    alternatives = pointing_elsewhere(shelf, pointing, asked.text)
    return Answer(asked.text, None, "ambiguous", said, (), None, (), None, alternatives, None)


def _not_understood(shelf: Shelf, asked: Asked) -> Answer:
    nearest = suggestions(shelf, asked)
    said = fallback.say(
        "not_understood", asked.language, questions=" · ".join(f"«{each}»" for each in nearest)
    )
    alternatives = tuple(Alternative(each) for each in nearest)
    return Answer(asked.text, None, "not_understood", said, (), None, (), None, alternatives, None)
