"""Who bears another name than before, as minutes say it."""

from __future__ import annotations

import pytest

from graph.facts.model import Person
from tests.facts.invented import tell


def others(sentence: str) -> dict[str, tuple[str, ...]]:
    """The persons of whom the sentence tells another surname."""
    found = (fact for fact in tell(sentence).reading.facts if isinstance(fact, Person))
    return {fact.name: fact.other_surnames for fact in found if fact.other_surnames}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dhr. Mulder heet sinds zijn huwelijk Mulder-Vos.",
        "Dhr. Mulder draagt voortaan de naam Mulder-Vos.",
        "Dhr. Mulder gaat sinds zijn huwelijk verder als Mulder-Vos.",
        "De naam van dhr. Mulder is gewijzigd in Mulder-Vos.".replace("De naam", "Let op: de naam"),
    ],
)
def test_a_change_of_name_is_read(sentence: str) -> None:
    assert list(others(sentence).values()) == [("Mulder-Vos",)]


def test_a_former_name_between_brackets_is_read() -> None:
    assert list(others("Dhr. Mulder (voorheen De Bruin) licht het plan toe.").values()) == [("Bruin",)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dhr. Mulder heet iedereen welkom.",
        "Dhr. Mulder heet mevr. Jansen welkom sinds haar benoeming.",
        "Het plan heet voortaan Samen Verder.",
        "Dhr. Mulder (voorheen wethouder) licht het plan toe.",
        "Dhr. Mulder gaat verder als wethouder.",
    ],
)
def test_what_looks_alike_is_no_change_of_name(sentence: str) -> None:
    assert others(sentence) == {}
