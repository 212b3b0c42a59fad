"""The bytes of a file, and the limits within which they are read. Every file is hostile until it is text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, reason

LARGEST_FILE = 100_000_000  # bytes
LARGEST_TEXT = 5_000_000  # characters
MOST_LINES = 200_000
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
    try:
        there = path.exists()
    except (OSError, ValueError):  # a name that no file can have
        there = False
    if not there:
        raise InputError(where, "bestaat niet", "controleer de naam en de map")
    if path.is_dir():
        raise InputError(
            where, "is een map, geen bestand", "noem een bestand, of gebruik `build` voor een map"
        )
    if kind is None:
        raise InputError(
            where,
            "is geen soort bestand dat gelezen kan worden",
            f"bewaar het als {', '.join(sorted(FORMATS))}",
        )
    if not path.is_file():
        raise InputError(where, "is geen gewoon bestand", "kopieer de inhoud naar een bestand")
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InputError(
                where,
                f"is te groot ({size // 1_000_000} MB)",
                "splits het: bestanden tot 100 MB worden gelezen",
            )
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            where, f"kan niet worden gelezen ({reason(error)})", "controleer de rechten"
        ) from error
    if not content.strip():
        raise InputError(where, "is leeg", "exporteer het verslag opnieuw")
    return Source(where, kind, content, hashlib.sha256(content).hexdigest())


def decode(source: Source) -> tuple[str, tuple[str, ...]]:
    """The text of a text file: UTF-8 or UTF-16 as it says, else Windows-1252 with a warning."""
    content = source.content
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), ()
    if _is_binary(content):
        raise InputError(
            source.name, "is geen tekst maar binair", "exporteer het verslag als tekst, docx of pdf"
        )
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return text, (f"{source.name}: is geen UTF-8 en is gelezen als Windows-1252",)


def _is_binary(content: bytes) -> bool:
    sample = content[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\x00" in sample or control * 50 > len(sample)


def check_length(source: Source, characters: int) -> None:
    """Refuse a text that is longer than any minutes are."""
    if characters > LARGEST_TEXT:
        raise InputError(
            source.name,
            f"heeft meer dan {LARGEST_TEXT // 1_000_000} miljoen tekens",
            "splits het in één bestand per vergadering",
        )


def check_lines(source: Source, lines: int) -> None:
    """Refuse a text that falls apart in more lines than any minutes have."""
    if lines > MOST_LINES:
        raise InputError(
            source.name,
            f"heeft meer dan {MOST_LINES // 1000} duizend regels of cellen",
            "splits het in één bestand per vergadering",
        )
