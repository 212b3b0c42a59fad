"""The words before a date that make it a last day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dutch.period import Period
from graph.facts.deadline import deadline

DAY = Period("1 april 2024", "2024-04-01", "2024-04-01")
MONTH = Period("mei 2024", "2024-05-01", "2024-05-31")


@pytest.mark.parametrize(
    ("before", "date", "text", "end"),
    [
        ("Dhr. Vos stuurt vóór ", DAY, "vóór 1 april 2024", "2024-03-31"),
        ("Dhr. Vos stuurt voor ", DAY, "voor 1 april 2024", "2024-03-31"),
        ("Dhr. Vos stuurt uiterlijk ", DAY, "uiterlijk 1 april 2024", "2024-04-01"),
        ("Dhr. Vos stuurt uiterlijk op ", DAY, "uiterlijk op 1 april 2024", "2024-04-01"),
        ("Dhr. Vos stuurt Uiterlijk in ", MONTH, "Uiterlijk in mei 2024", "2024-05-31"),
        ("Dhr. Vos stuurt voor ", MONTH, "voor mei 2024", "2024-05-31"),
    ],
)
def test_a_term_ends_and_has_no_beginning(before: str, date: Period, text: str, end: str) -> None:
    assert deadline(before + date.text, len(before), date) == Period(text, None, end)


@pytest.mark.parametrize("before", ["Dhr. Vos stuurt op ", "Dhr. Vos stuurt per ", "daarvoor ", ""])
def test_other_words_leave_a_date_what_it_is(before: str) -> None:
    assert deadline(before + DAY.text, len(before), DAY) == DAY


@given(st.text(max_size=40))
def test_the_words_stand_in_the_text(before: str) -> None:
    text = f"{before} uiterlijk {DAY.text}"
    assert deadline(text, len(text) - len(DAY.text), DAY).text in text
