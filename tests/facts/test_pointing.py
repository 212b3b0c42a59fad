"""What becomes of a body, told by words that point back at it."""

from __future__ import annotations

import pytest

from graph.facts.model import Structure
from tests.facts.invented import tell


def told(*said: str) -> set[tuple[str, str, str | None]]:
    """The structure facts of the last of some sentences: body, relation, object."""
    found = tell(said[-1], *said[:-1]).facts("structure")
    return {(fact.body, fact.relation, fact.object) for fact in found if isinstance(fact, Structure)}


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        (
            ("De werkgroep Data is klaar.", "Deze groep wordt beëindigd."),
            ("werkgroep Data", "ends", None),
        ),
        (
            ("Dan de klankbordgroep Jeugdhulp.", "Die gaat in juni van start."),
            ("klankbordgroep Jeugdhulp", "starts", None),
        ),
        (
            ("Men ziet meer in een werkgroep Mantelzorg.", "Besloten wordt om deze per 1 mei te starten."),
            ("werkgroep Mantelzorg", "starts", None),
        ),
        (
            ("Er komt een bewonersoverleg Noord, dat wordt ondergebracht bij de stuurgroep Wonen.",),
            ("bewonersoverleg Noord", "part_of", "stuurgroep Wonen"),
        ),
        (
            ("Dhr. Visser vraagt naar de projectgroep Erfgoed.", "Mevr. Post meldt dat die is opgeheven."),
            ("projectgroep Erfgoed", "ends", None),
        ),
        (
            ("De taalgroep en de voorbeeldengroep overlappen.", "Ze gaan verder als één redactieteam."),
            ("voorbeeldengroep", "replaced_by", "redactieteam"),
        ),
        (
            ("Er komt een buurtoverleg per gemeente.", "Dit begint in november."),
            ("buurtoverleg", "starts", None),
        ),
    ],
)
def test_what_becomes_of_the_body_that_is_meant(
    said: tuple[str, ...], fact: tuple[str, str, str | None]
) -> None:
    assert fact in told(*said)


@pytest.mark.parametrize(
    "said",
    [
        ("De werkgroep Data kent een subsidie.", "Die regeling wordt beëindigd."),
        ("De werkgroep Data sprak met de stuurgroep Wonen.", "Deze wordt per 1 mei opgeheven."),
        ("De werkgroep Data vergadert in mei.", "Dat gaat in juni van start."),
        ("De gemeente Almerdam heeft een plan.", "Die gaat in mei van start."),
        ("De werkgroep Data is klaar.", "Dhr. Visser vraagt of deze groep wordt opgeheven."),
    ],
)
def test_what_may_mean_another_is_left_open(said: tuple[str, ...]) -> None:
    assert not told(*said)


def test_what_is_said_of_several_is_said_of_each() -> None:
    assert told("De rayons Noord en Oost worden per 1 januari samengevoegd tot rayon Noordoost.") == {
        ("rayon Noord", "replaced_by", "rayon Noordoost"),
        ("rayon Oost", "replaced_by", "rayon Noordoost"),
        ("rayon Noord", "ends", None),
        ("rayon Oost", "ends", None),
    }
    assert told("De werkgroep Data, de projectgroep Erfgoed en de werkgroep Bouw worden opgeheven.") == {
        ("werkgroep Data", "ends", None),
        ("projectgroep Erfgoed", "ends", None),
        ("werkgroep Bouw", "ends", None),
    }


def test_a_body_is_told_of_once() -> None:
    said = ("De raad stelt een werkgroep Bouw in.", "De werkgroep gaat in mei van start.")
    assert told(*said) == {("werkgroep Bouw", "starts", None)}
