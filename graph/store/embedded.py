"""The embedded store: one writer, any number of readers, in one folder."""

from __future__ import annotations

from graph.store.snapshot import Snapshot, dump, open_snapshot
from graph.store.writer import Writer, open_writer

__all__ = ["Snapshot", "Writer", "dump", "open_snapshot", "open_writer"]
