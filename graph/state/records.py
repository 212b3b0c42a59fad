"""The minutes as the state reads them: dated, in order, with every name resolved to the registry's entity."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from graph.dutch.sentences import spans as sentence_spans
from graph.facts.model import Evidence, Fact, Portfolio, Reading, Statement
from graph.minutes.sort import DECISION
from graph.registry import Registry, fact_of
from graph.registry.slugs import slug
from graph.store.identifiers import document_iri, identifier

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Said(Generic[F]):
    """A fact with its IRI and the minutes that it stands in."""

    fact: F
    iri: str
    minutes: Minutes = field(compare=False, repr=False)

    @property
    def date(self) -> str:
        """The date of the meeting."""
        return self.minutes.date

    @property
    def place(self) -> tuple[int, int]:
        """Where the fact's first evidence stands: for the order within a document."""
        return min((evidence.start, evidence.end) for evidence in self.fact.evidence)

    @property
    def item(self) -> tuple[str, str]:
        """The agenda item, told apart from those of other meetings."""
        return self.minutes.iri, self.fact.agenda_item or ""


@dataclass(frozen=True)
class Minutes:
    """The reading of one dated meeting."""

    reading: Reading
    registry: Registry
    date: str

    @property
    def attests(self) -> bool:
        """Whether a meeting stands behind it: what a person decided was said in none."""
        return self.reading.document.sort != DECISION

    @cached_property
    def iri(self) -> str:
        """The IRI of the document."""
        return document_iri(self.reading.document.id).value

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.reading.document.id

    @cached_property
    def body(self) -> str | None:
        """The body that met."""
        return self.registry.body(self.document, self.reading.meeting.body)

    @cached_property
    def every(self) -> tuple[Said[Fact], ...]:
        """All facts, in order of place in the text."""
        found = [Said(fact, fact_of(self.reading, fact), self) for fact in self.reading.facts]
        return tuple(sorted(found, key=lambda said: (said.place, said.iri)))

    @cached_property
    def _by_kind(self) -> dict[type[Fact], list[Said[Any]]]:
        found: dict[type[Fact], list[Said[Any]]] = defaultdict(list)
        for said in self.every:
            found[type(said.fact)].append(said)
        return found

    def all(self, kind: type[F]) -> list[Said[F]]:
        """The facts of a kind, in order of place in the text."""
        return self._by_kind.get(kind, [])

    def person(self, name: str | None) -> str | None:
        """The person that a name means here."""
        return self.registry.person(self.document, name)

    def body_named(self, name: str | None) -> str | None:
        """The body that a name means here."""
        return self.registry.body(self.document, name)

    def theme(self, label: str | None) -> str | None:
        """The theme that a label means here."""
        return self.registry.theme(self.document, label)

    def anybody(self, name: str | None) -> str | None:
        """The person, else the body, that a name means here."""
        return self.person(name) or self.body_named(name)

    def display(self, name: str) -> str:
        """The name to show for somebody who is named so here."""
        iri = self.anybody(name)
        return self.registry.label(iri) if iri else name

    @cached_property
    def statements(self) -> list[Said[Statement]]:
        """What was said, in order of place in the text."""
        return self.all(Statement)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        # Line by line: a newline ends a sentence anyway, and what splits looks back to the start of its text.
        return [
            (line.start() + start, line.start() + end)
            for line in re.finditer(r"[^\n]+", self.reading.text)
            for start, end in sentence_spans(line.group())
        ]

    def sentences(self, fact: Fact) -> frozenset[int]:
        """The numbers of the sentences that the fact's evidence touches."""
        return frozenset(number for evidence in fact.evidence for number in self._touched(evidence))

    def _touched(self, evidence: Evidence) -> Iterable[int]:
        number = max(0, bisect_right(self._sentences, (evidence.start, len(self.reading.text))) - 1)
        while number < len(self._sentences) and self._sentences[number][0] < evidence.end:
            if self._sentences[number][1] > evidence.start:
                yield number
            number += 1

    @cached_property
    def sentence_texts(self) -> tuple[str, ...]:
        """All sentences of the text."""
        return tuple(self.reading.text[slice(*place)] for place in self._sentences)

    def sentence_text(self, fact: Fact) -> str:
        """The sentences that the fact's evidence touches, whole."""
        text = self.reading.text
        return " ".join(text[slice(*self._sentences[number])] for number in sorted(self.sentences(fact)))


def claim_body(said: Said[Portfolio]) -> str | None:
    """The body that a portfolio belongs to: the one named, else the body that met."""
    named = said.fact.body
    if named:
        return said.minutes.body_named(named) or identifier("body", slug(named)).value
    return said.minutes.body


def dated(readings: Iterable[Reading], registry: Registry) -> list[Minutes]:
    """The readings with a meeting date, in order of date and then of document.

    The others have no place in time.
    """
    known = [Minutes(reading, registry, reading.meeting.date) for reading in readings if reading.meeting.date]
    return sorted(known, key=lambda minutes: (minutes.date, minutes.document))


def speakers_of(fact: Fact, minutes: Minutes) -> tuple[str, ...]:
    """Who said the words of a fact.

    Of a statement its speakers, else those of the statement that overlaps it most.
    """
    if isinstance(fact, Statement):
        return fact.speakers
    near = [(_overlap(fact, said.fact), said) for said in minutes.statements]
    most = max((overlap for overlap, _ in near), default=0)
    return next((said.fact.speakers for overlap, said in near if overlap == most), ()) if most else ()


def _overlap(one: Fact, other: Fact) -> int:
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.evidence for b in other.evidence
    )
