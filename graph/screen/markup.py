"""Pieces of HTML that pages are made of. What comes from minutes, addresses or the store is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from graph.answers.model import Evidence
from graph.screen import address, wording

_ADDRESS = re.compile(
    r"https?://\S+/([^/\s]+/[^/\s]+)"
)  # an IRI; its last two parts tell it from its neighbours
_QUOTE = re.compile("«[^»]*»")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:])")


def plain(text: str) -> str:
    """Text for a place that Streamlit reads as Markdown (a label): it comes out as it went in."""
    return _MARKDOWN.sub(r"\\\1", text.replace("\n", " "))


def badge(sign: str, words: str) -> str:
    """A word with a sign before it; the colour only repeats what both say."""
    glyph = wording.SIGNS.get(sign, "")
    mark = f'<span class="wge-sign" data-sign="{glyph}" aria-hidden="true"></span>' if glyph else ""
    return f'<span class="wge-badge wge-{escape(sign)}">{mark}{escape(words)}</span>'


def answer_badge(answer: str, *, decided: bool = False) -> str:
    """The badge of an answer. `decided`: a person said so, and not the minutes."""
    if decided and answer == "stated":
        answer = "decided"
    return badge(answer, wording.ANSWERS.get(answer, answer))


def paragraph(text: str | None, css: str = "") -> str:
    """A paragraph, or nothing."""
    return f'<p class="{css}">{escape(text)}</p>' if text else ""


def quote(found: Evidence, *, date: str | None = None) -> str:
    """A sentence from the minutes with who said it."""
    said = " · ".join(part for part in (found.speaker, date) if part)
    return quoted(found.quote, escape(said))


def quoted(words: str, caption: str = "") -> str:
    """Words from the minutes, which are Dutch whatever language the page is in. `caption`: HTML."""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure class="wge-quote"><blockquote lang="nl">{escape(words)}</blockquote>{below}</figure>'


def with_quotes(text: str) -> str:
    """Our own words, escaped; what they quote from minutes, between « and », is Dutch."""
    return _QUOTE.sub(r'<span lang="nl">\g<0></span>', escape(text))


def sentence_link(found: Evidence, words: str | None = None) -> str:
    """A link to the sentence, for use inside HTML. `words`: what it says, if not the usual."""
    target = escape(address.href("verslag", address.to_sentence(found)))
    said = escape(words or wording.TO_SENTENCE_SHORT)
    return f'<a href="{target}" target="_self" title="{escape(found.quote)}">{said}</a>'


def table(columns: Iterable[str], rows: Iterable[Iterable[str | None]], *, label: str) -> str:
    """A table of plain text that scrolls sideways by itself where it does not fit."""
    return _scrolling(columns, "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows), label)


def linked_table(columns: Iterable[str], lines: Iterable[Iterable[str]], *, label: str) -> str:
    """The same, of cells that are HTML already."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    return _scrolling(columns, body, label)


def _scrolling(columns: Iterable[str], body: str, label: str) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    return (
        f'<div class="wge-scroll" role="region" tabindex="0" aria-label="{escape(label)}">'
        f'<table class="wge-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(value: str | None) -> str:
    if value is None:
        return "<td></td>"
    if (iri := _ADDRESS.fullmatch(value)) is not None:
        return f'<td title="{escape(value)}">…/{escape(iri[1])}</td>'
    return f"<td>{escape(value)}</td>"
