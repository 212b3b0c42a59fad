"""The search index, brought up to date with the documents that count."""

from __future__ import annotations

from pathlib import Path

from graph.catalogue import Catalogue
from graph.facts.model import Reading
from graph.index import Working
from graph.index import settle as settle_index
from graph.index.files import is_usable

_LEVEL = "indexed"  # what the catalogue notes when the index is level with it


def bring_index_up(catalogue: Catalogue, folder: Path, *, forget: bool) -> None:
    """Put in the index what came or changed, and take out what went.

    `forget`: of what went nothing may be left in the files, so that it is made again; likewise when it is not
    known to be level with the documents.
    """
    changed = catalogue.take_unindexed()
    if forget or catalogue.db.meta(_LEVEL) is None or not is_usable(folder):
        settle_index(folder, catalogue.versions(), lambda name: _reading(catalogue, name))
    elif changed:
        with Working(folder) as index:
            for name in changed:
                version = catalogue.version(name)
                if version:
                    index.put(_reading(catalogue, name), version)
                else:
                    index.remove(name)
    catalogue.db.set_meta(_LEVEL, "level")


def _reading(catalogue: Catalogue, name: str) -> Reading:
    found = catalogue.reading(name)
    if found is None:
        raise KeyError(name)
    return found
