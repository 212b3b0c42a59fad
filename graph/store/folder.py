"""The folder that a store lives in, and what can be wrong with it.

format.json      {"format": 4}: which layout this is
current          the name of the generation that readers take
generations/<n>  snapshots, never written to again
remembered/      what the last build knew of every document, and what follows from it
index/           the writer's own search index; index.fresh/: a new one in the making
work/            the writer's own Oxigraph
work.fresh/      a copy of it in the making; work.whole/: one that is whole and takes its place
pending          there while work/ holds changes that are not published
lock             held by the one process that writes
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from graph.errors import InputError, reason

FORMAT = 5  # 2: what held is told by year, a search index; 3, 4: what follows is left unsaid; 5: last met
_PARTS = {
    "format.json",
    "format.json.new",
    "lock",
    "pending",
    "pending.new",
    "remembered",
    "index",
    "index.fresh",
    "work",
    "work.fresh",
    "work.whole",
    "generations",
    "current",
}
_BUILD = "doe `python -m graph build`"


def local_folder(store: str | os.PathLike[str]) -> Path:
    """The store's folder; an InputError for an address on the network or a path that is a file."""
    if "://" in str(store):
        raise InputError("opslag", "is een adres, geen map", "geef een map")
    folder = Path(store)
    if folder.exists() and not folder.is_dir():
        raise InputError(str(folder), "is een bestand, geen map met een opslag", "geef een andere map")
    return folder


def check_format(folder: Path) -> None:
    """An InputError when there is no store here, or one of a layout that this version cannot read."""
    found = format_of(folder)
    if found is None:
        raise InputError(str(folder), "bevat nog geen opslag", _BUILD)
    if found < FORMAT:
        raise InputError(
            str(folder), "is gemaakt door een oudere versie", f"{_BUILD}; er gaat niets verloren"
        )


def format_of(folder: Path) -> int | None:
    """The layout of the store in a folder, this version's or an older one; None when there is no store.

    Raises:
        InputError: it is that of a newer version, or cannot be read.
    """
    try:
        found = json.loads((folder / "format.json").read_text(encoding="utf-8"))["format"]
    except FileNotFoundError:
        return None
    except PermissionError:
        raise InputError(str(folder), "mag niet worden gelezen", "vraag om leesrechten") from None
    except (ValueError, KeyError, TypeError):
        raise damaged(folder, "format.json is onleesbaar") from None
    if not isinstance(found, int) or found > FORMAT:
        what = f"is gemaakt door een nieuwere versie (indeling {found}; deze kent {FORMAT})"
        raise InputError(str(folder), what, "gebruik die versie, of geef met --store een andere map")
    return found


def check_empty(folder: Path) -> None:
    """An InputError when a new store would be made among files that have nothing to do with it."""
    if folder.is_dir() and any(entry.name not in _PARTS for entry in folder.iterdir()):
        what = "bevat andere bestanden en is geen map van een opslag"
        raise InputError(str(folder), what, "geef een lege map, of een die nog niet bestaat")


def current(folder: Path) -> str | None:
    """The name of the generation that readers take; None when nothing has been published."""
    try:
        return (folder / "current").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def generation(folder: Path, name: str) -> Path:
    """Where a generation is."""
    return folder / "generations" / name


def generations(folder: Path) -> list[str]:
    """The generations that are there, oldest first."""
    parent = folder / "generations"
    names = [entry.name for entry in parent.iterdir() if entry.name.isdecimal()] if parent.is_dir() else []
    return sorted(names, key=int)


def damaged(folder: Path, what: str) -> InputError:
    """The error for a store that is not sound; nothing is lost, because it can be built again."""
    return InputError(str(folder), f"is beschadigd ({what})", f"verwijder die map en {_BUILD}")


def unwritable(folder: Path, error: OSError) -> InputError:
    """The error for a folder that cannot be written to."""
    return InputError(
        str(folder),
        f"kan niet worden beschreven ({reason(error)})",
        "maak de map beschrijfbaar, of geef met --store een andere",
    )


def write_durably(path: Path, text: str) -> None:
    """Write a small file so that a crash leaves either the old content or the new, never half of it."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that names made or renamed in a folder survive a crash (where the system can)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
