"""Vergadering: who was there, what was decided and promised, what it changed, and the way to the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from graph.answers.entities import Attendee
from graph.answers.model import FactMark, MeetingRef, StoredDocument
from graph.screen import (
    address,
    frame,
    links,
    markup,
    notice,
    rows,
    thing_parts,
    wording,
    wording_minutes,
    wording_things,
)
from graph.screen.meetings import neighbours, passage_link
from graph.screen.thing_page import Section, write

_TOLD = ("portfolio", "role", "succession", "structure", "missing", "conflict", "correction", "event")

_QUOTED = frozenset({"portfolio", "role", "succession"})  # told in full by their line


def _main() -> None:
    visit = frame.visit()
    by_id = {each.document: each for each in rows.all_documents(visit)}
    asked = address.asked(address.DOCUMENT, by_id)
    stored = rows.document(visit, asked.value) if asked.value else None
    if stored is None:
        _index(visit, unknown=asked.unknown)
        return
    ref = by_id[stored.meeting.document]
    frame.headed(
        wording_things.meeting_name(ref.body, ref.title, ref.date),
        ref.title,
        wording_minutes.particulars(stored),
    )
    _around(visit, ref)
    write(_sections(visit, ref, stored))


def _around(visit: frame.Visit, ref: MeetingRef) -> None:
    if ref.replaced_by:
        notice.neutral(wording_minutes.REPLACED)
    body = f"<p>{links.thing(ref.body_iri, ref.body)}</p>" if ref.body else ""
    st.html(body + neighbours(ref, rows.all_documents(visit), "vergadering"))
    st.page_link(
        address.page_file("verslag"),
        label=wording_things.READ_MINUTES,
        icon=":material/article:",
        query_params=address.to_document(ref.document),
    )


def _sections(visit: frame.Visit, ref: MeetingRef, stored: StoredDocument) -> list[Section]:
    return [
        _people(rows.attendees(visit, ref.iri)),
        *_facts("besluiten", wording_things.DECIDED_HERE, stored, ("decision",)),
        *_facts("toegezegd", wording_things.PROMISED_HERE, stored, ("promise", "progress")),
        *_facts("feiten", wording_things.TOLD_HERE, stored, _TOLD),
        *_changes(visit, ref),
        *_gaps(visit, stored),
    ]


def _people(found: Sequence[Attendee]) -> Section:
    def show() -> None:
        if not found:
            st.html(markup.paragraph(wording_things.NOBODY_LISTED))
            return
        st.html(f'<ul class="wge-people">{"".join(map(_person, found))}</ul>')

    return Section("aanwezig", wording_things.WHO_WAS_THERE, len(found), show)


def _person(who: Attendee) -> str:
    offices = escape(", ".join(part for part in (*who.offices, who.organisation) if part))
    details = f' <span class="wge-small">{offices}</span>' if offices else ""
    said = " / ".join(wording_things.PRESENCE.get(status, status) for status in who.statuses)
    link = markup.sentence_link(who.evidence[0], said or wording.TO_SENTENCE_SHORT) if who.evidence else said
    doubt = (
        f" {markup.badge('contradicted', wording_things.RECORDS_DISAGREE)}" if len(who.statuses) > 1 else ""
    )
    return f"<li><strong>{links.thing(who.iri, who.name)}</strong>{details} · {link}{doubt}</li>"


def _facts(key: str, title: str, stored: StoredDocument, kinds: Sequence[str]) -> Iterator[Section]:
    marks: dict[str, FactMark] = {}
    for mark in stored.marks:
        if mark.kind in kinds and "rejected" not in mark.reviews:
            marks.setdefault(mark.fact, mark)
    found = sorted(marks.values(), key=lambda mark: (kinds.index(mark.kind), mark.start))
    if found:
        html = f'<ul class="wge-rows">{"".join(_fact(mark, stored) for mark in found)}</ul>'
        yield Section(key, title, len(found), lambda: st.html(html))


def _fact(mark: FactMark, stored: StoredDocument) -> str:
    """What is told, with the way to its sentence; the words themselves where the line does not hold them."""
    doubt = markup.answer_badge("inferred") + " " if mark.certainty == "inferred" else ""
    words = " ".join(stored.text[mark.start : mark.end].split())
    quote = "" if mark.kind in _QUOTED or words in mark.summary else markup.quoted(words)
    return f"<li><p>{doubt}{escape(mark.summary)} · {passage_link(mark, stored)}</p>{quote}</li>"


def _changes(visit: frame.Visit, ref: MeetingRef) -> Iterator[Section]:
    before = [
        each.date
        for each in rows.all_documents(visit)
        if each.date and ref.date and each.date < ref.date and each.body_iri == ref.body_iri
    ]
    if not before or ref.date is None:
        return
    ours = [
        change
        for change in rows.changes(visit, max(before), ref.date)
        if any(place.document == ref.document for place in change.evidence)
    ]

    def show() -> None:
        if not ours:
            st.html(markup.paragraph(wording_things.NOTHING_CHANGED_HERE))
            return
        items = "".join(
            f"<li>{markup.paragraph(each.sentence)}{markup.sentence_link(each.evidence[0])}</li>"
            for each in ours
        )
        st.html(f'<ul class="wge-rows">{items}</ul>')

    yield Section("veranderd", wording_things.CHANGED_HERE, len(ours), show)


def _gaps(visit: frame.Visit, stored: StoredDocument) -> Iterator[Section]:
    here = rows.findings_on(visit, stored)
    found = [gap for gap in rows.gap_list(visit) if gap.finding in here]
    if found:
        yield Section(
            "hiaten", wording_things.GAPS_FOUND_HERE, len(found), lambda: thing_parts.gap_cards(visit, found)
        )


def _index(visit: frame.Visit, *, unknown: bool) -> None:
    found = rows.all_documents(visit)
    frame.headed(wording.THING_TITLES["vergadering"], wording.THING_LEADS["vergadering"])
    if unknown:
        notice.neutral()
    items = "".join(
        f'<li>{links.meeting(each)} <span class="wge-small">{escape(each.title)}</span></li>'
        for each in reversed(found)
    )
    st.html(f'<ul class="wge-plain">{items}</ul>')


_main()
