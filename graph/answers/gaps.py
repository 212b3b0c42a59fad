"""The gaps: each rule of ontology/gaps asked of the state, its rows as sentences with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from graph.answers.evidence import evidence_of
from graph.answers.header import QueryFile, names, query_file
from graph.answers.lookup import Row, select, select_about
from graph.answers.meetings import dates_of, query_date
from graph.answers.model import Gap
from graph.answers.template import fill
from graph.language import said
from graph.store.snapshot import Snapshot

_SEVERITIES = ("high", "medium", "low")
KINDS = (
    "vacant",
    "structure_missing",
    "overview_missing",
    "to_be_filled",
    "information_gap",
    "not_well_organised",
    "bottleneck",
    "risk",
    "unanswered_question",
    "no_owner_or_deadline",
    "no_holder_named",
)
"""In order: what is vacant or missing first, then what is unclear, then what was left lying."""
COLUMNS = ("finding", "subject", "theme", "who", "what", "body", "detail", "since", "severity")
"""The one row shape of all gap rules."""


def gaps(snapshot: Snapshot, as_of: str | None = None) -> tuple[Gap, ...]:
    """All gaps at a date: the severest first, then by kind, rule and subject."""
    return with_sentences(snapshot, gap_list(snapshot, as_of), as_of)


def gap_list(snapshot: Snapshot, as_of: str | None = None) -> tuple[Gap, ...]:
    """All gaps in that order without their sentences, to count and to choose from."""
    when = query_date(snapshot, as_of)
    found = [gap for name in names("gaps") for gap in _of_rule(snapshot, name, when)]
    return tuple(sorted(found, key=_place))


def with_sentences(snapshot: Snapshot, these: Iterable[Gap], as_of: str | None = None) -> tuple[Gap, ...]:
    """Gaps of the list of the same date with what they rest on."""
    chosen, when = tuple(these), query_date(snapshot, as_of)
    places = evidence_of(snapshot, (gap.finding for gap in chosen), when, dates_of(snapshot))
    return tuple(replace(gap, evidence=places.get(gap.finding, ())) for gap in chosen)


def resting_on(snapshot: Snapshot, facts: Iterable[str]) -> frozenset[str]:
    """The findings that rest on one of these facts, which a gap of the list has as its `finding`."""
    rows = select_about(snapshot, "findings_on", map(NamedNode, sorted(set(facts))))
    return frozenset(row["finding"] or "" for row in rows)


def _place(gap: Gap) -> tuple[int, int, str, str]:
    return _SEVERITIES.index(gap.severity), KINDS.index(gap.kind), gap.rule, gap.subject.casefold()


def _of_rule(snapshot: Snapshot, name: str, when: str) -> Iterator[Gap]:
    rule = query_file("gaps", name)
    parameters = {"asOf": when} if "$asOf" in rule.sparql else {}
    for found in select(snapshot, "gaps", name, **parameters):
        row = found | {"what": said(found["what"] or "")}  # some of it is words of ours
        yield Gap(
            rule=name,
            kind=rule.text("kind"),
            title=said(rule.text("title")),
            stated=rule.header["stated"] is True,
            severity=row["severity"] or rule.text("severity"),
            subject=row["subject"] or "",
            explanation=fill(said(rule.text("explanation")), row),
            since=row["since"],
            evidence=(),
            suggestion=_suggestion(rule, row),
            finding=row["finding"] or "",
        )


def _suggestion(rule: QueryFile, row: Row) -> str | None:
    return fill(said(rule.text("suggestion")), row) or None if "suggestion" in rule.header else None
