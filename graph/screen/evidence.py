"""The way from a card to its sentences: one link for the first, the others folded below it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.answers.model import Evidence
from graph.screen import address, markup, wording


def links(found: Sequence[Evidence]) -> None:
    """A link to the first sentence, and the other sentences with theirs."""
    if not found:
        return
    _link(found[0])
    if len(found) > 1:
        with st.expander(wording.more(len(found) - 1), type="compact"):
            quotes = (f"{markup.quote(other)}{markup.sentence_link(other)}" for other in found[1:])
            st.html("".join(quotes))


def _link(found: Evidence) -> None:
    st.page_link(
        address.page_file("verslag"),
        label=wording.TO_SENTENCE,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=address.to_sentence(found),
    )
