"""The map at a date, the layout that holds for all dates, and what is shown of it: each worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from graph import answers
from graph.answers.model import GovernanceMap
from graph.map import Choice
from graph.screen import map_shown
from graph.screen.frame import Visit
from graph.screen.map_shown import Shown

if TYPE_CHECKING:
    from graph.map.picture import Places

_MOST_DATES = 24

_Store = tuple[str, str, str]


def board(visit: Visit, date: str | None) -> GovernanceMap:
    """All there is at a date, the people included."""
    return _board(visit.store, date, visit.snapshot)


def dates(visit: Visit, *always: str | None) -> tuple[str, ...]:
    """The dates that the slider offers and the layout holds for: evenly chosen where they are many."""
    every = answers.meeting_dates(visit.snapshot)
    step = max(1, -(-len(every) // _MOST_DATES))
    chosen = {*every[::-1][::step], *(day for day in always if day)}
    return tuple(sorted(chosen))


def shown(visit: Visit, days: tuple[str, ...], choice: Choice, other: str | None) -> Shown:
    """The map of the visit's date in the places that hold for all these dates."""
    return _shown(visit.store, days, visit.as_of, choice, other, visit)


@st.cache_resource(show_spinner=False, max_entries=200)
def _board(store: _Store, date: str | None, _snapshot: answers.Snapshot) -> GovernanceMap:  # noqa: ARG001
    return answers.with_people(_snapshot, answers.governance(_snapshot, date), date)


@st.cache_resource(show_spinner=False, max_entries=32)
def _places(store: _Store, days: tuple[str, ...], choice: Choice, _visit: Visit) -> Places:  # noqa: ARG001
    from graph.map import picture as drawing  # noqa: PLC0415 - networkx and pyvis cost a second

    return drawing.places([board(_visit, day) for day in days], choice)


@st.cache_resource(show_spinner=False, max_entries=64)
def _shown(
    store: _Store,
    days: tuple[str, ...],
    as_of: str | None,
    choice: Choice,
    other: str | None,
    _visit: Visit,
) -> Shown:
    from graph.map import picture as drawing  # noqa: PLC0415 - as above

    where = _places(store, days, choice, _visit)
    then = board(_visit, other) if other else None
    return map_shown.shown(drawing.picture(where, board(_visit, as_of), choice, then))
