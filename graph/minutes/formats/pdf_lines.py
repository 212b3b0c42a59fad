"""Lines of a PDF page joined into paragraphs: a line that was broken off because it was full goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.minutes.draft import Paragraph

_BULLET = re.compile(r"^\s*[-•▪·–o\uf0b7]\s+(?=\S)")
_STARTS = re.compile(r"^\s*(?:\d{1,2}[.)]|[A-Za-z][.)]|\d+\.\d+\.?)\s|^\s*[-•▪·–o]\s")
_LABEL = re.compile(r"^[A-ZÀ-Þ][\w /()-]{1,40}:(?:\s|$)")
_FULL = 0.72  # of the width of a usual full line: one at least this long may go on in the next
_WIDE = 0.9  # the share of lines that a full line is at least as long as


def paragraphs(pages: Iterable[list[str]]) -> Iterator[Paragraph]:
    """Paragraphs and bullets, in order."""
    lines = [line for page in pages for line in page if line.strip()]
    width = sorted(len(line) for line in lines)[int(len(lines) * _WIDE)] if lines else 0
    current: Paragraph | None = None
    before = ""
    for line in lines:
        bullet = _BULLET.match(line)
        text = line[bullet.end() :] if bullet else line
        if current and not bullet and _goes_on(before, line, width):
            current.add(("" if before.rstrip().endswith("-") and text[:1].islower() else " ") + text)
        else:
            if current:
                yield current
            current = Paragraph("bullet" if bullet else "text")
            current.add(text)
        before = line
    if current:
        yield current


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line belongs to the one before it."""
    if _STARTS.match(line) or before.rstrip().endswith((":", ";")):
        return False
    if before.rstrip().endswith((".", "!", "?")):
        return False
    if line.lstrip()[:1].islower():
        return True
    return len(before) >= width * _FULL and not _LABEL.match(line)
