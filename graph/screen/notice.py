"""Messages to the visitor. None of them repeats what came from outside, except the technical line of an InputError."""

from __future__ import annotations

from html import escape

import streamlit as st

from graph.errors import InputError
from graph.screen import wording


def neutral(text: str = wording.NOWHERE) -> None:
    """A calm line, announced politely to a screen reader."""
    st.html(f'<p class="wge-notice" role="status">{escape(text)}</p>')


def failure(words: str, error: InputError) -> None:
    """What did not work, in Dutch, with the program's own line below it."""
    st.html(
        f'<div class="wge-notice wge-failure" role="alert"><p>{escape(words)}</p>'
        f'<p class="wge-small">{escape(wording.TECHNICAL)}: <span lang="en">{escape(str(error))}</span></p></div>'
    )
