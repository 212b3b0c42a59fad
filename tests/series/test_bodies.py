"""Which bodies of the fictional series exist, are announced, end or merge at the six dates of its truth."""

from __future__ import annotations

from typing import Any

import pytest

from graph import answers
from graph.answers.lookup import code, select
from tests.series.shelf import forms, series
from tests.series.test_truth import truth

ROWS = [(entry["date"], row) for entry in truth()["dates"] for row in entry["bodies"]]


@pytest.fixture(scope="module")
def snapshot() -> answers.Snapshot:
    return series()


def statuses(snapshot: answers.Snapshot, date: str) -> dict[str, str | None]:
    """The name of each body, in lower case → its status."""
    rows = select(snapshot, "queries", "bodies", asOf=date)
    return {(row["name"] or "").lower(): code(row["status"]) for row in rows}


@pytest.mark.parametrize(("date", "row"), ROWS)
def test_the_status_is_as_written(snapshot: answers.Snapshot, date: str, row: dict[str, Any]) -> None:
    found = statuses(snapshot, date)
    names = forms("bodies", "name", row["body"]) & found.keys()
    assert {found[name] for name in names} == {row["status"]}


def test_a_body_is_not_known_before_it_is_named(snapshot: answers.Snapshot) -> None:
    for entry in truth()["dates"]:
        known = {row["body"] for row in entry["bodies"]}
        later = {body["id"] for body in truth()["bodies"]} - known
        found = statuses(snapshot, entry["date"]).keys()
        assert not {name for body in later for name in forms("bodies", "name", body)} & found
