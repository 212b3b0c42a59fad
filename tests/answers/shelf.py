"""A store with invented meetings, as a snapshot: what answers are asked of in tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.state import quads as state_quads
from graph.state import state_of
from graph.store.documents import quads
from graph.store.embedded import open_writer
from graph.store.identifiers import STATE_GRAPH, document_iri
from graph.store.snapshot import Snapshot, open_snapshot
from tests.state.invented import readings


def stored(folder: Path, meetings: Iterable[Mapping[str, Any]]) -> Snapshot:
    """The snapshot of a store in this folder that holds these meetings."""
    found = readings(meetings)
    with open_writer(folder) as writer:
        for reading in found:
            writer.replace_graph(quads(reading), document_iri(reading.document.id))
        writer.replace_graph(state_quads(state_of(found)), STATE_GRAPH)
        writer.publish()
    return open_snapshot(folder)
