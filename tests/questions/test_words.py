"""Dates as people type them, and words that are typed almost right."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.questions import wording
from graph.questions.parts import parts
from graph.questions.periods import find
from graph.questions.spelling import Spelling
from graph.questions.words import tokens

TODAY = date(2025, 6, 5)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("wie was het vorig jaar maart", "2024-03-01", "2024-03-31"),
        ("in het DVO van april", "2025-04-01", "2025-04-30"),
        ("in het overleg van november", "2024-11-01", "2024-11-30"),
        ("sinds de zomer", "2024-06-01", "2024-08-31"),
        ("wat gebeurde er in 2023", "2023-01-01", "2023-12-31"),
        ("eind vorig jaar", "2024-09-01", "2024-12-31"),
        ("op 20 april 2023", "2023-04-20", "2023-04-20"),
        ("on April 20, 2023", "2023-04-20", "2023-04-20"),
        ("on 11 January 2024", "2024-01-11", "2024-01-11"),
        ("vorige maand", "2025-05-01", "2025-05-31"),
        ("begin 2024", "2024-01-01", "2024-04-30"),
        ("op dit moment", "2025-06-05", "2025-06-05"),
    ],
)
def test_dates_as_people_type_them(text: str, start: str, end: str) -> None:
    (found,) = find(text, TODAY)
    assert (found.period.start, found.period.end) == (start, end)


def test_two_months_share_the_year_of_the_second() -> None:
    first, second = find("in april en in oktober 2024", TODAY)
    assert (first.period.start, second.period.start) == ("2024-04-01", "2024-10-01")


@pytest.mark.parametrize(
    "typed",
    ["tussen april en oktober 2024", "van april tot en met oktober 2024", "between April and October 2024"],
)
def test_from_one_month_until_another_is_one_time(typed: str) -> None:
    (found,) = find(typed, TODAY)
    assert (found.period.start, found.period.end) == ("2024-04-01", "2024-10-31")


def test_a_body_and_its_meeting_are_two_words_and_the_plural_of_an_abbreviation_is_it() -> None:
    typed = tokens("de stuurgroepvergaderingen en DVO's")
    assert [token.key for token in typed] == ["de", "stuurgroep", "vergaderingen", "en", "dvo"]


def test_two_letters_may_be_missing_from_a_long_word_of_ours() -> None:
    assert wording.spelling().nearest("portefulle") == "portefeuille"


def test_a_day_without_a_year_is_that_of_a_meeting() -> None:
    (found,) = find("op 13 juli", date(2023, 4, 20), ("2022-07-13",))
    assert found.period.start == "2022-07-13"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ondernijning", "ondermijning"),
        ("portefeulliehouder", "portefeuillehouder"),
        ("gerritsn", "gerritsen"),
    ],
)
def test_words_typed_almost_right(typed: str, meant: str) -> None:
    known = Spelling(["ondermijning", "mensenhandel", "portefeuillehouder", "gerritsen"])
    assert known.nearest(typed) == meant


def test_two_words_as_near_are_left_open() -> None:
    assert Spelling(["welman", "welmar"]).nearest("welmas") is None


@given(st.text("abcdefgh", min_size=9, max_size=14), st.integers(1, 8))
def test_a_word_with_one_letter_left_out_is_found(word: str, place: int) -> None:
    typed = word[:place] + word[place + 1 :]
    assert Spelling([word]).nearest(typed) == word


@given(st.text("abcdefghijk", min_size=5, max_size=12))
def test_a_word_that_is_known_is_meant_itself(word: str) -> None:
    assert Spelling([word, f"{word}x"]).nearest(word) == word


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wie zei dat en wanneer was dat?", 2),
        ("Wie gaat er over zorg en veiligheid?", 1),
        ("Klopt de lijst? Wie staat er dubbel?", 2),
        ("Waar was het, en met welk overleg?", 2),
        ("Wie neemt Wonen waar, en tot wanneer?", 2),
        ("Wie is sinds wanneer voorzitter?", 2),
        ("Ik ben nieuw hier: wie is de voorzitter?", 1),
        ("Voor mijn artikel: hoeveel waren het er?", 1),
    ],
)
def test_several_questions_in_one(question: str, expected: int) -> None:
    assert len(parts(question)) == expected
