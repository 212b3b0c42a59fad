"""The rows that answers consist of: what every screen, the map and the command line show.

Codes are those of kinds.ttl.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the way to it.

    Document id and offsets into that document's text, and who said it, if anyone.
    """

    document: str
    start: int
    end: int
    quote: str
    speaker: str | None
    fact: str  # IRI of the fact
    decision: str | None = None  # add, correct or confirm, where a person decided it and no minutes say it


def decided_by(evidence: tuple[Evidence, ...]) -> str | None:
    """Who added or corrected what the first piece of evidence tells; None where it is from minutes."""
    told = evidence and evidence[0].decision in {"add", "correct"}
    return evidence[0].speaker if told else None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with a portfolio.

    `since`/`until`: dates the minutes state; `first_seen`/`last_seen`: meeting dates.
    """

    person: str
    capacity: str | None
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None
    iri: str = ""  # of the person


@dataclass(frozen=True, slots=True)
class RuleRef:
    """The rule that concluded something, with its reason in plain Dutch."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """One portfolio: a theme and a body.

    `answer`: stated inferred vacant not_named theme_not_named contradicted.
    """

    theme: str | None
    theme_iri: str | None
    is_portfolio_theme: bool  # False: a mere topic (shown folded)
    body: str | None
    answer: str
    holders: tuple[Holder, ...]
    rule: RuleRef | None
    requested_by: str | None
    requested_profile: str | None
    days_open: int | None
    evidence: tuple[Evidence, ...]
    iri: str = ""
    body_iri: str | None = None

    @property
    def decided_by(self) -> str | None:
        """Who says so, where it is a person who decided and not the minutes."""
        return decided_by(self.evidence)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the coverage matrix. `answer` as above, or `missing` (said to be missing)."""

    answer: str
    value: str | None
    evidence: tuple[Evidence, ...]

    @property
    def decided_by(self) -> str | None:
        """Who says so, where it is a person who decided and not the minutes."""
        return decided_by(self.evidence)


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A theme in a body with what covers it."""

    theme: str
    body: str | None
    portfolio_holder: Cell
    steering_group: Cell
    expert_group: Cell
    project_leader: Cell
    iri: str = ""  # of the portfolio
    theme_iri: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. `stated`: the minutes say it themselves; else the rule concludes it. Texts are plain Dutch."""

    rule: str
    kind: str
    title: str
    stated: bool
    severity: str  # high medium low
    subject: str
    explanation: str
    since: str | None
    evidence: tuple[Evidence, ...]
    suggestion: str | None  # what the minutes themselves suggest, or what would close it
    finding: str = ""  # IRI of what the rule found


@dataclass(frozen=True, slots=True)
class Change:
    """What differs at one date from another. `kind`: portfolio role body structure vacancy promise.

    `before`/`after` in words, None: nothing. `date`: from when, as stated, else the meeting that tells it.
    """

    kind: str
    subject: str
    before: str | None
    after: str | None
    date: str
    sentence: str
    evidence: tuple[Evidence, ...]
    body: str | None  # under which it is listed
    key: str  # IRI of what it is about


@dataclass(frozen=True, slots=True)
class Due:
    """When a promise is to be kept: as it was said, and the days it stands for (ISO, both included).

    A last day alone has no `start`; «na de zomer» has no `end`; «z.s.m.» has neither.
    """

    text: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class PromiseEvent:
    """What a meeting says of a promise: made repeated still_open in_progress postponed closed dropped."""

    date: str
    what: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise as it stands at a date.

    `status`: open running_out overdue closed postponed dropped forgotten. `made_on` None: the minutes tell of
    it only when it is done or dropped. `mentioned_on`: the last meeting that speaks of it without saying how
    it stands. `rule`: by which several places were taken for one promise.
    """

    text: str
    owner: str | None
    due: Due | None
    made_on: str | None
    body: str | None
    status: str
    closed_on: str | None
    history: tuple[PromiseEvent, ...]
    evidence: tuple[Evidence, ...]
    owners: tuple[str, ...] = ()
    mentioned_on: str | None = None
    rule: RuleRef | None = None
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasted: somebody in a portfolio or role, a vacancy, a body in a status.

    `start_stated`/`end_stated`: the minutes name the day; else it is that of the meeting that shows it. `end`
    None: still so at the date asked for. `answer`: a code of kinds.ttl, `held` for a role.
    """

    answer: str
    answer_label: str  # Dutch
    who: str | None
    start: str
    start_stated: bool
    end: str | None
    end_stated: bool
    last_seen: str | None
    evidence: Evidence | None
    person: str | None = None  # IRI of who it is


