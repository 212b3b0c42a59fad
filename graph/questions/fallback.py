"""What no fact captures but the minutes do say: the sentences themselves, never as a conclusion."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from graph.answers.model import Evidence
from graph.answers.template import fill
from graph.dutch.period import Period
from graph.language import day_in_words
from graph.ontology import load_yaml
from graph.questions import wording
from graph.questions.aim import Aim, aim_of
from graph.questions.asked_for import holds
from graph.questions.compiler import compiled
from graph.questions.covered import answering
from graph.questions.model import Answer, Asked, Row, Understood
from graph.questions.passages import MASK, Passage, Wanted, Weighed, ahead, behind, held, says, wanted, weigh
from graph.questions.sentence_words import tasks, weak, you
from graph.questions.shelf import Shelf, said_in_document
from graph.questions.speech import speech
from graph.questions.spoken import statement_at
from graph.questions.words import key

_MOST = 3  # passages in an answer
_COMMANDED = 2  # first words, among which a command stands
_BEHIND = 2  # sentences behind the best, of the same paragraph
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
_WORTH_SHOWING = 0.75  # of the best


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
        return (say("lead_to_passages" if answer.status == "answered" else "lead_to_nearest", language),)
    return (answer.answer,)


def passages(shelf: Shelf, asked: Asked, when: str) -> Answer | None:
    """The passages that hold what was asked for; None when the question is about nothing in the minutes."""
    if any(token.key in tasks() for token in asked.tokens[:_COMMANDED]) or _speaks_to_us(asked):
        return None
    aim = aim_of(shelf, asked)
    within = _within(shelf, asked, when)
    if aim.speaker is not None:
        said = _with_before(shelf, [each.passage for each in speech(shelf, aim, within)])
        if said and holds(shelf, asked, said, aim.looked):
            return _answer(shelf, asked, aim, said, answers=True)
    found = _found(shelf, asked, aim, within)
    if found is not None and found.status == "answered":
        return found
    return _told_elsewhere(shelf, asked, aim, when) or found


def _speaks_to_us(asked: Asked) -> bool:
    """Whether the program itself is asked what it thinks."""
    words = [token.key for token in asked.tokens]
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in you() for at in range(len(words)))


def _told_elsewhere(shelf: Shelf, asked: Asked, aim: Aim, when: str) -> Answer | None:
    """What minutes of another day say of the day that is named; None when they do not."""
    dated = [asked.tokens[place].key for span in asked.of("date") for place in sorted(span.places)]
    if not dated:
        return None
    looked = (*aim.looked, *wanted(word for word in dated if word not in wording.small_words()))
    undated = replace(asked, spans=tuple(span for span in asked.spans if span.sort != "date"))
    found = _found(shelf, undated, replace(aim, looked=looked), _within(shelf, undated, when))
    return found if found is not None and found.status == "answered" else None


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
        if span.entities and not any(entity.known for entity in span.entities)
    ]
    found = _recent_first(shelf, asked, found)
    best = None if unknown else answering(shelf, asked, looked, found)
    if best is not None:
        return _answer(shelf, asked, aim, _shown(shelf, best, found), answers=True)
    if not found or found[0].score < _NEAR:
        about = _about_minutes(asked) or unknown
        return _nothing(asked, unknown[0].words if unknown else None) if about else None
    if not _about_minutes(asked) and (
        found[0].score < _ABOUT or not any(_tells(looked, each) for each in found[:_MOST])
    ):
        return None
    return _answer(shelf, asked, aim, _shown(shelf, found[0], found), answers=False)


_NOW = frozenset(
    ("nu", "momenteel", "thans", "inmiddels", "tegenwoordig", "actuele", "huidige", "now", "currently")
)
_AS_GOOD = 0.85  # of the best


def _recent_first(shelf: Shelf, asked: Asked, found: list[Weighed]) -> list[Weighed]:
    """The sentences found; of those about as good the latest first, where it is asked how it is now."""
    if not found or not _NOW & {key(token.text) for token in asked.tokens}:
        return found
    good = [each for each in found if each.score >= _AS_GOOD * found[0].score]
    good.sort(key=lambda each: shelf.dates.get(each.passage.document) or "", reverse=True)
    return [*good, *found[len(good) :]]


def _tells(looked: tuple[Wanted, ...], found: Weighed) -> bool:
    """Whether a sentence has a word of the question that is no word of asking («weer», «volgende»)."""
    return any(
        held(found.passage.quote, word) and key(word.word) not in wording.vocabulary() and word.weight >= 1
        for word in looked
    )


def _about_minutes(asked: Asked) -> bool:
    """Whether a question names what minutes are about: somebody, a body, a theme, a role, a list."""
    named = any(entity.known for span in asked.spans for entity in span.entities)
    return named or bool(asked.of("role_name")) or any(asked.groups.get(group) for group in _OURS)


def _with_before(shelf: Shelf, said: list[Passage]) -> list[Passage]:
    """Sentences, with those before them that they point back to."""
    found: list[Passage] = []
    for each in said:
        before = ahead(shelf.passages, each)
        if before is not None and _POINTS_BACK.search(each.quote) and MASK not in before.quote:
            found += [before] if before.title == each.title and says(before) else []
        found.append(each)
    return list(dict.fromkeys(found))


def _answer(shelf: Shelf, asked: Asked, aim: Aim, shown: list[Passage], *, answers: bool) -> Answer:
    text = " ".join(_quoted(shelf, each) for each in shown)
    said = say("passages" if answers else "not_in_minutes", asked.language, text=text)
    words = {"words": " ".join(each.word for each in aim.looked)}
    return Answer(
        asked.text,
        Understood("passages", {"speaker": aim.speaker.name, **words} if aim.speaker else words),
        "answered" if answers else "not_in_minutes",
        said,
        tuple(_row(shelf, each) for each in shown),
        None,
        tuple(
            Evidence(each.document, each.start, each.end, each.quote, _speaker(shelf, each), "")
            for each in shown
        ),
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
    periods = [span.period for span in asked.of("date") if span.period and _is_day(span.period)]
    if len(periods) == 1:
        start, end = periods[0].start or "", periods[0].end or ""
        refs = [ref for ref in refs if start <= (ref.date or "") <= end] or refs
    return frozenset(ref.document for ref in refs)


_MONTH = 31  # days


def _is_day(period: Period) -> bool:
    """Whether a date is a day or a month: of a year minutes of the next one may well tell."""
    if period.start is None or period.end is None:
        return False
    return (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days < _MONTH


def _shown(shelf: Shelf, best: Weighed, found: list[Weighed]) -> list[Passage]:
    """The best, others almost as good, and what stands around the best, in the order of the minutes."""
    chosen = [
        each.passage
        for each in (best, *found[:_MOST])
        if each.score >= _WORTH_SHOWING * best.score and each.own > 0 and MASK not in each.passage.quote
    ]
    before = ahead(shelf.passages, best.passage)
    if before is not None and _POINTS_BACK.search(best.passage.quote) and MASK not in before.quote:
        chosen.append(before)
    after: Passage | None = best.passage
    for _ in range(_BEHIND):
        at, after = after, behind(shelf.passages, after) if after else None
        if at is None or after is None or MASK in after.quote or not says(after):
            break
        if not _same_paragraph(shelf, at, after):
            break
        chosen.append(after)
    return sorted(
        dict.fromkeys(chosen),
        key=lambda each: (each.document != best.passage.document, each.document, each.start),
    )


def _same_paragraph(shelf: Shelf, first: Passage, second: Passage) -> bool:
    """Whether one stands behind the other under the same head: no empty line or new item between."""
    between = shelf.text(first.document)[first.end : second.start]
    return len(between.strip()) == 0 and between.count("\n") <= 1


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


_POINTS_BACK = re.compile(
    r"^\s*(?:dat|die|hij|zij|ze|dus|ook|er)\b|\b(?:dit|deze|daar|hier|daar(?:voor|mee|van|aan|op)|hier(?:voor|mee|van|aan|op))\b",
    re.IGNORECASE,
)
