"""A copy of a store to try something out in, made at the cost of a directory listing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from graph.store import folder as layout

_NEVER_WRITTEN_AGAIN = ".sst"
_ATTEMPTS = 3


def copy_store(store: Path, target: Path) -> None:
    """Put in `target` a store like the published one; a build may go on beside it meanwhile.

    What a build remembers is taken along, so that what is added to the copy costs what it changes.
    """
    for _ in range(_ATTEMPTS):
        name = layout.current(store)
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        try:
            _copy(store, target, name or "")
        except FileNotFoundError:  # the generation went while it was copied
            continue
        if layout.current(store) == name:
            return


def _copy(store: Path, target: Path, name: str) -> None:
    published = layout.generation(store, name)
    generation = layout.generation(target, name)
    shutil.copytree(published, generation, copy_function=_link_or_copy)
    shutil.copytree(
        published, target / "work", ignore=shutil.ignore_patterns("index"), copy_function=_link_or_copy
    )
    if (published / "index").is_dir():
        shutil.copytree(published / "index", target / "index")
    remembered = store / "remembered" / "catalogue.sqlite"
    if remembered.exists():
        (target / "remembered").mkdir()
        _copy_database(remembered, target / "remembered" / remembered.name)
    shutil.copy2(store / "format.json", target / "format.json")
    (target / "current").write_text(name, encoding="utf-8")


def _link_or_copy(source: str, target: str) -> str:
    """The engine's tables are never written to again, so that another name for one is as good as a copy."""
    if source.endswith(_NEVER_WRITTEN_AGAIN):
        try:
            os.link(source, target)
        except OSError:  # another disk
            return str(shutil.copy2(source, target))
        return target
    return str(shutil.copy2(source, target))


def _copy_database(source: Path, target: Path) -> None:
    """A whole copy, whatever another process writes meanwhile."""
    with (
        sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True) as there,
        sqlite3.connect(target) as here,
    ):
        there.backup(here)
    there.close()
    here.close()
