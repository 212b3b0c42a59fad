"""Changing a file: its bytes, or its structure (lines, tags, parts of a docx)."""

from __future__ import annotations

import io
import lzma
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

_BITS: tuple[bytes, ...] = (
    b"", b"\n", b"\t", b"|", b"<", b">", b"</td>", b"<table>", b"<b>", b"**", b"(", b")", b":", b", ", b". ",
    b"&#9;", b"&", b"\xff", b"\x00", b"\xe2\x80\xae", "İ".encode(), b"1.", b"- ", b"Aanwezig:", b"8 juni",
    b"dhr. ", b"de casus van ",
    b"9" * 50, b" " * 200, b"(" * 200, b"a" * 200, b"Actielijst\n", b"%PDF", b"endobj", b"PK\x01\x02",
)  # fmt: skip
_TAG = re.compile(rb"(<[^<>]+>)")
_PARAGRAPH = re.compile(rb"(<w:p>.*?</w:p>|<w:tr>.*?</w:tr>)")
_LINE = re.compile(rb"(\n)")


def changed(content: bytes, kind: str, chance: random.Random) -> bytes:
    """The content of a file of some format with one to a few changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if kind == "docx" and chance.random() < 0.95:
            content = _repacked(content, chance)
        elif chance.random() < 0.5:
            content = chance.choice(_BY_BYTES)(content, chance)
        else:
            content = _by_structure(content, _TAG if kind == "html" else _LINE, chance)
    return content


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """A docx with its document changed; as it was, when it is no zip any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, OSError, ValueError, EOFError):
        return content
    except (NotImplementedError, RuntimeError):  # a way of packing that is not known, or a password
        return content
    name = chance.choice(sorted(parts) or ["word/document.xml"])
    change = chance.choice((*[_words] * 12, *[_blocks] * 3, _tags, *_BY_BYTES))
    parts[name] = change(parts.get(name, b""), chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, inside in parts.items():
            archive.writestr(part, inside)
    return made.getvalue()


def _words(content: bytes, chance: random.Random) -> bytes:
    """Text put between tags, so that the XML stays sound."""
    places = [match.end() for match in re.finditer(rb"<w:t>", content)] or [0]
    place = chance.choice(places)
    bit = (
        chance.choice(_BITS).replace(b"<", b"").replace(b"&", b"").replace(b"\x00", b"").replace(b"\xff", b"")
    )
    return content[:place] + bit * chance.choice((1, 5, 50)) + content[place:]


def _blocks(content: bytes, chance: random.Random) -> bytes:
    return _by_structure(content, _PARAGRAPH, chance)


def _tags(content: bytes, chance: random.Random) -> bytes:
    return _by_structure(content, _TAG, chance)


def _by_structure(content: bytes, cut: re.Pattern[bytes], chance: random.Random) -> bytes:
    """Blocks swapped, repeated, dropped, or put elsewhere."""
    blocks = cut.split(content)
    first, last = sorted(chance.choices(range(len(blocks)), k=2))
    middle, other = blocks[first : last + 1], chance.randrange(len(blocks))
    made: Sequence[bytes] = chance.choice(
        (
            [*blocks[:first], *blocks[last + 1 :]],
            [*blocks[: last + 1], *middle[:200], *blocks[last + 1 :]],
            [*blocks[:first], *reversed(middle), *blocks[last + 1 :]],
            [*blocks[:other], *middle[:200], *blocks[other:]],
            [*blocks[:first], blocks[first] * chance.choice((2, 50)), *blocks[first + 1 :]],
        )
    )
    return b"".join(made)[:200_000]


def _flip(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 2, 20)) if made else 0):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _put(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(_BITS) * chance.choice((1, 1, 3, 100)) + content[place:]


def _drop(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + content[place + chance.choice((1, 5, 100, 2000)) :]


def _end(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


_BY_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _put, _drop, _end)
