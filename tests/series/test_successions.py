"""Who follows whom in the fictional series, in which portfolio or role, from when, and who said so when."""

from __future__ import annotations

from typing import Any

import pytest

from graph import answers
from tests.series.shelf import body_names, people, series, themes
from tests.series.test_truth import truth

_LAST = "2025-06-15"


def told(as_of: str = _LAST) -> list[dict[str, str | None]]:
    """The successions that the minutes up to a date tell."""
    table = answers.run_kept(series(), "successions", {"asOf": as_of})
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _named(name: str | None, entity: str | None) -> bool:
    return (name or "").lower() in (people(entity) if entity else {""})


def _in_post(row: dict[str, str | None], wanted: dict[str, Any]) -> bool:
    if theme := wanted.get("portfolio"):
        return (row["theme"] or "").lower() in themes(theme)
    role = f"{row['role']} van {row['body']}" if " van " in wanted["role"] else row["role"]
    return bool(role == wanted["role"])


def _is(row: dict[str, str | None], wanted: dict[str, Any]) -> bool:
    return (
        _named(row["predecessorName"], wanted["predecessor"])
        and _named(row["successorName"], wanted["successor"])
        and _in_post(row, wanted)
    )


@pytest.mark.parametrize(
    "wanted", truth()["successions"], ids=lambda each: f"{each['predecessor']} {each['said_on']}"
)
def test_a_succession_is_told_from_the_meeting_that_says_it(wanted: dict[str, Any]) -> None:
    (row,) = (row for row in told(wanted["said_on"]) if _is(row, wanted))
    assert row["saidOn"] == wanted["said_on"]
    assert row["effective"] == wanted["effective"]
    assert (row["capacity"] or "").rpartition("/")[2] == wanted.get(
        "capacity", "holder" if "portfolio" in wanted else ""
    )
    if wanted["body"]:
        assert (row["body"] or "").lower() in body_names(wanted["body"])


def test_nothing_else_is_called_a_succession() -> None:
    every = [
        row for date in sorted({each["said_on"] for each in truth()["successions"]}) for row in told(date)
    ]
    false = [row for row in every if not any(_is(row, wanted) for wanted in truth()["successions"])]
    assert false == []


def test_a_successor_who_is_not_known_yet_is_so_until_somebody_is_named() -> None:
    def unknown(date: str) -> list[str | None]:
        return [row["predecessorName"] for row in told(date) if row["successorName"] is None]

    assert [_named(name, "terwogt") for name in unknown("2024-11-30")] == [True]
    assert unknown("2025-01-31") == []


def test_that_the_one_follows_the_other_is_only_called_said_where_it_is() -> None:
    rules = {(row["predecessorName"], row["theme"]): row["rule"] for row in told() if row["theme"]}
    handed_over = [rule for (_, theme), rule in rules.items() if theme in {"Mensenhandel", "Ondermijning"}]
    assert set(handed_over) == {None}
    (taken_over,) = (
        row["rule"] for row in told() if _named(row["successorName"], "van_helmond") and row["theme"]
    )
    assert taken_over == "holder_replaced"
