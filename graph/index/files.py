"""The files of an index: what shows that it is whole and of this version, and a copy that stays as it is."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import InputError
from graph.index.schema import LAYOUT
from graph.index.words import version
from graph.store.folder import sync_folder, write_durably

_VERSION = "version"
_CHANGED_IN_PLACE = {"meta.json", ".managed.json", _VERSION}
_BUILD = "doe `python -m graph build`"


def this_version() -> str:
    """What the index of this version of the program is marked with."""
    return f"{LAYOUT} {version()}\n"


def is_usable(folder: Path) -> bool:
    """Whether there is a whole index of this version."""
    try:
        return (folder / _VERSION).read_text(encoding="utf-8") == this_version()
    except (FileNotFoundError, NotADirectoryError):
        return False


def mark(folder: Path) -> None:
    """Say that the index is whole and of this version."""
    write_durably(folder / _VERSION, this_version())


def check(folder: Path) -> None:
    """An InputError when there is no index, or one that this version cannot search."""
    if not (folder / _VERSION).exists():
        raise InputError("zoeken", "de zoekindex ontbreekt", _BUILD)
    if not is_usable(folder):
        raise InputError("zoeken", "de zoekindex is van een andere versie", _BUILD)


def has_deleted(folder: Path) -> bool:
    """Whether something was taken out that is still in the files."""
    segments = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["segments"]
    return any(segment.get("deletes") for segment in segments)


def link(folder: Path, into: Path) -> None:
    """Give a reader an index of its own: what is written in `folder` later does not change it.

    Segments are never changed, so they are shared; where the system cannot share them they are copied. `into`
    appears at once, whole. Nobody may write in `folder` meanwhile.

    Raises:
        OSError: `into` is there already or cannot be made.
    """
    unfinished = into.with_name(into.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for file in sorted(folder.iterdir()):
        if file.name in _CHANGED_IN_PLACE:
            shutil.copyfile(file, unfinished / file.name)
        elif not file.name.endswith(".lock"):
            _share(file, unfinished / file.name)
    sync_folder(unfinished)
    if into.exists():
        raise FileExistsError(into)
    unfinished.rename(into)
    sync_folder(into.parent)


def _share(file: Path, other: Path) -> None:
    try:
        os.link(file, other)
    except OSError:
        shutil.copyfile(file, other)


def remove(folder: Path) -> None:
    """Take an index away, first of all what says that it is whole."""
    (folder / _VERSION).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def readable(folder: Path) -> Iterator[Path]:
    """Where the index can be opened: Tantivy wants to write a lock, also where one may only read."""
    if os.access(folder, os.W_OK):
        yield folder
        return
    with TemporaryDirectory() as name:
        for file in folder.iterdir():
            if not file.name.endswith(".lock"):
                (Path(name) / file.name).symlink_to(file.resolve())
        yield Path(name)


def put_in_place(fresh: Path, folder: Path) -> None:
    """Let a whole index take the place of another. Cut off in between, there is none: it is made again."""
    remove(folder)
    fresh.rename(folder)
    sync_folder(folder.parent)
