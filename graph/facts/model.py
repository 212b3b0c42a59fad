"""What a document says: one frozen record per kind of fact, each with the place in the text that says it.

Kinds and fields are those of the command-line contract. Persons, bodies and themes go by their name *in this
document*; who they are across documents is decided later, in the registry. Empty tuples and None: not said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from graph.dutch.period import Period
from graph.minutes.model import AgendaItem, Document, Meeting

Certainty = Literal["stated", "inferred", "background", "decided"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a document's text: `text[start:end] == quote`, offsets in characters (code points)."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an inferred fact may be concluded: the rule's id and its reason in plain Dutch."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all kinds of fact share.

    `id` is made of document, kind, core fields, quote and occurrence: never of offsets.
    """

    kind: ClassVar[str]

    id: str
    certainty: Certainty = "stated"
    agenda_item: str | None = None  # the item's key, else its title
    evidence: tuple[Evidence, ...]
    reason: Reason | None = None  # given exactly when certainty is "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """Somebody named in the document, with every way in which the document writes the name."""

    kind: ClassVar[str] = "person"

    name: str
    forms: tuple[str, ...] = ()
    honorific: str | None = None
    initials: str | None = None
    given_name: str | None = None
    prefix: str | None = None  # tussenvoegsel
    surname: str
    other_surnames: tuple[str, ...] = ()  # borne before or since, where the document says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """One record of presence; two that disagree stand side by side. Status: present, absent, partial."""

    kind: ClassVar[str] = "attendance"

    person: str
    status: str
    organisation: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Fact):
    """An office in this meeting: chair, deputy_chair, secretary, note_taker."""

    kind: ClassVar[str] = "office"

    person: str
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Fact):
    """A theme that came up, under its preferred label where the vocabulary has one (`known`)."""

    kind: ClassVar[str] = "theme"

    label: str
    forms: tuple[str, ...] = ()
    broader: str | None = None  # only where this document says so
    known: bool = True  # False: not in themes.ttl, proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Fact):
    """A body: anything that meets, leads or acts as an organisation. Codes are those of kinds.ttl."""

    kind: ClassVar[str] = "body"

    name: str
    forms: tuple[str, ...] = ()
    body_kind: str | None = None
    level: str | None = None
    status: str = "existing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure(Fact):
    """How a body relates to another, or what becomes of it (part_of, remains, ends, starts, …)."""

    kind: ClassVar[str] = "structure"

    body: str
    relation: str
    object: str | None = None
    when: Period | None = None  # the day on which it starts, ends or is replaced, where that is said
    done: bool = False  # whether that has happened by the meeting; else it is announced


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio(Fact):
    """Who holds a portfolio, or that it is vacant and asked for. `theme` None: held, but not named."""

    kind: ClassVar[str] = "portfolio"

    theme: str | None = None
    body: str | None = None
    holder: str | None = None
    capacity: str | None = None  # holder, deputy, acting; None without a holder
    status: str = "held"  # held, vacant, handed_over, ended
    requested_by: str | None = None
    requested_profile: str | None = None
    start: Period | None = None
    end: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """A role other than an office or portfolio. `person` None: vacant, or filled by somebody not named."""

    kind: ClassVar[str] = "role"

    role: str
    person: str | None = None
    body: str | None = None
    theme: str | None = None
    status: str = "held"  # held, vacant, ended
    start: Period | None = None
    end: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Fact):
    """One person follows another in a role; `successor` None: not known yet."""

    kind: ClassVar[str] = "succession"

    role: str | None = None
    predecessor: str | None = None
    successor: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing(Fact):
    """Something that somebody misses: a kind of body, a role, an overview."""

    kind: ClassVar[str] = "missing"

    what: str
    theme: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Something said. `act` and `move` are codes of kinds.ttl: the contract's, and a narrower one or None."""

    kind: ClassVar[str] = "statement"

    speakers: tuple[str, ...] = ()
    act: str = "informs"
    themes: tuple[str, ...] = ()
    text: str
    move: str | None = None  # question, request, calls_attention, wish, presents, takes_along
    concern: str | None = None  # bottleneck, not_well_organised, risk: what kind of trouble the words name
    subject: str | None = None  # what the concern, question or advice is about, in the document's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """A decision of a body. Outcome: adopted, agreed, rejected, deferred, noted."""

    kind: ClassVar[str] = "decision"

    text: str
    body: str | None = None
    outcome: str = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Fact):
    """A concrete act undertaken, announced or listed as an action. No owner: nobody was named."""

    kind: ClassVar[str] = "promise"

    text: str
    owners: tuple[str, ...] = ()
    due: Period | None = None
    status: str = "open"  # open, in_progress, closed, dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Fact):
    """How something that was undertaken stands, in a sentence that undertakes nothing itself.

    Whether it tells of a promise, and of which, is for the state to find out from the other minutes. It is no
    kind of the command-line contract: `read` does not print it.
    """

    kind: ClassVar[str] = "progress"

    text: str
    about: str | None = None  # the sentence before, where this one only points back («Deze actie vervalt.»)
    owners: tuple[str, ...] = ()  # whose action it is said to be
    due: Period | None = None  # the date to which it is put off
    status: str = "closed"  # open (not done yet), in_progress, closed, postponed, dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A meeting, week, demonstration or other happening with its date as said."""

    kind: ClassVar[str] = "event"

    label: str
    date: Period | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Fact):
    """Earlier minutes of the same body told somebody's presence wrongly. Status: what is right."""

    kind: ClassVar[str] = "correction"

    person: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Fact):
    """Two places in one document that disagree; one evidence per side."""

    kind: ClassVar[str] = "conflict"

    about: str
    claim: str


KINDS: tuple[type[Fact], ...] = (
    Person, Attendance, Office, Theme, Body, Structure, Portfolio, Role, Succession, Missing, Statement,
    Decision, Promise, Progress, Event, Correction, Conflict,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the text was understood: sentences, those with a fact, and those that no rule read."""

    sentences: int
    with_a_fact: int
    unread: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading one document gives. `text` is the masked text that every offset points into."""

    document: Document
    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    text: str
    facts: tuple[Fact, ...]
    coverage: Coverage
    warnings: tuple[str, ...] = ()

    def publicity_of(self, fact: Fact) -> str:
        """Whether a fact is public, or closed because the document is, or an item that it stands in."""
        closed = [(item.start, item.end) for item in self.agenda if item.publicity == "closed"]
        inside = any(
            start < place.end and place.start < end for place in fact.evidence for start, end in closed
        )
        return "closed" if inside else self.document.publicity
