"""What is taken away from the map's page, and the legend; what draws is loaded before anybody asks for it."""

from __future__ import annotations

import gc
import threading
from importlib import import_module
from typing import TYPE_CHECKING

import streamlit as st

from graph import map as governance_map
from graph.answers.model import GovernanceMap
from graph.screen import wording
from graph.screen.frame import Visit

if TYPE_CHECKING:
    from graph.map.picture import Picture


def file(visit: Visit, rows: GovernanceMap) -> str:
    """The map as a file to take away."""
    return governance_map.render(rows, title=_title(visit))


def svg(visit: Visit, picture: Picture) -> str:
    """The drawing as it is on the screen, as SVG."""
    from graph.map import svg as drawing  # noqa: PLC0415 - only when somebody takes it away

    return drawing.svg(picture.payload, _title(visit))


def legend() -> str:
    """What the boxes mean, as HTML."""
    from graph.map import page  # noqa: PLC0415 - networkx and pyvis cost a second

    return page.legend()


def _title(visit: Visit) -> str:
    return f"{wording.TITLES['bestuurskaart']}: {wording.date_in_words(visit.as_of)}"


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Loads what draws the map while the first visitor still looks at another page: that takes seconds."""
    threading.Thread(target=_load, daemon=True).start()


def _load() -> None:
    """After every run of a page Streamlit goes through all objects there are, for the garbage among them.

    Most of them are modules and tables that stay as long as the app runs. Set apart once, they are passed
    over: else every click of everybody would cost a tenth of a second of nothing but that.
    """
    import_module("graph.map.page")
    gc.collect()
    gc.freeze()
