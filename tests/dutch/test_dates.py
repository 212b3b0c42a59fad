"""Dutch dates, resolved against a meeting on 20 April 2023, with the fuzzy intervals of the contract."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dutch.dates import exact, find

MEETING = date(2023, 4, 20)
DATES = {
    "op 8 juni a.s. is er een event": ("8 juni a.s.", "2023-06-08", "2023-06-08"),
    "op 8 maart jl. was er een event": ("8 maart jl.", "2023-03-08", "2023-03-08"),
    "de vergadering van 13 juli": ("13 juli", "2023-07-13", "2023-07-13"),
    "de vergadering van 15 januari": ("15 januari", "2023-01-15", "2023-01-15"),
    "de week van 6 maart 2023": ("6 maart 2023", "2023-03-06", "2023-03-06"),
    "donderdag 21 september 2023": ("donderdag 21 september 2023", "2023-09-21", "2023-09-21"),
    "uiterlijk 13-7-'23": ("13-7-'23", "2023-07-13", "2023-07-13"),
    "uiterlijk 13-07-2023": ("13-07-2023", "2023-07-13", "2023-07-13"),
    "op 2023-07-13": ("2023-07-13", "2023-07-13", "2023-07-13"),
    "12 en 26 november": ("12 en 26 november", "2023-11-12", "2023-11-26"),
    "begin mei": ("begin mei", "2023-05-01", "2023-05-10"),
    "medio mei": ("medio mei", "2023-05-11", "2023-05-20"),
    "eind mei": ("eind mei", "2023-05-21", "2023-05-31"),
    "begin dit jaar": ("begin dit jaar", "2023-01-01", "2023-04-30"),
    "medio 2024": ("medio 2024", "2024-05-01", "2024-08-31"),
    "eind dit jaar": ("eind dit jaar", "2023-09-01", "2023-12-31"),
    "voor de zomer": ("voor de zomer", None, "2023-06-30"),
    "na de zomer": ("na de zomer", "2023-09-01", None),
    "in Q2": ("Q2", "2023-04-01", "2023-06-30"),
    "in het eerste kwartaal van 2024": ("in het eerste kwartaal van 2024", "2024-01-01", "2024-03-31"),
    "in het 2e kwartaal van 2024": ("in het 2e kwartaal van 2024", "2024-04-01", "2024-06-30"),
    "in de eerste helft van 2024": ("eerste helft van 2024", "2024-01-01", "2024-06-30"),
    "eind volgende maand": ("eind volgende maand", "2023-05-21", "2023-05-31"),
    "in week 23": ("week 23", "2023-06-05", "2023-06-11"),
    "dat is eind mei.": ("eind mei", "2023-05-21", "2023-05-31"),
    "op 3 okt. 2023": ("3 okt. 2023", "2023-10-03", "2023-10-03"),
    "in oktober": ("in oktober", "2023-10-01", "2023-10-31"),
    "in januari": ("in januari", "2024-01-01", "2024-01-31"),
    "dat komt z.s.m. terug": ("z.s.m.", None, None),
    "daar komt op korte termijn iets": ("op korte termijn", None, None),
}


@pytest.mark.parametrize(("text", "period"), DATES.items(), ids=str)
def test_a_date_with_its_own_words(text: str, period: tuple[str, str | None, str | None]) -> None:
    found = find(text, MEETING)
    assert [(item.period.text, item.period.start, item.period.end) for item in found] == [period]
    assert text[found[0].start : found[0].end] == period[0]


@pytest.mark.parametrize(
    "text", ["artikel 12.3.4", "31 februari 2023 is geen dag"[:10], "17 personen", "mei", "punt 5", ""]
)
def test_what_is_no_date(text: str) -> None:
    assert [item.period.text for item in find(text, MEETING) if item.period.start] == []


def test_a_year_later_than_the_meeting_when_the_day_is_long_past() -> None:
    assert find("10 januari", date(2023, 12, 14))[0].period.start == "2024-01-10"


def test_without_a_meeting_only_dates_with_their_own_year_count() -> None:
    assert exact("Verslag van 23 februari 2023, volgende keer 8 juni") == date(2023, 2, 23)
    assert exact("Op 8 juni") is None
    assert find("Op 8 juni", None) == []
