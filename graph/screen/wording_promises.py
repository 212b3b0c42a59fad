"""The Dutch of promises: what became of them, by when, and since."""

from __future__ import annotations

from graph.language import by_language, said
from graph.screen.wording import date_in_words

PROMISE_STATUSES: dict[str, str] = {
    "forgotten": "Vergeten",
    "overdue": "Te laat",
    "running_out": "Termijn loopt",
    "postponed": "Uitgesteld",
    "open": "Open",
    "closed": "Afgehandeld",
    "dropped": "Vervallen",
}
PENDING = "pending"  # in the address: all that is not done yet
PROMISE_CHOICES: dict[str, str] = {PENDING: "Nog niet klaar", **PROMISE_STATUSES}
PROMISE_MEANINGS: dict[str, str] = {
    "forgotten": "De termijn is voorbij, en geen later verslag van dit overleg komt erop terug.",
    "overdue": "De termijn is voorbij.",
    "running_out": "De termijn is begonnen.",
    "postponed": "Er is een latere termijn genoemd.",
    "open": "Nog niet gedaan, voor zover de verslagen zeggen.",
    "closed": "Een verslag zegt dat het is gedaan.",
    "dropped": "Een verslag zegt dat het niet meer hoeft.",
}
PROMISE_SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Te laat of vergeten", ("forgotten", "overdue")),
    ("Termijn loopt", ("running_out",)),
    ("Open", ("postponed", "open")),
)
PROMISES_ENDED = "Afgehandeld of vervallen"
ENDED: tuple[str, ...] = ("closed", "dropped")
PROMISE_STEPS: dict[str, str] = {
    "made": "toegezegd",
    "repeated": "herhaald",
    "still_open": "nog niet klaar",
    "in_progress": "loopt",
    "postponed": "uitgesteld",
    "closed": "afgehandeld",
    "dropped": "vervallen",
}
PROMISE_STATUS = "Stand"
PROMISE_BODY = "Overleg"
PROMISE_OWNER = "Wie"
PROMISES_SHOW_ENDED = "Toon de afgehandelde en vervallen toezeggingen"
NOBODY_PROMISED = "niemand genoemd"
DUE = "Termijn"
COURSE = "Verloop"
WHY_TOGETHER = "Waarom dit bij elkaar hoort"
MORE_PROMISES = "Toon meer toezeggingen ({shown} van {all})"
NO_PROMISES = "Met deze keuze zijn er geen toezeggingen."
NO_TERM = "niet genoemd"
DUE_BETWEEN = "van {start} tot en met {end}"
DUE_BY = "uiterlijk {end}"
DUE_FROM = "vanaf {start}"
NO_DAY = "een dag staat er niet bij"
CAME_UP = "Ook ter sprake op {date}, zonder dat er staat hoe het ermee is."


def due(text: str | None, start: str | None, end: str | None) -> str:
    """A term as it was said, with the days that it stands for."""
    if not text:
        return said(NO_TERM)
    if start and end:
        days = said(DUE_BETWEEN, start=date_in_words(start), end=date_in_words(end))
    elif end:
        days = said(DUE_BY, end=date_in_words(end))
    else:
        days = said(DUE_FROM, start=date_in_words(start)) if start else said(NO_DAY)
    return days if days.endswith(text) else f"“{text}”: {days}"


def came_up_again(iso: str | None) -> str | None:
    """That later minutes speak of a promise without saying how it stands."""
    return said(CAME_UP, date=date_in_words(iso)) if iso else None


by_language(__name__)
