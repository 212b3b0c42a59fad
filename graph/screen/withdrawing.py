"""Withdrawing a document, with who and why, and taking that back."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from graph import intake
from graph.answers.model import MeetingRef
from graph.errors import InputError
from graph.intake import Keeping, Withdrawn
from graph.screen import frame, markup, notice, rows, wording, wording_adding

_DONE = "withdrawing-done"


def withdrawing(visit: frame.Visit, keeping: Keeping) -> None:
    """The part of the page where a document is withdrawn, and those that are."""
    st.html(
        f"<h2>{escape(wording_adding.WITHDRAW_HEADING)}</h2>{markup.paragraph(wording_adding.WITHDRAW_LEAD)}"
    )
    done = st.session_state.pop(_DONE, None)
    if done:
        notice.neutral(done)
    if keeping.is_writable:
        _form({ref.document: ref for ref in rows.all_documents(visit)}, keeping)
    _withdrawn(keeping)


def _form(documents: dict[str, MeetingRef], keeping: Keeping) -> None:
    with st.form("withdraw", border=False):
        chosen = st.selectbox(
            wording_adding.PICK_WITHDRAWN,
            sorted(documents, key=lambda name: documents[name].date or "", reverse=True),
            format_func=lambda name: wording.document_name(
                documents[name].title, documents[name].body, documents[name].date
            ),
            index=None,
            placeholder=wording_adding.NOTHING_CHOSEN,
        )
        by = st.text_input(wording_adding.BY_WHOM, key="withdraw-by")
        because = st.text_input(wording_adding.BECAUSE, key="withdraw-because")
        pressed = st.form_submit_button(wording_adding.WITHDRAW)
    if pressed and chosen is None:
        notice.neutral(wording_adding.NOTHING_CHOSEN)
    elif pressed and chosen:
        _decided(
            lambda: intake.withdraw(chosen, keeping, by=by, because=because), wording_adding.WITHDRAWN_DONE
        )


def _withdrawn(keeping: Keeping) -> None:
    found = intake.withdrawn(keeping)
    if not found:
        return
    st.html(f"<h2>{escape(wording_adding.WITHDRAWN_NOW)}</h2>")
    for each in found:
        with st.container(key=f"card-withdrawn-{each.decision}", gap="small"):
            line = wording_adding.withdrawn_line(each.document, each.by, each.on, each.because)
            st.html(markup.paragraph(line))
            if keeping.is_writable:
                _back(each, keeping)


def _back(found: Withdrawn, keeping: Keeping) -> None:
    with st.form(f"back-{found.decision}", border=False):
        by = st.text_input(wording_adding.BY_WHOM, key=f"back-by-{found.decision}")
        because = st.text_input(wording_adding.BECAUSE, key=f"back-because-{found.decision}")
        pressed = st.form_submit_button(wording_adding.TAKE_BACK)
    if pressed:
        _decided(lambda: intake.take_back(found, keeping, by=by, because=because), wording_adding.TAKEN_BACK)


def _decided(decide: Callable[[], str | None], done: str) -> None:
    """Have a decision kept and say what came of it; `decide` gives why it has to wait, if it has."""
    try:
        waiting = decide()
    except InputError as error:
        notice.failure(wording_adding.WITHDRAW_REFUSED, error)
        return
    st.session_state[_DONE] = wording_adding.WITHDRAWN_LATER.format(why=waiting) if waiting else done
    st.rerun()
