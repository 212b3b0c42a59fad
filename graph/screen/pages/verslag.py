"""Verslag: a document with its agenda and its facts in place; every fact on every page leads here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from graph.answers.model import FactMark, MeetingRef, StoredDocument
from graph.screen import (
    address,
    fact_list,
    frame,
    marking,
    markup,
    meetings,
    notice,
    rows,
    style,
    wording,
    wording_minutes,
)

_FACTS = "feiten"
_SCROLL = f"""<script>
(function seek(tries) {{
  const place = document.getElementById("{marking.CHOSEN_ID}");
  if (place) place.scrollIntoView({{ block: "center" }});
  else if (tries > 0) setTimeout(() => seek(tries - 1), 100);
}})(30);
</script>"""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the address points at: a fact, or just a stretch of text."""

    mark: FactMark | None
    span: tuple[int, int]


def _main() -> None:
    visit = frame.visit()
    frame.heading("verslag")
    documents = rows.all_documents(visit)
    decided = address.asked_decision()
    if decided and (told := rows.document(visit, decided)):
        _show(told, _chosen(told), ())
        return
    document = _picked(documents)
    stored = rows.document(visit, document.document) if document else None
    if stored is None:
        notice.no_minutes()
        return
    _show(stored, _chosen(stored), documents)


def _picked(documents: Sequence[MeetingRef]) -> MeetingRef | None:
    """The document in the address, else the last one; a select where there are more."""
    if not documents:
        return None
    by_id = {document.document: document for document in documents}
    asked = address.asked(address.DOCUMENT, by_id)
    if asked.unknown:
        notice.neutral()
    latest = max(documents, key=lambda document: document.date or "")
    current = by_id[asked.value] if asked.value else latest
    key = "picked-document"
    if asked.value or st.session_state.get(key) not in by_id:
        st.session_state[key] = current.document
    chosen = st.selectbox(
        wording_minutes.PICK_DOCUMENT,
        sorted(by_id, key=lambda name: by_id[name].date or "", reverse=True),
        format_func=lambda name: _name(by_id[name]),
        key=key,
        on_change=_remember,
        args=(key,),
    )
    return by_id[chosen]


def _name(document: MeetingRef) -> str:
    return wording.document_name(document.title, document.body, document.date)


def _remember(key: str) -> None:
    for name in (address.FACT, address.PLACE):
        address.put(name, None)
    address.put(address.DOCUMENT, st.session_state[key])


def _chosen(stored: StoredDocument) -> _Chosen | None:
    place = address.asked_place(len(stored.text))
    keys = {address.fact_key(mark.fact) for mark in stored.marks}
    fact = address.asked(address.FACT, keys)
    marks = [mark for mark in stored.marks if address.fact_key(mark.fact) == fact.value]
    if marks:
        mark = next((mark for mark in marks if (mark.start, mark.end) == place), marks[0])
        return _Chosen(mark, (mark.start, mark.end))
    if place:
        return _Chosen(None, place)
    if fact.unknown or address.has(address.PLACE):
        notice.neutral()
    return None


def _show(stored: StoredDocument, chosen: _Chosen | None, documents: Sequence[MeetingRef]) -> None:
    st.html(_particulars(stored) + _around(stored, documents))
    beside, text, facts = st.columns([4, 10, 6], gap="medium")
    with beside, st.container(key="agenda"):
        if chosen:
            st.html(_chosen_box(stored, chosen))
        st.html(_agenda(stored))
    with text:
        st.html(f"<h2>{escape(wording_minutes.TEXT)}</h2>")
        groups, unread = _what_to_highlight(stored)
        if stored.sentences:
            read = wording_minutes.read_line(stored.with_a_fact, stored.sentences)
            st.html(markup.paragraph(read, "wge-small"))
        marks = marking.visible(stored.marks, groups)
        if chosen and chosen.mark and chosen.mark not in marks:
            marks = (*marks, chosen.mark)
        span, unseen = chosen.span if chosen else None, stored.unread if unread else ()
        layer = marking.Marking(marks, span, unseen, stored.marks)
        st.html(f'<div class="wge-text">{marking.to_html(stored.text, stored.agenda, layer)}</div>')
    with facts, st.container(key="facts"):
        st.html(_facts(stored))
    if chosen:
        st.html(_SCROLL, unsafe_allow_javascript=True)


