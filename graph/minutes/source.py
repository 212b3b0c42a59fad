"""The bytes of a file, and the limits within which they are read. Every file is hostile until it is text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError

LARGEST_FILE = 100_000_000  # bytes
LARGEST_TEXT = 20_000_000  # characters
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
FORMATS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file as received: its name, its format (by extension), its bytes and their hash."""

    name: str
    format: str
    content: bytes
    sha256: str


def open_source(path: Path) -> Source:
    """Read a file whole. InputError when it is not there, empty, too large, or no format that can be read."""
    where = path.name or str(path)
    kind = FORMATS.get(path.suffix.lower())
    if not path.exists():
        raise InputError(where, "there is no such file", "check the name and the folder")
    if path.is_dir():
        raise InputError(where, "is a folder, not a file", "name a file, or use `build` for a folder")
    if kind is None:
        raise InputError(
            where, "is not a kind of file that can be read", f"save it as {', '.join(sorted(FORMATS))}"
        )
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InputError(
                where, f"is too large ({size // 1_000_000} MB)", "files up to 100 MB are read: split it"
            )
        content = path.read_bytes()
    except OSError as error:
        raise InputError(where, f"cannot be read ({error.strerror})", "check its permissions") from error
    if not content.strip():
        raise InputError(where, "is empty", "export the minutes again")
    return Source(where, kind, content, hashlib.sha256(content).hexdigest())


def decode(source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a text file, with warnings. UTF-8 and UTF-16 as they say; else Windows-1252, with a warning."""
    content = source.content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), ()
    if _is_binary(content):
        raise InputError(
            source.name, "is not text but binary data", "export the minutes as text, docx or pdf"
        )
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return text, (f"{source.name}: is not UTF-8 and was read as Windows-1252",)


def _is_binary(content: bytes) -> bool:
    sample = content[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\x00" in sample or control * 50 > len(sample)


def check_length(source: Source, characters: int) -> None:
    """Refuse a text that is longer than any minutes are."""
    if characters > LARGEST_TEXT:
        raise InputError(
            source.name, "holds more than 20 million characters", "split it into one file per meeting"
        )
