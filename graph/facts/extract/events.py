"""Happenings with a date or place: meetings of bodies, weeks, demonstrations, gatherings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.make import common
from graph.facts.mentions import Mention
from graph.facts.model import Event, Fact
from graph.facts.sentence import Sentence

_NEAR = 2  # words between a noun and the date that belongs to it
_IN_BETWEEN = 60  # characters, where a verb like «vindt plaats» joins them
_OF = re.compile(
    r"^\s*(?:['‘’\"“][^'’\"”]{3,60}['’\"”]\s*)?(?:van|op|in|d\.?d\.?|\()?\s*(?:de\s+)?$", re.IGNORECASE
)
_IN = re.compile(r"^\s+(?:in|te)\s+(?P<place>[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)*)")
_CLOCK = r"\d{1,2}[.:]\d{2}(?: ?(?:uur|u\.?))?"
_AT = rf"(?:,? (?:om |van |aanvang )?{_CLOCK}(?: ?(?:-|–|tot) ?{_CLOCK})?)?"
_NAMED = r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*"
_COMING = re.compile(r"\b(?:eerst)?volgende?\s+$", re.IGNORECASE)
_NEXT = re.compile(  # «Volgende: 10 juni», «Volgende keer 10 juni»
    r"\W*(?:eerst)?volgende?(?:(?: keer)?\s*:| keer(?: is)?)\s*(?:op )?$", re.IGNORECASE
)
_TOWN = re.compile(r"^, (?P<town>[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*)\W*$")  # «, Almerdam.»
_IS_ON = re.compile(r"^\s*(?::|is|vindt plaats|staat gepland|staat|wordt gehouden)\s+(?:voor |op |in )?$")
_NEXT_MEETING = "Volgende vergadering"
_DURING = re.compile(r"\b(?:na|bij|tijdens|in|op|voor)\s+(?:het|de)\s+$", re.IGNORECASE)
_QUOTED = re.compile(r"\s['‘\"“]")
_NEW_CLAUSE = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class _Wording:
    """What `events.yaml` says, as patterns."""

    stems: tuple[str, ...]  # every noun holds one of these
    nouns: re.Pattern[str]
    happens: re.Pattern[str]  # between a noun and its date
    never: re.Pattern[str]  # right before a date: of something that does not happen then


@lru_cache(maxsize=1)
def _wording() -> _Wording:
    loaded: dict[str, Any] = ontology.load_yaml("wording/events.yaml")

    def either(name: str) -> str:
        return "|".join(sorted(loaded[name], key=len, reverse=True))

    noun = (
        rf"(?:{either('nouns')})|[^\W\d_][\w-]{{2,}}?(?:{either('compound')})"
        rf"|(?:{either('next')}) (?:{either('meeting')})"
    )
    name = (
        r"\s['‘\"“][^'’\"”]{3,60}['’\"”]"
        r"|\s(?:van (?:de|het) |van )?(?-i:[A-ZÀ-Þ])[\w-]+(?:\s(?-i:[A-ZÀ-Þ])[\w-]+){0,3}"
    )
    every = [word for group in ("nouns", "compound", "meeting") for word in loaded[group]]
    return _Wording(
        tuple(word for word in every if not any(other in word and other != word for other in every)),
        re.compile(
            rf"(?<![\w-])(?!(?:{either('not')})\b)(?P<noun>{noun})(?![\w-])(?P<name>{name})?", re.IGNORECASE
        ),
        re.compile(rf"\b(?:{either('happens')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either('papers')})\s+(?:van|d\.?d\.?)\s+$", re.IGNORECASE),
    )


def events(context: Context) -> Iterator[Fact]:
    """Events: a body's meeting with its date or place, and happenings that are called by their noun."""
    whole = context.text.lower()
    stems = [stem for stem in _wording().stems if stem in whole]
    for sentence in context.sentences:
        dated: set[int] = set()
        yield from _meetings(context, sentence, dated)
        lowered = sentence.text.lower()
        if any(stem in lowered for stem in stems):  # most sentences name nothing that happens
            yield from _happenings(context, sentence, dated)


def _meetings(context: Context, sentence: Sentence, dated: set[int]) -> Iterator[Fact]:
    """A body's meeting: «het AB van 13 juli», «het AB komt op 4 juni bijeen», «na het AB in Apeldoorn»."""
    for body in sentence.of_kind("body"):
        near = _meeting_date(context, sentence, body)
        where = _IN.match(context.text[body.end : sentence.end])
        if near and context.periods[near.start].start:
            dated.add(near.start)
            coming = _COMING.search(context.text[sentence.start : body.start])
            label = context.text[body.start : near.end].replace("(", "")
            if coming and ":" in label:  # «Volgend DVO: 4 december»
                label = f"{coming[0].strip().capitalize()} {context.text[body.start : body.end]}"
            where_then = _place(context, sentence, near.end)
            yield Event(**common(sentence), label=label, date=context.period(near), place=where_then)
        elif where and _DURING.search(context.text[sentence.start : body.start]):
            yield Event(**common(sentence), label=body.value, place=where["place"])
    for date in sentence.of_kind("date")[:1]:
        if _NEXT.fullmatch(context.text[sentence.start : date.start]) and context.periods[date.start].start:
            dated.add(date.start)
            yield Event(
                **common(sentence), label=_NEXT_MEETING, date=context.period(date),
                place=_place(context, sentence, date.end) or _town(context, sentence, date.end),
            )  # fmt: skip


