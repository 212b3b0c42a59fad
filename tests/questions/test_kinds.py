"""The examples of the kinds of question: each is understood as its kind, and those of others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import answers
from graph.questions.answering import ANSWERS
from graph.questions.kinds import Kind, kinds
from graph.questions.matching import matches
from graph.questions.shelf import Shelf, shelf_of
from tests.series.shelf import series

MATCHES = [(kind, question) for kind in kinds() for question in kind.matches]
NO_MATCHES = [(kind, question) for kind in kinds() for question in kind.no_match]


@pytest.fixture(scope="module")
def shelves(customer_store: Path) -> list[Shelf]:
    return [shelf_of(answers.open_snapshot(customer_store)), shelf_of(series())]


def understood(shelf: Shelf, question: str) -> str | None:
    """The kind that a question is understood as."""
    found = matches(shelf.read(question, shelf.last_date))
    return found[0].kind.id if found else None


@pytest.mark.parametrize(("kind", "question"), MATCHES, ids=lambda value: getattr(value, "id", value))
def test_examples_are_understood(shelves: list[Shelf], kind: Kind, question: str) -> None:
    assert kind.id in {understood(shelf, question) for shelf in shelves}


@pytest.mark.parametrize(("kind", "question"), NO_MATCHES, ids=lambda value: getattr(value, "id", value))
def test_examples_of_another_kind_are_not(shelves: list[Shelf], kind: Kind, question: str) -> None:
    assert kind.id not in {understood(shelf, question) for shelf in shelves}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
def test_every_kind_is_answered_and_has_an_example(kind: Kind) -> None:
    assert kind.answers in ANSWERS
    assert kind.matches


def test_kinds_have_ids_of_their_own() -> None:
    ids = [kind.id for kind in kinds()]
    assert len(ids) == len(set(ids))
