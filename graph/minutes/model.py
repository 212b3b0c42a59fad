"""A document as it was received and the meeting it reports: what is known of where a fact came from."""

from __future__ import annotations

from dataclasses import dataclass

from graph.dutch import names


@dataclass(frozen=True, slots=True)
class Document:
    """The file as it was received. `sha256` is of its bytes, `characters` the length of the (masked) text."""

    id: str
    file: str
    format: str
    sha256: str
    characters: int
    title: str | None
    publicity: str = "public"  # public or closed (besloten)
    sort: str = "minutes"  # minutes, decision_list, portfolio_division, member_list
    version: str | None = None  # concept or adopted, where the document says which


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that is reported: `date` ISO, `start` and `end` HH:MM; None where nothing says it."""

    body: str | None
    kind: str | None
    date: str | None
    start: str | None
    end: str | None
    place: str | None
    combined_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item and its stretch of the text. Key None: no usable number; title None: no title."""

    key: str | None
    title: str | None
    start: int
    end: int
    publicity: str = "public"  # or closed (besloten)

    @property
    def name(self) -> str:
        """How facts point at the item: its key, else its title."""
        return self.key or self.title or ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that the document emphasises: `underline` or `bold`. Offsets into the whole text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: running text, a heading, a bullet, or part of a table cell (then with row and column).

    `start` and `end` are offsets into the document's text. Rows are numbered through the whole document, so
    equal rows mean the same table row; `table` numbers the tables.
    """

    start: int
    end: int
    kind: str  # text, heading, bullet, cell, footnote
    level: int = 0  # of a heading
    table: int | None = None
    row: int | None = None
    column: int | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its paragraphs. Offsets are of all of them together."""

    column: int
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where the cell's text begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where the cell's text ends."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from above, each with its cells by column; where it begins and ends in the text."""

    number: int
    rows: tuple[dict[int, Cell], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its value near the head of the text («Locatie», «Raadzaal»). Offsets are of the value."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on a list. Offsets are of the name; organisation, note and offices stand behind it."""

    start: int
    end: int
    name: names.Name
    organisation: str | None
    note: str | None
    offices: tuple[str, ...] = ()  # «secretaris, notulen» holds two
    status: str | None = None  # absent or partial, where the entry itself says so
    function: str | None = None  # «directeur», «beleidsadviseur»


@dataclass(frozen=True, slots=True)
class NameList:
    """A list with its label's role: present, absent, guests, members, or an office (chair, secretary, …).

    `count` is the number of people that the list says it holds, `start` where it begins.
    """

    label: str
    role: str
    entries: tuple[Entry, ...]
    start: int
    end: int
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document's text with its structure; what the facts are read from."""

    document: Document
    meeting: Meeting
    text: str
    lines: tuple[Line, ...]
    fields: tuple[Field, ...]
    lists: tuple[NameList, ...]
    agenda: tuple[AgendaItem, ...]
    tables: tuple[Table, ...] = ()
    head: int = 0  # where the head ends: fields and lists before it are no running text
    warnings: tuple[str, ...] = ()

    def quote(self, line: Line) -> str:
        """The text of a line."""
        return self.text[line.start : line.end]
