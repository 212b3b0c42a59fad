"""The coverage matrix as a table; on a narrow screen each row becomes a block with its columns named."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from graph.answers.model import Cell, CoverageRow
from graph.screen import links, markup, wording


def coverage_table(rows: Iterable[CoverageRow], linked: links.Linked = escape) -> str:
    """Theme × what covers it, each cell in words with a link to its sentence.

    `linked`: how the names of bodies and people are written.
    """
    names = (wording.THEME, *(label for _, label in wording.COVERAGE_COLUMNS))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    body = "".join(_row(row, linked) for row in rows)
    return f'<table class="wge-table wge-matrix"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(row: CoverageRow, linked: links.Linked) -> str:
    body = f'<span class="wge-small">{linked(row.body)}</span>' if row.body else ""
    cells = "".join(_cell(getattr(row, field), label, linked) for field, label in wording.COVERAGE_COLUMNS)
    return f'<tr><th scope="row">{links.thing(row.theme_iri, row.theme)}{body}</th>{cells}</tr>'


def _cell(cell: Cell, label: str, linked: links.Linked) -> str:
    value = f'<span class="wge-value">{linked(cell.value)}</span>' if cell.value else ""
    link = markup.sentence_link(cell.evidence[0]) if cell.evidence else ""
    badge = markup.answer_badge(cell.answer, decided=cell.decided_by is not None)
    return f'<td data-label="{escape(label)}">{badge}{value}{link}</td>'
