"""Publish: answers as files to take away. From rows to bytes, and from graphs to files."""

from __future__ import annotations

from graph.answers.model import Table
from graph.publish.overview import Overview, overview_of
from graph.publish.portfolios import portfolios_csv
from graph.publish.sheet import to_csv

__all__ = ["Overview", "overview_docx", "overview_of", "overview_xlsx", "portfolios_csv", "table_csv"]


def table_csv(table: Table) -> bytes:
    """The result of a query as CSV."""
    return to_csv(table.columns, table.rows)


def overview_docx(overview: Overview) -> bytes:
    """The portfolio overview as a Word document."""
    from graph.publish.word import to_docx  # noqa: PLC0415 - loading it takes time, and few need it

    return to_docx(overview)


def overview_xlsx(overview: Overview) -> bytes:
    """The portfolio overview as an Excel workbook."""
    from graph.publish.workbook import to_xlsx  # noqa: PLC0415 - the same

    return to_xlsx(overview)
