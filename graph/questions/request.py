"""What an answering function gets: the question as understood, and how to look things up for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pyoxigraph import NamedNode

from graph.answers.model import Evidence
from graph.dutch.period import Period
from graph.language import day_in_words, said
from graph.questions import wording
from graph.questions.algebra import Between, Condition, During, Is, Query
from graph.questions.matching import Match
from graph.questions.model import Asked, Entity, Finding, Row
from graph.questions.passages import Wanted, wanted
from graph.questions.shelf import Shelf
from graph.questions.words import key
from graph.store.identifiers import KINDS

_LONG = 45  # days: over a longer time more than one may be meant
_SHOWN = 12  # rows of which the sentences are shown
NOWHERE = NamedNode("urn:nowhere")


@dataclass(frozen=True, slots=True)
class Request:
    """A question that was understood, for who has to answer it."""

    shelf: Shelf
    asked: Asked
    match: Match
    as_of: str

    @property
    def case(self) -> str | None:
        """Which of the kind's cases is asked."""
        return self.match.case

    def option(self, name: str, default: str = "") -> str:
        """A setting of the kind."""
        return str(self.match.kind.options.get(name, default))

    def entities(self, slot: str) -> tuple[Entity, ...]:
        """What a slot stands for; empty when the question has none."""
        span = self.match.slots.get(slot)
        return span.entities if span else ()

    def one(self, slot: str) -> Entity | None:
        """What a slot stands for, if anything."""
        return next(iter(self.entities(slot)), None)

    def words(self, slot: str) -> str | None:
        """How the question writes a slot."""
        span = self.match.slots.get(slot)
        return span.words if span else None

    def code(self, slot: str) -> str | None:
        """The code of a slot: of a kind of body, a role's name, a number."""
        span = self.match.slots.get(slot)
        return span.code if span else None

    @property
    def role(self) -> str | None:
        """The name of the role that is asked about; None when the question has none."""
        span = self.match.slots.get("functie") or self.match.slots.get("rol")
        if span is None:
            return None
        return span.code or (span.entities[0].name if span.entities else span.words)

    @property
    def period(self) -> Period | None:
        """The date that is asked about."""
        span = self.match.slots.get("datum")
        return span.period if span else None

    @property
    def at(self) -> str:
        """The day that the answer is for: the last of the date asked about, else the as-of date."""
        period = self.period
        return (period.end or period.start or self.as_of) if period else self.as_of

    @property
    def now(self) -> During:
        """At that day."""
        return During(self.at, self.at)

    @property
    def span(self) -> During:
        """At that day; for a longer time, such as a year, any time in it."""
        period = self.period
        if period is None or period.start is None or period.end is None:
            return self.now
        days = (date.fromisoformat(period.end) - date.fromisoformat(period.start)).days
        return During(period.start, min(period.end, self.as_of)) if days > _LONG else self.now

    @property
    def while_(self) -> During:
        """Some time in the period asked about, as far as it is known; else any time up to the as-of date."""
        period = self.period
        if period is None:
            return During("0001-01-01", self.as_of)
        return During(period.start or "0001-01-01", min(period.end or self.as_of, self.as_of))

    def about(self, slot: str, field: str) -> tuple[Condition, ...]:
        """The condition that a field is what the slot stands for; none when the question has no such slot."""
        iris = dict.fromkeys(each.iri for each in self.entities(slot))
        if slot == "orgaan":  # a body answers under each of its names
            iris |= dict.fromkeys(other for iri in iris for other in self.shelf.renamed(iri))
        return (Is(field, tuple(NamedNode(each) for each in iris)),) if iris else ()

    def in_documents(self) -> tuple[Condition, ...]:
        """The condition that something stands in the documents asked about; none when that is all."""
        if not self.period and not any(
            each.iri in self.shelf.lexicon.meeting for each in self.entities("orgaan")
        ):
            return ()
        return (
            Is("document", tuple(NamedNode(iri) for iri in self.shelf.iris(self.documents)) or (NOWHERE,)),
        )

    def of_meetings(self) -> tuple[Condition, ...]:
        """The condition that a meeting is of the body asked about, when that is a body with minutes."""
        bodies = [each for each in self.entities("orgaan") if each.iri in self.shelf.lexicon.meeting]
        return (Is("meetingBody", tuple(NamedNode(each.iri) for each in bodies)),) if bodies else ()

    def meetings(self) -> tuple[Condition, ...]:
        """The meetings that are asked about: of a body, in a period; else every one up to the date."""
        return (*self.in_documents(), Between("date", None, self.as_of))

    def last_meeting(self) -> tuple[Condition, ...]:
        """The meetings of the period that is asked about, else the last one there is."""
        if self.period:
            return self.meetings()
        here = self.documents
        refs = [ref for ref in self.shelf.documents if ref.document in here and ref.date]
        last = max((ref.date or "" for ref in refs), default="")
        return (Is("document", tuple(NamedNode(ref.iri) for ref in refs if ref.date == last) or (NOWHERE,)),)

    def facts(self, rows: Iterable[Row]) -> tuple[Evidence, ...]:
        """The sentences of facts of documents."""
        return tuple(place for row in rows for place in self.shelf.of_fact(row["fact"]))

    def evidence(self, rows: Iterable[Row], field: str = "situation") -> tuple[Evidence, ...]:
        """The sentences under what is in the state, of the first rows."""
        return self.all_evidence(islice(rows, _SHOWN), field)

    def all_evidence(self, rows: Iterable[Row], field: str = "situation") -> tuple[Evidence, ...]:
        """The sentences under what is in the state, of every row."""
        return tuple(place for row in rows for place in self.shelf.evidence(row[field], self.at))

    @property
    def documents(self) -> frozenset[str]:
        """The documents that may be looked at: up to the date, of the body and time asked about."""
        bodies = {each.name for each in self.entities("orgaan") if each.iri in self.shelf.lexicon.meeting}
        period = self.period
        start, end = (period.start or "", period.end or "9999") if period else ("", "9999")
        return frozenset(
            ref.document
            for ref in self.shelf.documents
            if (ref.date or "") <= self.as_of
            and start <= (ref.date or "") <= end
            and (not bodies or ref.body in bodies)
        )

    @property
    def free(self) -> tuple[str, ...]:
        """The words that are left for a search: those of a body too that has no minutes."""
        places = set(self.match.rest)
        span = self.match.slots.get("orgaan")
        if span and not any(each.iri in self.shelf.lexicon.meeting for each in span.entities):
            places |= span.places
        small = wording.small_words()
        return tuple(
            self.asked.tokens[place].key
            for place in sorted(places)
            if self.asked.tokens[place].key not in small
        )

    @property
    def free_words(self) -> tuple[Wanted, ...]:
        """The words that are left, as what is looked for in sentences."""
        return wanted(self.free, self.shelf.synonyms, self.shelf.nearly)

    @property
    def narrow(self) -> tuple[Wanted, ...]:
        """The theme by the word that the question has for it, where that is another than its name."""
        theme, typed = self.one("thema"), self.words("thema")
        if theme is None or typed is None or key(typed) == key(theme.name):
            return ()
        return wanted((typed,))

    @property
    def theme_words(self) -> tuple[Wanted, ...]:
        """The theme as what is looked for in sentences."""
        theme = self.one("thema")
        return (self.shelf.theme(theme),) if theme else ()

    def rows(self, relation: str, fields: str, *where: Condition, during: During | None = None) -> list[Row]:
        """Rows of a relation."""
        return self.shelf.rows(Query(relation, tuple(fields.split()), where, during))


def kind(scheme: str, code: str) -> NamedNode:
    """The term of a code of kinds.ttl."""
    return NamedNode(f"{KINDS}{scheme}/{code}")


def code(iri: str | None) -> str | None:
    """The code that a term of kinds.ttl stands for."""
    return iri.rsplit("/", 1)[-1] if iri else None


def listed(names: list[str] | tuple[str, ...]) -> str:
    """Names in a row: «A, B en C», each once."""
    unique = list(dict.fromkeys(name for name in names if name))
    if len(unique) < 2:  # noqa: PLR2004 - one needs no «en»
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {said('en')} {unique[-1]}"


def day(iso: str | None) -> str | None:
    """A date in words."""
    return day_in_words(iso) if iso else None


Answering = Callable[[Request], Finding | None]
