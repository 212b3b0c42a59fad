"""What is known, what is open and what is contradictory, in a few figures that each lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.answers import wording
from graph.answers.entities import things
from graph.answers.gaps import gap_list
from graph.answers.holding import portfolios
from graph.answers.lookup import code, select
from graph.answers.meetings import as_of as date_for
from graph.answers.meetings import documents, query_date
from graph.answers.model import Figure, Gap, Overview, PortfolioRow
from graph.answers.promises import Standing, ledger
from graph.store.snapshot import Snapshot

_NOT_THERE = frozenset({"missing", "ended", "merged"})
# Group, figure, page, filter of that page; in the order in which they are shown.
_FIGURES = (
    ("known", "stated", "portefeuilles", "stated"),
    ("known", "bodies", "bestuurskaart", None),
    ("known", "people", "persoon", None),
    ("known", "facts", "vergadering", None),
    ("open", "vacant", "portefeuilles", "vacant"),
    ("open", "theme_not_named", "portefeuilles", "theme_not_named"),
    ("open", "inferred", "portefeuilles", "inferred"),
    ("open", "not_named", "portefeuilles", "not_named"),
    ("open", "high", "hiaten", "high"),
    ("open", "unanswered_question", "hiaten", "unanswered_question"),
    ("open", "no_owner_or_deadline", "hiaten", "no_owner_or_deadline"),
    ("open", "overdue", "toezeggingen", "overdue"),
    ("open", "forgotten", "toezeggingen", "forgotten"),
    ("contradictory", "contradicted", "portefeuilles", "contradicted"),
    ("contradictory", "records_disagree", "hiaten", "records_disagree"),
    ("contradictory", "records_may_disagree", "hiaten", "records_may_disagree"),
)


def overview(snapshot: Snapshot, as_of: str | None = None) -> Overview:
    """The figures at a date, and the documents they come from."""
    when = date_for(snapshot, as_of)
    return overview_of(
        snapshot, when, portfolios(snapshot, when), gap_list(snapshot, when), ledger(snapshot, when)
    )


def overview_of(
    snapshot: Snapshot,
    when: str | None,
    portfolio_rows: Iterable[PortfolioRow],
    gap_rows: Iterable[Gap],
    standings: Iterable[Standing],
) -> Overview:
    """The same, for who has these answers of that date already."""
    known = documents(snapshot, when)
    when_asked = query_date(snapshot, when)
    counts = Counter(f"answer {row.answer}" for row in portfolio_rows if row.is_portfolio_theme)
    for gap in gap_rows:
        counts.update({gap.severity, gap.kind, gap.rule})
    counts.update(each.status for each in standings)
    bodies = select(snapshot, "queries", "bodies", asOf=when_asked)
    counts["bodies"] = sum(code(row["status"]) not in _NOT_THERE for row in bodies)
    counts["people"] = sum(ref.sort == "person" for ref in things(snapshot, when_asked))
    counts["facts"] = sum(ref.facts for ref in known)
    return Overview(when, known, tuple(_figure(entry, counts) for entry in _FIGURES))


def _figure(entry: tuple[str, str, str, str | None], counts: Counter[str]) -> Figure:
    group, name, page, value = entry
    count = counts[f"answer {name}" if page == "portefeuilles" else name]
    return Figure(group, wording.figure(name, count), count, page, value)
