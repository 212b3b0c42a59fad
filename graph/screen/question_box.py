"""The question box: a form that puts the question, masked, into the address of the page Vraag."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph import questions
from graph.screen import address, markup
from graph.screen import wording_asking as words

LONGEST = 1000
_KEY = "asked-question"


def on_its_page(question: str) -> None:
    """The box on the page Vraag, with the question of the address in it; Enter asks."""
    _follow(question)
    _form(_remember)


def above_another_page() -> None:
    """The box on another page: asking leads to the page Vraag."""
    if _form(None):
        question = questions.masked(st.session_state[_KEY] or "")
        st.switch_page(address.page_file("vraag"), query_params=address.to_question(question))


def links(asked: tuple[str, ...], name: str) -> None:
    """Questions to choose from."""
    with st.container(key=f"questions-{name}", gap="small"):
        for question in asked:
            st.page_link(
                address.page_file("vraag"),
                label=markup.plain(question),
                query_params=address.to_question(question),
            )


def _form(on_click: Callable[[], None] | None) -> bool:
    """The form; whether it was sent in just now."""
    with st.form("question", border=False, enter_to_submit=True):
        box, button = st.columns([6, 1], vertical_alignment="bottom")
        box.text_input(
            words.QUESTION, key=_KEY, max_chars=LONGEST, placeholder=words.QUESTION_HINT, autocomplete="off"
        )
        return button.form_submit_button(words.ASK, type="primary", width="stretch", on_click=on_click)


def _follow(question: str) -> None:
    """What the address asks is what stands in the box: a link was followed, or somebody was masked."""
    if st.session_state.get(_KEY) != question:
        if _KEY in st.session_state:
            address.show()
        st.session_state[_KEY] = question


def _remember() -> None:
    question = questions.masked(st.session_state[_KEY] or "")
    st.session_state[_KEY] = question
    address.put(address.QUESTION, question or None)
