"""What other papers say of a portfolio makes nobody holder; where it differs from here, that is told."""

from __future__ import annotations

import pytest

from graph.facts.model import Conflict, Portfolio
from tests.facts.invented import tell


@pytest.mark.parametrize(
    "text",
    [
        "In het verslag van de stuurgroep Wonen staat dhr. Vos als pfh Mobiliteit, terwijl dat Post is.",
        "Volgens het verslag van het platform Mobiliteit is dhr. Vos portefeuillehouder Mobiliteit.",
        "Volgens het BVO-verslag heeft mevr. Post de portefeuille Jeugdhulp.",
        "In de lijst staat abusievelijk dhr. Vos als portefeuillehouder Wonen.",
        "Dhr. Mulder wijst erop dat mevr. Post ten onrechte als portefeuillehouder Jeugdhulp wordt genoemd.",
    ],
)
def test_what_stands_elsewhere_makes_nobody_holder(text: str) -> None:
    assert tell(text).facts("portfolio") == []


def test_what_differs_from_who_has_it_here_is_a_contradiction() -> None:
    told = tell(
        "Mevr. Smits is portefeuillehouder Erfgoed. "
        "Volgens het verslag van het platform Mobiliteit is dhr. Vos portefeuillehouder Erfgoed."
    )
    assert [fact.claim for fact in told.facts("conflict") if isinstance(fact, Conflict)] == [
        "elders staat T. Vos als portefeuillehouder, hier P. Smits"
    ]
    assert [fact.holder for fact in told.facts("portfolio") if isinstance(fact, Portfolio)] == ["P. Smits"]


def test_what_agrees_is_none() -> None:
    told = tell(
        "Dhr. Vos is portefeuillehouder Erfgoed. "
        "Volgens het verslag van het platform Mobiliteit is dhr. Vos portefeuillehouder Erfgoed."
    )
    assert told.facts("conflict") == []
