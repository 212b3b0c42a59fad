"""Zoeken: the sentences of all minutes that hold certain words, with the way to their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from graph import answers, questions
from graph.answers.model import MeetingRef
from graph.screen import address, choice, frame, hits, markup, notice, rows
from graph.screen import wording_asking as words

_KEY = "searched-words"
_LONGEST = 300
_YES = "ja"
_FIRST, _MOST = 10, 200  # sentences on a page


@dataclass(frozen=True, slots=True)
class _Where:
    """In which minutes to search: of a body, and from when until when, as ISO dates."""

    body: str | None
    since: str | None
    until: str | None


def _main() -> None:
    visit = frame.visit()
    documents = [each for each in rows.documents(visit) if each.replaced_by is None]
    frame.heading("zoeken", words.searched(len(documents), visit.as_of))
    if not answers.can_search(visit.snapshot):
        notice.neutral(words.NO_INDEX)
        return
    asked = address.asked_text(address.WORDS)[:_LONGEST]
    _form(asked)
    where = _where(visit, documents)
    if not asked:
        st.html(markup.paragraph(words.START_SEARCHING))
    elif where is None:
        notice.neutral(words.WRONG_ORDER)
    else:
        _results(visit, asked, where)


def _form(asked: str) -> None:
    if st.session_state.get(_KEY) != asked:  # a link was followed
        st.session_state[_KEY] = asked
    with st.form("search", border=False, enter_to_submit=True):
        box, button = st.columns([6, 1], vertical_alignment="bottom")
        box.text_input(
            words.WORDS, key=_KEY, max_chars=_LONGEST, placeholder=words.WORDS_HINT, autocomplete="off"
        )
        button.form_submit_button(words.SEARCH, type="primary", width="stretch", on_click=_remember)


def _remember() -> None:
    asked = questions.masked(st.session_state[_KEY] or "")
    st.session_state[_KEY] = asked
    address.put(address.WORDS, asked or None)
    for name in (address.SOME, address.COUNT):
        address.put(name, None)


def _where(visit: frame.Visit, documents: Sequence[MeetingRef]) -> _Where | None:
    """What the visitor chose; None when the first year comes after the last."""
    bodies = [each.body for each in documents if each.body]
    years = sorted((each.date[:4] for each in documents if each.date), reverse=True)
    of_body, first, last = st.columns([3, 1, 1])
    with of_body:
        body = choice.choose(words.BODY, address.BODY, bodies, {each: each for each in sorted(set(bodies))})
    with first:
        since = choice.choose(words.SINCE, address.SINCE_YEAR, years, {each: each for each in years})
    with last:
        until = choice.choose(words.UNTIL, address.UNTIL_YEAR, years, {each: each for each in years})
    if since and until and since > until:
        return None
    end = min(filter(None, (f"{until}-12-31" if until else None, visit.as_of)), default=None)
    return _Where(body, f"{since}-01-01" if since else None, end)


def _results(visit: frame.Visit, asked: str, where: _Where) -> None:
    some = address.asked(address.SOME, {_YES}).value is not None
    limit = address.asked_number(address.COUNT, _FIRST, _MOST)
    found = answers.search(
        visit.snapshot,
        asked,
        limit=limit,
        body=where.body,
        since=where.since,
        until=where.until,
        every=not some,
    )
    if found is None or not found.some:
        st.html(
            f'<div class="wge-notice"><p>{escape(words.NO_HITS)}</p><p>{escape(words.NO_HITS_TIP)}</p></div>'
        )
        return
    every = found.every > 0 and not some
    total = found.every if every else found.some
    if not found.every:
        notice.neutral(words.NONE_WITH_ALL)
    counted = words.found(total, len(found.found), typed=len(asked.split()), every=every)
    st.html(f'<p role="status">{escape(counted)}</p>')
    st.html(hits.results(found.found))
    if len(found.found) < min(total, _MOST):
        st.button(words.MORE_HITS, on_click=_again, args=(address.COUNT, str(limit + _FIRST)))
    if found.every and found.some > found.every:
        label = words.ONLY_EVERY if some else words.ALSO_SOME
        st.button(label, on_click=_again, args=(address.SOME, None if some else _YES))


def _again(name: str, value: str | None) -> None:
    """The same search with another parameter."""
    if name == address.SOME:
        address.put(address.COUNT, None)
    address.put(name, value)


_main()
