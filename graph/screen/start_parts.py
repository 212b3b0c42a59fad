"""The parts of the start page as HTML: pure functions from rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from graph.answers.model import Change, Gap, MeetingRef, PromiseRow
from graph.answers.workload import LATE, Load
from graph.screen import address, cards, links, markup, wording, wording_promises, wording_start, wording_time

FIRST = 4
_LONGEST = 170


def attention(gaps: Iterable[Gap], promises: Iterable[PromiseRow], linked: links.Linked) -> str:
    """The severest gaps and the promises that are late, each with the way to its sentence."""
    severe = [_gap(gap, linked) for gap in gaps if gap.severity == "high"][:FIRST]
    late = [_promise(row, linked) for row in promises if row.status in LATE][:FIRST]
    if not severe and not late:
        return markup.paragraph(wording_start.NO_ATTENTION)
    return f'<ul class="wge-rows">{"".join((*severe, *late))}</ul>'


def _gap(gap: Gap, linked: links.Linked) -> str:
    found = linked(gap.subject)
    name = found if found != escape(gap.subject) else escape(cards.gap_name(gap))
    what = f' <span class="wge-small">{escape(gap.title)}</span>' if gap.title != gap.subject else ""
    link = markup.sentence_link(gap.evidence[0]) if gap.evidence else ""
    return f"<li><h3>{name}{what}</h3><p>{markup.with_quotes(gap.explanation)} {link}</p></li>"


def _promise(row: PromiseRow, linked: links.Linked) -> str:
    badge = markup.badge(row.status, wording_promises.PROMISE_STATUSES[row.status])
    owner = wording.AND.join(map(linked, row.owners)) or escape(wording_promises.NOBODY_PROMISED)
    due = wording_promises.due(row.due.text, row.due.start, row.due.end) if row.due else ""
    term = f" · {escape(due)}" if due else ""
    link = markup.sentence_link(row.evidence[0]) if row.evidence else ""
    words = f'<span lang="nl">{escape(shortened(row.text))}</span>'
    return f"<li><h3>{words} {badge}</h3><p>{owner}{term} · {link}</p></li>"


def changes(found: Sequence[Change]) -> str:
    """The first changes, those of portfolios before others."""
    order = list(wording_time.CHANGE_KINDS)
    first = sorted(found, key=lambda change: (order.index(change.kind), change.date))[: FIRST + 1]
    return f'<ul class="wge-rows">{"".join(map(_change, first))}</ul>'


def _change(change: Change) -> str:
    link = f" {markup.sentence_link(change.evidence[0])}" if change.evidence else ""
    kind = f'<span class="wge-kind">{escape(wording_start.KINDS[change.kind])}</span>'
    return f"<li>{kind}<p>{markup.with_quotes(shortened(change.sentence))}{link}</p></li>"


def shortened(text: str) -> str:
    """A text cut between two words where it is too long to be read in passing."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:.')} …"


def loads(found: Sequence[Load]) -> str:
    """Who has most: each number leads to exactly what it counts."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in wording_start.LOAD_COLUMNS)
    body = "".join(map(_load, found))
    return f'<table class="wge-table wge-loads"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _load(load: Load) -> str:
    portfolios = _number(
        load.portfolios,
        wording_start.portfolios(load.portfolios, load.doubtful),
        address.href("portefeuilles", address.to_portfolios(person=load.iri)),
    )
    promises = _number(
        load.promises,
        wording_start.promises(load.promises, load.late),
        address.href("toezeggingen", address.to_promises(load.name, wording_promises.PENDING)),
    )
    return f'<tr><th scope="row">{links.thing(load.iri, load.name)}</th>{portfolios}{promises}</tr>'


def _number(count: int, words: str, target: str) -> str:
    if not count:
        return f'<td class="wge-small">{wording_start.NONE}</td>'
    bar = f'<span class="wge-tally" aria-hidden="true" style="width:{min(count, 12) * 0.5}rem"></span>'
    return f'<td><a href="{escape(target)}" target="_self">{escape(words)}</a>{bar}</td>'


def documents(found: Sequence[MeetingRef]) -> str:
    """The latest minutes, each with the way to its text."""
    latest = sorted(found, key=lambda each: (each.date or "", each.document), reverse=True)[: FIRST + 1]
    return f'<ul class="wge-rows">{"".join(map(_document, latest))}</ul>'


def _document(ref: MeetingRef) -> str:
    target = escape(address.href("verslag", address.to_document(ref.document)))
    facts = escape(wording.counted(ref.facts, wording.FACTS))
    day = escape(wording.date_in_words(ref.date))
    return (
        f'<li><a href="{target}" target="_self">{escape(ref.body or ref.title)}</a>'
        f'<p class="wge-small">{day} · {facts}</p></li>'
    )
