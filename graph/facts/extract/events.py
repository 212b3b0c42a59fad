"""Happenings with a date or place: meetings of bodies, weeks, demonstrations, gatherings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.mentions import Mention
from graph.facts.model import Event, Fact
from graph.facts.sentence import Sentence

_OF = re.compile(
    r"^\s*(?:['‘’\"“][^'’\"”]{3,60}['’\"”]\s*)?(?:van|op|in|d\.?d\.?|\()?\s*(?:de\s+)?$", re.IGNORECASE
)
_IN = re.compile(r"^\s+(?:in|te)\s+(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)*)")


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    wording: dict[str, Any] = ontology.load_yaml("wording/events.yaml")
    nouns, compounds, never = (
        "|".join(sorted(wording[name], key=len, reverse=True)) for name in ("nouns", "compound", "not")
    )
    return re.compile(
        rf"(?<![\w-])(?!(?:{never})\b)(?P<noun>(?:{nouns})|[a-zà-ÿA-Z][\w-]{{2,}}?(?:{compounds}))(?![\w-])(?P<name>\s['‘\"“][^'’\"”]{{3,60}}['’\"”])?",
        re.IGNORECASE,
    )


def events(context: Context) -> Iterator[Fact]:
    """Events: a body's meeting with its date or place, and happenings that are called by their noun."""
    for sentence in context.sentences:
        dated: set[int] = set()
        yield from _meetings(context, sentence, dated)
        yield from _happenings(context, sentence, dated)


def _meetings(context: Context, sentence: Sentence, dated: set[int]) -> Iterator[Fact]:
    dates = sentence.of_kind("date")
    for body in sentence.of_kind("body"):
        near = next(
            (
                date
                for date in dates
                if date.start >= body.end and _OF.match(context.text[body.end : date.start])
            ),
            None,
        )
        where = _IN.match(context.text[body.end : sentence.end])
        if near and context.periods[near.start].start:
            dated.add(near.start)
            label = context.text[body.start : near.end]
            yield Event(**common(sentence), label=label, date=context.period(near), place=None)
        elif where and re.search(
            r"\b(?:na|bij|tijdens|in|op|voor)\s+(?:het|de)\s+$",
            context.text[sentence.start : body.start],
            re.IGNORECASE,
        ):
            yield Event(**common(sentence), label=body.value, date=None, place=where["place"])


def _happenings(context: Context, sentence: Sentence, dated: set[int]) -> Iterator[Fact]:
    taken = [mention for mention in sentence.mentions if mention.kind in ("person", "body")]
    free = [date for date in sentence.of_kind("date") if date.start not in dated]
    for match in _nouns().finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(mention.start <= start < mention.end for mention in taken):
            continue
        date = _date(context, free, start, end)
        if date is None and not match["name"]:
            continue
        label = match[0].strip()
        yield Event(
            **common(sentence), label=label[:1].upper() + label[1:], date=context.period(date), place=None
        )


def _date(context: Context, dates: list[Mention], start: int, end: int) -> Mention | None:
    """The date that belongs to a noun: right behind it, else the only one of the sentence, before it in the same clause."""
    for date in dates:
        if (
            date.start >= end
            and len(context.text[end : date.start].split()) <= 2
            and "," not in context.text[end : date.start]
        ):
            return date
    before = [
        date for date in dates if date.end <= start and not re.search(r"[,;]", context.text[date.end : start])
    ]
    return before[0] if len(dates) == 1 and before else None
