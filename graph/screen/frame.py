"""What all pages share: the page set-up, the reference date, and the visit they answer for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from html import escape
from pathlib import Path
from typing import ParamSpec

import streamlit as st

from graph import answers, language
from graph.screen import address, markup, notice, style, wording
from graph.screen.shelf import shelf, what_is_shown

_CHOSEN = "chosen-date"
_SIDEBAR_WIDTH = 240

_LANGUAGE = "chosen-language"
_TELL_LANGUAGE = '<script>document.documentElement.lang = "{language}";</script>'
"""Streamlit says `en` whatever it shows; a screen reader would read Dutch with an English voice."""
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True)
class Visit:
    """One run of a page: the snapshot it reads and the date it answers for (None: no document has a date)."""

    snapshot: answers.Snapshot
    as_of: str | None

    @property
    def store(self) -> tuple[str, str, str]:
        """The store with its generation, and the language in which it is told of."""
        return self.snapshot.place, self.snapshot.generation, language.current()

    @property
    def key(self) -> tuple[tuple[str, str, str], str | None]:
        """What an answer for this visit depends on: the store, the language and the date."""
        return self.store, self.as_of


def set_up() -> None:
    """Language, title, width and looks, on every page."""
    language.speak(_chosen_language())
    st.set_page_config(page_title=wording.APP, layout="wide", initial_sidebar_state=_SIDEBAR_WIDTH)
    st.html(style.SHEET)
    scripts = _TELL_LANGUAGE.format(language=language.current()) + _follow_links()
    st.html(scripts, unsafe_allow_javascript=True)


@cache
def _follow_links() -> str:
    return f"<script>{Path(__file__).with_name('links.js').read_text(encoding='utf-8')}</script>"


def _chosen_language() -> str:
    """The language of the address; without one that of this visitor so far, which goes into the address."""
    asked = address.asked(address.LANGUAGE, language.LANGUAGES).value
    chosen: str = asked or st.session_state.get(_LANGUAGE) or language.DUTCH
    st.session_state[_LANGUAGE] = chosen
    address.put(address.LANGUAGE, None if chosen == language.DUTCH else chosen)
    return chosen


def language_switch() -> None:
    """The choice of the language, at the foot of the sidebar of every page."""
    st.sidebar.segmented_control(
        wording.LANGUAGE,
        language.LANGUAGES,
        format_func=wording.LANGUAGES.__getitem__,
        key=_LANGUAGE,
        required=True,
        on_change=lambda: address.put(address.LANGUAGE, st.session_state[_LANGUAGE]),
    )


def fragment(part: Callable[_P, None]) -> Callable[_P, None]:
    """A part of a page that can run again by itself, in the language of the page."""

    @st.fragment
    @wraps(part)
    def in_its_language(*args: _P.args, **kwargs: _P.kwargs) -> None:
        language.speak(st.session_state[_LANGUAGE])
        part(*args, **kwargs)

    return in_its_language


def visit() -> Visit:
    """The snapshot and the date that this run of a page answers for."""
    snapshot = shelf().current()
    dates = answers.meeting_dates(snapshot)
    last = dates[-1] if dates else None
    return Visit(snapshot, _on_or_before(st.query_params.get(address.DATE), dates) or last)


def reference_date(dates: Sequence[str]) -> None:
    """The choice of the date, kept in the address as long as it is not the last one."""
    if not dates:
        return
    wanted = st.query_params.get(address.DATE)
    from_address = _on_or_before(wanted, dates)
    if wanted and from_address is None:
        address.put(address.DATE, None)
        notice.neutral()
    if from_address and st.session_state.get(_CHOSEN) != from_address:
        st.session_state[_CHOSEN] = from_address
    if st.session_state.get(_CHOSEN) not in dates:
        st.session_state[_CHOSEN] = dates[-1]
    newest_first = list(reversed(dates))
    chosen = st.selectbox(
        wording.REFERENCE_DATE,
        newest_first,
        format_func=wording.date_in_words,
        key=_CHOSEN,
        on_change=_remember,
        args=(dates[-1],),
    )
    address.put(address.DATE, None if chosen == dates[-1] else chosen)
    st.text(wording.REFERENCE_DATE_HELP)


def go_to_date(day: str, newest: str) -> None:
    """Make this the date of all pages; for use in a callback."""
    st.session_state[_CHOSEN] = day
    address.put(address.DATE, None if day == newest else day)


def heading(page: str, note: str | None = None) -> None:
    """The page's heading with what it is for; above it, whatever is to be known of all that is shown."""
    headed(wording.TITLES[page], wording.LEADS[page], note)


def headed(title: str, lead: str | None, note: str | None = None) -> None:
    """A heading of its own, for a page about one thing."""
    st.html(
        f"{markup.paragraph(what_is_shown(), 'wge-notice')}"
        f'<header class="wge-heading"><h1>{escape(title)}</h1>'
        f"{markup.paragraph(lead, 'wge-lead')}{markup.paragraph(note, 'wge-small')}</header>"
    )


def _remember(newest: str) -> None:
    chosen = st.session_state[_CHOSEN]
    address.put(address.DATE, None if chosen == newest else chosen)


def _on_or_before(wanted: str | None, dates: Sequence[str]) -> str | None:
    """The last meeting date that is not after the wanted day; None when there is none, or it is no date."""
    if not wanted or wording.date_in_words(wanted) == wanted:
        return None
    return max((day for day in dates if day <= wanted), default=None)
