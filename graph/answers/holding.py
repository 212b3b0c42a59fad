"""Who holds which portfolio, or why nobody is shown; and what covers each theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from graph.answers.evidence import evidence_of
from graph.answers.lookup import Row, code, select, spelled
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Cell, CoverageRow, Evidence, Holder, PortfolioRow, RuleRef
from graph.answers.wording import with_status
from graph.language import said
from graph.store.snapshot import Snapshot

_FIRST = frozenset({"vacant", "contradicted"})
_SLOTS = ("portfolio_holder", "steering_group", "expert_group", "project_leader")
_NOBODY = Cell("not_named", None, ())


def portfolios(
    snapshot: Snapshot, as_of: str | None = None, body: str | None = None
) -> tuple[PortfolioRow, ...]:
    """Every theme that came up, per body.

    Portfolio themes first, vacant and contradicted ones on top, then by theme.
    """
    when = query_date(snapshot, as_of)
    found = [
        (row, holders.get(row["situation"] or "", ()))
        for query, parameters in _asked(snapshot, body)
        for holders in [_holders(snapshot, when, query, parameters)]
        for row in select(snapshot, "queries", f"portfolios{query}", asOf=when, **parameters)
    ]
    places = evidence_of(snapshot, (row["situation"] for row, _ in found), when, dates_of(snapshot))
    rows = [_portfolio(row, holders, when, places.get(row["situation"] or "", ())) for row, holders in found]
    return tuple(sorted(rows, key=_order))


def _asked(snapshot: Snapshot, body: str | None) -> Iterator[tuple[str, dict[str, str]]]:
    """Which queries to ask, with what: of all, or of the bodies that are called so."""
    if body is None:
        yield "", {}
        return
    for name in spelled(snapshot, body):
        yield "_of_body", {"bodyName": name}


def _order(row: PortfolioRow) -> tuple[bool, bool, bool, str, str, str]:
    theme = (row.theme or "").casefold()
    first = row.answer not in _FIRST
    holder = row.holders[0].person if row.holders else ""
    return not row.is_portfolio_theme, first, row.theme is None, theme, row.body or "", holder


def _holders(
    snapshot: Snapshot, when: str, query: str, parameters: Mapping[str, str]
) -> Mapping[str, Sequence[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for row in select(snapshot, "queries", f"holders{query}", asOf=when, **parameters):
        holder = Holder(
            row["name"] or "",
            code(row["capacity"]),
            row["since"],
            row["until"],
            row["firstSeen"],
            row["lastSeen"],
            row["person"] or "",
        )
        found[row["situation"] or ""].append(holder)
    return found


def _portfolio(row: Row, holders: Sequence[Holder], when: str, places: tuple[Evidence, ...]) -> PortfolioRow:
    answer = code(row["answer"]) or "not_named"
    return PortfolioRow(
        theme=row["label"],
        theme_iri=row["theme"],
        is_portfolio_theme=row["portfolioSince"] is not None,
        body=row["body"],
        answer=answer,
        holders=tuple(holders),
        rule=RuleRef(row["rule"], said(row["reason"] or "")) if row["rule"] else None,
        requested_by=row["requestedBy"],
        requested_profile=row["requestedProfile"],
        days_open=_days(row["validFrom"], when) if answer == "vacant" else None,
        evidence=places,
        iri=row["portfolio"] or "",
        body_iri=row["bodyLink"],
    )


def _days(since: str | None, when: str) -> int | None:
    return (date.fromisoformat(when) - date.fromisoformat(since)).days if since else None


def coverage(snapshot: Snapshot, as_of: str | None = None) -> tuple[CoverageRow, ...]:
    """Every portfolio theme, per body, with what covers it; by theme."""
    when = query_date(snapshot, as_of)
    statuses = {row["body"]: code(row["status"]) for row in select(snapshot, "queries", "bodies", asOf=when)}
    cells: dict[tuple[str, str | None, str], dict[str, Cell]] = defaultdict(dict)
    themes: dict[str, str | None] = {}
    rows = list(select(snapshot, "queries", "coverage", asOf=when))
    places = evidence_of(snapshot, (row["situation"] for row in rows), when, dates_of(snapshot))
    for row in rows:
        key = (row["label"] or "", row["body"], row["portfolio"] or "")
        slot = code(row["slot"]) or ""
        themes[row["portfolio"] or ""] = row["theme"]
        if slot not in cells[key]:
            cells[key][slot] = _cell(row, statuses.get(row["group"]), places.get(row["situation"] or "", ()))
    ordered = sorted(cells, key=lambda key: (key[0].casefold(), key[1] or "", key[2]))
    return tuple(
        CoverageRow(theme, body, *_slots(cells[theme, body, iri]), iri, themes[iri])
        for theme, body, iri in ordered
    )


def _slots(cells: Mapping[str, Cell]) -> tuple[Cell, Cell, Cell, Cell]:
    holder, steering, expert, leader = (cells.get(slot, _NOBODY) for slot in _SLOTS)
    return holder, steering, expert, leader


def _cell(row: Row, status: str | None, places: tuple[Evidence, ...]) -> Cell:
    answer = code(row["answer"]) or "not_named"
    value = None if answer == "missing" else with_status(row["value"], status)
    return Cell(answer, value, places)
