"""PDF: the text layer, page by page, without running heads and page numbers. Scans are refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.formats.pdf_layout import paragraphs
from graph.minutes.formats.pdf_lines import Run, runs, same_line
from graph.minutes.formats.pdf_rows import rows
from graph.minutes.formats.pdf_tables import tables
from graph.minutes.formats.pdf_words import words
from graph.minutes.source import Source, check_length

_LARGEST = 3000  # pages
_SHORTEST_RUN = 3  # pages on which a line can be a running head; lines of a page that is not just a number
_EDGE = 3  # lines at the head and foot of a page, among which running heads are
_NUMBER = re.compile(r"^\s*(?:pagina|page|blz\.?)?\s*\d+(?:\s*(?:/|van|of)\s*\d+)?\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of a PDF with a text layer; tables become rows of cells."""
    pages = _pages(source)
    check_length(source, sum(len(run.text) for page in pages for run in page))
    kept = (run for page in _without_running(pages) for run in page)
    made = list(paragraphs(tables(rows(kept))))
    if not made:
        raise InputError(
            source.name, "bevat geen tekst, alleen beeld", "haal het eerst door tekstherkenning (OCR)"
        )
    return made, ()


def _pages(source: Source) -> list[list[Run]]:
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
        return [list(runs(words(document[number]), number)) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise InputError(
            source.name, "heeft een onleesbare bladzijde", "bewaar het opnieuw als pdf"
        ) from error
    finally:
        document.close()


def _without_running(pages: list[list[Run]]) -> Iterator[list[Run]]:
    """The pages without page numbers, and without lines that stand at the head or foot of most of them."""
    edges = [_edges(page) for page in pages]
    counted = Counter(key for edge in edges for key in {_key(run) for run in edge})
    running = {
        key for key, count in counted.items() if len(pages) >= _SHORTEST_RUN and count > len(pages) / 2
    }
    for page, edge in zip(pages, edges, strict=True):
        left_out = {id(run) for run in edge if _key(run) in running}
        yield _without_number([run for run in page if id(run) not in left_out])


def _without_number(page: list[Run]) -> list[Run]:
    """A page without the number that stands above or below everything else on it, alone on its line."""
    if len(page) < _SHORTEST_RUN:
        return [run for run in page if not _NUMBER.match(run.text)]
    high = sorted(page, key=lambda run: -run.first.y)
    ends = [one for one, other in ((high[0], high[1]), (high[-1], high[-2])) if _is_alone(one, other)]
    numbers = {id(run) for run in ends if _NUMBER.match(run.text)}
    return [run for run in page if id(run) not in numbers]


def _is_alone(run: Run, nearest: Run) -> bool:
    return not same_line(run.first, nearest.first)


def _edges(page: list[Run]) -> list[Run]:
    """The lines at the edges of a page: the first and last of the file, the highest and lowest on paper."""
    high = sorted(page, key=lambda run: -run.first.y)
    found = (*page[:_EDGE], *page[-_EDGE:], *high[:_EDGE], *high[-_EDGE:])
    return list({id(run): run for run in found}.values())


def _key(run: Run) -> str:
    """What equal lines have in common, the number of the page left aside."""
    return _DIGITS.sub("#", run.text)
