"""What a visitor chooses on the map's page, all of it kept in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from graph.answers.model import GovernanceMap
from graph.map import VIEWS, WORLD, Choice
from graph.map import style as map_style
from graph.screen import address, choice, frame, markup, notice, wording, wording_map

_ALL_STEPS = "alles"
_STEPS_AROUND = "1"


@dataclass(frozen=True, slots=True)
class Asked:
    """The choice, the one thing it is about where there is one, and the date to compare with."""

    choice: Choice
    focus: str | None
    other: str | None


def asked(board: GovernanceMap, dates: tuple[str, ...], as_of: str | None) -> Asked:
    """The controls, and what they say."""
    focus = _from_address(board)
    first, second, third, fourth = st.columns([3, 4, 3, 3])
    with first:
        view = _picked(wording_map.VIEW, address.VIEW, wording_map.VIEWS, WORLD if focus else VIEWS[0])
    with second:
        _search(board, focus)
    with third:
        steps = _picked(
            wording_map.STEPS_LABEL, address.STEPS, wording_map.STEPS, _STEPS_AROUND if focus else _ALL_STEPS
        )
    with fourth:
        other = _other_date(dates, as_of)
    _slider(dates, as_of)
    level, kind, theme, answer, status = _filters(board)
    return Asked(
        Choice(
            view,
            frozenset(focus) if steps != _ALL_STEPS else frozenset(),
            int(steps) if focus and steps != _ALL_STEPS else None,
            level,
            kind,
            theme,
            answer,
            status,
            frozenset(st.session_state.get("map-unfolded", ())),
        ),
        focus[0] if focus else None,
        other,
    )


def go_to(iri: str | None) -> None:
    """Make this what the map is about; for use in a callback."""
    address.put(address.FOCUS, address.fact_key(iri) if iri else None)
    for name in (address.VIEW, address.STEPS):
        address.put(name, None)
        st.session_state.pop(f"map-{name}", None)


def _from_address(board: GovernanceMap) -> list[str]:
    """The things that the address is about; a key may name a theme in several bodies."""
    wanted = address.written(address.FOCUS)
    found = [node.id for node in board.nodes if address.fact_key(node.id) == wanted] if wanted else []
    if wanted and not found:
        notice.neutral()
    return found


def _picked(label: str, name: str, words: Mapping[str, str], at_first: str) -> str:
    found = address.asked(name, words)
    key = f"map-{name}"
    wanted = found.value or at_first
    if st.session_state.get(key) != wanted:
        st.session_state[key] = wanted
    return str(
        st.selectbox(
            label,
            list(words),
            format_func=words.__getitem__,
            key=key,
            on_change=_remember,
            args=(name, key),
            filter_mode=None,
        )
    )


def _remember(name: str, key: str) -> None:
    address.put(name, st.session_state[key] or None)


def _search(board: GovernanceMap, focus: list[str]) -> None:
    names = {node.id: f"{node.label} · {node.kind_label}" for node in board.nodes}
    options = sorted(names, key=lambda iri: names[iri].casefold())
    key = "map-search"
    st.session_state[key] = focus[0] if focus else None
    st.selectbox(
        wording_map.SEARCH,
        options,
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=wording_map.SEARCH_HINT,
        on_change=lambda: go_to(st.session_state[key]),
    )


def _other_date(dates: tuple[str, ...], as_of: str | None) -> str | None:
    words = {"": wording_map.NO_COMPARISON} | {
        day: wording.date_in_words(day) for day in reversed(dates) if day != as_of
    }
    return _picked(wording_map.COMPARE, address.COMPARE, words, "") or None


def _slider(dates: tuple[str, ...], as_of: str | None) -> None:
    if len(dates) < 2 or as_of not in dates:  # noqa: PLR2004 - nothing to slide between
        return
    key = "map-date"
    st.session_state[key] = as_of
    st.select_slider(
        wording_map.DATE_SLIDER,
        dates,
        format_func=wording.date_in_words,
        key=key,
        on_change=lambda: frame.go_to_date(st.session_state[key], dates[-1]),
    )


def _filters(board: GovernanceMap) -> list[str | None]:
    bodies = [node for node in board.nodes if node.column not in {"theme", "person"}]
    themes = [node for node in board.nodes if node.column == "theme"]
    levels = {name: words for name, words in map_style.HEADINGS.items() if name not in {"theme", "person"}}
    kinds = {node.kind: node.kind_label for node in bodies}
    labels = {node.label: node.label for node in themes}
    answered = [node.holder_answer or node.status for node in themes]
    told = (
        (wording_map.LEVEL, address.LEVEL, [_level(node.column) for node in bodies], levels),
        (wording_map.KIND, address.KIND, [node.kind for node in bodies], kinds),
        (wording_map.THEME, address.THEME, [node.label for node in themes], labels),
        (wording_map.ANSWER, address.ANSWER, answered, wording.ANSWERS),
        (wording_map.STATUS, address.STATE, [node.status for node in board.nodes], wording_map.STATUSES),
    )
    chosen: list[str | None] = []
    with st.expander(wording_map.FILTERS, expanded=any(address.has(name) for _, name, *_ in told)):
        for place, (label, name, values, words) in zip(st.columns(len(told)), told, strict=True):
            with place:
                chosen.append(choice.choose(label, name, values, _plain(words)))
    return chosen


def _level(column: str) -> str:
    return column if column in map_style.BANDS else map_style.UNKNOWN


def _plain(words: Mapping[str, str]) -> dict[str, str]:
    return {value: markup.plain(text) for value, text in words.items()}
