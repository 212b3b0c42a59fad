"""The log of decisions: one JSON object a line, only ever added to, on the disk before it is acknowledged."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from graph.decisions.model import Decision, decision_id
from graph.errors import InputError, reason
from graph.store.address import is_address
from graph.store.folder import sync_folder

_FILE, _LOCK = "decisions.jsonl", "lock"
_PATIENCE_S = 30
_TODO = "herstel die regel uit een kopie; de andere besluiten gelden"


def decisions_folder(beside: str | os.PathLike[str] = "") -> Path:
    """Where decisions are kept: WGE_DECISIONS, else data/decisions.

    An InputError where the store that they are about is at an address and nobody says which decisions.
    """
    told = os.environ.get("WGE_DECISIONS")
    if not told and is_address(beside):
        todo = "geef --decisions of WGE_DECISIONS"
        raise InputError("--decisions", "ontbreekt: een opslag op een adres heeft geen map ernaast", todo)
    return Path(told or "data/decisions")


@dataclass(frozen=True, slots=True)
class Log:
    """The log in a folder, which is made with the first decision."""

    folder: Path

    @property
    def file(self) -> Path:
        """The file itself."""
        return self.folder / _FILE

    def read(self) -> tuple[Decision, ...]:
        """Every decision, in the order in which they were taken. Damaged lines are told by `damage`."""
        return tuple(found for found in _parsed(self._lines()) if found)

    def damage(self) -> tuple[str, ...]:
        """A line for each line of the log that cannot be read."""
        return tuple(
            f"{self.file.name}, regel {number}: is onleesbaar; {_TODO}"
            for number, found in enumerate(_parsed(self._lines()), start=1)
            if found is None
        )

    def _lines(self) -> list[bytes]:
        """The whole lines; what a crash left of a last one was never acknowledged."""
        try:
            content = self.file.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise InputError(
                str(self.file), f"kan niet worden gelezen ({reason(error)})", "vraag om leesrechten"
            ) from error
        return content.split(b"\n")[:-1]

    def append(self, decision: Decision) -> Decision:
        """Add a decision; gives it back with its id and time once it is on the disk.

        Raises:
            InputError: the folder cannot be written, or another process keeps the log to itself.
        """
        try:
            _make_durably(self.folder)
            with FileLock(self.folder / _LOCK, timeout=_PATIENCE_S):
                made = self._settled(decision)
                self._write(made)
                return made
        except Timeout:
            raise InputError(
                str(self.folder), "wordt door een ander proces bezet gehouden", "probeer het opnieuw"
            ) from None
        except OSError as error:
            raise InputError(
                str(self.folder), f"kan niet worden beschreven ({reason(error)})", "maak de map beschrijfbaar"
            ) from error

    def _settled(self, decision: Decision) -> Decision:
        content = _content(decision)
        alike = (other for other in self.read() if _gist(other) == _gist(decision))
        earlier = sum(_content(other) == content for other in alike)
        now = datetime.now(tz=UTC).isoformat(timespec="seconds")
        return replace(decision, id=decision_id(content, earlier), time=now)

    def _write(self, decision: Decision) -> None:
        line = msgspec.json.encode(decision) + b"\n"
        # Unbuffered: what the system refused must not be written after all when the file is closed.
        with self.file.open("r+b" if self.file.exists() else "x+b", buffering=0) as file:
            end = _end_of_last_line(file.read())
            file.seek(end)
            file.truncate()
            try:
                if file.write(line) != len(line):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)  # it was not acknowledged, so it may not count
                raise
        # Every time: whoever made the file may have crashed before its name was on the disk.
        sync_folder(self.folder)


def _make_durably(folder: Path) -> None:
    """Make a folder with those above it, each name on the disk before anything is kept in it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing or [folder]:
        sync_folder(each.parent)


def _end_of_last_line(content: bytes) -> int:
    return content.rfind(b"\n") + 1


def _parsed(lines: Iterable[bytes]) -> Iterator[Decision | None]:
    for line in lines:
        try:
            found = msgspec.json.decode(line, type=Decision)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            yield None
            continue
        yield found if found.is_sound else None


def _gist(decision: Decision) -> tuple[str, tuple[str, ...]]:
    return decision.because, decision.targets


def _content(decision: Decision) -> str:
    """What makes two decisions the same, whenever they were taken."""
    return msgspec.json.encode(replace(decision, id="", time="")).decode()
