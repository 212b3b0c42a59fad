"""The portfolio overview as a document has it: a line per portfolio, by body, with numbered sources.

What a cell says and where that stands are kept together, so that no file can show the one without the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.answers.model import Cell, CoverageRow, Evidence, MeetingRef, PortfolioRow
from graph.dutch.written import in_words
from graph.publish import wording


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that is referred to by its number. `meeting`: the title of its minutes, with the date."""

    number: int
    quote: str
    speaker: str | None
    meeting: str
    document: str


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a cell, and the numbers of the sources that say so; both may be empty."""

    words: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One portfolio. `cells`: as `wording.OVERVIEW_COLUMNS` after the first; `answer`: the answer's code."""

    theme: str
    answer: str
    cells: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The portfolios of one body, and its topics of which nobody is said to hold a portfolio."""

    body: str
    lines: tuple[Line, ...]
    topics: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the overview says on a date, with every sentence that it rests on."""

    as_of: str | None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    documents: int


@dataclass(slots=True)
class _Sources:
    """Sentences by number, in the order in which they are first referred to."""

    meetings: dict[str, MeetingRef]
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    found: list[Source] = field(default_factory=list)

    def of(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """The numbers of sentences, which are given one where they have none yet."""
        return tuple(dict.fromkeys(map(self._number, evidence)))

    def _number(self, told: Evidence) -> int:
        place = (told.document, told.start, told.end)
        if place not in self.numbers:
            self.numbers[place] = len(self.found) + 1
            meeting = meeting_of(told, self.meetings)
            self.found.append(Source(self.numbers[place], told.quote, told.speaker, meeting, told.document))
        return self.numbers[place]


def overview_of(
    as_of: str | None,
    portfolios: Sequence[PortfolioRow],
    coverage: Iterable[CoverageRow],
    meetings: Iterable[MeetingRef],
) -> Overview:
    """The overview of these rows, which are those of one date."""
    known = {meeting.document: meeting for meeting in meetings}
    sources = _Sources(known)
    covered = {(row.body, row.theme): row for row in coverage}
    bodies = dict.fromkeys(row.body for row in portfolios)
    sections = tuple(
        _section(body, [row for row in portfolios if row.body == body], covered, sources) for body in bodies
    )
    return Overview(as_of, sections, tuple(sources.found), len(known))


def meeting_of(told: Evidence, meetings: dict[str, MeetingRef]) -> str:
    """The minutes that a sentence stands in, for people: the title, and the date where it does not say it."""
    meeting = meetings.get(told.document)
    if meeting is None:
        return wording.DECIDED_BY if told.decision else told.document
    date = in_words(meeting.date) if meeting.date else None
    return meeting.title if date is None or date in meeting.title else f"{meeting.title} ({date})"


def answer_of(row: PortfolioRow) -> str:
    """The code of the answer as files show it: what a person decided is told apart from what minutes say."""
    return "decided" if row.decided_by and row.answer == "stated" else row.answer


def _section(
    body: str | None,
    rows: Sequence[PortfolioRow],
    covered: dict[tuple[str | None, str], CoverageRow],
    sources: _Sources,
) -> Section:
    lines = tuple(
        _line(row, covered.get((body, row.theme)) if row.theme else None, sources)
        for row in rows
        if row.is_portfolio_theme
    )
    topics = tuple(
        Said(row.theme or wording.NO_THEME, sources.of(row.evidence))
        for row in rows
        if not row.is_portfolio_theme
    )
    return Section(body or wording.NO_BODY, lines, topics)


def _line(row: PortfolioRow, covered: CoverageRow | None, sources: _Sources) -> Line:
    told = sources.of(row.evidence)
    groups = (covered.steering_group, covered.expert_group, covered.project_leader) if covered else ()
    cells = (
        Said("; ".join(_holders(row)) or wording.NOBODY[row.answer], told),
        Said("; ".join(_remarks(row)), told),
        *(_cell(cell, sources) for cell in groups or (None, None, None)),
    )
    return Line(row.theme or wording.NO_THEME, answer_of(row), cells)


def _holders(row: PortfolioRow) -> Iterator[str]:
    for holder in sorted(row.holders, key=lambda each: each.capacity not in {None, "holder"}):
        capacity = holder.capacity if holder.capacity not in {None, "holder"} else None
        yield f"{holder.person} ({wording.CAPACITIES[capacity]})" if capacity else holder.person


def _remarks(row: PortfolioRow) -> Iterator[str]:
    """What more is known of a portfolio: by whom it is asked for, since when, or why it is concluded."""
    yield wording.ANSWERS[answer_of(row)]
    for holder in row.holders:
        who = f" ({holder.person})" if len(row.holders) > 1 else ""
        if holder.since:
            yield f"{wording.SINCE} {in_words(holder.since)}{who}"
        elif holder.first_seen:
            yield f"{wording.FIRST_SEEN} {in_words(holder.first_seen)}{who}"
        if holder.until:
            yield f"{wording.UNTIL} {in_words(holder.until)}{who}"
    if row.requested_by:
        yield f"{wording.REQUESTED_BY} {row.requested_by}"
    if row.requested_profile:
        yield f"{wording.PROFILE}: {row.requested_profile}"
    if row.days_open:
        yield wording.days_open(row.days_open)


def _cell(cell: Cell | None, sources: _Sources) -> Said:
    if cell is None or (cell.value is None and cell.answer == "not_named"):
        return Said(wording.NOT_SAID)
    note = "" if cell.answer == "stated" else wording.CELL_ANSWERS.get(cell.answer, cell.answer)
    words = f"{cell.value} ({note})" if cell.value and note else cell.value or note
    return Said(words, sources.of(cell.evidence))
