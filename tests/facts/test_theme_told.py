"""Which portfolio a sentence means that does not name it; where none was spoken of, none is told."""

from __future__ import annotations

import pytest

from graph.facts.model import Portfolio
from tests.facts.invented import tell


def _told(text: str, *before: str) -> set[tuple[str | None, str | None, str]]:
    found = (fact for fact in tell(text, *before).facts("portfolio") if isinstance(fact, Portfolio))
    return {(fact.theme, fact.holder, fact.status) for fact in found}


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Over Wonen is gesproken.", "Dat ligt bij mevr. Post."),
        ("Mevr. Post doet een suggestie over Wonen.", "Dit is door dhr. Vos overgenomen."),
        ("Over Wonen is een vraag gesteld.", "Die was van dhr. Peters."),
        ("De vergadering wordt voorgezeten.", "Dat is mevr. Post."),
        ("De projectleider Wonen is ziek.", "Mevr. Post is zijn vervanger."),
        ("Voor Wonen is een projectleider nodig.", "Er wordt een projectleider gezocht voor Wonen."),
    ],
)
def test_what_is_not_spoken_of_as_a_portfolio_is_none(before: str, text: str) -> None:
    assert _told(text, before) == set()


def test_a_line_that_begins_with_a_theme_is_about_that_one() -> None:
    told = tell(
        "Wonen: dhr. Vos heeft genoeg aan Mobiliteit. Mevr. Post is de nieuwe portefeuillehouder.",
        "De portefeuilles zijn besproken.\n",
    )
    found = {(f.theme, f.holder) for f in told.facts("portfolio") if isinstance(f, Portfolio)}
    assert ("Wonen", "L. Post") in found
    assert all(theme != "Mobiliteit" or holder != "L. Post" for theme, holder in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jeugdhulp. Mevr. Post is er vanaf vandaag voor.", ("Jeugdhulp", "L. Post", "held")),
        ("Erfgoed. Dhr. Vos levert dit vandaag in.", ("Erfgoed", "T. Vos", "ended")),
    ],
)
def test_a_theme_alone_before_a_full_stop_is_what_its_line_is_about(
    text: str, told: tuple[str, str, str]
) -> None:
    assert told in _told(text)
