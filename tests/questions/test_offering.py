"""Questions that are offered: each is answered, and none is about nothing in the minutes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph import answers, questions


@pytest.fixture(scope="module")
def snapshot(customer_store: Path) -> answers.Snapshot:
    return answers.open_snapshot(customer_store)


def test_every_example_is_answered_and_of_another_kind(snapshot: answers.Snapshot) -> None:
    offered = questions.examples(snapshot, count=6)
    assert len(offered) == len(set(offered)) == 6
    found = [questions.ask(snapshot, question) for question in offered]
    assert {each.status for each in found} == {"answered"}
    assert "Welke portefeuilles zijn vacant?" in offered


def test_examples_of_a_date_before_all_minutes_do_not_promise_what_is_not_there(
    snapshot: answers.Snapshot,
) -> None:
    for question in questions.examples(snapshot, "2001-01-01"):
        assert questions.ask(snapshot, question, "2001-01-01").status == "answered"


def test_what_follows_on_an_answer_is_about_the_same_and_says_something_else(
    snapshot: answers.Snapshot,
) -> None:
    answer = questions.ask(snapshot, "Wie gaat er over ex-detentie?")
    further = questions.follow_ups(snapshot, answer)
    assert any("Ex-detentie" in question for question in further)
    told = [questions.ask(snapshot, question).answer for question in further]
    assert answer.answer not in told
    assert len(set(told)) == len(further)


def test_the_sentences_of_an_answer_leave_out_what_stands_beside_them(snapshot: answers.Snapshot) -> None:
    lost = questions.ask(snapshot, "Hoe zwaar is de maan?")
    assert lost.sentences == ("Die vraag kan ik niet beantwoorden.",)
    near = questions.ask(snapshot, "Hoeveel meldingen waren er?")
    assert "«" not in " ".join(near.sentences)
    said = questions.ask(snapshot, "Welke portefeuilles zijn vacant?")
    assert " ".join(said.sentences) == said.answer


def test_the_query_of_an_answer_is_its_own_when_many_ask_at_once(snapshot: answers.Snapshot) -> None:
    asked = ["Wie gaat er over ex-detentie?", "Wie was voorzitter van DVO?", "Wat zei Welman?"] * 8
    alone = {question: questions.ask(snapshot, question).sparql for question in asked}
    with ThreadPoolExecutor(4) as pool:
        at_once = pool.map(lambda question: questions.ask(snapshot, question).sparql, asked)
    assert list(at_once) == [alone[question] for question in asked]


@pytest.mark.parametrize(
    "question", ["Wat is er met Jantje P. gebeurd?", "  veel\n\nwit  ", "de zaak van K. de Vries", "x" * 5000]
)
def test_what_may_be_shown_of_a_question_stays_the_same(question: str) -> None:
    shown = questions.masked(question)
    assert questions.masked(shown) == shown
    assert "Jantje" not in shown
    assert "Vries" not in shown
