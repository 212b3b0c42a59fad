"""What no fact captures but the minutes do say: the sentences themselves, never as a conclusion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from graph.answers.template import fill
from graph.dutch.period import Period
from graph.language import day_in_words
from graph.ontology import load_yaml
from graph.questions import wording
from graph.questions.aim import Aim, aim_of, meeting_body
from graph.questions.asked_for import asked_kind
from graph.questions.called import given_names
from graph.questions.compiler import compiled
from graph.questions.covered import answering
from graph.questions.holding import asks_after_nobody, holds
from graph.questions.model import Answer, Asked, Row, Span, Understood
from graph.questions.passages import (
    Passage,
    Wanted,
    Weighed,
    held,
    wanted,
    weigh,
)
from graph.questions.sentence_words import tasks, weak, you
from graph.questions.shelf import Shelf, said_in_document
from graph.questions.showing import answer_shown, nearest_shown, recent_first, with_before
from graph.questions.speech import speech
from graph.questions.spoken import statement_at
from graph.questions.words import key

_MOST_TELLING = 3  # of the best sentences, among which one has to tell something
_COMMANDED = 2  # first words, among which a command stands
_NEAR = 0.3
_ABOUT = 0.45  # from which a question about nothing that has a name is still taken to be about the minutes
_OURS = (  # groups of words that only minutes are asked about
    "holder",
    "portfolio_word",
    "agenda",
    "chair",
    "secretary",
    "note_taker",
    "members",
    "present",
    "absent",
    "attendance_list",
    "decision",
    "promise",
    "successor",
    "predecessor",
    "structure",
    "documents",
    "organisation",
)


@cache
def _sayings() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = load_yaml("questions/words.yaml")["says"]
    return found


def say(case: str, language: str, **values: str | None) -> str:
    """A sentence that no kind of question owns."""
    return fill(_sayings()[language][case], values)


def sentences(answer: Answer, language: str) -> tuple[str, ...]:
    """What is said by an answer that is no kind's own, without the quotes and questions in it."""
    if answer.status == "not_understood":
        return (say("not_understood", language),)
    if answer.understood_as and answer.understood_as.query == "passages" and answer.evidence:
        return (say(_lead(answer, language), language),)
    return (answer.answer,)


def _lead(answer: Answer, language: str) -> str:
    """Which sentence leads to the quotes of an answer."""
    if answer.status != "answered":
        return "lead_to_nearest"
    nobody = answer.answer.startswith(say("lead_to_nobody", language))
    return "lead_to_nobody" if nobody else "lead_to_passages"


