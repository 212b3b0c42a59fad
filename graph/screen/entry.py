"""What runs on every visit, before and around the page that is asked for."""

from __future__ import annotations

import logging

import streamlit as st

from graph import answers
from graph.errors import InputError
from graph.screen import address, drawn, first_build, frame, notice, wording
from graph.screen.shelf import shelf

_WITHOUT_MINUTES = ("toevoegen", "sparql")
"""Pages that have something to do while nothing has been read."""
_LOG = logging.getLogger(__name__)


def _nothing_yet(title: str) -> None:
    """Any other page, as long as there are no minutes: the way to where it begins."""
    frame.headed(title, None)
    notice.no_minutes()


def _nowhere() -> None:
    """What stands at an address that is no page: that it is none, and where to go from here."""
    frame.headed(wording.NO_SUCH_PAGE, wording.NO_SUCH_PAGE_LEAD)
    for name in ("overzicht", "vraag", "zoeken"):
        st.page_link(address.page_file(name), label=wording.TITLES[name], query_params=address.to_all())


def main() -> None:
    """Set up, make sure there is a store, choose the date, run the page."""
    frame.set_up()
    pages = {
        name: st.Page(address.page_file(name), title=title, url_path=name, default=name == "overzicht")
        for name, title in wording.TITLES.items()
    }
    # Pages about one thing are reached from its name, wherever that stands.
    pages |= {
        name: st.Page(address.page_file(name), title=title, url_path=name, visibility="hidden")
        for name, title in wording.THING_TITLES.items()
    }
    if (
        path := address.path()
    ) and path not in pages:  # else Streamlit says so, in English, over another page
        pages[path] = st.Page(_nowhere, title=wording.NO_SUCH_PAGE, url_path=path, visibility="hidden")
    page = st.navigation(list(pages.values()))
    place_of_date = st.sidebar.container()
    frame.language_switch()
    try:
        if first_build.ensure_store(shelf()):
            dates = answers.meeting_dates(shelf().current())
            if not dates and page not in {pages[name] for name in _WITHOUT_MINUTES}:
                _nothing_yet(page.title)
                return
            with place_of_date:
                frame.reference_date(dates)
            drawn.warm_up()
            page.run()
    except InputError as error:
        notice.failure(wording.STORE_FAILED, error)
    except Exception:  # noqa: BLE001 - the last resort: the log gets the traceback, the visitor a line
        _LOG.exception("a page failed")
        notice.neutral(wording.FAILED)
