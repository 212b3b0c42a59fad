"""The map, drawn once per store, generation and date: drawing costs more than all else on that page."""

from __future__ import annotations

import threading
from importlib import import_module

import streamlit as st

from graph import map as governance_map
from graph.answers.model import GovernanceMap
from graph.screen import wording
from graph.screen.frame import Visit

_Key = tuple[str, str, str | None]


def drawing(visit: Visit, rows: GovernanceMap) -> governance_map.Drawing:
    """The drawing for a frame in the page."""
    return _drawing(rows, visit.key)


def file(visit: Visit, rows: GovernanceMap) -> str:
    """The map as a file to take away."""
    return _file(rows, visit.key)


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Loads what draws the map while the first visitor still looks at another page: that takes seconds."""
    threading.Thread(target=import_module, args=("graph.map.page",), daemon=True).start()


# The rows follow from the key; a leading underscore keeps Streamlit from hashing them.
@st.cache_data(show_spinner=wording.DRAWING, max_entries=16)
def _drawing(_rows: GovernanceMap, key: _Key) -> governance_map.Drawing:  # noqa: ARG001 - for the cache
    return governance_map.render_embedded(_rows)


@st.cache_data(show_spinner=False, max_entries=16)
def _file(_rows: GovernanceMap, key: _Key) -> str:  # noqa: ARG001 - for the cache
    return governance_map.render(_rows)