def passages(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The passages that hold what was asked for; None when the question is about nothing in the minutes."""
    if any(token.key in tasks() for token in asked.tokens[:_COMMANDED]) or speaks_to_us(asked):
        return None
    aim = aim_of(shelf, asked)
    within = _within(shelf, asked, when)
    if aim.speaker is not None:
        said = with_before(shelf, [each.passage for each in speech(shelf, aim, within)])
        if said and holds(shelf, asked, said, aim.looked):
            return _answer(shelf, asked, aim, said, answers=True)
    found = _found(shelf, asked, aim, within)
    if found is not None and found.status == "answered":
        return found
    return _told_elsewhere(shelf, asked, aim, when) or found


def speaks_to_us(asked: Asked) -> bool:
    """Whether the program itself is asked what it thinks."""
    words = [token.key for token in asked.tokens]
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in you() for at in range(len(words)))


def _told_elsewhere(shelf: Shelf, asked: Asked, aim: Aim, when: str) -> Answer | None:
    """What other minutes say of the day or of the body that is named; None when they do not."""
    for elsewhere, looked in (_undated(asked, aim), _of_any_body(shelf, asked)):
        if looked is None:
            continue
        found = _found(shelf, elsewhere, looked, _within(shelf, elsewhere, when))
        if found is not None and found.status == "answered":
            return found
    return None


def _undated(asked: Asked, aim: Aim) -> tuple[Asked, Aim | None]:
    """The question without the day that it names, which is looked for as words."""
    dated = [asked.tokens[place].key for span in asked.of("date") for place in sorted(span.places)]
    looked = (*aim.looked, *wanted(word for word in dated if word not in wording.small_words()))
    undated = replace(asked, spans=tuple(span for span in asked.spans if span.sort != "date"))
    return undated, replace(aim, looked=looked) if dated else None


def _of_any_body(shelf: Shelf, asked: Asked) -> tuple[Asked, Aim | None]:
    """The question without the body that it names, which is looked for as words."""
    rest = tuple(span for span in asked.spans if span.sort != "body" or not meeting_body(shelf, span))
    anywhere = replace(asked, spans=rest)
    return anywhere, aim_of(shelf, anywhere) if len(rest) < len(asked.spans) else None


def _found(shelf: Shelf, asked: Asked, aim: Aim, within: frozenset[str]) -> Answer | None:
    """The passages about it, whoever says so."""
    looked = aim.everything
    phrase = any(asked.groups.get(group) for group in wording.groups_alike())
    if not phrase and all(_says_nothing(each.word) for each in looked):
        return _nothing(asked, None) if _about_minutes(asked) else None
    found = weigh(shelf.passages, looked, within)
    unknown = [
        span
        for span in asked.of("theme")
        if span.entities
        and not any(entity.known for entity in span.entities)
        and not shelf.passages.knows(key(span.words))
    ]
    found = recent_first(shelf, asked, found)
    answers = () if unknown else answering(shelf, asked, looked, found)
    best = tuple(each for each in answers if _is_his(shelf, asked, aim, each))
    if best:
        return _answer(shelf, asked, aim, answer_shown(shelf, asked, best, found), answers=True)
    if not found or found[0].score < _NEAR:
        about = _about_minutes(asked) or unknown
        return _nothing(asked, unknown[0].words if unknown else None) if about else None
    if not _about_minutes(asked) and (
        found[0].score < _ABOUT or not any(_tells(looked, each) for each in found[:_MOST_TELLING])
    ):
        return None
    return _answer(shelf, asked, aim, nearest_shown(shelf, found), answers=False)


def _is_his(shelf: Shelf, asked: Asked, aim: Aim, found: Weighed) -> bool:
    """Whether a sentence is of the one whose words are asked for, or names him; true where nobody's are."""
    if aim.speaker is None or asked_kind(asked) == "body":
        return True
    surname = key(aim.speaker.name.rsplit(" ", 1)[-1])
    passage = found.passage
    return surname in {key(word) for word in passage.quote.split()} or surname in key(
        _speaker(shelf, passage) or ""
    )


def _tells(looked: tuple[Wanted, ...], found: Weighed) -> bool:
    """Whether a sentence has a word of the question that is no word of asking («weer», «volgende»)."""
    return any(
        held(found.passage.quote, word) and key(word.word) not in wording.vocabulary() and word.weight >= 1
        for word in looked
    )


def _about_minutes(asked: Asked) -> bool:
    """Whether a question names what minutes are about: somebody, a body, a theme, a role, a list."""
    named = any(entity.known for span in asked.spans for entity in span.entities)
    told = asked.groups.get("about_word") and (asked.groups.get("said") or asked.groups.get("known"))
    return bool(named or told or asked.of("role_name") or any(asked.groups.get(group) for group in _OURS))


def _answer(shelf: Shelf, asked: Asked, aim: Aim, shown: list[Passage], *, answers: bool) -> Answer:
    text = " ".join(_quoted(shelf, each) for each in shown)
    meant = given_names(shelf, shown) if answers and asked_kind(asked) == "person" else {}
    case = "not_in_minutes" if not answers else "nobody" if asks_after_nobody(asked, shown) else "passages"
    said = say(case, asked.language, text=text)
    for word, name in meant.items():
        said = f"{said} {say('who_is_meant', asked.language, word=word, name=name)}"
    words = {"words": " ".join(each.word for each in aim.looked)}
    return Answer(
        asked.text,
        Understood("passages", {"speaker": aim.speaker.name, **words} if aim.speaker else words),
        "answered" if answers else "not_in_minutes",
        said,
        tuple(_row(shelf, each) for each in shown),
        None,
        tuple(each.evidence(_speaker(shelf, each)) for each in shown),
        compiled(said_in_document(shelf.by_id[shown[0].document])),
        (),
        None,
    )


def _speaker(shelf: Shelf, passage: Passage) -> str | None:
    """Who says a passage, where the minutes tell."""
    statement = statement_at(shelf.spoken(passage.document), passage.start, passage.end)
    return ", ".join(statement.names) if statement else None


def _says_nothing(word: str) -> bool:
    """Whether a word by itself does not say what a question is about."""
    return word.isdigit() or word in wording.vocabulary() or word in weak()


def _nothing(asked: Asked, theme: str | None) -> Answer:
    said = say("unknown_theme" if theme else "nothing", asked.language, theme=theme)
    return Answer(
        asked.text,
        Understood("passages", {"words": asked.text}),
        "not_in_minutes",
        said,
        (),
        None,
        (),
        None,
        (),
        None,
    )


def _within(shelf: Shelf, asked: Asked, when: str) -> frozenset[str]:
    """The documents that may be looked at: up to the date, of the body and the day that are named."""
    refs = [ref for ref in shelf.documents if ref.date is None or ref.date <= when]
    bodies = {
        entity.name
        for span in asked.of("body")
        for entity in span.entities
        if entity.iri in shelf.lexicon.meeting
    }
    if bodies:
        refs = [ref for ref in refs if ref.body in bodies] or refs
    periods = [
        span.period
        for span in asked.of("date")
        if span.period and _is_day(span.period) and not (span.period.end == when and _is_now(span))
    ]
    if len(periods) == 1:
        start, end = periods[0].start or "", periods[0].end or ""
        refs = [ref for ref in refs if start <= (ref.date or "") <= end] or refs
    return frozenset(ref.document for ref in refs)


def _is_now(span: Span) -> bool:
    """Whether a time is no more than «nu»: minutes of any day may tell how things are."""
    return span.first == span.last and not any(sign.isdigit() for sign in span.words)


_MONTH = 31  # days


def _is_day(period: Period) -> bool:
    """Whether a date is a day or a month: of a year minutes of the next one may well tell."""
    if period.start is None or period.end is None:
        return False
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days < _MONTH


def _quoted(shelf: Shelf, passage: Passage) -> str:
    when = shelf.dates.get(passage.document)
    body = shelf.bodies.get(passage.document)
    speaker = _speaker(shelf, passage)
    head = ", ".join(part for part in (speaker, body, day_in_words(when) if when else None) if part)
    return f"«{passage.quote.strip()}» ({head})"


def _row(shelf: Shelf, passage: Passage) -> Row:
    return {
        "quote": passage.quote,
        "speaker": _speaker(shelf, passage),
        "body": shelf.bodies.get(passage.document),
        "date": shelf.dates.get(passage.document),
        "document": passage.document,
    }
