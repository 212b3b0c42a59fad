"""Answers: kept queries, gaps, coverage and documents, over a snapshot of the store.

Screens know only this room.
"""

from graph.answers.contract import as_json
from graph.answers.gaps import gaps
from graph.answers.holding import coverage, portfolios
from graph.answers.meetings import as_of, documents, meeting_dates
from graph.answers.model import (
    AgendaEntry,
    Cell,
    CoverageRow,
    Evidence,
    FactMark,
    Figure,
    Gap,
    GovernanceMap,
    Holder,
    MapEdge,
    MapNode,
    MeetingRef,
    Overview,
    PortfolioRow,
    QueryInfo,
    RuleRef,
    StoredDocument,
    Table,
)
from graph.store.snapshot import Snapshot, open_snapshot

__all__ = [
    "AgendaEntry",
    "Cell",
    "CoverageRow",
    "Evidence",
    "FactMark",
    "Figure",
    "Gap",
    "GovernanceMap",
    "Holder",
    "MapEdge",
    "MapNode",
    "MeetingRef",
    "Overview",
    "PortfolioRow",
    "QueryInfo",
    "RuleRef",
    "Snapshot",
    "StoredDocument",
    "Table",
    "as_json",
    "as_of",
    "check",
    "coverage",
    "document",
    "documents",
    "gaps",
    "governance",
    "kept_queries",
    "kept_query",
    "label",
    "label",
    "meeting_dates",
    "open_snapshot",
    "overview",
    "portfolios",
    "run_kept",
    "run_query",
]

from graph.answers.governance import governance
from graph.answers.overview import overview
from graph.answers.queries import kept_queries, kept_query, run_kept, run_query
from graph.answers.soundness import check
from graph.answers.stored import document
from graph.answers.wording import label
from graph.answers.wording import label
