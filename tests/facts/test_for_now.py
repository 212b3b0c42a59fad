"""Who stands in for one who is away follows nobody; who takes over for good does."""

from __future__ import annotations

import pytest

from graph.facts.model import Succession
from tests.facts.invented import tell


@pytest.mark.parametrize(
    "text",
    [
        "Mevr. Post vervangt dhr. Vos, die ziek is.",
        "Wegens ziekte wordt dhr. Vos vervangen door mevr. Post.",
        "Dhr. Vos heeft zich ziekgemeld; mevr. Post vervangt hem.",
        "Mevr. Post is aanwezig in plaats van dhr. Vos.",
        "Dhr. Vos is met vakantie. Mevr. Post vervangt hem.",
    ],
)
def test_a_stand_in_is_no_successor(text: str) -> None:
    assert tell(text).facts("succession") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mevr. Post vervangt voortaan dhr. Vos, die ziek is.",
        "Dhr. Vos is ziek en stopt als projectleider; hij wordt opgevolgd door mevr. Post.",
        "In de stuurgroep Wonen wordt dhr. Vos vervangen door mevr. Post.",
    ],
)
def test_who_takes_over_for_good_is(text: str) -> None:
    told = tell(text).facts("succession")
    assert [(fact.predecessor, fact.successor) for fact in told if isinstance(fact, Succession)] == [
        ("T. Vos", "L. Post")
    ]


def test_a_title_before_a_name_is_not_what_passes_with_a_portfolio() -> None:
    told = tell("Wethouder De Wit neemt Wonen over van wethouder Hendriks.")
    assert not told.facts("role")  # how they are addressed
    followed = [fact.role for fact in told.facts("succession") if isinstance(fact, Succession)]
    assert followed == ["portefeuillehouder Wonen"]
