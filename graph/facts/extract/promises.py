"""What is undertaken or announced, by whom and by when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.deadline import deadline
from graph.facts.extract.decisions import proposal
from graph.facts.extract.make import LONGEST_EVIDENCE, common, place, with_what
from graph.facts.extract.who_does import who_does, will_be
from graph.facts.listed.item import Item, holding
from graph.facts.listed.lines import behind
from graph.facts.listed.terms import dates_in, next_time
from graph.facts.mentions import Mention
from graph.facts.model import Promise
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_ALIKE = 0.6  # from here a listed action and one in the text are the same
_BOTH = 2
_LONGEST_WORD = 100  # letters; what is longer is no word
_POINTS_BACK = 2  # sentences before a promise that are read along
_NEAREST = 100  # promises said before, and behind, a listed action that are compared with it
_OWNER_COUNTS, _DUE_COUNTS = 0.3, 0.3
_POINTED_AT = 0.5  # what a word counts that only the sentences before have
_SHORTEST_WORD, _LONG_WORD, _ROOT, _ROOT_LONG = 4, 9, 4, 7  # letters
_PARTICLE = re.compile(
    r"^(?:op|uit|aan|na|door|toe|rond|mee|terug|voor|in|af|bij)(?:(?=[b-df-hj-np-tv-z]\w{2,}en$)|ge(?=\w{3,}(?:d|t|en)$))"
)  # of «aanleveren», «aangeleverd»
_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"^[^:]{1,60}:\s*")
_POINTING = re.compile(r"\b(?:dat|dit|het|hem|haar|hen|ze|zij|deze|die|daar\w*|hier\w*)\b", re.IGNORECASE)
_COMMA = re.compile(r"[,;:]\s")
_SINCE = re.compile(r"sinds\b", re.IGNORECASE)  # «sinds april» is no term
_INVESTIGATE = re.compile(r"\bte \w+en\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A promise to which two places give another owner, or another date: `what` differs, and how."""

    promise: Promise
    what: str  # eigenaar or termijn
    sides: tuple[str, str]


def promises(context: Context, listed: list[Item]) -> tuple[list[Promise], list[Dispute]]:
    """Promises: what is listed as an action, and what sentences undertake or announce; and what disagrees.

    One that is said in the text and listed again is one promise with two places. Of the rules that match a
    sentence the first counts.
    """
    said = [*_said(context, listed), *_agreed(context)]
    actions = [item for item in listed if item.kind == "action"]
    same = same_actions(said, actions, {id(promise): _told_before(context, promise) for promise in said})
    merged = {id(promise) for promise in same.values()}
    made = [_listed(context, item, same.get(number)) for number, item in enumerate(actions)]
    disputes = [
        dispute
        for number, promise in enumerate(made)
        if number in same
        for dispute in _disputes(context, promise, actions[number], same[number])
    ]
    return [*(promise for promise in said if id(promise) not in merged), *made], disputes


def _disputes(context: Context, promise: Promise, item: Item, said: Promise) -> Iterator[Dispute]:
    """Where the list and the text disagree about one action."""
    listed, told = item.owners.names, said.owners
    one_thing = ";" not in said.evidence[0].quote  # else who is named may do the other half of it
    if listed and told and one_thing and not set(listed) & set(told):
        yield Dispute(promise, "eigenaar", (" en ".join(listed), " en ".join(told)))
    dates = dates_in(context, said.evidence[0].start, said.evidence[0].end)
    if item.due and said.due and len(dates) == 1 and _apart(item.due, said.due):
        yield Dispute(promise, "termijn", (item.due.text, said.due.text))


def _told_before(context: Context, promise: Promise) -> str:
    """What a promise may point back to («Zij zoekt dat uit»): the sentences right before it."""
    if not _POINTING.search(promise.text):
        return ""
    start = promise.evidence[0].start
    here = context.sentences[bisect_left(context.sentences, start, key=lambda sentence: sentence.start)]
    return " ".join(other.text for other in context.before(here, _POINTS_BACK))


