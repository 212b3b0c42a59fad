"""Messages to the visitor. None repeats what came from an address; only an InputError brings its own line."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.errors import InputError
from graph.screen import address, wording


def neutral(text: str | None = None) -> None:
    """A calm line, announced politely to a screen reader; left out: that an address leads nowhere."""
    st.html(f'<p class="wge-notice" role="status">{escape(text or wording.NOWHERE)}</p>')


def no_minutes() -> None:
    """That there is nothing to show yet, with the way to the page where it begins."""
    neutral(wording.EMPTY_STORE)
    st.page_link(address.page_file("toevoegen"), label=wording.TO_ADDING, icon=":material/upload_file:")


def failure(words: str, error: InputError) -> None:
    """What did not work, with the program's own line below it, which is Dutch."""
    st.html(
        f'<div class="wge-notice wge-failure" role="alert"><p>{escape(words)}</p>'
        f'<p class="wge-small">{escape(wording.TECHNICAL)}: '
        f'<span lang="nl">{escape(str(error))}</span></p></div>'
    )
