"""Which files a build reads, and by which version of the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from graph import ontology
from graph.errors import InputError
from graph.minutes.masking import mask
from graph.minutes.source import FORMATS

_ROOT = Path(__file__).resolve().parent.parent
_ROOMS = ("dutch", "minutes", "facts")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read; `named`: it was named itself, so that it may not be skipped when it cannot be read."""

    path: Path
    named: bool


def inputs(paths: Sequence[Path]) -> list[Input]:
    """The files that paths stand for, each once, by name. A folder stands for what is in it and below."""
    found: dict[Path, Input] = {}
    for path in paths:
        for item in _of(path):
            found.setdefault(item.path.resolve(), item)
    return sorted(found.values(), key=lambda item: (item.path.name, str(item.path)))


def _of(path: Path) -> Iterator[Input]:
    if not path.exists():
        raise InputError(str(path), "bestaat niet", "controleer de naam van het bestand of de map")
    if not path.is_dir():
        yield Input(path, named=True)
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.name.startswith((".", "~$")) and file.suffix.lower() in FORMATS:
            yield Input(file, named=False)


class Around:
    """The names, as documents carry them, of the files that are read and of those that stand beside them."""

    def __init__(self, found: Sequence[Input]) -> None:
        """Of what is found; the folders are looked through when somebody asks."""
        self._found = found

    def __contains__(self, name: object) -> bool:
        """Whether there is a file of this name."""
        return name in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        folders = {item.path.parent for item in self._found}
        beside = (path for folder in folders for path in folder.iterdir())
        return frozenset(mask(path.name) for path in (*beside, *(item.path for item in self._found)))


@lru_cache(maxsize=1)
def reader_version() -> str:
    """A hash of all that decides what is read from a document: the code of the reading rooms, the wording."""
    digest = hashlib.sha256()
    code = [file for room in _ROOMS for file in sorted((_ROOT / room).rglob("*.py"))]
    data = [*ontology.files("wording", "*.yaml"), ontology.path("themes.ttl"), ontology.path("kinds.ttl")]
    for file in (*code, *data):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
