"""Plain tables for a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Sequence


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns under headings, as wide as their contents, the last cut at the terminal's width."""
    lines = [list(headings), *[[" ".join(cell.split()) for cell in row] for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    total = shutil.get_terminal_size((140, 24)).columns
    text = []
    for line in lines:
        row = "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        text.append(row if len(row) <= total else row[: total - 1] + "…")
    text.insert(1, "  ".join("-" * width for width in widths)[:total])
    return "\n".join(text)
