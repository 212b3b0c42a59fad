"""How one field of a record becomes triples and comes back: what the tables in `records` are made of.

Verbatim text stays a string, because Oxigraph normalises numbers and dates. A tuple is kept as repeated
values, easy to query, and where it has an order of its own as an rdf:Seq with an IRI, which keeps that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from pyoxigraph import Literal, NamedNode

from graph.dutch.period import Period
from graph.store import vocabulary as v
from graph.store.identifiers import below, kind_iri, last_segment

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]
Description = Mapping[str, Mapping[str, list[NamedNode | Literal]]]
"""Subject → predicate → objects, all of one document's graph."""

_MEMBER = v.PREFIXES["rdf"] + "_"
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(slots=True)
class Mentions:
    """Which mention a name in a document stands for: only where exactly one bears it."""

    by_kind: dict[tuple[str, str], list[NamedNode]] = field(default_factory=dict)

    def add(self, kind: str, name: str, iri: NamedNode) -> None:
        """Register the mention of a person, body or theme under its name."""
        self.by_kind.setdefault((kind, name), []).append(iri)

    def find(self, kinds: tuple[str, ...], name: str) -> NamedNode | None:
        """The one mention of these kinds with this name; None when there is none or more than one."""
        found = [iri for kind in kinds for iri in self.by_kind.get((kind, name), ())]
        return found[0] if len(found) == 1 else None


