"""Answers: kept queries, gaps, coverage and documents, over a snapshot of the store.

Screens and commands know only this room. What short commands do not need is imported when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph.answers.contract import as_json
from graph.answers.gaps import gap_list, gaps, resting_on, with_sentences
from graph.answers.holding import coverage, portfolios
from graph.answers.meetings import as_of, documents, meeting_dates
from graph.answers.model import (
    AgendaEntry,
    Bar,
    Cell,
    Change,
    CoverageRow,
    Due,
    Evidence,
    FactMark,
    Figure,
    Flaw,
    Gap,
    GovernanceMap,
    Holder,
    Lane,
    MapEdge,
    MapNode,
    MeetingRef,
    Overview,
    PortfolioRow,
    PromiseEvent,
    PromiseRow,
    QueryInfo,
    RuleRef,
    StoredDocument,
    Table,
)
from graph.answers.promises import Standing, ledger, promise_rows, promises, promises_of
from graph.answers.wording import label
from graph.store.snapshot import Snapshot, has_store, open_snapshot

if TYPE_CHECKING:
    from graph.answers.announced import coming
    from graph.answers.course import timeline
    from graph.answers.decided import outcomes
    from graph.answers.difference import changes
    from graph.answers.entities import attendees, concerning, spoken_of, thing, thing_iri, things
    from graph.answers.figures import overview, overview_of
    from graph.answers.governance_map import governance
    from graph.answers.interval import beyond
    from graph.answers.map_people import with_people
    from graph.answers.queries import kept_queries, kept_query, run_kept, run_query
    from graph.answers.searching import Hit, Hits, can_search, search
    from graph.answers.soundness import check
    from graph.answers.stored import document
    from graph.answers.workload import Load, workloads

__all__ = [
    "AgendaEntry",
    "Bar",
    "Cell",
    "Change",
    "CoverageRow",
    "Due",
    "Evidence",
    "FactMark",
    "Figure",
    "Flaw",
    "Gap",
    "GovernanceMap",
    "Hit",
    "Hits",
    "Holder",
    "Lane",
    "Load",
    "MapEdge",
    "MapNode",
    "MeetingRef",
    "Overview",
    "PortfolioRow",
    "PromiseEvent",
    "PromiseRow",
    "QueryInfo",
    "RuleRef",
    "Snapshot",
    "Standing",
    "StoredDocument",
    "Table",
    "as_json",
    "as_of",
    "attendees",
    "beyond",
    "can_search",
    "changes",
    "check",
    "coming",
    "concerning",
    "coverage",
    "document",
    "documents",
    "gap_list",
    "gaps",
    "governance",
    "has_store",
    "kept_queries",
    "kept_query",
    "label",
    "ledger",
    "meeting_dates",
    "open_snapshot",
    "outcomes",
    "overview",
    "overview_of",
    "portfolios",
    "promise_rows",
    "promises",
    "promises_of",
    "resting_on",
    "run_kept",
    "run_query",
    "search",
    "spoken_of",
    "thing",
    "thing_iri",
    "things",
    "timeline",
    "with_people",
    "with_sentences",
    "workloads",
]

_LATER = {
    "attendees": "entities",
    "concerning": "entities",
    "Hit": "searching",
    "Hits": "searching",
    "can_search": "searching",
    "outcomes": "decided",
    "beyond": "interval",
    "changes": "difference",
    "coming": "announced",
    "check": "soundness",
    "document": "stored",
    "governance": "governance_map",
    "kept_queries": "queries",
    "kept_query": "queries",
    "overview": "figures",
    "overview_of": "figures",
    "run_kept": "queries",
    "run_query": "queries",
    "spoken_of": "entities",
    "thing": "entities",
    "thing_iri": "entities",
    "things": "entities",
    "search": "searching",
    "timeline": "course",
    "with_people": "map_people",
    "Load": "workload",
    "workloads": "workload",
}


def __getattr__(name: str) -> Any:
    """Import the module of a function on its first use."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
