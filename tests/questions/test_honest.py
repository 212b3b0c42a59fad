"""What no sentence says is not answered with sentences that only use the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import answers, questions
from graph.questions.answering.naming import by_surname
from tests.series.shelf import series


@pytest.fixture(scope="module")
def customer(customer_store: Path) -> answers.Snapshot:
    return answers.open_snapshot(customer_store)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel wijkagenten vertrokken er naar Apeldoorn?",
        "Hoeveel burgemeesters hebben de memo gelezen?",
        "Welke gemeenten waren niet tevreden over de ondermijningsweek?",
        "Waar staat IVZ voor?",
        "Wat betekent KMT?",
        "Wie schreef het boek over boerenprotesten?",
    ],
)
def test_the_customers_minutes(customer: answers.Snapshot, question: str) -> None:
    assert questions.ask(customer, question).status in {"not_in_minutes", "not_understood"}


@pytest.mark.parametrize("question", ["hoeveel is 12 keer 14", "wat is 7 x 8", "3 + 4"])
def test_sums_are_not_about_minutes(question: str) -> None:
    assert questions.ask(series(), question).status == "not_understood"


def test_a_number_that_stands_with_what_is_counted_is_an_answer(customer: answers.Snapshot) -> None:
    answer = questions.ask(customer, "Van hoeveel gemeenten worden de OOV-prioriteiten geïnventariseerd?")
    assert answer.status == "answered"
    assert "76" in answer.answer


def test_why_somebody_was_not_there_may_be_told_without_a_not() -> None:
    answer = questions.ask(series(), "Waarom was Kroosman er niet op 12 september 2024?")
    assert "calamiteit" in answer.answer


def test_namesakes_are_listed_in_one_order() -> None:
    assert sorted({"M. de Boer", "A. de Boer", "K. Aarts"}, key=by_surname) == [
        "K. Aarts",
        "A. de Boer",
        "M. de Boer",
    ]


def test_who_was_missing_is_shown_with_those_meetings_alone() -> None:
    answer = questions.ask(series(), "Bij welke vergaderingen ontbrak M. de Boer?")
    assert answer.rows
    assert {row["status"] for row in answer.rows} == {"absent"}
