"""What is undertaken or announced, by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.extract.decisions import proposal
from graph.facts.extract.make import common, place
from graph.facts.listed.item import Item
from graph.facts.listed.lines import behind
from graph.facts.model import Promise
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_ALIKE = 88  # of 100: a listed action and one in the text are the same
_FEWEST_WORDS = 2  # of an action that can be recognised elsewhere
_LONGEST_EVIDENCE = 600  # characters
_WORD = re.compile(r"[^\W_]+")
_LEAD = re.compile(r"^[^:]{1,60}:\s*")
_INVESTIGATE = re.compile(r"\bte \w+en\b", re.IGNORECASE)


def promises(context: Context, listed: list[Item]) -> list[Promise]:
    """Promises: what is listed as an action, and what sentences undertake or announce.

    One that is said in the text and listed again is one promise with two places. Of the rules that match a
    sentence the first counts.
    """
    said = [*_said(context, listed), *_agreed(context)]
    made: list[Promise] = []
    for item in (item for item in listed if item.kind == "action"):
        same = max(said, key=lambda promise: likeness(promise.text, item.text), default=None)
        if same is not None and likeness(same.text, item.text) >= _ALIKE:
            said.remove(same)
            made.append(_listed(context, item, same))
        else:
            made.append(_listed(context, item, None))
    return [*said, *made]


def likeness(a: str, b: str) -> float:
    """How much of the shorter text the longer one holds, word by word: 0 to 100."""
    left, right = _bare(a), _bare(b)
    if min(len(left.split()), len(right.split())) < _FEWEST_WORDS:
        return 0.0
    return fuzz.token_set_ratio(left, right)


def _bare(text: str) -> str:
    """A text in lower case without the words and names before its colon."""
    return " ".join(_WORD.findall(_LEAD.sub("", text).lower()))


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
        disputed=() if set(elsewhere) & set(owners) else elsewhere,
    )


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
