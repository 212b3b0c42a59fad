"""The Dutch words of the pages about one person, body, theme or meeting."""

from __future__ import annotations

from collections.abc import Iterable

from graph.language import by_language, said
from graph.screen.wording import date_in_words

ON_THE_MAP = "Toon op de kaart"
ON_THIS_PAGE = "Op deze pagina"
NOW = "Nu"
COURSE_OF_THING = "Verloop"
RELATIONS = "Hoe het samenhangt"
COVERED_BY = "Wat het dekt"
THING_PROMISES = "Toezeggingen"
THING_GAPS = "Hiaten"
THING_MEETINGS = "Vergaderingen"
SENTENCES = "Zinnen uit de verslagen"
OLDER_SENTENCES = "Oudere vergaderingen"
NOTHING_NOW: dict[str, str] = {
    "person": "Op deze datum is geen portefeuille of rol van deze persoon bekend.",
    "body": "Op deze datum zijn bij dit orgaan geen portefeuilles of rollen bekend.",
    "theme": "Op deze datum heeft geen orgaan een portefeuille voor dit thema.",
}
ONLY_NAMED = "alleen genoemd"
NOT_YET_NAMED = "Op deze peildatum was dit nog niet genoemd: het komt voor het eerst voor op {date}."
NO_THINGS = "Op deze peildatum is er nog niets genoemd."
MEETING_COLUMNS = ("Datum", "Overleg", "Aanwezigheid")
PORTFOLIO_COLUMNS = ("Thema", "Wie", "Hoe zeker", "Zin")
READ_MINUTES = "Lees het verslag"
PREVIOUS_MEETING = "Vorige vergadering"
NEXT_MEETING = "Volgende vergadering"
OTHER_MEETINGS = "Andere vergaderingen van dit overleg"
WHO_WAS_THERE = "Wie er was"
NOBODY_LISTED = "Het verslag zegt niet wie er was."
DECIDED_HERE = "Besluiten"
PROMISED_HERE = "Toezeggingen"
CHANGED_HERE = "Veranderd sinds de vorige vergadering"
NOTHING_CHANGED_HERE = "Volgens dit verslag is er niets veranderd."
GAPS_FOUND_HERE = "Hiaten in dit verslag"
TOLD_HERE = "Wie en wat volgens dit verslag"
PRESENCE: dict[str, str] = {"present": "Aanwezig", "absent": "Afwezig", "partial": "Gedeeltelijk aanwezig"}
RECORDS_DISAGREE = "De lijsten in het verslag spreken elkaar tegen."
ALSO_WRITTEN = "Ook geschreven als {forms}."
FIRST_NAMED = "Voor het eerst genoemd op {date}."


def also_written(forms: Iterable[str]) -> str | None:
    """How else something is written in the minutes."""
    shown = ", ".join(f"“{form}”" for form in forms)
    return said(ALSO_WRITTEN, forms=shown) if shown else None


def first_named(iso: str | None) -> str | None:
    """Since which meeting something is named."""
    return said(FIRST_NAMED, date=date_in_words(iso)) if iso else None


def meeting_name(body: str | None, title: str, iso: str | None) -> str:
    """A meeting by its body and date."""
    return f"{body or title}, {date_in_words(iso)}"


by_language(__name__)
