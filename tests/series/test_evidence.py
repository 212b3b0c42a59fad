"""In which order the sentences of the series stand under what they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from pyoxigraph import NamedNode, QuerySolution

from graph import answers
from graph.answers import evidence
from tests.series.shelf import series


def test_the_order_in_which_a_store_finds_sentences_counts_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, rows = series(), evidence.rows_about
    before = _resting(snapshot)

    def backwards(asked: answers.Snapshot, name: str, these: Iterable[NamedNode]) -> Iterator[QuerySolution]:
        yield from reversed(list(rows(asked, name, these)))

    monkeypatch.setattr(evidence, "rows_about", backwards)
    assert _resting(snapshot) == before


def _resting(snapshot: answers.Snapshot) -> list[tuple[answers.Evidence, ...]]:
    drawn = answers.governance(snapshot)
    return [
        *(row.evidence for row in answers.portfolios(snapshot)),
        *(row.evidence for row in answers.promises(snapshot)),
        *(row.evidence for row in answers.gaps(snapshot)),
        *(node.evidence for node in drawn.nodes),
        *(edge.evidence for edge in drawn.edges),
    ]


def test_what_stands_first_in_the_minutes_stands_first() -> None:
    places = [row for row in answers.promises(series()) if len(row.evidence) > 1]
    told = [[(each.document, each.start) for each in row.evidence] for row in places]
    assert told
    assert told == [sorted(each) for each in told]
