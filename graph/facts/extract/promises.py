"""What is undertaken or announced, by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.extract.decisions import proposal
from graph.facts.extract.make import common, place
from graph.facts.listed.item import Item
from graph.facts.listed.lines import behind, dates_in
from graph.facts.model import Promise
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_ALIKE = 0.6  # from here a listed action and one in the text are the same
_LATEST = "9999"
_OWNER_COUNTS, _DUE_COUNTS = 0.3, 0.3
_SHORTEST_WORD, _LONG_WORD, _ROOT, _ROOT_LONG = 4, 9, 4, 7  # letters
_PARTICLE = re.compile(
    r"^(?:op|uit|aan|na|door|toe|rond|mee|terug|voor|in|af|bij)(?=[b-df-hj-np-tv-z]\w{4,}en$)"
)
_LONGEST_EVIDENCE = 600  # characters
_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"^[^:]{1,60}:\s*")
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
    same = same_actions(said, actions)
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
    if listed and told and not set(listed) & set(told):
        yield Dispute(promise, "eigenaar", (" en ".join(listed), " en ".join(told)))
    dates = dates_in(context, said.evidence[0].start, said.evidence[0].end)
    if item.due and said.due and len(dates) == 1 and _apart(item.due, said.due):
        yield Dispute(promise, "termijn", (item.due.text, said.due.text))


def same_actions(said: list[Promise], actions: list[Item]) -> dict[int, Promise]:
    """Which listed action, by its place in the list, the text tells of too; the likest pairs first."""
    pairs = sorted(
        (
            (likeness(promise, item), number, told)
            for number, item in enumerate(actions)
            for told, promise in enumerate(said)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[int, Promise] = {}
    taken: set[int] = set()
    for likely, number, told in pairs:
        if likely < _ALIKE:
            break
        if number not in found and told not in taken:
            found[number] = said[told]
            taken.add(told)
    return found


def likeness(promise: Promise, item: Item) -> float:
    """How likely a sentence and a listed action are the same: the share of the action's words that it has.

    The same owner, and the same date, count as well; without a word in common they are never the same.
    """
    wanted, there = _stems(item.text), _stems(promise.text)
    common = sum(any(_same_word(word, other) for other in there) for word in wanted)
    if not wanted or not common:
        return 0.0
    owners = bool(set(promise.owners) & set(item.owners.names))
    due = bool(promise.due and item.due and promise.due.start == item.due.start and promise.due.start)
    return common / len(wanted) + _OWNER_COUNTS * owners + _DUE_COUNTS * due


def _stems(text: str) -> list[str]:
    """The words that say what an action is about, in lower case, without the particle of a verb."""
    bare = _WORD.findall(_LEAD.sub("", text).lower())
    words = (word for word in dict.fromkeys(bare) if len(word) >= _SHORTEST_WORD)
    return [_PARTICLE.sub("", word) for word in words]


def _same_word(a: str, b: str) -> bool:
    """Whether two words are one and its compound or other form: «privacyregels», «vraagt» and «vragen»."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) or _root(a) == _root(b)


def _root(word: str) -> str:
    """The first letters of a word, which its forms share; a long vowel is written double or single."""
    return re.sub(r"([aeou])\1", r"\1", word)[: _ROOT_LONG if len(word) >= _LONG_WORD else _ROOT]


def _listed(context: Context, item: Item, said: Promise | None) -> Promise:
    """The promise that a listed action is, with what the text says of the same action."""
    end = min(item.end, item.start + _LONGEST_EVIDENCE)
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
        due=item.due or (said.due if said else None),
        status=item.status,
    )


def _apart(a: Period, b: Period) -> bool:
    """Whether two dates cannot both be right: neither lies within the other's reach."""
    return (a.end or _LATEST) < (b.start or "") or (b.end or _LATEST) < (a.start or "")


def _said(context: Context, listed: list[Item]) -> Iterator[Promise]:
    seen: set[int] = set()
    for sentence, hit in context.found("promise"):
        item = next((item for item in listed if item.holds(sentence.start)), None)
        owners = _owners(context, sentence, hit)
        if sentence.number in seen or (item and (sentence.start < item.end or not owners)):
            continue
        seen.add(sentence.number)
        yield Promise(
            **common(sentence),
            text=sentence.text,
            owners=owners or behind(context, sentence.start, sentence.end)[0].names,
            due=_due(context, sentence, hit),
            status=hit.rule.gives.get("status", "open"),
        )


def _agreed(context: Context) -> Iterator[Promise]:
    """A proposal to do something becomes a promise when those who meet agree to it."""
    for sentence in context.sentences:
        agreed = [hit for hit in sentence.hits("decision") if hit.rule.gives["outcome"] == "agreed"]
        what = proposal(context, sentence) if agreed else None
        if what and _INVESTIGATE.search(what.text):
            yield Promise(**common(what, sentence.evidence), text=what.text, owners=(), due=None)


def _owners(context: Context, sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    named = tuple(name for slot in ("owner", "owner2") if (name := sentence.slot(hit, slot)))
    if named:
        return tuple(context.people.called(name) or name for name in named)
    who = hit.rule.gives.get("owner")
    if who == "body":
        body = sentence.slot(hit, "body")
        return (body,) if body else ()
    return sentence.speakers if who == "speaker" else ()


def _due(context: Context, sentence: Sentence, hit: Hit) -> Period | None:
    """The date in the slot, else the first date of the sentence that does not lie in the past."""
    for slot in ("due", "date"):
        mention = sentence.mention_in(hit, slot)
        if mention and mention.kind == "date":
            return context.period(mention)
    meeting = context.minutes.meeting.date or ""
    for mention in sentence.of_kind("date"):
        period = context.period(mention)
        if period and (period.end or period.start or "9999") >= meeting:
            return period
    return None
