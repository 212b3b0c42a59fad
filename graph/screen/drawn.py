"""The map, drawn once per generation, date and store: drawing costs more than everything else on that page."""

from __future__ import annotations

import streamlit as st

from graph import answers
from graph import map as governance_map
from graph.answers.model import GovernanceMap
from graph.screen.frame import Visit


def board(visit: Visit) -> GovernanceMap:
    """The rows that the map draws."""
    return answers.governance(visit.snapshot, visit.as_of)


def drawing(visit: Visit, rows: GovernanceMap) -> governance_map.Drawing:
    """The drawing for a frame in the page."""
    return _drawing(rows, *_key(visit))


def file(visit: Visit, rows: GovernanceMap) -> str:
    """The map as a file to take away."""
    return _file(rows, *_key(visit))


def _key(visit: Visit) -> tuple[str, str, str | None]:
    return str(visit.snapshot.folder), visit.snapshot.generation, visit.as_of


# The rows follow from the key; a leading underscore keeps Streamlit from hashing them.
@st.cache_data(show_spinner=False, max_entries=16)
def _drawing(_rows: GovernanceMap, folder: str, generation: str, as_of: str | None) -> governance_map.Drawing:
    return governance_map.render_embedded(_rows)


@st.cache_data(show_spinner=False, max_entries=16)
def _file(_rows: GovernanceMap, folder: str, generation: str, as_of: str | None) -> str:
    return governance_map.render(_rows)