def _particulars(stored: StoredDocument) -> str:
    closed = markup.paragraph(wording_minutes.CLOSED, "wge-notice") if stored.publicity == "closed" else ""
    replaced = markup.paragraph(wording_minutes.REPLACED, "wge-notice") if stored.meeting.replaced_by else ""
    corrected = "".join(
        markup.paragraph(
            wording_minutes.corrected(each.person, each.was, each.right, each.since), "wge-notice"
        )
        for each in stored.corrections
    )
    about = markup.paragraph(wording_minutes.particulars(stored), "wge-small")
    return about + closed + replaced + corrected


def _around(stored: StoredDocument, documents: Sequence[MeetingRef]) -> str:
    """The meetings of this body before and after, and on a narrow screen the way to the facts."""
    beside = meetings.neighbours(stored.meeting, documents, "verslag")
    to_facts = wording_minutes.to_facts(len({mark.fact for mark in stored.marks}))
    return f'{beside}<p class="wge-to-facts"><a href="#{_FACTS}">{escape(to_facts)}</a></p>'


def _chosen_box(stored: StoredDocument, chosen: _Chosen) -> str:
    title = wording_minutes.CHOSEN_FACT if chosen.mark else wording_minutes.CHOSEN_PLACE
    start, end = chosen.span
    said = markup.paragraph(marking.describe(chosen.mark)) if chosen.mark else ""
    certainty = wording_minutes.CERTAINTIES.get(chosen.mark.certainty) if chosen.mark else None
    reviews = chosen.mark.reviews if chosen.mark else ()
    judged = "".join(markup.paragraph(wording_minutes.REVIEWS[code], "wge-notice") for code in reviews)
    return (
        f'<section class="wge-chosen-box"><h2>{escape(title)}</h2>{said}'
        f"{markup.quoted(stored.text[start:end])}{markup.paragraph(certainty, 'wge-small')}{judged}"
        f'<a href="#{marking.CHOSEN_ID}">{escape(wording_minutes.TO_CHOSEN)}</a></section>'
    )


def _agenda(stored: StoredDocument) -> str:
    items = "".join(
        f'<li><a href="#{marking.item_anchor(number)}">{escape(marking.item_label(entry))}</a></li>'
        for number, entry in enumerate(stored.agenda)
    )
    heading = f"<h2>{wording_minutes.AGENDA}</h2>"
    return f'<nav class="wge-agenda" aria-label="{wording_minutes.AGENDA}">{heading}<ul>{items}</ul></nav>'


def _what_to_highlight(stored: StoredDocument) -> tuple[list[str], bool]:
    present = {style.highlight_of(mark.kind).name for mark in stored.marks}
    options = [group for group in style.HIGHLIGHTS if group.name in present]
    labels = {group.name: wording_minutes.HIGHLIGHTS[group.name] for group in options}
    chosen = st.pills(
        wording_minutes.HIGHLIGHT,
        list(labels),
        selection_mode="multi",
        default=[group.name for group in options if group.at_first],
        format_func=lambda name: labels[name],
        wrap=True,
    )
    return list(chosen), st.toggle(wording_minutes.SHOW_UNREAD)


def _facts(stored: StoredDocument) -> str:
    found = fact_list.to_html(stored) or markup.paragraph(wording_minutes.NO_FACTS)
    return f'<h2 id="{_FACTS}">{escape(wording_minutes.FACTS)}</h2>{found}'


_main()
