"""Invented minutes in every format, made on the spot."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

HEAD = [
    ("Datum", "3 maart 2024"),
    ("Tijd", "10.00 - 12.00 uur"),
    ("Locatie", "Gemeentehuis"),
    ("Voorzitter", "A. de Boer"),
    ("Aanwezig", "A. de Boer, B. Jansen, C. van Dam"),
    ("Afwezig", "D. Smit"),
]
ITEMS = [
    ("1", "Opening", "Dhr. Jansen opent de vergadering."),
    ("2", "Jeugdzorg", "Dhr. Van Dam vraagt om een overzicht van alle portefeuilles."),
]
TITLE = "Verslag Stuurgroep Rivierenland"


def text() -> str:
    rows = "\n".join(f"{label}\t{value}" for label, value in HEAD)
    items = "\n\n".join(f"{key}. {title}\n{said}" for key, title, said in ITEMS)
    return f"{TITLE}\n\n{rows}\n\n{items}\n"


def markdown() -> str:
    rows = "\n".join(f"| {label} | **{value}** |" for label, value in HEAD)
    items = "\n\n".join(f"## {key}. {title}\n\n- {said}" for key, title, said in ITEMS)
    return f"# {TITLE}\n\n|  |  |\n| --- | --- |\n{rows}\n\n{items}\n"


def html() -> str:
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in HEAD)
    items = "".join(
        f"<h2>{key}. {title}</h2><p><u>{said[:11]}</u>{said[11:]}</p>" for key, title, said in ITEMS
    )
    head = "<head><title>x</title><script>alert(1)</script></head>"
    return f"<html>{head}<body><h1>{TITLE}</h1><table>{rows}</table>{items}</body></html>"


def docx(path: Path, body: str | None = None) -> None:
    """A docx by hand: what a word processor writes, without the rest."""

    def paragraph(content: str, style: str = "") -> str:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{look}<w:r><w:t>{content}</w:t></w:r></w:p>"

    def cell(content: str) -> str:
        return f"<w:tc>{paragraph(content)}</w:tc>"

    rows = "".join(f"<w:tr>{cell(label)}{cell(value)}</w:tr>" for label, value in HEAD)
    items = "".join(paragraph(f"{key}. {title}", "Heading1") + paragraph(said) for key, title, said in ITEMS)
    inner = body or f"{paragraph(TITLE, 'Title')}<w:tbl>{rows}</w:tbl>{items}"
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{name}"><w:body>{inner}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{document}')


def pdf(path: Path) -> None:
    """A one-page PDF by hand, one line of text after another."""
    lines = [TITLE, *(f"{label}: {value}" for label, value in HEAD)]
    lines += [line for key, title, said in ITEMS for line in (f"{key}. {title}", said)]
    placed_pdf(path, [[Placed(50, 780 - 16 * number, line) for number, line in enumerate(lines)]])


@dataclass(frozen=True)
class Placed:
    """A text on a PDF page: its left edge and baseline in points, y upwards from the foot.

    `gap` is added to every space, as in justified lines; a letter of Courier is 0.6 of the size wide.
    """

    x: float
    y: float
    text: str
    font: str = "Helvetica"
    size: float = 11
    gap: float = 0


FONTS = ("Helvetica", "Helvetica-Bold", "Courier")
# How a page is drawn that is turned when it is shown, so that its text is upright then.
TURNS = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}


def placed_pdf(path: Path, pages: list[list[Placed]], rotation: int = 0) -> None:
    """A PDF by hand, of texts that stand where they are told to."""
    fonts = b" ".join(b"/F%d %d 0 R" % (number, number + 3) for number in range(len(FONTS)))
    fonts = b"<< /Font << %s >> >>" % fonts
    box = b"[0 0 595 842] /Rotate %d" % rotation
    kids = b" ".join(b"%d 0 R" % (3 + len(FONTS) + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        *(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>" % font.encode() for font in FONTS),
    ]
    for page in pages:
        stream = "\n".join((f"{TURNS[rotation]} cm", *map(_shown, page))).encode("latin-1")
        content = b"/MediaBox %s /Contents %d 0 R /Resources %s" % (box, len(objects) + 2, fonts)
        objects.append(b"<< /Type /Page /Parent 2 0 R %s >>" % content)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    path.write_bytes(_pdf_of(objects))


def _shown(placed: Placed) -> str:
    text = placed.text.replace("(", r"\(").replace(")", r"\)")
    font = f"/F{FONTS.index(placed.font)} {placed.size} Tf {placed.gap} Tw"
    return f"BT {font} {placed.x} {placed.y} Td ({text}) Tj ET"


def _pdf_of(objects: list[bytes]) -> bytes:
    content, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, size = len(content), len(objects) + 1
    content += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return content + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
