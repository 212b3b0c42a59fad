"""The snapshot that all visitors read: one per published generation, the next one as soon as it is there."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import streamlit as st

from graph import answers

_ROOT = Path(__file__).resolve().parents[2]


def store_place() -> str:
    """Where the store is, as it was given: `WGE_STORE`, else data/store in the project."""
    return os.environ.get("WGE_STORE") or str(_ROOT / "data" / "store")


def minutes_folder() -> Path:
    """Where a first build reads minutes and added ones are kept: `WGE_MINUTES`, else data/minutes."""
    return Path(os.environ.get("WGE_MINUTES") or _ROOT / "data" / "minutes")


def what_is_shown() -> str | None:
    """What every page tells of the store it shows, where whoever started the app wants that told."""
    return os.environ.get("WGE_NOTICE")


class Shelf:
    """Holds the open snapshot. Safe to share between sessions."""

    def __init__(self, place: str) -> None:
        """The store's place; nothing is opened yet."""
        self.place = place
        self.building = threading.Lock()
        self._lock = threading.Lock()
        self._open: answers.Snapshot | None = None

    def current(self) -> answers.Snapshot:
        """The newest snapshot; an InputError when there is none."""
        with self._lock:
            if self._open is None or not self._open.is_current():
                self._open = answers.open_snapshot(self.place)
            return self._open


@st.cache_resource(show_spinner=False, max_entries=4)
def _shelf_of(place: str) -> Shelf:
    return Shelf(place)


def shelf() -> Shelf:
    """The shelf of this app's store."""
    return _shelf_of(store_place())
