"""What minutes tell of something over time: who asked for it, how often, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.language import day_in_words
from graph.ontology import load_yaml
from graph.questions.model import Asked
from graph.questions.passages import MASK, Passage, Wanted, Weighed, ahead, held, weigh
from graph.questions.sentence_cues import pattern, tells_of
from graph.questions.sentence_shapes import is_title, points_back
from graph.questions.shelf import Shelf
from graph.questions.spoken import statement_at

_ENOUGH = 0.55  # of what is asked about
_AS_GOOD = 0.72  # of the best
_OWN = 0.3  # in the sentence itself, where it does not point back
_STRONG, _THERE = 1.0, 0.4  # weight of a word that says what it is about; from which it counts as being there
_MOST = 3  # sentences of one meeting
_SHOWN = 6
_ASKING = frozenset({"asks", "misses", "proposes", "advises"})


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about something: the day of its meeting, who says it, and whether that is a request."""

    passage: Passage
    date: str
    speakers: tuple[str, ...]
    asks: bool


@cache
def _follow_ups() -> dict[str, tuple[re.Pattern[str], frozenset[str]]]:
    return {
        name: (
            pattern(entry["asks"]),
            frozenset(entry.get("of", ())),
        )
        for name, entry in load_yaml("questions/follow_ups.yaml")["follow_ups"].items()
    }


def follow_up(first: Asked, piece: str) -> str | None:
    """What a second half asks of what the first is about: course since often reason; None for another."""
    groups = {group for group, places in first.groups.items() if places}
    for name, (asks, of) in _follow_ups().items():
        if asks.search(piece.strip(" ?")) and (not of or of & groups):
            return name
    return None


def is_request(asked: Asked) -> bool:
    """Whether it is asked who asks for something."""
    return bool(asked.groups.get("who")) and any(
        asked.groups.get(group) for group in ("asked", "lacking", "proposes")
    )


def told_of(shelf: Shelf, looked: Sequence[Wanted], within: frozenset[str]) -> list[Told]:
    """The sentences about something, a few of each meeting, in order of time."""
    found = [each for each in weigh(shelf.passages, looked, within) if each.score >= _ENOUGH]
    if not found:
        return []
    best = found[0].score
    good = [each for each in found if each.score >= _AS_GOOD * best and _says_it(each)]
    if not all(_is_told(word, good) for word in looked if word.weight >= _STRONG):
        return []  # about something that only has a part of the words
    chosen: dict[str, list[Weighed]] = {}
    for each in good:
        here = chosen.setdefault(each.passage.document, [])
        if len(here) < _MOST:
            here.append(each)
    told = [
        _told(shelf, each.passage)
        for here in chosen.values()
        for each in here
        if _is_about(shelf, each.passage, looked)
    ]
    return sorted(told, key=lambda each: (each.date, each.passage.document, each.passage.start))


def _is_about(shelf: Shelf, passage: Passage, looked: Sequence[Wanted]) -> bool:
    """Whether most of the words stand in the sentence, its title or the sentence before it."""
    before = ahead(shelf.passages, passage)
    beside = before is not None and before.title == passage.title and points_back(passage.quote)
    near = before.quote if before is not None and beside else ""
    strong = [word for word in looked if word.weight >= _STRONG]
    there = sum(
        word.weight for word in strong if held(f"{passage.title} {near} {passage.quote}", word) >= _THERE
    )
    return there > _ENOUGH * sum(word.weight for word in strong)


def _is_told(word: Wanted, found: Sequence[Weighed]) -> bool:
    texts = (text for each in found for text in (each.passage.quote, each.passage.title))
    return any(held(text, word) >= _THERE for text in texts)


def _says_it(each: Weighed) -> bool:
    told = each.passage
    return (
        MASK not in told.quote
        and (each.own >= _OWN or each.score >= _ENOUGH + _OWN / 2)
        and not is_title(told.quote, told.title)
    )


def _told(shelf: Shelf, passage: Passage) -> Told:
    statement = statement_at(shelf.spoken(passage.document), passage.start, passage.end)
    asks = tells_of("requests", passage.quote) or bool(statement and statement.acts & _ASKING)
    speakers = statement.names if statement else ()
    return Told(passage, shelf.dates.get(passage.document) or "", speakers, asks)


def requested(told: Sequence[Told], asked: Asked | None = None) -> list[Told]:
    """Those in which somebody asks for it; of somebody who is to take it on, for just that."""
    found = [each for each in told if each.asks]
    if asked is None or not (asked.groups.get("holder") or "iemand" in {token.key for token in asked.tokens}):
        return found
    return [each for each in found if tells_of("for_somebody", each.passage.quote)]


def afterwards(told: Sequence[Told]) -> list[Told]:
    """What is told behind the first request, or behind the first sentence at all, by others or elsewhere."""
    first = next((each for each in told if each.asks), told[0])
    later = [each for each in told if _place(each) > _place(first) and not _goes_on(first, each)]
    return later[:2] + later[2:][-(_SHOWN - 2) :]


def _place(told: Told) -> tuple[str, str, int]:
    return told.date, told.passage.document, told.passage.start


def _goes_on(first: Told, behind: Told) -> bool:
    """Whether somebody goes on about it under the same item: that is no more than what was asked."""
    here, there = first.passage, behind.passage
    same = (here.document, here.title) == (there.document, there.title)
    return same and first.speakers == behind.speakers


def quoted(told: Sequence[Told]) -> str:
    """Sentences with who says them and when."""
    return " ".join(f"«{each.passage.said}»{_by_whom(each)}" for each in told)


def _by_whom(told: Told) -> str:
    known = [*told.speakers, *([day_in_words(told.date)] if told.date else [])]
    return f" ({', '.join(known)})" if known else ""
