"""What a file that is not added yet would bring: pure functions from the proposal to HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graph.answers.model import Evidence, FactMark, Gap, PortfolioRow, PromiseRow, StoredDocument
from graph.intake import Difference, Shift
from graph.screen import cards, marking, markup, wording, wording_adding, wording_minutes, wording_promises


def changes(found: Difference, read: StoredDocument) -> str:
    """What would change, the contradictions first; each with its sentence in the text beside it."""
    if found.is_empty:
        return markup.paragraph(wording_adding.NOTHING_NEW)
    by_sort: dict[str, list[str]] = {}
    for sort, name in found.names:
        by_sort.setdefault(sort, []).append(name)
    names = (
        f"<strong>{wording.SORTS_OF_THINGS[sort]}</strong>: {escape(', '.join(each))}"
        for sort, each in by_sort.items()
    )
    return "".join(
        (
            _section(
                wording_adding.CONTRADICTS, [_gap(gap, read) for gap in found.contradictions], "wge-against"
            ),
            _section(wording_adding.SHIFTS, [_shift(shift, read) for shift in found.portfolios]),
            _section(wording_adding.NEW_PROMISES, [_promise(row, read) for row in found.promises]),
            _section(wording_adding.NEW_GAPS, [_gap(gap, read) for gap in found.gaps]),
            _section(wording_adding.CLOSED_GAPS, [_gap(gap, read) for gap in found.closed]),
            _section(wording_adding.NEW_NAMES, names),
        )
    )


def _section(title: str, items: Iterable[str], css: str = "") -> str:
    told = list(items)
    if not told:
        return ""
    lines = "".join(f"<li>{item}</li>" for item in told)
    count = f'<span class="wge-count">{len(told)}</span>'
    return (
        f'<section class="{css}"><h3>{escape(title)} {count}</h3><ul class="wge-rows">{lines}</ul></section>'
    )


def _gap(gap: Gap, read: StoredDocument) -> str:
    what = (
        f'<strong>{escape(cards.gap_name(gap))}</strong> <span class="wge-small">{escape(gap.title)}</span>'
    )
    return f"<p>{what}</p><p>{markup.with_quotes(gap.explanation)}</p>{_sentences(gap.evidence[:2], read)}"


def _shift(shift: Shift, read: StoredDocument) -> str:
    row = shift.after or shift.before
    if row is None:
        return ""
    title = " · ".join(part for part in (row.theme or wording.NO_THEME, row.body) if part)
    lines = (
        f"<p>{wording_adding.WAS} {_answer(shift.before)}</p>" if shift.before else "",
        f"<p>{wording_adding.BECOMES} {_answer(shift.after)}</p>",
        _sentences(shift.after.evidence[-1:] if shift.after else (), read),
    )
    return f"<p><strong>{escape(title)}</strong></p>{''.join(lines)}"


def _answer(row: PortfolioRow | None) -> str:
    if row is None:
        return escape(wording_adding.NOT_THERE)
    who = ", ".join(holder.person for holder in row.holders) or wording.NO_HOLDER.get(row.answer, "")
    return f"{markup.answer_badge(row.answer, decided=row.decided_by is not None)} {escape(who)}"


def _promise(row: PromiseRow, read: StoredDocument) -> str:
    badge = markup.badge(row.status, wording_promises.PROMISE_STATUSES.get(row.status, row.status))
    owner = escape(row.owner or wording_promises.NOBODY_PROMISED)
    told = row.history[-1].evidence if row.history else row.evidence
    return f"<p>{badge} {owner}: {escape(row.text)}</p>{_sentences(told[:1], read)}"


def _sentences(found: Sequence[Evidence], read: StoredDocument) -> str:
    return "".join(
        markup.quote(place) + (_to_text(place) if place.document == read.meeting.document else "")
        for place in found
    )


def _to_text(place: Evidence) -> str:
    return f'<a href="#plek-{place.start}-{place.end}">{escape(wording_minutes.TO_CHOSEN)}</a>'


def read_facts(read: StoredDocument) -> str:
    """What was read, each fact a line that leads to its place in the text."""
    first: dict[str, FactMark] = {}
    for mark in read.marks:
        first.setdefault(mark.fact, mark)
    items = "".join(
        f'<li><a href="#{marking.mark_anchor(mark)}">{escape(marking.describe(mark))}</a></li>'
        for mark in sorted(first.values(), key=lambda mark: (mark.start, mark.end))
    )
    return f'<ul class="wge-plain">{items}</ul>'


def unread(read: StoredDocument) -> str:
    """The sentences of which nothing was read."""
    items = "".join(
        f"<li>{escape(' '.join(read.text[start:end].split()))}</li>" for start, end in read.unread
    )
    return f'<ul class="wge-plain">{items}</ul>' if items else markup.paragraph(wording_adding.ALL_READ)
