"""Plain tables for a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

_WIDEST = 44  # characters of any column but the last


def _short(cell: str) -> str:
    words = " ".join(cell.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns under headings, each cut at a limit, the whole at the terminal's width."""
    lines = [list(headings), *[[*map(_short, row[:-1]), " ".join(row[-1].split())] for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    total = shutil.get_terminal_size((140, 24)).columns
    text = []
    for line in lines:
        row = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        text.append(row if len(row) <= total else row[: total - 1] + "…")
    text.insert(1, "  ".join("-" * width for width in widths)[:total])
    return "\n".join(text)
