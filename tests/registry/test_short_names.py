"""The short names of a body lead to its full name, whichever document gives which."""

from __future__ import annotations

import pytest

from graph.registry.short_names import short_forms
from graph.registry.slugs import without_article

_LONG = "Bestuurlijk Weerbaarheidsoverleg Merenland"


def test_an_abbreviation_with_the_region_behind_it() -> None:
    named = [
        (_LONG, (_LONG, "BWM"), _LONG),
        ("BWM", ("BWM",), "BWM"),
        ("BWM Merenland", ("BWM Merenland",), "BWM Merenland"),
        ("Stuurgroep Jeugd Merenland", ("Stuurgroep Jeugd Merenland",), _LONG),
    ]
    found = short_forms(named)
    assert found["BWM".lower()] == found["BWM Merenland".lower()] == _LONG.lower()


def test_not_of_another_region() -> None:
    named = [(_LONG, (_LONG, "BWM"), _LONG), ("BWM Dalland", ("BWM Dalland",), "BWM Dalland")]
    assert "bwm dalland" not in short_forms(named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gemeenteraad van Duinwaard", "gemeenteraad Duinwaard"),
        ("algemeen bestuur Veiligheidsregio Maasland", "Algemeen bestuur VR Maasland"),
        ("Stuurgroep Zorg & Veiligheid Gouw", "Stuurgroep Zorg en Veiligheid Gouw"),
        ("Stuurgroep Zorg en Veiligheid Gouw", "Stuurgroep ZV Gouw"),
        ("Stuurgroep Zorg en Veiligheid Gouw", "Stuurgroep Z&V Gouw"),
        ("Raadscommissie Ruimte Duinwaard", "commissie Ruimte gemeente Duinwaard"),
        ("ALV Wijkbelang De Kolk", "algemene ledenvergadering Vereniging Wijkbelang De Kolk"),
    ],
)
def test_two_ways_of_writing_one_name(one: str, other: str) -> None:
    found = short_forms([(name, (name,), name) for name in (one, other)])
    keys = [without_article(name) for name in (one, other)]
    assert len({found.get(key, key) for key in keys}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stuurgroep Zorg en Veiligheid Gouw", "Stuurgroep Zorg en Veiligheid Dalland"),
        ("Stuurgroep Zorg en Veiligheid Gouw", "Stuurgroep ZW Gouw"),
        ("Stuurgroep Zorg en Veiligheid Gouw", "Werkgroep ZV Gouw"),
        ("Stuurgroep Jeugd Gouw", "Stuurgroep Jeugd en Wonen Gouw"),
    ],
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert short_forms([(name, (name,), name) for name in (one, other)]) == {}
