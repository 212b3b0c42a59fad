"""A file as somebody hands it over: a name that may be anything, and its bytes."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from graph.errors import InputError, reason
from graph.minutes.masking import mask
from graph.minutes.source import FORMATS
from graph.store.folder import sync_folder

LARGEST = 25_000_000  # bytes that may be handed over at once; the command line reads larger files
_LONGEST = 100  # characters of a name
_ODD = re.compile(r"[^\w.\- ]+")


@dataclass(frozen=True, slots=True)
class Handed:
    """The file. `name`: safe to keep it under, without a folder, a hidden name or who may not be named."""

    name: str
    content: bytes
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> Handed:
        """The file; an InputError when it is too large, or of no format that can be read."""
        safe = safe_name(name)
        if Path(safe).suffix.lower() not in FORMATS:
            raise InputError(
                safe, "is geen soort bestand dat gelezen kan worden", f"bewaar het als {', '.join(FORMATS)}"
            )
        if len(content) > LARGEST:
            todo = f"splits het: tot {LARGEST // 1_000_000} MB kan hier"
            raise InputError(safe, f"is te groot ({len(content) // 1_000_000} MB)", todo)
        return cls(safe, content, hashlib.sha256(content).hexdigest())

    def put(self, folder: Path, over: str | None = None) -> Path:
        """Write it into a folder, whole or not at all. Where the name is taken it gets a number.

        `over`: the name of a file that it takes the place of, when that is of the same format.

        Raises:
            InputError: the folder cannot be written.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            part = folder / f".{self.sha256[:16]}.part"
            with part.open("wb") as file:
                file.write(self.content)
                file.flush()
                os.fsync(file.fileno())
            place = folder / over if over and _alike(over, self.name) else self._free(folder)
            part.replace(place)
            sync_folder(folder)
        except OSError as error:
            raise InputError(
                str(folder), f"kan niet worden beschreven ({reason(error)})", "maak de map beschrijfbaar"
            ) from error
        return place

    def _free(self, folder: Path) -> Path:
        wanted = Path(self.name)
        number, place = 1, folder / self.name
        while place.exists() and place.read_bytes() != self.content:
            number += 1
            place = folder / f"{wanted.stem}-{number}{wanted.suffix}"
        return place


def _alike(one: str, other: str) -> bool:
    return Path(one).suffix.lower() == Path(other).suffix.lower()


def safe_name(name: str) -> str:
    """A name that a file may have here: no folder, nothing unseen, no dot in front, and nobody's case."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    seen = "".join(
        char for char in unicodedata.normalize("NFC", last) if not unicodedata.category(char).startswith("C")
    )
    clean = " ".join(_ODD.sub("_", _masked(seen)).split()).lstrip(".~- ")
    stem, suffix = Path(clean).stem, Path(clean).suffix.lower()
    return f"{stem[: _LONGEST - len(suffix)].rstrip('. ') or 'verslag'}{suffix}"


def _masked(name: str) -> str:
    """The name without whose case it tells; underscores may stand for spaces."""
    spaced = name.replace("_", " ")
    masked = mask(spaced)
    return name if masked == spaced else masked
