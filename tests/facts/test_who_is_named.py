"""Persons whom no list names: by initials and surname in a sentence about roles; the place of a mayor."""

from __future__ import annotations

import pytest

from graph.facts.model import Role
from tests.facts.invented import tell


def _roles(text: str) -> set[tuple[str, str | None, str | None]]:
    return {(f.role, f.person, f.body) for f in tell(text).facts("role") if isinstance(f, Role)}


def test_initials_and_a_surname_are_a_person_where_a_role_is_told() -> None:
    assert ("projectleider", "J. Verdonk", None) in _roles("De projectleider is J. Verdonk.")
    told = _roles("Tot voorzitter is benoemd: dr. F. Achterberg, in de plaats van R. Postma.")
    assert {person for _, person, _ in told} == {"F. Achterberg", "R. Postma"}


@pytest.mark.parametrize("text", ["De bijlage B. Overzicht van leden is besproken.", "C. Werkgroep en leden"])
def test_a_letter_before_a_title_is_no_initial(text: str) -> None:
    assert all(person is None for _, person, _ in _roles(text))


def test_a_mayor_is_of_the_place_behind_the_word() -> None:
    assert ("burgemeester", "T. Vos", "Lutterzijl") in _roles(
        "Dhr. Vos is sinds 1 mei burgemeester van Lutterzijl."
    )
