"""The portfolio overview as an Excel workbook: portfolios, topics, and the sentences they rest on.

Every cell is written as text, so that nothing in it can be a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format

from graph.dutch.written import in_words
from graph.publish import wording
from graph.publish.clean import clean
from graph.publish.overview import Overview, Said

_WIDTHS = (30, 24, 28, 18, 46, 18, 28, 18, 28, 18, 24, 18)
_TOPIC_WIDTHS = (28, 40, 12)
_SOURCE_WIDTHS = (6, 90, 24, 60)
_LINE, _HEADING_LINES = 15, 3  # points a line of text is high
_HIGHEST = 27  # lines: a row is at most 409 points high
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # the same overview is the same file
_LONGEST = 32_767  # characters in a cell, which is Excel's limit


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name, the title above it, and its columns with their widths in characters."""

    name: str
    title: str
    columns: Sequence[str]
    widths: Sequence[int]


def to_xlsx(overview: Overview) -> bytes:
    """The file."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    title = wording.title(in_words(overview.as_of) if overview.as_of else None)
    book.set_properties({"title": title, "created": _EPOCH})
    portfolios, topics, sources = wording.SHEETS
    _write(book, _Sheet(portfolios, title, _columns(), _WIDTHS), list(_portfolios(overview)))
    _write(book, _Sheet(topics, topics, _TOPIC_COLUMNS, _TOPIC_WIDTHS), list(_topics(overview)))
    _write(book, _Sheet(sources, sources, wording.SOURCE_COLUMNS, _SOURCE_WIDTHS), list(_sources(overview)))
    book.close()
    return file.getvalue()


_TOPIC_COLUMNS = (wording.BODY_COLUMN, wording.OVERVIEW_COLUMNS[0], wording.SOURCES_COLUMN)


def _columns() -> tuple[str, ...]:
    """Each column that says something is followed by one with its sources."""
    theme, *said = wording.OVERVIEW_COLUMNS
    return (
        wording.BODY_COLUMN,
        theme,
        *(column for name in said for column in (name, f"{wording.SOURCES_COLUMN} {name.lower()}")),
    )


def _portfolios(overview: Overview) -> Iterator[tuple[str, ...]]:
    for section in overview.sections:
        for line in section.lines:
            yield (
                section.body,
                line.theme,
                *(text for said in line.cells for text in (said.words, _numbers(said))),
            )


def _topics(overview: Overview) -> Iterator[tuple[str, ...]]:
    for section in overview.sections:
        for topic in section.topics:
            yield section.body, topic.words, _numbers(topic)


def _sources(overview: Overview) -> Iterator[tuple[str, ...]]:
    for each in overview.sources:
        yield str(each.number), each.quote, each.speaker or "", each.meeting


def _numbers(said: Said) -> str:
    return ", ".join(map(str, said.sources)) if said.words else ""


def _write(book: xlsxwriter.Workbook, made: _Sheet, rows: Sequence[Sequence[str]]) -> None:
    """A sheet with a title, a heading line that stays in sight and can be filtered by, and rows of text."""
    sheet = book.add_worksheet(made.name)
    heading, cell = _formats(book)
    sheet.write_string(0, 0, made.title, book.add_format({"bold": True, "font_size": 14}))
    for number, width in enumerate(made.widths):
        sheet.set_column(number, number, width)
    for number, column in enumerate(made.columns):
        sheet.write_string(2, number, column, heading)
    sheet.set_row(2, _HEADING_LINES * _LINE)
    for line, row in enumerate(rows, start=3):
        sheet.set_row(line, _LINE * min(_HIGHEST, _lines(row, made.widths)))
        for number, text in enumerate(row):
            sheet.write_string(line, number, clean(text)[:_LONGEST], cell)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, max(3, len(rows) + 2), len(made.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)


def _lines(row: Sequence[str], widths: Sequence[int]) -> int:
    """How many lines a row needs: not every program works that out when it opens the file."""
    return max(-(-len(text) // max(1, width - 3)) or 1 for text, width in zip(row, widths, strict=True))


def _formats(book: xlsxwriter.Workbook) -> tuple[Format, Format]:
    wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
    return book.add_format(wrapped | {"bold": True, "bg_color": "#E8EDF3", "bottom": 1}), book.add_format(
        wrapped
    )
