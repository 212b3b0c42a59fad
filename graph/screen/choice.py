"""A choice above a list that is kept in the address: all, or one of the values that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import streamlit as st

from graph.screen import address, notice, wording

_ALL = ""


def choose(
    label: str, name: str, values: Iterable[str], words: Mapping[str, str], total: int | None = None
) -> str | None:
    """Lets the visitor choose one of the values; None is all. Only what occurs can be chosen, with how often.

    `name` is the parameter of the address that holds the choice, `words` the known values with their words;
    `total` is how many there are in all where a row may have several values.
    """
    counts = Counter(values)
    found = address.asked(name, words)
    if found.unknown:
        notice.neutral()
    options = [_ALL, *(value for value in words if counts[value] or value == found.value)]
    key = f"choice-{name}"
    if st.session_state.get(key) not in options or _moved(key, found.value):
        st.session_state[key] = found.value or _ALL
    chosen = st.selectbox(
        label,
        options,
        format_func=lambda value: _option(value, words, counts, total),
        key=key,
        on_change=_remember,
        args=(name, key),
        filter_mode=None,
    )
    return chosen or None


def _option(value: str, words: Mapping[str, str], counts: Counter[str], total: int | None) -> str:
    if value == _ALL:
        return f"{wording.ALL} ({counts.total() if total is None else total})"
    return f"{words[value]} ({counts[value]})"


def _moved(key: str, from_address: str | None) -> bool:
    """Whether the address says something else than the widget: a link was followed."""
    return (st.session_state.get(key) or None) != from_address


def _remember(name: str, key: str) -> None:
    address.put(name, st.session_state[key] or None)
