"""What «dat», «deze» and «die rol» mean: what the words before are about, and nothing where that is open."""

from __future__ import annotations

import pytest

from graph.facts.model import Structure, Succession
from tests.facts.invented import tell


def _followed(*said: str) -> list[tuple[str | None, str | None]]:
    found = tell(said[-1], *said[:-1]).facts("succession")
    return [(fact.predecessor, fact.successor) for fact in found if isinstance(fact, Succession)]


@pytest.mark.parametrize(
    "said",
    [
        ("Dhr. Vos stopt als projectleider.", "Mevr. Post neemt dat over."),
        ("Dhr. Vos stopt als projectleider.", "De rol wordt overgenomen door mevr. Post."),
        ("Dhr. Vos stopt als projectleider.", "Zijn taken gaan over op mevr. Post."),
    ],
)
def test_that_is_the_role_of_the_one_before(said: tuple[str, str]) -> None:
    assert ("T. Vos", "L. Post") in _followed(*said)


@pytest.mark.parametrize(
    "said",
    [
        ("Dhr. Vos stelt een andere tekst voor.", "Mevr. Post neemt dat over."),
        ("Dhr. Vos is er vandaag.", "De rol wordt overgenomen door mevr. Post."),
        ("Dhr. Vos en mevr. Smits zijn projectleider.", "Mevr. Post neemt dat over."),
    ],
)
def test_that_is_nothing_where_nobody_has_a_role_or_several_do(said: tuple[str, str]) -> None:
    assert _followed(*said) == []


def _ended(*said: str) -> list[str]:
    found = tell(said[-1], *said[:-1]).facts("structure")
    return [fact.body for fact in found if isinstance(fact, Structure) and fact.relation == "ends"]


def test_this_one_is_the_body_that_the_sentence_before_is_about() -> None:
    assert _ended("De werkgroep Data heeft haar werk gedaan.", "Deze wordt beëindigd.") == ["werkgroep Data"]


@pytest.mark.parametrize(
    "before",
    [
        "De subsidie aan de werkgroep Data loopt af.",
        "De werkgroep Data heeft gesproken met de projectgroep Erfgoed.",
        "Het is mooi weer.",
    ],
)
def test_this_one_is_no_body_where_it_may_be_something_else(before: str) -> None:
    assert _ended(before, "Deze wordt beëindigd.") == []
