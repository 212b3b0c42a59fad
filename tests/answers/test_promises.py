"""How a promise stands at a date."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import answers
from graph.answers.model import Due
from graph.answers.promises import STATUSES, status_at
from tests.answers.shelf import stored

MAY = Due("in mei", "2024-05-01", "2024-05-31")
LAST_DAY = Due("1 juni", None, "2024-06-01")
AFTER_SUMMER = Due("na de zomer", "2024-09-01", None)


@pytest.mark.parametrize(
    ("when", "whats", "due", "met", "spoken", "status"),
    [
        ("2024-04-30", ["made"], MAY, [], [], "open"),
        ("2024-05-01", ["made"], MAY, [], [], "running_out"),
        ("2024-05-31", ["made"], MAY, [], [], "running_out"),
        ("2024-06-01", ["made"], MAY, [], [], "overdue"),
        ("2024-06-10", ["made"], MAY, ["2024-05-20"], [], "overdue"),
        ("2024-06-10", ["made"], MAY, ["2024-06-05"], [], "forgotten"),
        ("2024-06-10", ["made"], MAY, ["2024-06-05"], ["2024-06-05"], "overdue"),
        ("2024-06-04", ["made"], MAY, ["2024-06-05"], [], "overdue"),
        ("2024-06-01", ["made"], LAST_DAY, [], [], "open"),
        ("2024-05-10", ["made", "postponed"], LAST_DAY, [], [], "postponed"),
        ("2024-05-10", ["made", "postponed", "in_progress"], LAST_DAY, [], [], "postponed"),
        ("2024-06-02", ["made", "postponed"], LAST_DAY, [], [], "overdue"),
        ("2024-08-01", ["made", "postponed"], AFTER_SUMMER, [], [], "postponed"),
        ("2024-09-01", ["made", "postponed"], AFTER_SUMMER, [], [], "running_out"),
        ("2030-01-01", ["made"], AFTER_SUMMER, ["2029-01-01"], [], "running_out"),
        ("2030-01-01", ["made", "postponed"], None, [], [], "postponed"),
        ("2030-01-01", ["made"], None, ["2029-01-01"], [], "open"),
        ("2030-01-01", ["made", "closed"], MAY, ["2029-01-01"], [], "closed"),
        ("2030-01-01", ["made", "postponed", "dropped"], MAY, [], [], "dropped"),
    ],
)
def test_a_status_at_a_date(  # noqa: PLR0913, PLR0917 - a row, written out
    when: str, whats: list[str], due: Due | None, met: list[str], spoken: list[str], status: str
) -> None:
    assert status_at(when, whats, due, met, spoken) == status


def test_rows_of_a_store(tmp_path: Path) -> None:
    due = {"text": "in mei", "from": "2024-05-01", "to": "2024-05-31"}
    folder = {"text": "Folder over woonoverlast", "owners": ["B. Vos", "A. Bos"], "due": due}
    snapshot = stored(
        tmp_path,
        [
            {"date": "2024-01-10", "body": "Raad Oost", "says": [{"text": "Folder: Bos", "promise": folder}]},
            {"date": "2024-06-10", "body": "Raad Oost", "says": [{"text": "De sporthal.", "statement": {}}]},
            {
                "date": "2024-09-10",
                "body": "Raad Oost",
                "says": [{"text": "De folder over woonoverlast is af.", "progress": {"status": "closed"}}],
            },
        ],
    )
    told = {
        date: answers.promises(snapshot, date) for date in ("2024-01-09", "2024-05-02", "2024-06-10", None)
    }
    assert told["2024-01-09"] == ()
    assert [row.status for rows in told.values() for row in rows] == ["running_out", "forgotten", "closed"]
    (row,) = told[None]
    assert (row.owner, row.owners) == ("A. Bos en B. Vos", ("A. Bos", "B. Vos"))
    assert (row.made_on, row.closed_on, row.body) == ("2024-01-10", "2024-09-10", "Raad Oost")
    assert row.due == Due("in mei", "2024-05-01", "2024-05-31")
    assert [(step.date, step.what) for step in row.history] == [
        ("2024-01-10", "made"),
        ("2024-09-10", "closed"),
    ]
    assert row.history[1].evidence[0].quote == "De folder over woonoverlast is af."
    assert row.rule is not None
    assert told["2024-06-10"][0].rule is None  # nothing was joined to it yet


def test_what_cannot_be_told_from_other_things_is_late_and_not_called_forgotten(tmp_path: Path) -> None:
    due = {"text": "in mei", "from": "2024-05-01", "to": "2024-05-31"}
    this = {"text": "Dit wordt in mei uitgezocht.", "promise": {"due": due}}
    snapshot = stored(
        tmp_path,
        [
            {"date": "2024-01-10", "body": "Raad Oost", "says": [this]},
            {"date": "2024-06-10", "body": "Raad Oost", "says": [{"text": "De sporthal.", "statement": {}}]},
        ],
    )
    assert [row.status for row in answers.promises(snapshot)] == ["overdue"]


def test_every_status_has_its_place_in_the_order() -> None:
    kinds = {"open", "running_out", "overdue", "closed", "postponed", "dropped", "forgotten"}
    assert set(STATUSES) == kinds
