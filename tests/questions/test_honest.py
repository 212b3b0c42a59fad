"""What no sentence says is not answered with sentences that only use the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import answers, questions
from graph.build.build import build_store
from graph.questions.answering.naming import by_surname
from graph.questions.holding import of_that_year
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
        "Hoeveel meldingen van mensenhandel zijn er in 2022 gedaan in Twente?",
        "Hoe heten de vijf districten?",
        "Hoe heet de projectleider die niet gekend is in de opzet van de presentatie?",
        "Welke nieuwe functie heeft Michel de Roos gekregen?",
        "Is er een stuurgroep Zorgfraude?",
        "Is er een programmaraad jeugd?",
        "Is er iets gezegd over voetbalvandalisme?",
        "Is Schelberg de vaste voorzitter?",
    ],
)
def test_the_customers_minutes(customer: answers.Snapshot, question: str) -> None:
    assert questions.ask(customer, question).status in {"not_in_minutes", "not_understood"}


def test_who_chaired_in_anothers_place_is_not_said_to_be_the_chair(customer: answers.Snapshot) -> None:
    is_chair = questions.ask(customer, "Is Schelberg voorzitter?")
    assert "plaatsvervangend" in is_chair.answer
    assert not is_chair.answer.startswith("Ja")
    assert questions.ask(customer, "Zat Schelberg het DVO voor?").answer.startswith("Ja")


def test_a_number_of_another_year_is_no_answer() -> None:
    assert not of_that_year("Hoeveel meldingen waren er in 2024?", "In 2022 waren er 38 meldingen.")
    assert of_that_year("Hoeveel meldingen waren er in 2022?", "In 2022 waren er 38, in 2021 nog 30.")
    assert of_that_year("Hoeveel meldingen waren er in 2022?", "Er waren 38 meldingen.")


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


def test_a_number_of_another_place_is_no_answer() -> None:
    here = questions.ask(
        series(), "Hoeveel inwoners kwamen in Golfbeek naar de avond over bankhelpdeskfraude?"
    )
    there = questions.ask(
        series(), "Hoeveel inwoners kwamen in Schelpwijk naar de avond over bankhelpdeskfraude?"
    )
    assert (here.status, there.status) == ("answered", "not_in_minutes")
    assert "tweehonderd" in here.answer


def test_words_that_hardly_say_anything_do_not_keep_a_sentence_back() -> None:
    answer = questions.ask(series(), "Welk gezelschap kwam naar de avond over bankhelpdeskfraude?")
    assert (answer.status, "inwoners" in answer.answer) == ("answered", True)


def test_who_is_asked_about_is_not_who_is_asked_for(tmp_path: Path) -> None:
    minutes = tmp_path / "verslag.txt"
    minutes.write_text(
        "Verslag Werkgroep Oevers\n3 maart 2024\nAanwezig: dhr. W. Donker, mevr. A. Vos\n\n1. Mededelingen\n"
        "De heer Donker kondigt aan dat hij op 1 juli 2026 met pensioen gaat.\n",
        encoding="utf-8",
    )
    build_store([minutes], tmp_path / "store")
    snapshot = answers.open_snapshot(tmp_path / "store")
    answer = questions.ask(snapshot, "Wie volgt de heer Donker op als hij met pensioen is?")
    assert answer.status == "not_in_minutes"
    assert "pensioen" in answer.answer
