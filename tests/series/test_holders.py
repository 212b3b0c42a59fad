"""Who holds what in the fictional series, at the six dates of its truth, once all its minutes are read."""

from __future__ import annotations

from typing import Any

import pytest

from graph import answers
from tests.series.shelf import body_names, people, series, themes
from tests.series.test_truth import truth

ROWS = [(entry["date"], row) for entry in truth()["dates"] for row in entry["holders"]]


@pytest.fixture(scope="module")
def snapshot() -> answers.Snapshot:
    return series()


def found(snapshot: answers.Snapshot, date: str, row: dict[str, Any]) -> answers.PortfolioRow:
    bodies, labels = body_names(row["body"]), themes(row["theme"])
    rows = answers.portfolios(snapshot, date)
    (only,) = (
        each for each in rows if (each.body or "").lower() in bodies and (each.theme or "").lower() in labels
    )
    return only


@pytest.mark.parametrize(("date", "row"), ROWS)
def test_the_holder_is_as_written(snapshot: answers.Snapshot, date: str, row: dict[str, Any]) -> None:
    told = found(snapshot, date, row)
    capacity = row.get("capacity", "holder")
    names = [holder.person.lower() for holder in told.holders if holder.capacity == capacity]
    assert told.answer == row["answer"]
    assert len(names) == len(row["holders"])
    for person in row["holders"]:
        assert people(person) & set(names)


@pytest.mark.parametrize(("date", "row"), [(date, row) for date, row in ROWS if row["answer"] == "vacant"])
def test_a_vacancy_has_its_asker_and_its_days(
    snapshot: answers.Snapshot, date: str, row: dict[str, Any]
) -> None:
    told = found(snapshot, date, row)
    assert told.days_open == row["days_open"]
    asker = row.get("requested_by")
    assert (told.requested_by or "").lower() in (people(asker) if asker else {""})


def _seen(row: dict[str, Any]) -> list[dict[str, Any]]:
    """What the truth says of each holder of a row: stated dates, and those of the meetings that say so."""
    shared = {key: row.get(key) for key in ("since", "first_seen", "last_seen")}
    return row.get("each") or [{"person": person, **shared} for person in row["holders"]]


@pytest.mark.parametrize(
    ("date", "row"),
    [(date, row) for date, row in ROWS if row["holders"]],
)
def test_stated_dates_and_meeting_dates_are_told_apart(
    snapshot: answers.Snapshot, date: str, row: dict[str, Any]
) -> None:
    told, capacity = found(snapshot, date, row), row.get("capacity", "holder")
    for wanted in _seen(row):
        names = people(wanted["person"])
        (holder,) = (
            each for each in told.holders if each.person.lower() in names and each.capacity == capacity
        )
        assert holder.since == wanted.get("since")
        assert (holder.first_seen, holder.last_seen) == (wanted["first_seen"], wanted["last_seen"])
