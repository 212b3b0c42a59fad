"""The coverage as a heat map: themes × bodies, or, with one body, themes × what covers them. Pure.

Each cell says in words what its colour says, and leads to exactly the portfolio that it is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from graph.answers.model import Cell, CoverageRow, PortfolioRow
from graph.screen import address, links, wording, wording_start

MOST_THEMES, MOST_BODIES = 14, 5
_NEED = ("contradicted", "vacant", "missing", "not_named", "inferred", "stated")
_COVERS = tuple(slot for slot, _ in wording.COVERAGE_COLUMNS)


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: a code of `wording.ANSWERS`, who or what it is, how much covers it, and where it leads."""

    answer: str
    value: str | None
    note: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Line:
    """A theme with its cells, one for each column; None where there is nothing to say."""

    theme: str
    theme_iri: str | None
    spots: tuple[Spot | None, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The columns, the lines, and how many themes and bodies were left out for want of room."""

    columns: tuple[tuple[str, str | None], ...]  # name, IRI of a body
    lines: tuple[Line, ...]
    themes_left_out: int
    bodies_left_out: int


def heat_map(portfolios: Iterable[PortfolioRow], coverage: Iterable[CoverageRow]) -> HeatMap:
    """The map of these portfolios: the themes that need most attention and the bodies that have most."""
    rows = [row for row in portfolios if row.is_portfolio_theme and row.theme and row.body]
    covered = {row.iri: row for row in coverage}
    bodies = [
        body for body, _ in sorted(Counter(map(_body, rows)).items(), key=lambda each: (-each[1], each[0][0]))
    ]
    shown = bodies[:MOST_BODIES]
    by_theme = _by_theme(rows)
    needy = sorted(by_theme, key=lambda theme: (min(_need(row) for row in by_theme[theme]), theme))
    themes = sorted(needy[:MOST_THEMES], key=lambda theme: theme[0].casefold())
    left_out = (len(by_theme) - len(themes), len(bodies) - len(shown))
    columns: tuple[tuple[str, str | None], ...]
    if len(bodies) == 1:
        columns = tuple((label, None) for _, label in wording.COVERAGE_COLUMNS)
        lines = (_slots(theme, by_theme[theme][0], covered) for theme in themes)
    else:
        columns = tuple((name, iri or None) for name, iri in shown)
        lines = (_bodies(theme, by_theme[theme], shown, covered) for theme in themes)
    return HeatMap(columns, tuple(lines), *left_out)


def _by_theme(rows: Sequence[PortfolioRow]) -> dict[tuple[str, str], list[PortfolioRow]]:
    found: dict[tuple[str, str], list[PortfolioRow]] = {}
    for row in rows:
        found.setdefault((row.theme or "", row.theme_iri or ""), []).append(row)
    return found


def _body(row: PortfolioRow) -> tuple[str, str]:
    return row.body or "", row.body_iri or ""


def _need(row: PortfolioRow) -> int:
    return _NEED.index(row.answer) if row.answer in _NEED else len(_NEED)


def _bodies(
    theme: tuple[str, str],
    rows: Sequence[PortfolioRow],
    bodies: Sequence[tuple[str, str]],
    covered: Mapping[str, CoverageRow],
) -> Line:
    of = {_body(row): row for row in rows}
    spots = (_holder(of[body], covered.get(of[body].iri)) if body in of else None for body in bodies)
    return Line(theme[0], theme[1] or None, tuple(spots))


def _holder(row: PortfolioRow, covered: CoverageRow | None) -> Spot:
    """Who has the portfolio in a body, and how many of the four that may cover a theme there are."""
    names = ", ".join(holder.person for holder in row.holders) or None
    note = (
        wording_start.covered(sum(_is_there(getattr(covered, slot)) for slot in _COVERS)) if covered else None
    )
    return Spot(_answer(row.answer, decided=row.decided_by is not None), names, note, _to(row))


def _slots(theme: tuple[str, str], row: PortfolioRow, covered: Mapping[str, CoverageRow]) -> Line:
    """With one body there is room for all that may cover the theme."""
    if (found := covered.get(row.iri)) is None:
        empty = (None,) * (len(_COVERS) - 1)
        return Line(theme[0], theme[1] or None, (_holder(row, None), *empty))
    cells: Iterable[Cell] = (getattr(found, slot) for slot in _COVERS)
    return Line(
        theme[0],
        theme[1] or None,
        tuple(
            Spot(_answer(cell.answer, decided=cell.decided_by is not None), cell.value, None, _to(row))
            for cell in cells
        ),
    )


def _is_there(cell: Cell) -> bool:
    return cell.answer in {"stated", "inferred"}


def _answer(answer: str, *, decided: bool) -> str:
    return "decided" if decided and answer == "stated" else answer


def _to(row: PortfolioRow) -> str:
    parameters = address.to_portfolios(theme=row.theme_iri, body=row.body_iri)
    return address.href("portefeuilles", parameters)


def to_html(found: HeatMap) -> str:
    """The map as a table; on a narrow screen each theme becomes a block with its cells named."""
    columns = ((wording.THEME, None), *found.columns)
    head = "".join(f'<th scope="col">{links.thing(iri, name)}</th>' for name, iri in columns)
    body = "".join(_line(line, [name for name, _ in found.columns]) for line in found.lines)
    return (
        f'<div class="wge-heat-scroll" role="region" tabindex="0" aria-label="{wording_start.COVERAGE}">'
        f'<table class="wge-table wge-matrix wge-heat"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _line(line: Line, columns: Sequence[str]) -> str:
    cells = "".join(map(_spot, line.spots, columns))
    return f'<tr><th scope="row">{links.thing(line.theme_iri, line.theme)}</th>{cells}</tr>'


def _spot(spot: Spot | None, column: str) -> str:
    if spot is None:
        nothing = f'<span aria-hidden="true">·</span><span class="wge-hidden">{wording_start.NOT_HERE}</span>'
        return f'<td class="wge-heat-none" data-label="{escape(column)}">{nothing}</td>'
    sign = escape(wording.SIGNS.get(spot.answer, ""))
    word = escape(wording.ANSWERS.get(spot.answer, spot.answer))
    value = f'<span class="wge-value">{escape(spot.value)}</span>' if spot.value else ""
    note = f'<span class="wge-small">{escape(spot.note)}</span>' if spot.note else ""
    return (
        f'<td class="wge-heat-{escape(spot.answer)}" data-label="{escape(column)}">'
        f'<a href="{escape(spot.target)}" target="_self">'
        f'<span class="wge-word"><span aria-hidden="true">{sign} </span>{word}</span>{value}{note}</a></td>'
    )
