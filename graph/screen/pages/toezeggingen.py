"""Toezeggingen: who promised what, by when, and what became of it; what asks for attention first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.answers.model import PromiseRow
from graph.screen import address, choice, frame, markup, rows, wording
from graph.screen.promise_card import promise_card


def _main() -> None:
    visit = frame.visit()
    documents = rows.documents(visit)
    frame.heading("toezeggingen", wording.as_of_line(visit.as_of, len(documents)))
    shown = _chosen(rows.promises(visit))
    if not shown:
        st.html(markup.paragraph(wording.NO_PROMISES))
    for title, statuses in wording.PROMISE_SECTIONS.items():
        _section(title, [row for row in shown if row.status in statuses])
    _ended([row for row in shown if row.status in wording.ENDED])


def _chosen(promises: Sequence[PromiseRow]) -> list[PromiseRow]:
    by_status, by_body, by_owner = st.columns([2, 3, 3])
    with by_status:
        status = choice.choose(
            wording.PROMISE_STATUS,
            address.STATUS,
            (row.status for row in promises),
            wording.PROMISE_STATUSES,
        )
    with by_body:
        body = _by_name(wording.PROMISE_BODY, address.BODY, [row.body for row in promises if row.body])
    with by_owner:
        owner = _by_name(
            wording.PROMISE_OWNER, address.OWNER, [name for row in promises for name in row.owners]
        )
    return [
        row
        for row in promises
        if status in {None, row.status}
        and body in {None, row.body}
        and (owner is None or owner in row.owners)
    ]


def _by_name(label: str, parameter: str, names: Sequence[str]) -> str | None:
    return choice.choose(label, parameter, names, {name: name for name in sorted(set(names))})


def _section(title: str, promises: Sequence[PromiseRow]) -> None:
    if not promises:
        return
    st.html(f'<h2>{escape(title)} <span class="wge-count">{len(promises)}</span></h2>')
    for number, row in enumerate(promises):
        with st.container(key=f"card-promise-{promises[0].status}-{number}", gap="small"):
            st.html(promise_card(row))


def _ended(promises: Sequence[PromiseRow]) -> None:
    """What is over stands apart, folded; open when it was asked for."""
    if not promises:
        return
    st.html(f'<h2>{escape(wording.PROMISES_ENDED)} <span class="wge-count">{len(promises)}</span></h2>')
    with st.expander(wording.PROMISES_SHOW_ENDED, expanded=address.has(address.STATUS)):
        for number, row in enumerate(promises):
            with st.container(key=f"card-promise-ended-{number}", gap="small"):
                st.html(promise_card(row))


_main()
