"""The answers that pages show, asked once per store, language and date; rows are frozen and shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import streamlit as st

from graph import answers, questions
from graph.answers import Standing
from graph.answers.entities import Attendee, Spoken, Thing, ThingRef
from graph.answers.model import (
    Change,
    CoverageRow,
    Gap,
    GovernanceMap,
    Lane,
    MeetingRef,
    Overview,
    PortfolioRow,
    PromiseRow,
    QueryInfo,
    StoredDocument,
)
from graph.screen.frame import Visit

_Rows = TypeVar("_Rows")


def overview(visit: Visit) -> Overview:
    """The figures of the overview."""
    return _kept(
        "overview",
        visit,
        lambda: answers.overview_of(
            visit.snapshot, visit.as_of, portfolios(visit), gap_list(visit), ledger(visit)
        ),
    )


def portfolios(visit: Visit) -> tuple[PortfolioRow, ...]:
    """Every portfolio, portfolio themes first."""
    return _kept("portfolios", visit, lambda: answers.portfolios(visit.snapshot, visit.as_of))


def coverage(visit: Visit) -> tuple[CoverageRow, ...]:
    """The coverage matrix."""
    return _kept("coverage", visit, lambda: answers.coverage(visit.snapshot, visit.as_of))


def gap_list(visit: Visit) -> tuple[Gap, ...]:
    """Every gap without its sentences, the severest first."""
    return _kept("gap list", visit, lambda: answers.gap_list(visit.snapshot, visit.as_of))


def with_sentences(visit: Visit, these: Sequence[Gap]) -> tuple[Gap, ...]:
    """Some gaps of the list with their sentences."""
    chosen = " ".join(f"{gap.rule} {gap.finding}" for gap in these)
    return _kept(
        f"sentences {chosen}", visit, lambda: answers.with_sentences(visit.snapshot, these, visit.as_of)
    )


def findings_on(visit: Visit, stored: StoredDocument) -> frozenset[str]:
    """The findings that rest on something that a document says."""
    facts = [mark.fact for mark in stored.marks]
    return _kept(
        f"findings on {stored.meeting.document}", visit, lambda: answers.resting_on(visit.snapshot, facts)
    )


def ledger(visit: Visit) -> tuple[Standing, ...]:
    """How every promise stands, those that ask for attention first."""
    return _kept("ledger", visit, lambda: answers.ledger(visit.snapshot, visit.as_of))


def promises(visit: Visit, these: Sequence[Standing]) -> tuple[PromiseRow, ...]:
    """Some promises of the ledger with their words and sentences."""
    chosen = " ".join(each.iri for each in these)
    return _kept(
        f"promises {chosen}", visit, lambda: answers.promise_rows(visit.snapshot, these, visit.as_of)
    )


def workloads(visit: Visit) -> tuple[answers.Load, ...]:
    """How much rests on each person, who has most first."""
    return _kept(
        "workloads", visit, lambda: answers.workloads(portfolios(visit), ledger(visit), things(visit))
    )


def governance(visit: Visit) -> GovernanceMap:
    """What the map draws."""
    return _kept("governance", visit, lambda: answers.governance(visit.snapshot, visit.as_of))


def timeline(visit: Visit) -> tuple[Lane, ...]:
    """What lasted from when to when."""
    return _kept("timeline", visit, lambda: answers.timeline(visit.snapshot, visit.as_of))


def changes(visit: Visit, start: str, end: str) -> tuple[Change, ...]:
    """What differs between two dates."""
    return _kept(f"changes {start} {end}", visit, lambda: answers.changes(visit.snapshot, start, end))


def coming(visit: Visit, when: str) -> tuple[Change, ...]:
    """What is announced at a date."""
    return _kept(f"coming {when}", visit, lambda: answers.coming(visit.snapshot, when))


def documents(visit: Visit) -> tuple[MeetingRef, ...]:
    """The documents up to the date."""
    return _kept("documents", visit, lambda: answers.documents(visit.snapshot, visit.as_of))


def all_documents(visit: Visit) -> tuple[MeetingRef, ...]:
    """The documents, whatever the date."""
    return _kept("all documents", visit, lambda: answers.documents(visit.snapshot))


def document(visit: Visit, name: str) -> StoredDocument | None:
    """A document with its text and facts."""
    return _kept(f"document {name}", visit, lambda: answers.document(visit.snapshot, name))


def things(visit: Visit) -> tuple[ThingRef, ...]:
    """Every person, body and theme up to the date."""
    return _kept("things", visit, lambda: answers.things(visit.snapshot, visit.as_of))


def thing(visit: Visit, iri: str) -> Thing | None:
    """The person, body or theme at an address."""
    return _kept(f"thing {iri}", visit, lambda: answers.thing(visit.snapshot, iri))


def concerning(visit: Visit, iri: str) -> frozenset[str]:
    """The IRIs of all that is about a thing."""
    return _kept(f"concerning {iri}", visit, lambda: answers.concerning(visit.snapshot, iri))


def spoken_of(visit: Visit, iri: str, most: int) -> tuple[Spoken, ...]:
    """What the minutes say of a thing, the latest meeting first."""
    return _kept(
        f"spoken of {iri} {most}",
        visit,
        lambda: answers.spoken_of(visit.snapshot, iri, visit.as_of, most),
    )


def attendees(visit: Visit, document: str) -> tuple[Attendee, ...]:
    """Who was in a meeting, by the IRI of its document."""
    return _kept(f"attendees {document}", visit, lambda: answers.attendees(visit.snapshot, document))


def examples(visit: Visit) -> tuple[str, ...]:
    """Questions that can be answered. What somebody asks himself is kept nowhere."""
    return _kept("examples", visit, lambda: questions.examples(visit.snapshot, visit.as_of))


def kept_queries(visit: Visit) -> tuple[QueryInfo, ...]:
    """The kept queries."""
    return _kept("kept queries", visit, answers.kept_queries)


def _kept(question: str, visit: Visit, ask: Callable[[], _Rows]) -> _Rows:
    rows: _Rows = _remembered(question, visit.key, ask)
    return rows


@st.cache_resource(show_spinner=False, max_entries=300)
def _remembered(question: str, key: tuple[tuple[str, str, str], str | None], _ask: Callable[[], Any]) -> Any:  # noqa: ARG001 - for the cache
    return _ask()
