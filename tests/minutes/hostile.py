"""Files that mean harm, made on the spot; all around invented minutes that can be read."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.minutes import files

_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SIZE_AT = 24  # bytes into the entry of a part in the list at the end of a zip


def docx(path: Path, body: str, before: str = "", parts: Mapping[str, str] | None = None) -> None:
    """The invented minutes as a docx, with more behind them, something before the XML, and other parts."""
    files.docx(path)
    with zipfile.ZipFile(path) as archive:
        written = archive.read("word/document.xml").decode()
    inner = written.split("<w:body>", 1)[1].rsplit("</w:body>", 1)[0]
    document = f'<w:document xmlns:w="{_NAME}"><w:body>{inner}{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{before}{document}')
        for name, content in (parts or {}).items():
            archive.writestr(name, content)


def paragraph(content: str) -> str:
    return f"<w:p><w:r><w:t>{content}</w:t></w:r></w:p>"


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("diep") + "</w:tc></w:tr></w:tbl>" * depth


def bomb(path: Path, says: int | None = None) -> None:
    """A small zip of 60 MB of nothing; `says` is the size that it claims to have."""
    docx(path, "<w:p/>" * 10_000_000)
    content = bytearray(path.read_bytes())
    if says is not None:
        place = content.index(b"PK\x01\x02") + _SIZE_AT
        content[place : place + 4] = struct.pack("<I", says)
    path.write_bytes(content)


def laughs() -> str:
    """A billion laughs: each entity is ten of the one before."""
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return f'<!DOCTYPE w [<!ENTITY a0 "haha">{"".join(lines)}]>'


def links(*kinds: str) -> str:
    """The relationships of a part, each to a place elsewhere."""
    made = "".join(
        f'<Relationship Id="r{n}" Type="http://x/{kind}" Target="http://192.0.2.1/x" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
    )
    return f'<Relationships xmlns="{_LINKS}">{made}</Relationships>'


def pdf(path: Path, pages: int, *, locked: bool = False) -> None:
    """A PDF of empty pages; a locked one has a password that nobody knows."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] >>" % (kids, pages),
        *[b"<< /Type /Page /Parent 2 0 R >>"] * pages,
    ]
    body, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    key = b"<%s>" % (b"5a" * 32)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -44 >> /ID [%s %s]" % (key, key, key, key)
    body += b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, lock if locked else b"")
    body += b"startxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(body)
