"""What runs on every visit, before and around the page that is asked for."""

from __future__ import annotations

import streamlit as st

from graph import answers
from graph.errors import InputError
from graph.screen import address, drawn, first_build, frame, notice, wording
from graph.screen.shelf import shelf


def main() -> None:
    """Set up, make sure there is a store, choose the date, run the page."""
    frame.set_up()
    pages = [
        st.Page(address.page_file(name), title=title, url_path=name, default=name == "overzicht")
        for name, title in wording.TITLES.items()
    ]
    page = st.navigation(pages)
    try:
        if first_build.ensure_store(shelf()):
            frame.reference_date(answers.meeting_dates(shelf().current()))
            drawn.warm_up()
            page.run()
    except InputError as error:
        notice.failure(wording.STORE_FAILED, error)
