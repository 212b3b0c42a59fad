"""Persons, bodies and themes: which there are, what concerns one, and where the minutes speak of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from urllib.parse import unquote

from pyoxigraph import NamedNode

from graph.answers import wording
from graph.answers.lookup import code, of_fact, select
from graph.answers.meetings import meeting, query_date
from graph.answers.model import Evidence, MeetingRef
from graph.store import vocabulary as v
from graph.store.identifiers import ID, identifier, last_segment
from graph.store.snapshot import Snapshot

SORTS = ("person", "body", "theme")
_FACT_KINDS = {term.value: kind for kind, term in v.FACT_CLASS.items()}


@dataclass(frozen=True, slots=True)
class ThingRef:
    """A person, body or theme in a list. `first_seen`: the first meeting whose minutes name it."""

    iri: str
    sort: str  # person body theme
    name: str
    first_seen: str | None
    what: str | None = None  # of a body: its kind and level, in Dutch


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body or theme by itself. `forms`: how else the minutes write it."""

    ref: ThingRef
    forms: tuple[str, ...]

    @property
    def iri(self) -> str:
        """Its address in the graph: that of the successor where a former one was asked for."""
        return self.ref.iri


@dataclass(frozen=True, slots=True)
class Said:
    """A fact about something, with its first place. `status`: of an attendance, as a code."""

    kind: str
    kind_label: str  # Dutch
    status: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the minutes of one meeting say of something; without facts they only name it, at `named`."""

    meeting: MeetingRef
    said: tuple[Said, ...]
    named: Evidence | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody in a meeting, as its minutes tell it. Codes of kinds.ttl with their words."""

    name: str
    iri: str | None  # None: who it is, is not known
    statuses: tuple[str, ...]  # present absent partial: more than one where the records disagree
    offices: tuple[str, ...]  # Dutch
    organisation: str | None
    evidence: tuple[Evidence, ...]


def thing_iri(sort: str, key: str) -> str:
    """The IRI of the person, body or theme with this key: the last part of its IRI, as it stands there."""
    return identifier(sort, unquote(key)).value


def things(snapshot: Snapshot, as_of: str | None = None) -> tuple[ThingRef, ...]:
    """Every person, body and theme that was named up to the date, by sort and name."""
    when = query_date(snapshot, as_of)
    found = [
        ThingRef(row["thing"] or "", row["sort"] or "", row["name"] or "", row["firstSeen"], _what(row))
        for row in select(snapshot, "queries", "things")
        if row["firstSeen"] is None or row["firstSeen"] <= when
    ]
    return tuple(sorted(found, key=lambda ref: (SORTS.index(ref.sort), ref.name.casefold(), ref.iri)))


def _what(row: dict[str, str | None]) -> str | None:
    kind, level = code(row["kind"]), code(row["level"])
    words = (
        wording.label("body", kind) if kind else None,
        wording.label("level", level) if level else None,
    )
    return ", ".join(word for word in words if word) or None


def thing(snapshot: Snapshot, iri: str) -> Thing | None:
    """The person, body or theme at an address, also one that is a former one; None when there is none."""
    sort = iri.removeprefix(ID).partition("/")[0]
    if sort not in SORTS or not iri.startswith(ID):
        return None
    rows = list(select(snapshot, "queries", "thing", thing=iri))
    if not rows:
        return None
    first = rows[0]
    forms = tuple(dict.fromkeys(row["form"] for row in rows if row["form"]))
    ref = ThingRef(first["found"] or "", sort, first["name"] or "", first["firstSeen"], _what(first))
    return Thing(ref, forms)


def concerning(snapshot: Snapshot, iri: str) -> frozenset[str]:
    """The IRIs of all in the state that is about a person, body or theme.

    Portfolios, roles, who holds them, situations, promises and findings.
    """
    return frozenset(row["node"] or "" for row in select(snapshot, "queries", "concerning", thing=iri))


def spoken_of(
    snapshot: Snapshot, iri: str, as_of: str | None = None, most: int | None = None
) -> tuple[Spoken, ...]:
    """What the minutes say of a person, body or theme up to a date, meeting by meeting, the latest first.

    `most`: of so many meetings at most.
    """
    when = query_date(snapshot, as_of)
    facts = {
        document: list(rows)
        for document, rows in groupby(
            select(snapshot, "queries", "facts_about", thing=iri, asOf=when), key=lambda row: row["document"]
        )
    }
    mentions = select(snapshot, "queries", "mentions", thing=iri, asOf=when)
    found = (
        spoken
        for document, rows in groupby(mentions, key=lambda row: row["document"])
        if (spoken := _spoken(snapshot, document or "", list(rows), facts.get(document, [])))
    )
    return tuple(islice(found, most))


_Rows = Sequence[dict[str, str | None]]


def _spoken(snapshot: Snapshot, document: str, mentions: _Rows, facts: _Rows) -> Spoken | None:
    ref = meeting(snapshot, last_segment(NamedNode(document)))
    if ref is None:
        return None
    said = sorted(_said(snapshot, facts), key=lambda each: (each.evidence.start, each.evidence.end))
    named = min(
        (place for row in mentions for place in _places(snapshot, row["mention"])),
        key=lambda place: place.start,
        default=None,
    )
    return Spoken(ref, tuple(said), named)


def _said(snapshot: Snapshot, facts: _Rows) -> Iterator[Said]:
    for row in facts:
        kind = _FACT_KINDS.get(row["class"] or "")
        for place in islice(_places(snapshot, row["fact"]), 1):
            if kind:
                yield Said(kind, wording.FACT_KINDS[kind], code(row["status"]), place)


def _places(snapshot: Snapshot, fact: str | None) -> Iterator[Evidence]:
    return of_fact(snapshot, NamedNode(fact)) if fact else iter(())


def attendees(snapshot: Snapshot, document: str) -> tuple[Attendee, ...]:
    """Who was in a meeting and who was not, by the IRI of its document; those with an office first."""
    rows = list(select(snapshot, "queries", "people_of_meeting", document=document))
    found = [
        _attendee(snapshot, list(each))
        for _, each in groupby(rows, key=lambda row: (row["name"], row["person"]))
    ]
    return tuple(sorted(found, key=lambda each: (not each.offices, each.name.casefold())))


def _attendee(snapshot: Snapshot, rows: _Rows) -> Attendee:
    statuses = dict.fromkeys(found for row in rows if (found := code(row["status"])))
    offices = dict.fromkeys(found for row in rows if (found := code(row["office"])))
    return Attendee(
        rows[0]["name"] or "",
        rows[0]["person"],
        tuple(statuses),
        tuple(wording.label("office", office) for office in offices),
        next((row["organisation"] for row in rows if row["organisation"]), None),
        tuple(place for row in rows for place in islice(_places(snapshot, row["fact"]), 1)),
    )
