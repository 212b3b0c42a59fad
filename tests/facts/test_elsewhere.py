"""What others decided, and what a body does as ever, is told in these minutes and is no fact of them."""

from __future__ import annotations

import pytest

from tests.facts.invented import tell


@pytest.mark.parametrize(
    "text",
    [
        "De gemeenteraad van Almerdam heeft het plan vastgesteld.",
        "De Tweede Kamer heeft ingestemd met uitstel van de wet.",
        "In het AB is afgesproken dat elke gemeente meedoet.",
        "Daarin is afgesproken het toezicht te verlengen.",
        "Het algemeen bestuur heeft daar de begroting goedgekeurd.",
        "Tijdens de heidag is afgesproken dat iedereen meedoet.",
    ],
)
def test_what_others_decided_is_no_decision(text: str) -> None:
    assert tell(text).facts("decision") == []


@pytest.mark.parametrize(
    "text",
    [
        "Het voorstel van de werkgroep Data is daarmee aangenomen.",
        "De stuurgroep gaat akkoord om de proef te verlengen.",
        "Daar is iedereen het mee eens.",
    ],
)
def test_what_is_said_about_others_is_decided_here(text: str) -> None:
    assert len(tell(text).facts("decision")) == 1


def test_what_a_body_does_counts_with_a_day_that_comes() -> None:
    assert tell("De werkgroep Data legt contact met de bewoners.").facts("promise") == []
    assert len(tell("De werkgroep Data legt voor 16 mei contact met de bewoners.").facts("promise")) == 1
