"""The embedded store: one writer, any number of readers, in one folder.

Who only asks does not pay for what the writer needs: that is imported at the first use of its names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.store.embedded_snapshot import EmbeddedSnapshot, dump, open_snapshot

if TYPE_CHECKING:
    from graph.store.writer import Writer, open_writer

__all__ = ["EmbeddedSnapshot", "Writer", "dump", "open_snapshot", "open_writer"]


def __getattr__(name: str) -> Any:
    if name in {"Writer", "open_writer"}:
        from graph.store import writer  # noqa: PLC0415 - see above

        return getattr(writer, name)
    raise AttributeError(name)
