"""What is undertaken or announced, by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.extract.decisions import proposal
from graph.facts.extract.make import common
from graph.facts.model import Fact, Promise
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit

_INVESTIGATE = re.compile(r"\bte \w+en\b", re.IGNORECASE)


def promises(context: Context) -> Iterator[Fact]:
    """Promises; the first rule that matches a sentence counts."""
    seen: set[int] = set()
    for sentence, hit in context.found("promise"):
        if sentence.number not in seen:
            seen.add(sentence.number)
            yield Promise(
                **common(sentence),
                text=sentence.text,
                owners=_owners(sentence, hit),
                due=_due(context, sentence, hit),
            )
    yield from _agreed(context)


def _agreed(context: Context) -> Iterator[Fact]:
    """A proposal to do something becomes a promise when those who meet agree to it."""
    for sentence in context.sentences:
        agreed = [hit for hit in sentence.hits("decision") if hit.rule.gives["outcome"] == "agreed"]
        what = proposal(context, sentence) if agreed else None
        if what and _INVESTIGATE.search(what.text):
            yield Promise(**common(what, sentence.evidence), text=what.text, owners=(), due=None)


def _owners(sentence: Sentence, hit: Hit) -> tuple[str, ...]:
    named = tuple(name for slot in ("owner", "owner2") if (name := sentence.slot(hit, slot)))
    if named:
        return named
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