def objects(nodes: Description, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
    """All objects of a subject and predicate; empty when there are none."""
    return nodes.get(subject.value, {}).get(predicate.value, [])


def first(nodes: Description, subject: NamedNode, predicate: NamedNode) -> NamedNode | Literal | None:
    """The only object of a subject and predicate, or None."""
    found = objects(nodes, subject, predicate)
    return found[0] if found else None


def iso_date(text: str) -> Literal:
    """A date as xsd:date when it is one, else as the string it is."""
    if _ISO_DATE.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return Literal(text)
        return Literal(text, datatype=v.XSD_DATE)
    return Literal(text)


class Coding(Protocol):
    """How one attribute of a record is written below its subject, and read back."""

    @property
    def name(self) -> str:
        """The attribute's name in the record."""

    def encode(self, subject: NamedNode, value: Any, mentions: Mentions) -> Iterator[Triple]:
        """The triples for a value; none for None."""

    def decode(self, subject: NamedNode, nodes: Description) -> Any:
        """The value that `encode` was given."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    name: str
    predicate: NamedNode

    def encode(self, subject: NamedNode, value: str | None, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002
        """One string literal."""
        if value is not None:
            yield subject, self.predicate, Literal(value)

    def decode(self, subject: NamedNode, nodes: Description) -> str | None:
        """The string, or None."""
        found = first(nodes, subject, self.predicate)
        return found.value if found is not None else None


@dataclass(frozen=True, slots=True)
class Date:
    """An ISO date."""

    name: str
    predicate: NamedNode

    def encode(self, subject: NamedNode, value: str | None, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002
        """One xsd:date, so that queries can compare it."""
        if value is not None:
            yield subject, self.predicate, iso_date(value)

    def decode(self, subject: NamedNode, nodes: Description) -> str | None:
        """The date, or None."""
        found = first(nodes, subject, self.predicate)
        return found.value if found is not None else None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number: an offset or a count, never anything that a document wrote."""

    name: str
    predicate: NamedNode

    def encode(self, subject: NamedNode, value: int, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002
        """One xsd:integer."""
        yield subject, self.predicate, Literal(value)

    def decode(self, subject: NamedNode, nodes: Description) -> int:
        """The number."""
        return int(nodes[subject.value][self.predicate.value][0].value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    name: str
    predicate: NamedNode

    def encode(self, subject: NamedNode, value: bool, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002, FBT001
        """One xsd:boolean."""
        yield subject, self.predicate, Literal(value)

    def decode(self, subject: NamedNode, nodes: Description) -> bool:
        """The flag."""
        return nodes[subject.value][self.predicate.value][0].value in v.TRUE


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a scheme in kinds.ttl."""

    name: str
    predicate: NamedNode
    scheme: str

    def encode(self, subject: NamedNode, value: str | None, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002
        """The concept's IRI."""
        if value is not None:
            yield subject, self.predicate, kind_iri(self.scheme, value)

    def decode(self, subject: NamedNode, nodes: Description) -> str | None:
        """The code, or None."""
        found = first(nodes, subject, self.predicate)
        return last_segment(found) if isinstance(found, NamedNode) else None


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person, body or theme as this document writes it, with a link to its mention."""

    name: str
    predicate: NamedNode
    link: NamedNode
    kinds: tuple[str, ...]

    def encode(self, subject: NamedNode, value: str | None, mentions: Mentions) -> Iterator[Triple]:
        """The verbatim name and, where it stands for exactly one mention, the link."""
        if value is None:
            return
        yield subject, self.predicate, Literal(value)
        mention = mentions.find(self.kinds, value)
        if mention is not None:
            yield subject, self.link, mention

    def decode(self, subject: NamedNode, nodes: Description) -> str | None:
        """The name, or None."""
        found = first(nodes, subject, self.predicate)
        return found.value if found is not None else None


def period(iri: NamedNode, value: Period) -> Iterator[Triple]:
    """A date as it was said, as a resource: its words, and the ends that are known."""
    yield iri, v.RDF_TYPE, v.DCT_PERIOD_OF_TIME
    yield iri, v.PERIOD_WORDS, Literal(value.text)
    if value.start is not None:
        yield iri, v.DCAT_START_DATE, iso_date(value.start)
    if value.end is not None:
        yield iri, v.DCAT_END_DATE, iso_date(value.end)


@dataclass(frozen=True, slots=True)
class When:
    """A date as it was said, with the interval it stands for: a resource of its own below the subject."""

    name: str
    predicate: NamedNode

    def encode(self, subject: NamedNode, value: Period | None, mentions: Mentions) -> Iterator[Triple]:  # noqa: ARG002
        """The link, the words, and the ends that are known."""
        if value is not None:
            yield subject, self.predicate, below(subject, self.name)
            yield from period(below(subject, self.name), value)

    def decode(self, subject: NamedNode, nodes: Description) -> Period | None:
        """The period, or None."""
        period = first(nodes, subject, self.predicate)
        if not isinstance(period, NamedNode):
            return None
        start, end = (first(nodes, period, p) for p in (v.DCAT_START_DATE, v.DCAT_END_DATE))
        words = nodes[period.value][v.PERIOD_WORDS.value][0].value
        return Period(
            words, start.value if start is not None else None, end.value if end is not None else None
        )


@dataclass(frozen=True, slots=True)
class Many:
    """Several texts or names, in their order."""

    each: Text | Name

    @property
    def name(self) -> str:
        """The attribute's name in the record."""
        return self.each.name

    def encode(self, subject: NamedNode, value: tuple[str, ...], mentions: Mentions) -> Iterator[Triple]:
        """Each value; where they stand in another order than by name, an rdf:Seq that keeps it."""
        for one in value:
            yield from self.each.encode(subject, one, mentions)
        if list(value) != sorted(set(value)):
            yield from self.sequence(subject, value)

    def sequence(self, subject: NamedNode, value: tuple[str, ...]) -> Iterator[Triple]:
        """The values in order, as an rdf:Seq with an IRI."""
        sequence = below(subject, self.name)
        yield subject, v.ORDERED, sequence
        yield sequence, v.RDF_TYPE, v.RDF_SEQ
        for number, one in enumerate(value, start=1):
            yield sequence, NamedNode(f"{_MEMBER}{number}"), Literal(one)

    def decode(self, subject: NamedNode, nodes: Description) -> tuple[str, ...]:
        """The values in their order."""
        sequence = nodes.get(below(subject, self.name).value)
        if sequence is None:
            return tuple(sorted(found.value for found in objects(nodes, subject, self.each.predicate)))
        members = {int(p.removeprefix(_MEMBER)): o for p, o in sequence.items() if p.startswith(_MEMBER)}
        return tuple(members[number][0].value for number in sorted(members))
