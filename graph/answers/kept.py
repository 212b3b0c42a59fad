"""What changed in promises between two dates: made, done, dropped, put off, due or forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from graph.answers import telling
from graph.answers.evidence import Dates
from graph.answers.model import Change, Evidence, PromiseRow
from graph.answers.promises import ledger, promise_rows
from graph.answers.template import fill
from graph.language import day_in_words, said
from graph.store.snapshot import Snapshot

_ENDED = frozenset({"closed", "dropped"})


def promise_changes(snapshot: Snapshot, first: str, last: str, dates: Dates) -> Iterator[Change]:
    """A change per promise that stands otherwise at `last` than at `first`."""
    before = {each.iri: each.status for each in ledger(snapshot, first)}
    otherwise = [each for each in ledger(snapshot, last) if before.get(each.iri) != each.status]
    for row in promise_rows(snapshot, otherwise, last):
        yield _change(row, before.get(row.iri), last, dates)


def _change(row: PromiseRow, before: str | None, last: str, dates: Dates) -> Change:
    found = _evidence(row)
    told = dates.get(found[0].document) if found else None
    if before is None and row.made_on and row.status not in _ENDED:
        told = row.made_on
    values = {
        "name": row.text.rstrip("."),
        "in": row.body,
        "owner": row.owner,
        "due": row.due.text if row.due else None,
        "before": telling.promise_status(before) if before else None,
        "after": telling.promise_status(row.status),
        "status": telling.promise_status(row.status) if row.status != "open" else None,
        "told": day_in_words(told) if told else None,
    }
    sentence = telling.sentence_for("promise", before or "none", row.status, values)
    return Change(
        kind=sentence.kind,
        subject=telling.subject("promise", values),
        before=values["before"],
        after=values["after"],
        date=_since(row) or last,
        sentence=fill(said(sentence.says), values),
        evidence=found,
        body=row.body,
        key=row.iri,
    )


def _since(row: PromiseRow) -> str | None:
    """Since when it stands so: a term that began or passed, else the meeting that last spoke of it."""
    if row.due and row.status == "running_out":
        return row.due.start
    if row.due and row.status in {"overdue", "forgotten"}:
        return row.due.end
    return row.history[-1].date


def _evidence(row: PromiseRow) -> tuple[Evidence, ...]:
    """What was last said of it, and how it began."""
    return tuple(dict.fromkeys((*row.history[-1].evidence, *row.evidence)))
