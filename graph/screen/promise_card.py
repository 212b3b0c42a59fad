"""A promise as a card: a pure function from a row to HTML."""

from __future__ import annotations

from html import escape

from graph.answers.model import PromiseEvent, PromiseRow
from graph.screen import links, markup, wording, wording_promises


def promise_card(row: PromiseRow, linked: links.Linked = escape) -> str:
    """A promise: what, how it stands, who and by when, and its course with a link to each sentence.

    `linked`: how names of people and bodies are written.
    """
    status = markup.badge(row.status, wording_promises.PROMISE_STATUSES.get(row.status, row.status))
    meaning = markup.paragraph(wording_promises.PROMISE_MEANINGS.get(row.status), "wge-small")
    body = f'<p class="wge-small">{linked(row.body)}</p>' if row.body else ""
    again = markup.paragraph(wording_promises.came_up_again(row.mentioned_on), "wge-small")
    return (
        f'<article class="wge-card"><div class="wge-side">{status}{meaning}'
        f"{body}</div>"
        f'<div class="wge-main"><h3 lang="nl">{escape(row.text)}</h3>{_who_and_when(row, linked)}'
        f"{_course(row)}{again}{_reason(row)}</div></article>"
    )


def _who_and_when(row: PromiseRow, linked: links.Linked) -> str:
    due = (
        wording_promises.due(row.due.text, row.due.start, row.due.end)
        if row.due
        else wording_promises.due(None, None, None)
    )
    owner = wording.AND.join(map(linked, row.owners)) or escape(row.owner or wording_promises.NOBODY_PROMISED)
    return _told(wording_promises.PROMISE_OWNER, owner) + _told(wording_promises.DUE, escape(due))


def _told(label: str, words: str) -> str:
    return f"<p><strong>{escape(label)}:</strong> {words}</p>"


def _course(row: PromiseRow) -> str:
    steps = "".join(_step(step, row.text) for step in row.history)
    return f'<ol class="wge-course" aria-label="{wording_promises.COURSE}">{steps}</ol>'


def _step(step: PromiseEvent, title: str) -> str:
    """A day with what its minutes say; the words that head the card are not said twice."""
    what = wording_promises.PROMISE_STEPS.get(step.what, step.what)
    first = next(iter(step.evidence), None)
    link = f" · {markup.sentence_link(first)}" if first else ""
    words = markup.quote(first) if first and first.quote != title else ""
    return (
        f"<li><strong>{escape(wording.date_in_words(step.date))}</strong>: {escape(what)}{link}{words}</li>"
    )


def _reason(row: PromiseRow) -> str:
    if row.rule is None:
        return ""
    why = f"<summary>{escape(wording_promises.WHY_TOGETHER)}</summary>"
    return f'<details class="wge-small">{why}<p>{escape(row.rule.reason)}</p></details>'
