"""What goes between the rooms of a question: its words, what they may mean, and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.answers.model import Evidence
from graph.dutch.period import Period

Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question: where it stands, as it was typed, and as it is looked up."""

    start: int
    end: int
    text: str
    key: str  # lower case, no accents, no signs


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, theme or role that a question may name.

    `known` False: the vocabulary has it, but no minutes do.
    """

    sort: str  # person body theme role
    iri: str
    name: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a question with what they may stand for.

    `sort`: person body theme role body_kind date number. More than one entity: it is not clear which.
    """

    sort: str
    first: int  # tokens, the last one included
    last: int
    entities: tuple[Entity, ...] = ()
    period: Period | None = None
    words: str = ""  # as it was typed
    spelled: bool = True  # False: found in spite of a typo
    code: str | None = None

    @property
    def places(self) -> frozenset[int]:
        """The numbers of its tokens."""
        return frozenset(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was read: masked, cut in words, with all that its words may mean."""

    text: str
    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    groups: Mapping[str, tuple[frozenset[int], ...]]  # name of a word group → its places
    content: frozenset[int]  # tokens that have to be accounted for
    language: str  # nl or en

    def of(self, sort: str) -> tuple[Span, ...]:
        """The spans of a sort, in order."""
        return tuple(span for span in self.spans if span.sort == sort)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence to be said: which of the kind's sentences, and what is filled in."""

    case: str
    values: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind of question found, before it is said."""

    lines: tuple[Line, ...]
    rows: tuple[Row, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    certainty: str | None = None
    status: str = "answered"
    sparql: str | None = None
    query: str | None = None
    params: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understood:
    """Which query a question came down to, with its parameters."""

    query: str
    params: Row


@dataclass(frozen=True, slots=True)
class Alternative:
    """A question that can be asked instead."""

    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question. `status`: answered not_in_minutes ambiguous not_understood.

    `sentences`: what is said, one by one, without the quotes and the questions that stand in the answer too;
    `language`: nl or en.
    """

    question: str
    understood_as: Understood | None
    status: str
    answer: str
    rows: tuple[Row, ...]
    certainty: str | None
    evidence: tuple[Evidence, ...]
    sparql: str | None
    alternatives: tuple[Alternative, ...]
    as_of: str | None
    sentences: tuple[str, ...] = ()
    language: str = "nl"