def same_actions(
    said: list[Promise], actions: list[Item], before: Mapping[int, str] | None = None
) -> dict[int, Promise]:
    """Which listed action, by its place in the list, the text tells of too; the likest pairs first.

    `before` has what stands before a promise, by its `id()`: it counts where both have the same owner.
    """
    before = before or {}
    order = sorted(range(len(said)), key=lambda told: said[told].evidence[0].start)
    starts = [said[told].evidence[0].start for told in order]
    pairs = sorted(
        (-likely, number, told)
        for number, item in enumerate(actions)
        for told in _around(item, order, starts)
        if (likely := likeness(said[told], item, before.get(id(said[told]), ""))) >= _ALIKE
    )
    found: dict[int, Promise] = {}
    taken: set[int] = set()
    for _, number, told in pairs:
        if number not in found and told not in taken:
            found[number] = said[told]
            taken.add(told)
    return found


def _around(item: Item, order: list[int], starts: list[int]) -> list[int]:
    """The promises that the text tells nearest to a listed action: in long minutes not all are compared."""
    place = bisect_left(starts, item.start)
    return order[max(0, place - _NEAREST) : place + _NEAREST]


def likeness(promise: Promise, item: Item, before: str = "") -> float:
    """How likely a sentence and a listed action are the same: the share of the action's words that it has.

    The same owner, and the same date, count as well; without a word in common they are never the same. Of one
    owner the sentences before are read along, for less.
    """
    owners = bool(set(promise.owners) & set(item.owners.names))
    wanted, there, earlier = _words(item.text), _words(promise.text), _words(before if owners else "")
    common = sum(
        1.0 if _has(there, word) else _POINTED_AT if _has(earlier, word) else 0.0 for word in wanted.each
    )
    if not common:
        return 0.0
    due = bool(promise.due and item.due and _ends_with(promise.due, item.due))
    return common / len(wanted.each) + _OWNER_COUNTS * owners + _DUE_COUNTS * due


def _has(there: _Words, word: _Word) -> bool:
    """Whether a text has a word, in one of its forms or as the beginning or the whole of a longer one."""
    return (
        word.root in there.roots
        or word.whole in there.beginnings
        or not there.whole.isdisjoint(word.beginnings)
    )


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without the particle of a verb: its root, which its forms share, and what it begins with."""

    whole: str
    root: str
    beginnings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that say what an action is about, and what those of another text may share with them.

    Two words are the same when one begins with the other («privacy», «privacyregels») or they have one root.
    """

    each: tuple[_Word, ...]
    whole: frozenset[str]
    roots: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=4096)
def _words(text: str) -> _Words:
    bare = _WORD.findall(_LEAD.sub("", text).lower())
    stems = [_PARTICLE.sub("", word) for word in dict.fromkeys(bare) if len(word) >= _SHORTEST_WORD]
    each = tuple(
        _Word(stem, _root(stem), frozenset(stem[:end] for end in range(_SHORTEST_WORD, len(stem) + 1)))
        for stem in stems
        if len(stem) <= _LONGEST_WORD
    )
    return _Words(
        each,
        frozenset(word.whole for word in each),
        frozenset(word.root for word in each),
        frozenset(beginning for word in each for beginning in word.beginnings),
    )


def _root(word: str) -> str:
    """What its forms share («vraagt», «vragen»): the first letters, a long vowel written single."""
    return re.sub(r"([aeou])\1", r"\1", word)[: _ROOT_LONG if len(word) >= _LONG_WORD else _ROOT]


def _listed(context: Context, item: Item, said: Promise | None) -> Promise:
    """The promise that a listed action is, with what the text says of the same action."""
    end = min(item.end, item.start + LONGEST_EVIDENCE)
    here = place(context.text, item.start, end)
    owners, elsewhere = item.owners.names, said.owners if said else ()
    if elsewhere and (not owners or not item.owners.known):
        owners, elsewhere = elsewhere, owners
    return Promise(
        id="",
        evidence=(here, *said.evidence) if said else (here,),
        agenda_item=item.agenda_item,
        text=item.text,
        owners=owners,
        due=_fullest(item.due, said.due if said else None),
        status=item.status,
    )


