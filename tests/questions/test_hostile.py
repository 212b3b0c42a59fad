"""Whatever is asked gets a calm answer, and nothing of it becomes a query."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import answers, questions
from graph.errors import InputError

STATUSES = {"answered", "not_in_minutes", "ambiguous", "not_understood"}
HOSTILE = [
    "", " ", "?", "!!!", "wie", "\x00\x07", "ondermijning " * 1000, "a" * 10_000, "😀🔥", "\n\n\n",
    "1/0", "-1",
    "<script>alert(1)</script>", "Wie is portefeuillehouder <b>Ondermijning</b>?", "谁负责?", "Кто отвечает?",
    'Wie is "} DROP ALL ; SELECT * { ?s ?p ?o } #', "SELECT ?s WHERE { ?s ?p ?o }", "Quem é o responsável?",
    "PREFIX x: <http://x> DELETE WHERE { ?s ?p ?o }", "Wie is portefeuillehouder \\u003chttp://x\\u003e?",
    "'; --", "{thema}", "~houder {persoon}", "%given%", "${asOf}", "31 februari 2024", "in het jaar 0000",
    "99999999999999999999",
]  # fmt: skip

WORDS = (
    "wie", "wat", "wanneer", "hoeveel", "is", "niet", "geen", "portefeuillehouder", "ondermijning",
    "Tigchelaar", "DVO", "stuurgroep", "afwezig", "meer", "dan", "twee", "2023", "april", "toegezegd", "en",
    "?", "de", "meeste", "besluit", "sinds", "tussen", "Gerritsen", "opvolger", "thema's", "zonder",
    "mensenhandel", "OM",
)  # fmt: skip


@pytest.fixture(scope="module")
def snapshot(customer_store: Path) -> answers.Snapshot:
    return answers.open_snapshot(customer_store)


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_questions_get_a_calm_answer(snapshot: answers.Snapshot, question: str) -> None:
    answer = questions.ask(snapshot, question)
    assert answer.status in STATUSES
    assert answer.answer
    assert questions.as_json(answer)["status"] == answer.status


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_any_row_of_words_gets_an_answer(snapshot: answers.Snapshot, words: list[str]) -> None:
    assert questions.ask(snapshot, " ".join(words)).status in STATUSES


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_gets_an_answer(snapshot: answers.Snapshot, text: str) -> None:
    assert questions.ask(snapshot, text).status in STATUSES


def test_a_case_person_is_never_repeated(snapshot: answers.Snapshot, case_person: str) -> None:
    answer = questions.ask(snapshot, f"Wat is er gezegd over de casus van {case_person}?")
    assert case_person not in str(questions.as_json(answer))


def test_the_same_question_gives_the_same_answer(snapshot: answers.Snapshot) -> None:
    first, second = (questions.ask(snapshot, "Wie zei iets over ondermijning?") for _ in range(2))
    assert first == second


def test_an_as_of_date_that_is_none_is_refused(snapshot: answers.Snapshot) -> None:
    with pytest.raises(InputError, match="peildatum"):
        questions.ask(snapshot, "Wie is er?", "morgen")


@pytest.mark.parametrize("as_of", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "question", ["Wat is er vorig jaar besloten?", "Wat gebeurt er volgend jaar?", "Wie is er?"]
)
def test_dates_at_the_ends_of_time(snapshot: answers.Snapshot, as_of: str, question: str) -> None:
    assert questions.ask(snapshot, question, as_of).status in STATUSES
