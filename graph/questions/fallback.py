"""What no fact captures but the minutes do say: the sentences themselves, never as a conclusion."""

from __future__ import annotations

import re
from functools import cache

from graph.answers.model import Evidence
from graph.answers.template import fill
from graph.dutch.period import Period
from graph.dutch.written import in_words
from graph.ontology import load_yaml
from graph.questions import wording
from graph.questions.asked_for import holds
from graph.questions.model import Answer, Asked, Row, Span, Understood
from graph.questions.passages import MASK, Passage, Wanted, Weighed, ahead, behind, says, wanted, weigh
from graph.questions.shelf import Shelf

_MOST = 3  # passages in an answer
_ENOUGH = 0.58  # of what was asked, in the sentence and its neighbours
_NEAR = 0.3
_ABOUT = 0.45  # from which a question about nothing that has a name is still taken to be about the minutes
_BONUS = 0.12  # for a sentence with the kind of thing that is asked for
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
    looked = _looked_for(shelf, asked)
    if all(_says_nothing(each.word) for each in looked):
        return None
    within = _within(shelf, asked, when)
    found = weigh(shelf.passages, looked, within)
    found = sorted(
        found,
        key=lambda each: (
            -(each.score + _BONUS * holds(shelf, asked, _with_next(shelf, each.passage), looked))
        ),
    )
    known = any(entity.known for span in asked.spans for entity in span.entities)
    unknown = [
        span
        for span in asked.of("theme")
        if span.entities and not any(entity.known for entity in span.entities)
    ]
    if not found or found[0].score < _NEAR:
        return _nothing(asked, unknown[0].words if unknown else None) if known or unknown else None
    shown = _shown(shelf, found)
    answers = found[0].score >= _ENOUGH and not unknown and holds(shelf, asked, shown, looked)
    if not answers and not known and found[0].score < _ABOUT:
        return None
    text = " ".join(_quoted(shelf, each) for each in shown)
    said = say("passages" if answers else "not_in_minutes", asked.language, text=text)
    return Answer(
        asked.text,
        Understood("passages", {"words": " ".join(each.word for each in looked)}),
        "answered" if answers else "not_in_minutes",
        said,
        tuple(_row(shelf, each) for each in shown),
        None,
        tuple(Evidence(each.document, each.start, each.end, each.quote, None, "") for each in shown),
        None,
        (),
        None,
    )


def _says_nothing(word: str) -> bool:
    """Whether a word by itself does not say what a question is about."""
    return word.isdigit() or word in wording.vocabulary() or word in _weak()


def _with_next(shelf: Shelf, passage: Passage) -> list[Passage]:
    after = behind(shelf.passages, passage)
    return [passage, after] if after is not None and after.title == passage.title else [passage]


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


def _looked_for(shelf: Shelf, asked: Asked) -> tuple[Wanted, ...]:
    """The words to look for: what means something, but for the words of asking and dates."""
    dated = {place for span in asked.of("date") if _meets_in(shelf, span.period) for place in span.places}
    dated |= {place for span in _themes(asked) for place in span.places}
    dated |= {place for span in asked.of("body") for place in span.places if _meeting_body(shelf, span)}
    words = [
        asked.tokens[place].key
        for place in sorted(asked.content - dated)
        if asked.tokens[place].key not in _asking() and len(asked.tokens[place].key) > 1
    ]
    verbs = {
        asked.tokens[place].key
        for group in _TELLING
        for places in asked.groups.get(group, ())
        for place in places
    }
    words = [word for word in words if word not in verbs] or words
    return (
        *wanted(words, shelf.synonyms),
        *_alike(asked, words),
        *(shelf.theme(span.entities[0]) for span in _themes(asked)),
    )


def _alike(asked: Asked, words: list[str]) -> tuple[Wanted, ...]:
    """What phrases of small words mean («ging niet door»), as any of the words for it."""
    return tuple(
        wanted(forms, lambda _, forms=forms: forms)[0]  # type: ignore[misc] # mypy cannot tell the type of forms
        for group, forms in wording.groups_alike().items()
        if asked.groups.get(group) and not set(forms) & set(words)
    )


def _themes(asked: Asked) -> tuple[Span, ...]:
    """The themes that are named, but for one inside a longer name."""
    return tuple(
        span
        for span in asked.of("theme")
        if span.entities
        and not any(span.places < other.places for other in asked.spans if other.sort in ("body", "person"))
    )


def _meets_in(shelf: Shelf, period: Period | None) -> bool:
    """Whether there are minutes of that time."""
    return bool(period and any((period.start or "") <= each <= (period.end or "9999") for each in shelf.met))


def _meeting_body(shelf: Shelf, span: Span) -> bool:
    return any(entity.iri in shelf.lexicon.meeting for entity in span.entities)


_TELLING = ("said", "asks", "known")  # groups of words of telling: not what is told


@cache
def _weak() -> frozenset[str]:
    """Words that by themselves say nothing of what a question is about."""
    return frozenset(load_yaml("questions/words.yaml")["weak"].split())


@cache
def _asking() -> frozenset[str]:
    return frozenset(load_yaml("questions/words.yaml")["asking"].split())


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
        span.period for span in asked.of("date") if span.period and span.period.start and span.period.end
    ]
    if len(periods) == 1:
        start, end = periods[0].start or "", periods[0].end or ""
        refs = [ref for ref in refs if start <= (ref.date or "") <= end] or refs
    return frozenset(ref.document for ref in refs)


def _shown(shelf: Shelf, found: list[Weighed]) -> list[Passage]:
    """The best, others almost as good, and what stands right behind the best, in the order of the minutes."""
    best = found[0]
    chosen = [
        each.passage
        for each in found[:_MOST]
        if each.score >= _WORTH_SHOWING * best.score and each.own > 0 and MASK not in each.passage.quote
    ]
    before = ahead(shelf.passages, best.passage)
    if before is not None and _POINTS_BACK.match(best.passage.quote) and MASK not in before.quote:
        chosen.append(before)
    after = behind(shelf.passages, best.passage)
    if (
        after is not None
        and MASK not in after.quote
        and says(after)
        and _same_paragraph(shelf, best.passage, after)
    ):
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
    head = ", ".join(part for part in (body, in_words(when) if when else None) if part)
    return f"«{passage.quote.strip()}» ({head})"


def _row(shelf: Shelf, passage: Passage) -> Row:
    return {
        "quote": passage.quote,
        "body": shelf.bodies.get(passage.document),
        "date": shelf.dates.get(passage.document),
        "document": passage.document,
    }


_POINTS_BACK = re.compile(r"\s*(?:dit|dat|deze|die|hij|zij|ze|daar|hier|daarvoor|dus|ook)\b", re.IGNORECASE)
