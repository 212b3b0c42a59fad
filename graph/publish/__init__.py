"""Publish: answers as files to take away. Pure functions from rows to bytes."""

from __future__ import annotations

from graph.answers.model import Table
from graph.publish.portfolios import portfolios_csv
from graph.publish.sheet import to_csv

__all__ = ["portfolios_csv", "table_csv"]


def table_csv(table: Table) -> bytes:
    """The result of a query as CSV."""
    return to_csv(table.columns, table.rows)
