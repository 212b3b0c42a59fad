"""The states of circles from one build to the next, so that a build works out only what may have changed.

A state is kept in a file of its own under the hash of all that it follows from: it is right whenever it is
found, and losing it costs nothing but time.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import msgspec

from graph import ontology
from graph.state import CircleState
from graph.store.folder import write_durably

_ROOT = Path(__file__).resolve().parent.parent
_ROOMS = ("registry", "state")


class FolderMemory:
    """Remembers in a folder; `worked_out` counts the circles that it did not know."""

    def __init__(self, folder: Path) -> None:
        """Remember in this folder, which is made when something is kept."""
        self._folder = folder
        self._used: set[Path] = set()
        self.worked_out = 0

    def recall(self, signature: str) -> CircleState | None:
        """The state kept under this signature, by this version of the program."""
        place = self._place(signature)
        try:
            return msgspec.json.decode(place.read_bytes(), type=CircleState)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError):
            place.unlink(missing_ok=True)  # unreadable: it is worked out again
            return None

    def keep(self, signature: str, state: CircleState) -> None:
        """Keep a state; what is there already stays as it is."""
        place = self._place(signature)
        self._used.add(place)
        if not place.exists():
            self.worked_out += 1
            self._folder.mkdir(parents=True, exist_ok=True)
            write_durably(place, msgspec.json.encode(state).decode())

    def forget_others(self) -> None:
        """Let go of what this build did not use: what it followed from is no more."""
        for place in set(self._folder.glob("*")) - self._used:
            place.unlink(missing_ok=True)

    def _place(self, signature: str) -> Path:
        return self._folder / f"{_version()}-{signature}.json"


@lru_cache(maxsize=1)
def _version() -> str:
    """A hash of the code and the data by which states are worked out."""
    digest = hashlib.sha256()
    code = [file for room in _ROOMS for file in sorted((_ROOT / room).rglob("*.py"))]
    data = [*ontology.files("rules", "*.yaml"), ontology.path("themes.ttl"), ontology.path("kinds.ttl")]
    for file in (*code, *data):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