def _town(context: Context, sentence: Sentence, end: int) -> str | None:
    """The town that alone ends a line about the next meeting."""
    found = _TOWN.match(context.text[end : sentence.end])
    return found["town"] if found else None


def _meeting_date(context: Context, sentence: Sentence, body: Mention) -> Mention | None:
    for date in sentence.of_kind("date"):
        between = context.text[body.end : date.start]
        coming = _COMING.search(context.text[sentence.start : body.start]) and _IS_ON.match(between)
        if date.start >= body.end and (
            coming or _OF.match(between) or _meets(between, context.text[date.end : sentence.end])
        ):
            return date
    return None


def _meets(between: str, after: str) -> bool:
    """Whether a body «komt (op DATE) bijeen», «vergadert op DATE»."""
    convenes = re.match(
        r"^\s*(?:vergadert|(?:komt|komen) (?:weer |opnieuw )?(?:bijeen|bij elkaar|samen))\b", between
    )
    comes = re.match(r"^\s*(?:komt|komen) (?:weer |opnieuw )?(?:op |in )?$", between)
    return bool(
        convenes or (comes and re.match(r"^\s*(?:weer |opnieuw )?(?:bijeen|bij elkaar|samen)\b", after))
    )


def _happenings(context: Context, sentence: Sentence, dated: set[int]) -> Iterator[Fact]:
    taken = [mention for mention in sentence.mentions if mention.kind in ("person", "body")]
    free = [
        date for date in sentence.of_kind("date") if date.start not in dated and not _of_paper(context, date)
    ]
    if not free and not _QUOTED.search(sentence.text):
        return
    for match in _wording().nouns.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end("noun")
        if any(mention.start <= start < mention.end for mention in taken):
            continue
        date = _date(context, free, start, sentence.start + match.end()) or _date(context, free, start, end)
        if date is None and not _is_quoted(match["name"]):
            continue
        label = _label(sentence, match, taken)
        yield Event(
            **common(sentence), label=label[:1].upper() + label[1:], date=context.period(date),
            place=_place(context, sentence, date.end if date else end),
        )  # fmt: skip


def _of_paper(context: Context, date: Mention) -> bool:
    """Whether a date is that of a letter or report, not of something that happens."""
    return bool(_wording().never.search(context.text[max(0, date.start - 40) : date.start]))


def _is_quoted(name: str | None) -> bool:
    return bool(name) and (name or "").strip()[:1] in "'‘\"“"


def _label(sentence: Sentence, match: re.Match[str], taken: list[Mention]) -> str:
    """The noun with its own name, unless that is the name of a person or body."""
    begin = sentence.start + match.end("noun")
    named = match["name"] and not any(
        begin < mention.end and mention.start < begin + len(match["name"]) for mention in taken
    )
    return (match[0] if named else match["noun"]).strip()


def _place(context: Context, sentence: Sentence, end: int) -> str | None:
    where = _where().match(context.text[end : sentence.end])
    return (where["town"] or where["building"]) if where else None


@lru_cache(maxsize=1)
def _where() -> re.Pattern[str]:
    """Behind a date: «, 9.30 uur, gemeentehuis Oevers», «om 13.30 uur in Dijken»."""
    halls = "|".join(map(re.escape, ontology.load_yaml("wording/headings.yaml")["buildings"]))
    hall = rf"(?:het |de )?(?:(?i:{halls}))\b(?: (?:van|te|in) )?(?: ?{_NAMED})?"
    return re.compile(
        rf"^{_AT}(?:,? (?:in|te) (?P<town>{_NAMED}|{hall})|,? (?:in |op )?(?P<building>{hall}))"
    )


def _date(context: Context, dates: list[Mention], start: int, end: int) -> Mention | None:
    """The date that belongs to a noun: behind it, else the sentence's only one, before it in its clause."""
    for date in dates:
        between = context.text[end : date.start]
        if date.start >= end and not _NEW_CLAUSE.search(between) and _joins(between):
            return date
    before = [
        date for date in dates if date.end <= start and not _NEW_CLAUSE.search(context.text[date.end : start])
    ]
    return before[0] if len(dates) == 1 and before else None


def _joins(between: str) -> bool:
    return len(between.split()) <= _NEAR or (
        len(between) <= _IN_BETWEEN and bool(_wording().happens.search(between))
    )
