"""What differs between the answers of two stores: with a document and without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph import answers
from graph.answers.model import Gap, PortfolioRow, PromiseRow, StoredDocument
from graph.intake.model import Difference, Shift
from graph.store.snapshot import Snapshot

_CONTRADICTING = frozenset({"portfolio_contradicted", "records_disagree", "records_may_disagree"})
_Days = tuple[str, ...]


def difference(before: Snapshot, after: Snapshot, read: StoredDocument) -> Difference:
    """What the document brings, at the date of the last meeting and, where that is earlier, at its own."""
    last = answers.as_of(after, None)
    days = tuple(dict.fromkeys(day for day in (last, read.meeting.date) if day))
    known, now = _gaps(before, days), _gaps(after, days)
    new = _with_sentences(after, [now[key] for key in now.keys() - known.keys()])
    gone = _with_sentences(before, [known[key] for key in known.keys() - now.keys()])
    opened = sorted(new, key=lambda gap: (gap.severity != "high", gap.rule, gap.subject))
    return Difference(
        tuple(_shifts(before, after, days)),
        tuple(gap for gap in opened if gap.rule in _CONTRADICTING),
        tuple(gap for gap in opened if gap.rule not in _CONTRADICTING),
        tuple(sorted(gone, key=lambda gap: gap.subject)),
        tuple(_promises(before, after, days)),
        tuple(_names(before, after)),
    )


def _gaps(snapshot: Snapshot, days: _Days) -> Mapping[tuple[str, str, str], tuple[str, Gap]]:
    """The gaps at each day without their sentences, which only those that differ need."""
    return {
        (gap.rule, gap.finding, gap.subject): (day, gap)
        for day in days
        for gap in answers.gap_list(snapshot, day)
    }


def _with_sentences(snapshot: Snapshot, found: Iterable[tuple[str, Gap]]) -> list[Gap]:
    of_day: dict[str, list[Gap]] = defaultdict(list)
    for day, gap in found:
        of_day[day].append(gap)
    return [gap for day, gaps in of_day.items() for gap in answers.with_sentences(snapshot, gaps, day)]


def _shifts(before: Snapshot, after: Snapshot, days: _Days) -> Iterable[Shift]:
    told: set[tuple[object, ...]] = set()
    for day in days:
        was, now = _portfolios(before, day), _portfolios(after, day)
        for iri in sorted(was.keys() | now.keys()):
            shift = Shift(was.get(iri), now.get(iri))
            gist = (iri, _gist(shift.before), _gist(shift.after))
            if gist[1] != gist[2] and gist not in told and _says_something(shift):
                told.add(gist)
                yield shift


def _portfolios(snapshot: Snapshot, day: str) -> Mapping[str, PortfolioRow]:
    return {row.iri: row for row in answers.portfolios(snapshot, day)}


def _gist(row: PortfolioRow | None) -> tuple[object, ...] | None:
    """What a portfolio comes to: the answer and who, not when somebody was last seen."""
    if row is None:
        return None
    who = tuple(sorted((each.iri, each.capacity or "") for each in row.holders))
    return row.answer, who, row.requested_by, row.requested_profile


def _says_something(shift: Shift) -> bool:
    """That a mere topic came up for which nobody is named is nothing to look at."""
    rows = [row for row in (shift.before, shift.after) if row]
    return any(row.is_portfolio_theme or row.answer != "not_named" for row in rows)


def _promises(before: Snapshot, after: Snapshot, days: _Days) -> Iterable[PromiseRow]:
    told: set[str] = set()
    for day in days:
        was = {each.iri: (each.status, each.owners, each.due_by) for each in answers.ledger(before, day)}
        changed = [
            each
            for each in answers.ledger(after, day)
            if was.get(each.iri) != (each.status, each.owners, each.due_by) and each.iri not in told
        ]
        told |= {each.iri for each in changed}
        yield from answers.promise_rows(after, changed, day)


def _names(before: Snapshot, after: Snapshot) -> Iterable[tuple[str, str]]:
    known = {ref.iri for ref in answers.things(before)}
    return ((ref.sort, ref.name) for ref in answers.things(after) if ref.iri not in known)
