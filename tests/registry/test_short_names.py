"""The short names of a body lead to its full name, whichever document gives which."""

from __future__ import annotations

from graph.registry.short_names import short_forms

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
