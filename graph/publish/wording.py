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