def _ends_with(a: Period, b: Period) -> bool:
    """Whether two terms end on the same day, or one ends the day before: «op 17 april», «vóór 17 april»."""
    ends = [date.fromisoformat(due.end) for due in (a, b) if due.end]
    return len(ends) == _BOTH and abs((ends[0] - ends[1]).days) <= 1


def _fullest(listed: Period | None, told: Period | None) -> Period | None:
    """The date of the list; where the text has the same with «uiterlijk» before it, that of the text."""
    return told if listed and told and listed.text in told.text else listed or told


def _apart(a: Period, b: Period) -> bool:
    """Whether two dates cannot both be right: neither lies within the other's reach.

    «Voor 1 september» ends the day before, which is no other date than 1 september.
    """
    if a.text in b.text or b.text in a.text:
        return False
    return _behind(a, b) or _behind(b, a)


def _behind(first: Period, second: Period) -> bool:
    """Whether one begins later than the day after the other ends."""
    if not first.end or not second.start:
        return False
    return date.fromisoformat(second.start) - date.fromisoformat(first.end) > timedelta(days=1)


def _said(context: Context, listed: list[Item]) -> Iterator[Promise]:
    inside = holding(context, listed)
    seen: set[int] = set()
    for sentence, hit in context.found("promise"):
        item = inside.get(sentence.number)
        owners = who_does(context, sentence, hit) or _named_later(context, sentence)
        if sentence.number in seen or (item and (sentence.start < item.end or not owners)):
            continue
        due = _due(context, sentence, hit)
        if not will_be(sentence, hit, due):
            continue
        seen.add(sentence.number)
        here = sentence.evidence
        where = here if hit.rule.gives.get("complete") else with_what(context, sentence, here)
        yield Promise(
            **{**common(sentence), "evidence": (where, *sentence.naming)},
            text=where.quote,
            owners=owners or behind(context, sentence.start, sentence.end)[0].names,
            due=due,
            status=hit.rule.gives.get("status", "open"),
        )


def _named_later(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Whom another rule names, where the first names nobody («dit komt terug; A stuurt de cijfers»)."""
    others = (who_does(context, sentence, hit) for hit in sentence.hits("promise") if "owner" in hit.slots)
    return next(filter(None, others), ())


def _agreed(context: Context) -> Iterator[Promise]:
    """A proposal to do something becomes a promise when those who meet agree to it."""
    for sentence in context.sentences:
        agreed = any(hit.rule.gives["outcome"] == "agreed" for hit in sentence.hits("decision"))
        what = proposal(context, sentence) if agreed else None
        if what and _INVESTIGATE.search(what.text):
            yield Promise(**common(what, sentence.evidence), text=what.text, owners=(), due=None)


def _due(context: Context, sentence: Sentence, hit: Hit) -> Period | None:
    """The date in the slot, else the first that is not past, of the words of the rule before others."""
    for slot in ("due", "date"):
        mention = sentence.mention_in(hit, slot)
        if mention and mention.kind == "date":
            return _term(context, mention)
    meeting = context.minutes.meeting.date or ""
    dates = sentence.of_kind("date")
    start, end = sentence.span(hit.start, hit.end)
    clause = _COMMA.search(context.text, end, sentence.end)
    end = clause.start() if clause else sentence.end
    for mention in sorted(dates, key=lambda date: not start <= date.start < end):
        period = None if _SINCE.match(mention.value) else _term(context, mention)
        if period and (period.end or period.start or "9999") >= meeting:
            return period
    return next_time(context, sentence.start, sentence.end)


def _term(context: Context, mention: Mention) -> Period | None:
    period = context.period(mention)
    return deadline(context.text, mention.start, period) if period else None
