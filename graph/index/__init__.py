"""The full-text index over the sentences of all minutes: local, and made again from the readings at any time.

Who only asks does not pay for what writing needs, and who does not search pays for nothing: what is named
here is imported at its first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.index.files import link
    from graph.index.model import Found, Matching, Passage
    from graph.index.names import Candidate, Name, Names, open_names, write_names
    from graph.index.search import Index, open_index
    from graph.index.working import Indexed, Working, settle

__all__ = [
    "Candidate",
    "Found",
    "Index",
    "Indexed",
    "Matching",
    "Name",
    "Names",
    "Passage",
    "Working",
    "link",
    "open_index",
    "open_names",
    "settle",
    "write_names",
]

_HOME = {
    "Candidate": "names",
    "Found": "model",
    "Index": "search",
    "Indexed": "working",
    "Matching": "model",
    "Name": "names",
    "Names": "names",
    "Passage": "model",
    "Working": "working",
    "link": "files",
    "open_index": "search",
    "open_names": "names",
    "settle": "working",
    "write_names": "names",
}


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"graph.index.{_HOME[name]}"), name)
    raise AttributeError(name)
