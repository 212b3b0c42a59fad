"""Toezeggingen: who promised what, by when, and what became of it; what asks for attention first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from graph.answers import Standing
from graph.screen import address, choice, frame, links, markup, rows, wording, wording_promises
from graph.screen.promise_card import promise_card

_NOBODY = "niemand"  # in the address
_FIRST, _MOST = 50, 2000  # cards in a section


def _main() -> None:
    visit = frame.visit()
    documents = rows.documents(visit)
    frame.heading("toezeggingen", wording.as_of_line(visit.as_of, len(documents)))
    shown = _chosen(rows.ledger(visit))
    if not shown:
        st.html(markup.paragraph(wording_promises.NO_PROMISES))
    linked = links.by_name(rows.things(visit))
    for title, statuses in wording_promises.PROMISE_SECTIONS:
        _section(visit, title, [row for row in shown if row.status in statuses], linked)
    _ended(visit, [row for row in shown if row.status in wording_promises.ENDED], linked)


def _chosen(promises: Sequence[Standing]) -> list[Standing]:
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


def _standing(row: Standing) -> tuple[str, ...]:
    """The choices under which a promise falls."""
    return (row.status,) if row.status in wording_promises.ENDED else (row.status, wording_promises.PENDING)


def _owners(row: Standing) -> tuple[str, ...]:
    return row.owners or (_NOBODY,)


def _by_name(names: Sequence[str]) -> dict[str, str]:
    return {name: name for name in sorted(set(names)) if name != _NOBODY}


def _section(visit: frame.Visit, title: str, promises: Sequence[Standing], linked: links.Linked) -> None:
    if promises:
        st.html(f'<h2>{escape(title)} <span class="wge-count">{len(promises)}</span></h2>')
        _cards(visit, promises[0].status, promises, linked)


def _ended(visit: frame.Visit, promises: Sequence[Standing], linked: links.Linked) -> None:
    """What is over stands apart, folded; open when it was asked for."""
    if not promises:
        return
    st.html(
        f'<h2>{escape(wording_promises.PROMISES_ENDED)} <span class="wge-count">{len(promises)}</span></h2>'
    )
    with st.expander(wording_promises.PROMISES_SHOW_ENDED, expanded=address.has(address.STATUS)):
        _cards(visit, "ended", promises, linked)


def _cards(visit: frame.Visit, name: str, promises: Sequence[Standing], linked: links.Linked) -> None:
    """The first of them; there may be tens of thousands, so more come when they are asked for."""
    limit = address.asked_number(address.COUNT, _FIRST, _MOST)
    for number, row in enumerate(rows.promises(visit, promises[:limit])):
        with st.container(key=f"card-promise-{name}-{number}", gap="small"):
            st.html(promise_card(row, linked))
    if limit < min(len(promises), _MOST):
        label = wording_promises.MORE_PROMISES.format(shown=limit, all=len(promises))
        more = (address.COUNT, str(limit + _FIRST))
        st.button(label, key=f"more-{name}", on_click=address.put, args=more)


_main()
