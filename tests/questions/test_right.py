"""What a question must be answered with, on the customer's minutes and on the fictional series."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph import answers
from tests.conftest import ROOT
from tests.questions.score import judged, load
from tests.series.shelf import series

GOLD = load(ROOT / "tests" / "gold" / "questions.yaml")
SERIES = load(ROOT / "tests" / "questions" / "series.yaml")


@pytest.fixture(scope="module")
def customer(customer_store: Path) -> answers.Snapshot:
    return answers.open_snapshot(customer_store)


@pytest.mark.parametrize("question", GOLD, ids=lambda question: question["id"])
def test_the_customers_minutes(customer: answers.Snapshot, question: dict[str, Any]) -> None:
    found = judged(customer, question)
    assert not found.faults, found.answer.answer


@pytest.mark.parametrize("question", SERIES, ids=lambda question: question["id"])
def test_the_series(question: dict[str, Any]) -> None:
    found = judged(series(), question)
    assert not found.faults, found.answer.answer


@pytest.mark.parametrize("question", GOLD, ids=lambda question: question["id"])
def test_every_sentence_stands_where_it_is_said_to(
    customer: answers.Snapshot, question: dict[str, Any]
) -> None:
    answer = judged(customer, question).answer
    for place in answer.evidence:
        stored = answers.document(customer, place.document)
        assert stored is not None
        assert stored.text[place.start : place.end] == place.quote


def test_where_a_theme_came_up_is_shown_by_a_whole_sentence(customer: answers.Snapshot) -> None:
    asked = {"id": "told", "question": "In welke vergaderingen kwam ondermijning aan de orde?"}
    (place,) = judged(customer, {**asked, "status": "answered"}).answer.evidence
    assert place.quote.endswith("ondermijningsweek van 6 maart 2023.")
