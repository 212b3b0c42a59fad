"""The Dutch of promises: what became of them, by when, and since."""

from __future__ import annotations

from graph.screen.wording import dutch_date

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
PROMISE_SECTIONS: dict[str, tuple[str, ...]] = {
    "Te laat of vergeten": ("forgotten", "overdue"),
    "Termijn loopt": ("running_out",),
    "Open": ("postponed", "open"),
}
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


def due(text: str | None, start: str | None, end: str | None) -> str:
    """A term as it was said, with the days that it stands for."""
    if not text:
        return "niet genoemd"
    if start and end:
        days = f"van {dutch_date(start)} tot en met {dutch_date(end)}"
    elif end:
        days = f"uiterlijk {dutch_date(end)}"
    else:
        days = f"vanaf {dutch_date(start)}" if start else "een dag staat er niet bij"
    return days if days.endswith(text) else f"“{text}”: {days}"


def came_up_again(iso: str | None) -> str | None:
    """That later minutes speak of a promise without saying how it stands."""
    return f"Ook ter sprake op {dutch_date(iso)}, zonder dat er staat hoe het ermee is." if iso else None
