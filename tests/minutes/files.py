"""Invented minutes in every format, made on the spot."""

from __future__ import annotations

import zipfile
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
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 -16 Td\n" for line in lines)
    stream = f"BT /F1 11 Tf 50 780 Td\n{shown}ET".encode("latin-1")
    fonts = b"<< /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(content)
    content += b"xref\n0 6\n0000000000 65535 f \n" + table
    content += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(content)