@dataclass(frozen=True, slots=True)
class Lane:
    """What is on the timeline for one portfolio, role or body. `kind`: portfolio role body."""

    body: str | None  # under which it is listed
    kind: str
    label: str
    bars: tuple[Bar, ...]
    subject: str = ""  # IRI of the portfolio, role or body


@dataclass(frozen=True, slots=True)
class MapNode:
    """A body, theme or role on the governance map. `column`: national unit district region local theme."""

    id: str  # IRI
    label: str
    column: str
    kind: str  # code of the body kind, or "theme", "role"
    kind_label: str  # Dutch
    status: str  # existing announced ending missing vacant
    holder: str | None  # shown inside the box
    holder_answer: str | None  # stated inferred vacant not_named …
    note: str | None  # e.g. "verdwijnt (aangekondigd)"
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MapEdge:
    """A relation on the map: from a body to a body or theme. `label` is Dutch."""

    source: str
    target: str
    relation: str
    label: str
    status: str  # existing announced ending missing inferred
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GovernanceMap:
    """All that the map draws."""

    nodes: tuple[MapNode, ...]
    edges: tuple[MapEdge, ...]


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A document in the store, for pickers and headings."""

    document: str
    iri: str
    title: str
    body: str | None
    date: str | None
    file: str
    facts: int
    replaced_by: str | None = None  # the id of the document that counts instead
    body_iri: str | None = None


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact in the text of its document: what the Verslag page highlights."""

    fact: str  # IRI
    kind: str
    kind_label: str  # Dutch
    certainty: str
    summary: str  # one line, Dutch
    start: int
    end: int
    reviews: tuple[str, ...] = ()  # what people think of it: confirmed, rejected, corrected, disputed


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An agenda item of a stored document."""

    key: str | None
    title: str | None
    start: int
    end: int
    publicity: str = "public"


@dataclass(frozen=True, slots=True)
class CorrectedRecord:
    """A record of presence in a document that minutes of a later date correct; both words in Dutch."""

    person: str
    was: str
    right: str
    since: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document for reading back.

    Its masked text, agenda, facts in place, and the stretches no rule read.
    """

    meeting: MeetingRef
    combined_with: tuple[str, ...]
    start_time: str | None
    end_time: str | None
    place: str | None
    text: str
    agenda: tuple[AgendaEntry, ...]
    marks: tuple[FactMark, ...]
    unread: tuple[tuple[int, int], ...]
    publicity: str
    sort: str = "minutes"  # minutes, decision_list, portfolio_division, member_list
    version: str | None = None  # concept or adopted
    sentences: int = 0  # how many the text has,
    with_a_fact: int = 0  # and in how many of them something was read
    corrections: tuple[CorrectedRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the overview with where it leads. `group`: known, open, contradictory."""

    group: str
    label: str  # Dutch
    count: int
    page: str  # portefeuilles, hiaten, bestuurskaart, verslag
    filter: str | None  # value for that page's filter


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known, what is open, what is contradictory, at a date."""

    as_of: str | None
    documents: tuple[MeetingRef, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class QueryInfo:
    """A kept query: its header and its text."""

    name: str
    title: str
    question: str
    parameters: tuple[tuple[str, str], ...]  # name, meaning
    columns: tuple[str, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a query.

    `truncated`: there was more than the row limit. `turtle` only for CONSTRUCT/DESCRIBE.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    truncated: bool
    milliseconds: float
    turtle: str | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in the store that is not sound.

    Which shape or check, about what (IRIs), in a Dutch sentence.
    """

    shape: str
    focus: str
    path: str | None
    message: str
    severity: str  # high medium low
