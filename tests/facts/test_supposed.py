"""A theme that the vocabulary lacks is known by a sentence that tells who has it."""

from __future__ import annotations

import pytest

from graph.facts.model import Portfolio
from tests.facts.invented import Told, tell


def _held(told: Told) -> list[tuple[str | None, str | None, str]]:
    found = (fact for fact in told.facts("portfolio") if isinstance(fact, Portfolio))
    return [(fact.theme, fact.holder, fact.status) for fact in found]


@pytest.mark.parametrize(
    ("text", "theme", "holder", "status"),
    [
        ("De portefeuille Grondzaken ligt bij dhr. Vos.", "Grondzaken", "T. Vos", "held"),
        ("Per 1 mei gaat Grondzaken van mevr. Post naar dhr. Vos.", "Grondzaken", "T. Vos", "held"),
        ("Mevr. Post ontfermt zich over Reizen en Vervoer.", "Reizen en Vervoer", "L. Post", "held"),
        ("Het onderwerp Kustlijn is aan mevr. Post toevertrouwd.", "Kustlijn", "L. Post", "held"),
        ("Voor het onderwerp Kustlijn is nog geen portefeuillehouder gevonden.", "Kustlijn", None, "vacant"),
    ],
)  # fmt: skip
def test_who_has_a_theme_that_is_not_in_the_vocabulary(
    text: str, theme: str, holder: str | None, status: str
) -> None:
    assert (theme, holder, status) in _held(tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mevr. Post gaat in mei van Zandbergen naar dhr. Vos in Merendal.",
        "De portefeuille ligt bij dhr. Vos in Merendal.",
        "Mevr. Post neemt waar als hoofd Grondzaken.",
        "Dhr. Vos krijgt van Gridlense een offerte erbij.",
        "Mevr. Post houdt Zandbergen erbuiten.",
        "Dhr. Vos vraagt of Grondzaken bij mevr. Post ligt.",
    ],
)
def test_a_place_a_firm_or_a_job_is_no_theme(text: str) -> None:
    assert _held(tell(text)) == []


def test_such_a_theme_counts_elsewhere_in_the_document() -> None:
    told = tell("Dhr. Vos neemt Kustlijn over van mevr. Post.", "Mevr. Post heeft de portefeuille Kustlijn.")
    assert ("Kustlijn", "T. Vos", "held") in _held(told)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Wethouder Hendriks (Wonen, Landbouw) licht het voorstel toe.", {"Wonen", "Landbouw"}),
        ("Aan het woord is wethouder De Wit (zorg en jeugd).", {"Zorg", "Jeugd"}),
        ("Wethouder Visser (Merendal) is verhinderd.", set()),
        ("Wethouder Visser (tot agendapunt 4, Wonen) is verhinderd.", set()),
        ("Mevr. Post (Wonen) is bewoner.", set()),
        ("Mevr. Post (Wonen) en dhr. Vos (Erfgoed) blijven portefeuillehouder.", {"Wonen", "Erfgoed"}),
    ],
)
def test_themes_in_brackets_behind_a_holder_of_office(text: str, themes: set[str]) -> None:
    assert {theme for theme, _, _ in _held(tell(text))} == themes
