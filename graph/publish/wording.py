"""The Dutch words of what is published: column headings, and the answers and capacities in words."""

from __future__ import annotations

PORTFOLIO_COLUMNS: tuple[str, ...] = (
    "Thema",
    "Orgaan",
    "Antwoord",
    "Portefeuillehouder",
    "Hoedanigheid",
    "Sinds",
    "Tot",
    "Eerst genoemd",
    "Laatst genoemd",
    "Gevraagd door",
    "Gevraagd profiel",
    "Dagen open",
    "Waarom afgeleid",
    "Verslag",
    "Spreker",
    "Zin",
)

ANSWERS: dict[str, str] = {
    "stated": "genoemd in het verslag",
    "decided": "besloten door een persoon",
    "inferred": "waarschijnlijk (afgeleid, niet zo gezegd)",
    "vacant": "vacant",
    "not_named": "niemand genoemd",
    "theme_not_named": "thema niet genoemd",
    "contradicted": "tegenstrijdig",
}

CAPACITIES: dict[str, str] = {
    "holder": "portefeuillehouder",
    "deputy": "plaatsvervanger",
    "acting": "waarnemend",
}

CELL_ANSWERS: dict[str, str] = {
    "decided": "besloten door een persoon",
    "inferred": "waarschijnlijk",
    "vacant": "vacant",
    "contradicted": "tegenstrijdig",
    "missing": "ontbreekt",
    "ending": "verdwijnt",
    "announced": "aangekondigd",
    "existing": "bestaat",
}

NOBODY: dict[str, str] = {
    "vacant": "vacant",
    "not_named": "niet genoemd",
    "theme_not_named": "niet genoemd",
    "contradicted": "tegenstrijdig",
}
"""What stands in the place of a holder where there is none, by answer."""

NOT_SAID = "–"
NO_THEME = "(thema niet genoemd)"
NO_BODY = "(orgaan niet genoemd)"
DECIDED_BY = "Besluit van een persoon, niet uit een verslag"
SINCE, UNTIL, FIRST_SEEN = "sinds", "tot", "voor het eerst genoemd op"
REQUESTED_BY, PROFILE = "gevraagd door", "gevraagd"

OVERVIEW_COLUMNS: tuple[str, ...] = (
    "Thema",
    "Portefeuillehouder",
    "Stand",
    "Stuurgroep",
    "Thema- of expertgroep",
    "Projectleider",
)
SOURCE_COLUMNS: tuple[str, ...] = ("Nr.", "Zin", "Spreker", "Verslag")
BODY_COLUMN = "Orgaan"
SOURCES_COLUMN = "Bronnen"
SHEETS = ("Portefeuilles", "Besproken thema's", "Bronnen")
TITLE = "Portefeuilleoverzicht"
SOURCES_HEADING = "Bronnen"
TOPICS = "Ook besproken, zonder dat een portefeuillehouder ter sprake kwam:"
NOTHING = "Er staan nog geen portefeuilles in de verslagen."
LEGEND_HEADING = "Hoe dit te lezen"
LEGEND: tuple[str, ...] = (
    "Genoemd: het verslag zegt het met zoveel woorden.",
    "Waarschijnlijk: een regel leidt het af; zo gezegd is het niet.",
    "Vacant: het verslag zegt dat er niemand is, of vraagt om iemand.",
    "Niet genoemd: erover gesproken, maar niemand genoemd. Een streepje is: niet genoemd.",
    "Tegenstrijdig: verslagen spreken elkaar tegen.",
    "Een nummer tussen haken verwijst naar de zin bij Bronnen.",
)
PAGE, PAGE_OF = "Pagina ", " van "


def title(day: str | None) -> str:
    """The title of an overview on a day, in words."""
    return f"{TITLE} op {day}" if day else TITLE


def made_of(documents: int) -> str:
    """Out of how many minutes the overview was made."""
    return f"Gemaakt uit {documents} {'verslag' if documents == 1 else 'verslagen'}."


def days_open(days: int) -> str:
    """For how long a portfolio has been vacant."""
    return f"{days} {'dag' if days == 1 else 'dagen'} open"
