"""Rows as a CSV file that Dutch Excel opens well and that cannot run anything when it does."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for Windows-1252
_DELIMITER = ";"  # what Excel expects where the comma is the decimal sign

# A cell that begins with one of these is a formula to a spreadsheet, also behind spaces.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """The file: a heading line and one line a row; None is an empty cell."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=_DELIMITER, lineterminator="\r\n")
    writer.writerow([cell(column) for column in columns])
    writer.writerows([cell(value) for value in row] for row in rows)
    return (_BYTE_ORDER_MARK + file.getvalue()).encode("utf-8")


def cell(value: str | int | None) -> str:
    """The value as text; what a spreadsheet would take for a formula gets an apostrophe in front."""
    text = "" if value is None else str(value)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
