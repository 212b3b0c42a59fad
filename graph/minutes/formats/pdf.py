"""PDF: the text layer, page by page, without running heads and page numbers. Scans are refused."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2 as pdfium

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.formats.pdf_lines import paragraphs
from graph.minutes.source import Source, check_length

_LARGEST = 3000  # pages
_SHORTEST_RUN = 3  # pages on which a line can be a running head
_NUMBER = re.compile(r"^\s*(?:pagina|page|blz\.?)?\s*\d+(?:\s*(?:/|van|of)\s*\d+)?\s*$", re.IGNORECASE)


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of a PDF with a text layer."""
    pages = _pages(source)
    check_length(source, sum(len(line) for page in pages for line in page))
    running = _running(pages)
    kept = (
        [line for line in page if line.strip() not in running and not _NUMBER.match(line)] for page in pages
    )
    made = list(paragraphs(kept))
    if not made:
        raise InputError(
            source.name, "bevat geen tekst, alleen beeld", "haal het eerst door tekstherkenning (OCR)"
        )
    return made, ()


def _pages(source: Source) -> list[list[str]]:
    try:
        document = pdfium.PdfDocument(source.content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        what = "is beveiligd met een wachtwoord" if locked else "is geen gaaf pdf-bestand"
        raise InputError(source.name, what, "bewaar een onbeveiligde kopie") from error
    try:
        if len(document) > _LARGEST:
            raise InputError(
                source.name,
                f"heeft {len(document)} bladzijden",
                f"splits het: tot {_LARGEST} bladzijden worden gelezen",
            )
        return [
            document[number].get_textpage().get_text_bounded().splitlines() for number in range(len(document))
        ]
    except pdfium.PdfiumError as error:
        raise InputError(
            source.name, "heeft een onleesbare bladzijde", "bewaar het opnieuw als pdf"
        ) from error
    finally:
        document.close()


def _running(pages: list[list[str]]) -> set[str]:
    """Lines that stand at the head or foot of most pages."""
    edges = Counter(line.strip() for page in pages for line in {*page[:3], *page[-3:]} if line.strip())
    return {line for line, count in edges.items() if len(pages) >= _SHORTEST_RUN and count > len(pages) / 2}
