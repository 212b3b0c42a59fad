"""Questions as people put them: a theme by a part of its name, who left, which municipalities."""

from __future__ import annotations

import pytest

from graph import questions
from graph.questions.model import Answer
from tests.series.shelf import series


def _ask(question: str) -> Answer:
    return questions.ask(series(), question)


@pytest.mark.parametrize(
    "question",
    ["Wie is portefeuillehouder jeugd in Plassenland?", "Heeft Plassenland een portefeuillehouder jeugd?"],
)
def test_a_theme_by_a_part_of_its_name(question: str) -> None:
    answer = _ask(question)
    assert answer.status == "answered"
    assert "I. van Plas is portefeuillehouder Jeugd en veiligheid" in answer.answer


def test_a_part_that_many_themes_have_says_not_which() -> None:
    found = _ask("Wie is portefeuillehouder veiligheid?")
    assert found.understood_as is not None
    assert found.understood_as.query == "passages"


def test_no_is_the_answer_to_whether_nobody_holds_what_somebody_holds() -> None:
    assert _ask("Klopt het dat er geen portefeuillehouder zorg is?").answer.startswith("Nee.")
    assert _ask("Is er geen portefeuillehouder Ex-detentie in Plassenland?").answer.startswith("Ja.")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("Zijn er portefeuilles waar niemand voor is?", "vacancies"),
        ("Welke thema's zitten zonder bestuurder?", "vacancies"),
        ("Sinds wanneer is er geen portefeuillehouder?", "vacancies"),
        ("Wie zijn de afgelopen tijd gestopt?", "successions"),
        ("Wie neemt afscheid?", "successions"),
        ("Wie was er voor de huidige voorzitter?", "offices"),
        ("Waar werd de laatste vergadering gehouden?", "meetings"),
        ("Welke voorzitters heeft BOV Duinstreek gehad?", "offices"),
    ],
)
def test_what_a_question_comes_down_to(question: str, query: str) -> None:
    answer = _ask(question)
    assert answer.status == "answered"
    assert answer.understood_as is not None
    assert answer.understood_as.query == query


def test_who_left_are_those_whom_others_follow_and_those_who_have_a_role_no_more() -> None:
    answer = _ask("Wie zijn er vertrokken?")
    assert "W. Terwogt" in answer.answer
    assert "T. Kwelder" in answer.answer


def test_which_municipalities_were_there_is_told_by_who_governs_them() -> None:
    there = _ask("Welke gemeenten waren aanwezig?")
    assert "Helmduin (K. Duinker)" in there.answer
    assert "Golfbeek (J. Smit-Jansen)" in _ask("Welke gemeenten waren afwezig?").answer
    assert "Golfbeek" not in there.answer


def test_what_has_to_be_done_by_a_day_goes_by_the_term() -> None:
    answer = _ask("Welke acties moeten voor het einde van het jaar af zijn?")
    assert "september 2025" in answer.answer
    assert "2024" not in " ".join(str(row["due"]) for row in answer.rows)


def test_who_was_chair_on_a_day_without_a_meeting_is_told_by_those_around_it() -> None:
    answer = _ask("Wie was voorzitter van BOV Duinstreek op 15 mei 2024?")
    assert "11 april 2024" in answer.answer
    assert "20 juni 2024" in answer.answer


def test_who_had_a_role_one_after_the_other() -> None:
    answer = _ask("Wie waren achtereenvolgens burgemeester van Zilverduin?")
    assert answer.answer.index("W. Terwogt") < answer.answer.index("L. van Helmond")


@pytest.mark.parametrize(
    "question",
    [
        "Welke stuurgroep gaat over Evenementen?",
        "Is er een portefeuillehouder tuinbonen?",
        "Wat is het verschil tussen Duinstreek en Plassenland?",
        "Wat gaat er in 2031 gebeuren?",
        "Wat is een portefeuillehouder?",
    ],
)
def test_what_is_not_said_is_not_answered_with_something_near(question: str) -> None:
    assert _ask(question).status == "not_in_minutes"


@pytest.mark.parametrize(
    "question", ["Wie staan er als afwezig vermeld?", "Wie staan er in de lijst met afwezigen?"]
)
def test_who_is_listed_as_absent_is_no_question_of_what_somebody_misses(question: str) -> None:
    answer = _ask(question)
    assert answer.understood_as is not None
    assert answer.understood_as.query == "attendance"
