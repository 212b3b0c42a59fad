"""The first build: when there is no store yet, the app makes it, and says what it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from graph import answers
from graph.errors import InputError
from graph.screen import notice, wording
from graph.screen.shelf import Shelf, minutes_folder

if TYPE_CHECKING:
    from graph.build import Step


def ensure_store(shelf: Shelf) -> bool:
    """Builds the store where there is none. False, after a message, when that did not work."""
    try:
        if answers.has_store(shelf.place):
            return True
    except InputError as error:
        notice.failure(wording.BUILD_FAILED, error)
        return False
    with shelf.building:  # a second visitor waits for the first one's build
        return answers.has_store(shelf.place) or _build(shelf)


def _tell(step: Step) -> None:
    st.text(str(step))


def _build(shelf: Shelf) -> bool:
    from graph import build  # noqa: PLC0415 - reading documents is needed this once only

    folder = minutes_folder()
    if folder.is_dir() and not build.inputs([folder]):  # nothing yet: the overview says how to begin
        return _begin(shelf)
    with st.status(wording.BUILDING, expanded=True) as status:
        try:
            report = build.build_store([folder], shelf.place, progress=_tell)
        except InputError as error:
            status.update(label=wording.BUILD_FAILED, state="error")
            notice.failure(wording.BUILD_FAILED, error)
            return False
        remarks = (*report.skipped, *report.warnings)
        for line in remarks:
            st.text(line)
        label = f"{wording.BUILT} {wording.read_in_all(report.documents, report.facts)}"
        status.update(label=label, state="complete", expanded=bool(remarks))
    return True


def _begin(shelf: Shelf) -> bool:
    from graph.build import begin_store  # noqa: PLC0415 - as above

    try:
        begin_store(shelf.place)
    except InputError as error:
        notice.failure(wording.BUILD_FAILED, error)
        return False
    return True
