"""What the minutes of a meeting say of promises: each fact that makes, repeats or reports on one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.dutch.period import Period
from graph.facts.model import Progress, Promise
from graph.state.promises.words import Thing, Words
from graph.state.records import Minutes, Said

_ROW_NUMBER = re.compile(r"^\W*((?:[A-Za-z]{1,3}[-.]?)?\d[\d./-]*)[.):\s]*$")
_NUMBER_NAMED = re.compile(
    r"\b(?:actie|actiepunt|toezegging|afspraak|punt)\s+(?:nr\.?\s*|nummer\s+)?((?:[A-Z]{1,3}[-.]?)?\d[\d./-]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Who owns a promise: their entities where known, and the name to show for each."""

    entities: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anybody is named."""
        return bool(self.names)

    def meet(self, others: Owners) -> bool:
        """Whether somebody is in both: the same entity, or one name within the other («Mickel»)."""
        if set(self.entities) & set(others.entities):
            return True
        ours, theirs = _name_words(self.names), _name_words(others.names)
        return any(a <= b or b <= a for a in ours for b in theirs if a and b)


@lru_cache(maxsize=8192)
def _name_words(names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(word for word in name.lower().split() if len(word) > 1) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one fact says of a promise.

    `status`: open, in_progress, closed, postponed, dropped. `makes`: whether the fact can be what made the
    promise. `thing`: of what; `number`: that of its row in a list, or the one that the sentence names.
    """

    iri: str
    document: str
    fact: str
    date: str
    text: str
    status: str
    makes: bool
    thing: Thing
    owners: Owners
    due: Period | None = None
    number: str | None = None
    listed: bool = False


def reports(minutes: Minutes, words: Words) -> Iterator[Report]:
    """All that a meeting says of promises, in order of place; what makes or lists them first."""
    told = minutes.all(Progress)
    places = {news.place for news in told}
    for said in minutes.all(Promise):
        # «De actie van mevr. Bos is afgerond» is news, with the sentence that it points back to.
        if said.fact.status == "open" or said.place not in places:
            yield _of_promise(said, words)
    for news in told:
        yield _of_progress(news, words)


def _of_promise(said: Said[Promise], words: Words) -> Report:
    fact, minutes = said.fact, said.minutes
    owners = _owners(minutes, fact.owners)
    number = _row_number(said) or (_named_number(fact.text) if fact.status != "open" else None)
    return Report(
        iri=said.iri,
        document=minutes.document,
        fact=fact.id,
        date=said.date,
        text=fact.text,
        status=fact.status,
        makes=True,
        thing=words.thing(fact.text, (*owners.names, *fact.owners)),
        owners=owners,
        due=_term(fact.due) if fact.status in {"open", "in_progress"} else None,
        number=number,
        listed=_is_listed(said),
    )


def _of_progress(said: Said[Progress], words: Words) -> Report:
    fact, minutes = said.fact, said.minutes
    owners = _owners(minutes, fact.owners)
    return Report(
        iri=said.iri,
        document=minutes.document,
        fact=fact.id,
        date=said.date,
        text=fact.text,
        status=fact.status,
        makes=False,
        thing=words.thing(fact.about or fact.text, (*owners.names, *fact.owners)),
        owners=owners,
        due=_term(fact.due),
        number=_named_number(fact.text),
    )


def _owners(minutes: Minutes, names: tuple[str, ...]) -> Owners:
    entities = tuple(filter(None, map(minutes.anybody, names)))
    return Owners(entities, tuple(dict.fromkeys(map(minutes.display, names))))


def _term(due: Period | None) -> Period | None:
    """A due date as a term: a single day is a last day, and has no beginning."""
    return replace(due, start=None) if due and due.start and due.start == due.end else due


def _is_listed(said: Said[Promise]) -> bool:
    """Whether the fact's main evidence is a row: its text is not a sentence, or cells follow it."""
    place = said.fact.evidence[0]
    return "\t" in place.quote or place.quote != said.fact.text


def _row_number(said: Said[Promise]) -> str | None:
    """The number that stands before the row."""
    text, start = said.minutes.reading.text, said.fact.evidence[0].start
    before = text[text.rfind("\n", 0, start) + 1 : start]
    match = _ROW_NUMBER.match(before)
    return match[1].strip("./-") if match else None


def _named_number(text: str) -> str | None:
    match = _NUMBER_NAMED.search(text)
    return match[1].strip("./-") if match else None
