"""Verslag toevoegen: a file is read and tried out, somebody looks, and adds it, or not; or withdraws one."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from graph import intake
from graph.answers.model import MeetingRef, StoredDocument
from graph.errors import InputError
from graph.intake import Handed, Keeping, Outcome, Proposal
from graph.screen import (
    address,
    frame,
    marking,
    markup,
    notice,
    proposal_view,
    wording,
    wording_adding,
    wording_minutes,
)
from graph.screen.shelf import minutes_folder, store_place
from graph.screen.withdrawing import withdrawing

if TYPE_CHECKING:
    from graph.build import Step

_ROUND, _TRIED, _DONE = "intake-round", "intake-tried", "intake-done"
_TYPES = ["txt", "md", "html", "htm", "docx", "pdf"]
_MEGABYTES = intake.LARGEST // 1_000_000


def _main() -> None:
    visit = frame.visit()
    frame.heading("toevoegen")
    keeping = Keeping.at(store_place(), minutes_folder())
    if not keeping.is_writable:
        notice.neutral(wording_adding.READ_ONLY)
    _told()
    handed = _handed()
    if handed:
        _considered(visit, handed, keeping)
    withdrawing(visit, keeping)


def _told() -> None:
    """What was done before the page was drawn again."""
    done = st.session_state.pop(_DONE, None)
    if done:
        notice.neutral(done)
        st.page_link(
            address.page_file("overzicht"), label=wording_adding.OPEN_ADDED, query_params=address.to_all()
        )


def _handed() -> Handed | None:
    """The file in the box; a message where it is none that can be taken."""
    found = st.file_uploader(
        wording_adding.PICK_FILE,
        type=_TYPES,
        key=f"file-{st.session_state.get(_ROUND, 0)}",
        max_upload_size=_MEGABYTES,
    )
    if found is None:
        st.session_state.pop(_TRIED, None)
        return None
    try:
        return Handed.of(found.name, found.getvalue())
    except InputError as error:
        notice.failure(wording_adding.FILE_REFUSED, error)
        return None


def _considered(visit: frame.Visit, handed: Handed, keeping: Keeping) -> None:
    """What it would bring, and the choice to add it or not."""
    proposal = _tried(visit, handed, keeping, None)
    if proposal is None:
        return
    replaced = _replaced(proposal)
    if replaced:
        proposal = _tried(visit, handed, keeping, replaced)
        if proposal is None:
            return
    _outcome(proposal)
    _choice(handed, keeping, proposal, replaced)
    if proposal.read:
        _shown(proposal, proposal.read)


def _tried(visit: frame.Visit, handed: Handed, keeping: Keeping, replaces: str | None) -> Proposal | None:
    """The proposal, tried out once for this file, this choice and this state of the store."""
    key = (handed.name, handed.sha256, replaces, visit.snapshot.place, visit.snapshot.generation)
    kept: dict[object, Proposal] = st.session_state.setdefault(_TRIED, {})
    if key not in kept:
        with st.status(wording_adding.READING_FILE, expanded=False) as status:
            try:
                kept[key] = intake.propose(handed, keeping, replaces=replaces, progress=_tell)
            except InputError as error:
                status.update(label=wording_adding.FILE_REFUSED, state="error")
                notice.failure(wording_adding.FILE_REFUSED, error)
                return None
            status.update(label=wording_adding.FILE_READ, state="complete")
    return kept[key]


def _tell(step: Step) -> None:
    st.text(str(step))


def _replaced(proposal: Proposal) -> str | None:
    """The name of the file that it is to take the place of, where there are documents of the same meeting."""
    if proposal.outcome is not Outcome.NEW or not proposal.beside:
        return None
    names = {ref.file: wording_adding.replaces(_name(ref)) for ref in proposal.beside}
    chosen = st.radio(
        wording_adding.PICK_REPLACED,
        [*names, ""],
        format_func=lambda file: names.get(file, wording_adding.STANDS_BESIDE),
        index=len(names),
        key="intake-replaces",
    )
    return chosen or None


def _name(ref: MeetingRef) -> str:
    return wording.document_name(ref.title, ref.body, ref.date)


def _outcome(proposal: Proposal) -> None:
    known = f" {_name(proposal.meeting)}." if proposal.meeting else ""
    notice.neutral(f"{wording_adding.OUTCOMES[proposal.outcome]}{known}")
    for line in proposal.warnings:
        st.text(line)
    if not proposal.compared:
        notice.neutral(wording_adding.NOT_COMPARED)


def _choice(handed: Handed, keeping: Keeping, proposal: Proposal, replaced: str | None) -> None:
    can = keeping.is_writable and proposal.outcome in {Outcome.NEW, Outcome.REPLACES}
    with st.container(horizontal=True, key="intake-choice"):
        label = wording_adding.REPLACE if proposal.outcome is Outcome.REPLACES else wording_adding.ADD
        if can and st.button(label, type="primary"):
            _add(handed, keeping, replaced)
        if st.button(wording_adding.DO_NOT_ADD):
            _again(None)


def _add(handed: Handed, keeping: Keeping, replaced: str | None) -> None:
    with st.status(wording_adding.ADDING) as status:
        try:
            added = intake.add(handed, keeping, replaces=replaced, progress=_tell)
        except InputError as error:
            status.update(label=wording_adding.ADD_REFUSED, state="error")
            notice.failure(wording_adding.ADD_REFUSED, error)
            return
    _again(" ".join((wording_adding.ADDED, *added.warnings)))


def _again(done: str | None) -> None:
    """Begin anew with an empty box."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_TRIED, None)
    st.session_state[_DONE] = done
    st.rerun()


def _shown(proposal: Proposal, read: StoredDocument) -> None:
    beside, text = st.columns([5, 6], gap="large")
    with beside:
        if proposal.compared:
            found = proposal_view.changes(proposal.difference, read)
            st.html(f"<h2>{escape(wording_adding.WHAT_CHANGES)}</h2>{found}")
        st.html(f"<h2>{escape(wording_adding.WHAT_WAS_READ)}</h2>{_coverage(read)}")
        with st.expander(wording_minutes.ALL_FACTS):
            st.html(proposal_view.read_facts(read))
        with st.expander(f"{wording_adding.NOT_READ} ({len(read.unread)})"):
            st.html(proposal_view.unread(read))
    with text:
        title = escape(wording_adding.TEXT_OF_FILE)
        st.html(f"<h2>{title}</h2>{markup.paragraph(wording_minutes.particulars(read), 'wge-small')}")
        layer = marking.Marking(read.marks, None, read.unread)
        st.html(
            f'<div class="wge-text wge-beside" role="region" tabindex="0" aria-label="{title}">'
            f"{marking.to_html(read.text, read.agenda, layer)}</div>"
        )


def _coverage(read: StoredDocument) -> str:
    return (
        markup.paragraph(wording_minutes.read_line(read.with_a_fact, read.sentences))
        if read.sentences
        else ""
    )


_main()
