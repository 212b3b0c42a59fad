"""Toezeggingen: who promised what, by when, and what became of it; what asks for attention first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.answers.model import PromiseRow
from graph.screen import address, choice, frame, links, markup, rows, wording, wording_promises
from graph.screen.promise_card import promise_card

_NOBODY = "niemand"  # in the address


def _main() -> None:
    visit = frame.visit()
    documents = rows.documents(visit)
    frame.heading("toezeggingen", wording.as_of_line(visit.as_of, len(documents)))
    shown = _chosen(rows.promises(visit))
    if not shown:
        st.html(markup.paragraph(wording_promises.NO_PROMISES))
    linked = links.by_name(rows.things(visit))
    for title, statuses in wording_promises.PROMISE_SECTIONS.items():
        _section(title, [row for row in shown if row.status in statuses], linked)
    _ended([row for row in shown if row.status in wording_promises.ENDED], linked)


def _chosen(promises: Sequence[PromiseRow]) -> list[PromiseRow]:
    by_status, by_body, by_owner = st.columns([2, 3, 3])
    with by_status:
        status = choice.choose(
            wording_promises.PROMISE_STATUS,
            address.STATUS,
            (status for row in promises for status in _standing(row)),
            wording_promises.PROMISE_CHOICES,
            total=len(promises),
        )
    with by_body:
        bodies = [row.body for row in promises if row.body]
        body = choice.choose(
            wording_promises.PROMISE_BODY, address.BODY, bodies, _by_name(bodies), total=len(promises)
        )
    with by_owner:
        owners = [name for row in promises for name in _owners(row)]
        words = {_NOBODY: wording_promises.NOBODY_PROMISED} | _by_name(owners)
        owner = choice.choose(
            wording_promises.PROMISE_OWNER, address.OWNER, owners, words, total=len(promises)
        )
    return [
        row
        for row in promises
        if status in {None, *_standing(row)} and body in {None, row.body} and owner in {None, *_owners(row)}
    ]


def _standing(row: PromiseRow) -> tuple[str, ...]:
    """The choices under which a promise falls."""
    return (row.status,) if row.status in wording_promises.ENDED else (row.status, wording_promises.PENDING)


def _owners(row: PromiseRow) -> tuple[str, ...]:
    return row.owners or (_NOBODY,)


def _by_name(names: Sequence[str]) -> dict[str, str]:
    return {name: name for name in sorted(set(names)) if name != _NOBODY}


def _section(title: str, promises: Sequence[PromiseRow], linked: links.Linked) -> None:
    if not promises:
        return
    st.html(f'<h2>{escape(title)} <span class="wge-count">{len(promises)}</span></h2>')
    for number, row in enumerate(promises):
        with st.container(key=f"card-promise-{promises[0].status}-{number}", gap="small"):
            st.html(promise_card(row, linked))


def _ended(promises: Sequence[PromiseRow], linked: links.Linked) -> None:
    """What is over stands apart, folded; open when it was asked for."""
    if not promises:
        return
    st.html(
        f'<h2>{escape(wording_promises.PROMISES_ENDED)} <span class="wge-count">{len(promises)}</span></h2>'
    )
    with st.expander(wording_promises.PROMISES_SHOW_ENDED, expanded=address.has(address.STATUS)):
        for number, row in enumerate(promises):
            with st.container(key=f"card-promise-ended-{number}", gap="small"):
                st.html(promise_card(row, linked))


_main()
