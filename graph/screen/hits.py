"""Sentences that a search found, as HTML: with their neighbours, the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph import answers
from graph.screen import address, markup, wording
from graph.screen import wording_asking as words


def results(found: Iterable[answers.Hit]) -> str:
    """The sentences in the order they were found."""
    return f'<ol class="wge-hits">{"".join(map(_hit, found))}</ol>'


def _hit(hit: answers.Hit) -> str:
    about = (", ".join(hit.speakers), hit.body, wording.date_in_words(hit.date), hit.item)
    said = escape(" · ".join(part for part in about if part))
    closed = f" {markup.badge('closed', words.CLOSED)}" if hit.closed else ""
    target = escape(address.href("verslag", address.to_place(hit.document, hit.start, hit.end)))
    text = f"{_beside(hit.before)}{marked(hit.quote, hit.highlights)}{_beside(hit.after)}"
    return (
        f'<li><p class="wge-hit" lang="nl">{text}</p>'
        f'<p class="wge-small">{said}{closed} · '
        f'<a href="{target}" target="_self">{escape(wording.TO_SENTENCE)}</a></p></li>'
    )


def _beside(sentence: str) -> str:
    return f' <span class="wge-beside">{escape(sentence)}</span> ' if sentence else ""


def marked(quote: str, highlights: Iterable[tuple[int, int]]) -> str:
    """A quote with the stretches marked, which are in order and do not overlap."""
    parts, position = [], 0
    for start, end in highlights:
        if start >= position:
            parts += [escape(quote[position:start]), f"<mark>{escape(quote[start:end])}</mark>"]
            position = end
    return f"<span>{''.join(parts)}{escape(quote[position:])}</span>"
