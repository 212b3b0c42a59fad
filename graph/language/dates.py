"""How a date is written, in the language that is spoken."""

from __future__ import annotations

from datetime import date

from graph.dutch.written import in_words
from graph.language.speaking import DUTCH, current

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def day_in_words(iso: str) -> str:
    """An ISO date in words: 20 april 2023, 20 April 2023. What is no date comes back as it is."""
    if current() == DUTCH:
        return in_words(iso)
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
