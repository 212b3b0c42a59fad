"""What runs on every visit, before and around the page that is asked for."""

from __future__ import annotations

import logging

import streamlit as st

from graph import answers
from graph.errors import InputError
from graph.screen import address, drawn, first_build, frame, notice, wording
from graph.screen.shelf import shelf

_LOG = logging.getLogger(__name__)


def main() -> None:
    """Set up, make sure there is a store, choose the date, run the page."""
    frame.set_up()
    pages = [
        st.Page(address.page_file(name), title=title, url_path=name, default=name == "overzicht")
        for name, title in wording.TITLES.items()
    ]
    # Pages about one thing are reached from its name, wherever that stands.
    pages += [
        st.Page(address.page_file(name), title=title, url_path=name, visibility="hidden")
        for name, title in wording.THING_TITLES.items()
    ]
    page = st.navigation(pages)
    try:
        if first_build.ensure_store(shelf()):
            frame.reference_date(answers.meeting_dates(shelf().current()))
            drawn.warm_up()
            page.run()
    except InputError as error:
        notice.failure(wording.STORE_FAILED, error)
    except Exception:  # noqa: BLE001 - the last resort: the log gets the traceback, the visitor a Dutch line
        _LOG.exception("a page failed")
        notice.neutral(wording.FAILED)
