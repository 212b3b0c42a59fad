"""Second halves of questions, bodies by description, and endings that are honest."""

from __future__ import annotations

import pytest

from graph import questions
from graph.ontology import load_yaml
from graph.questions.headings import headings
from graph.questions.requests import follow_up
from graph.questions.sentence_cues import tells_of
from graph.questions.shelf import shelf_of
from tests.series.shelf import series

RULES = load_yaml("questions/follow_ups.yaml")["follow_ups"]
FIRST = "Wie vroeg om een portefeuillehouder Ex-detentie"


@pytest.mark.parametrize(
    ("rule", "half"), [(rule, half) for rule, entry in RULES.items() for half in entry["matches"]]
)
def test_a_second_half_is_understood(rule: str, half: str) -> None:
    shelf = shelf_of(series())
    assert follow_up(shelf.read(FIRST, shelf.last_date), half) == rule


@pytest.mark.parametrize(
    ("rule", "half"), [(rule, half) for rule, entry in RULES.items() for half in entry["no_match"]]
)
def test_another_half_is_not(rule: str, half: str) -> None:
    shelf = shelf_of(series())
    assert follow_up(shelf.read(FIRST, shelf.last_date), half) != rule


CUES = load_yaml("questions/cues.yaml")


@pytest.mark.parametrize(
    ("what", "sentence"), [(what, each) for what, entry in CUES.items() for each in entry["matches"]]
)
def test_a_sentence_tells_it(what: str, sentence: str) -> None:
    assert tells_of(what, sentence)


@pytest.mark.parametrize(
    ("what", "sentence"), [(what, each) for what, entry in CUES.items() for each in entry["no_match"]]
)
def test_another_sentence_does_not(what: str, sentence: str) -> None:
    assert not tells_of(what, sentence)


def test_who_asked_and_what_came_of_it() -> None:
    answer = questions.ask(
        series(), "Wie vroeg om een portefeuillehouder Ex-detentie en wat is daarmee gebeurd?"
    )
    assert answer.status == "answered"
    course = answer.answer.partition("Daarna staat erover: ")[2]
    assert "De portefeuille Ex-detentie is nog steeds vacant" in course
    # what she says in one breath with the request is no course of it
    assert "Op dit moment heeft niemand die portefeuille" not in course
    quotes = [(each.document, each.quote) for each in answer.evidence]
    assert len(quotes) == len(set(quotes))


@pytest.mark.parametrize(
    "question",
    [
        "Wie vroeg om een zwembad en hoe vaak?",
        "Welk bureau maakt de website?",
        "Wat is er besloten over zeppelins?",
        "Hoe vaak komt de programmaraad Cultuur bijeen?",
        "Bij welke vergadering zat Pietersen voor en waarom?",
        "Wie wilde een helikopter en is die er gekomen?",
    ],
)
def test_what_is_not_there_is_not_answered(question: str) -> None:
    assert questions.ask(series(), question).status in {"not_in_minutes", "not_understood"}


def test_how_often_is_no_number_of_something_else() -> None:
    answer = questions.ask(series(), "Hoe vaak komt de expertgroep bij elkaar?")
    assert answer.status == "answered"
    assert answer.evidence[0].quote.startswith("De expertgroep komt eens per zes weken")


def test_headings_are_told_by_their_shape() -> None:
    numbered = "Verslag\n1 Opening\n* Welkom.\n2 Portefeuilles\n* Akkoord.\n3 Rondvraag\n* Niets.\n"
    assert [each.title for each in headings(numbered)] == ["Opening", "Portefeuilles", "Rondvraag"]
    line = "De voorzitter opent de vergadering en heet iedereen van harte welkom.\n"
    bare = f"Verslag\n\nOpening\n{line}\n**Stuurgroepen**\n{line}\nRondvraag\n{line}"
    assert [each.title for each in headings(bare)] == ["Opening", "Stuurgroepen", "Rondvraag"]
    assert headings(line * 5) == ()
