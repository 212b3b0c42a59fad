"""The way from one meeting to the next of the same body, and to a place in its text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.answers.model import FactMark, MeetingRef, StoredDocument
from graph.screen import address, wording, wording_things

Neighbours = tuple[MeetingRef | None, MeetingRef | None]


def beside(ref: MeetingRef, documents: Sequence[MeetingRef]) -> Neighbours:
    """The documents before and after one, of the same body; those that others took the place of left out."""
    own = [
        each
        for each in documents
        if each.date
        and (each.body_iri or each.body) == (ref.body_iri or ref.body)
        and (each.replaced_by is None or each.document == ref.document)
    ]
    own.sort(key=lambda each: (each.date or "", each.document))
    at = next((number for number, each in enumerate(own) if each.document == ref.document), None)
    if at is None:
        return None, None
    return own[at - 1] if at else None, own[at + 1] if at + 1 < len(own) else None


def neighbours(ref: MeetingRef, documents: Sequence[MeetingRef], page: str) -> str:
    """Links to the meeting before and the one after, on this page."""
    before, after = beside(ref, documents)
    items = "".join(
        f"<li>{_link(each, words, page)}</li>"
        for each, words in ((before, wording_things.PREVIOUS_MEETING), (after, wording_things.NEXT_MEETING))
        if each
    )
    if not items:
        return ""
    return (
        f'<nav class="wge-jump" aria-label="{escape(wording_things.OTHER_MEETINGS)}"><ul>{items}</ul></nav>'
    )


def _link(ref: MeetingRef, words: str, page: str) -> str:
    target = escape(address.href(page, address.to_document(ref.document)))
    day = escape(wording.date_in_words(ref.date))
    return f'<a href="{target}" target="_self">{escape(words)}: {day}</a>'


def passage_link(mark: FactMark, stored: StoredDocument) -> str:
    """A link to where a fact stands in its text, with the words that stand there."""
    target = escape(address.href("verslag", address.to_mark(stored.meeting.document, mark)))
    said = escape(" ".join(stored.text[mark.start : mark.end].split()))
    return f'<a href="{target}" target="_self" title="{said}">{escape(wording.TO_SENTENCE_SHORT)}</a>'
