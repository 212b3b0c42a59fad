"""Dutch names, as lists and running text write them."""

from __future__ import annotations

import pytest

from graph.dutch.names import compatible, long_prefix, parse

# written: honorific, initials, given name, tussenvoegsel, surname
NAMES = {
    "S. de Boer": (None, "S.", None, "de", "Boer"),
    "J. van Dam": (None, "J.", None, "van", "Dam"),
    "J.J. Willems": (None, "J.J.", None, None, "Willems"),
    "J J Willems": (None, "J.J.", None, None, "Willems"),
    "K a/d Brug": (None, "K.", None, "a/d", "Brug"),
    "T. Huis in 't Hout": (None, "T.", None, None, "Huis in 't Hout"),
    "Tamara Huis in 't Hout": (None, None, "Tamara", None, "Huis in 't Hout"),
    "Pieter de Wit": (None, None, "Pieter", "de", "Wit"),
    "Dhr. Groot": ("Dhr.", None, None, None, "Groot"),
    "de heer Jansen": ("de heer", None, None, None, "Jansen"),
    "mevr. dr. A. de Vries-Jansen": ("mevr.", "A.", None, "de", "Vries-Jansen"),
    "Dam, Jan van": (None, None, "Jan", "van", "Dam"),
    "Ouden, G. den": (None, "G.", None, "den", "Ouden"),
    "Frits bakker": (None, None, "Frits", None, "Bakker"),
    "Marcel van den berg": (None, None, "Marcel", "van den", "Berg"),
    "Gert-Jan van 't Hof": (None, None, "Gert-Jan", "van 't", "Hof"),
    "Th.A.M. IJsseldijk": (None, "Th.A.M.", None, None, "IJsseldijk"),
    "P. O'Brien": (None, "P.", None, None, "O'Brien"),
    "L. d'Hondt": (None, "L.", None, "d'", "Hondt"),
    "René Müller": (None, None, "René", None, "Müller"),
    "drs. P. Bakker": (None, "P.", None, None, "Bakker"),
}


@pytest.mark.parametrize(("written", "parts"), NAMES.items(), ids=str)
def test_the_parts_of_a_name(written: str, parts: tuple[str | None, ...]) -> None:
    name = parse(written)
    assert name is not None
    assert (name.honorific, name.initials, name.given_name, name.prefix, name.surname) == parts


@pytest.mark.parametrize("text", ["", "R.", "12 personen", "a@b.nl", "x" * 90, "de", "<b>Jan</b>"])
def test_what_is_no_name(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S. de Boer", "Sanne de Boer"), ("Dhr. Groot", "R. Groot"), ("J. v.d. Berg", "Jan van den Berg"),
        ("J. Berg", "J. van den Berg"), ("K a/d Brug", "K. aan de Brug"), ("Willems", "J.J. Willems"),
    ],
)  # fmt: skip
def test_two_spellings_that_may_be_one_person(one: str, other: str) -> None:
    left, right = parse(one), parse(other)
    assert left
    assert right
    assert compatible(left, right)
    assert compatible(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. Willems", "J.J. Willems"), ("Jan de Wit", "Joris de Wit"), ("S. de Boer", "P. de Boer"),
        ("Welter", "Welman"), ("A. van Dam", "A. de Dam"),
    ],
)  # fmt: skip
def test_two_persons_are_kept_apart(one: str, other: str) -> None:
    left, right = parse(one), parse(other)
    assert left
    assert right
    assert not compatible(left, right)


def test_short_tussenvoegsels_are_written_out() -> None:
    assert long_prefix("v.d.") == "van de"
    assert long_prefix("a/d") == "aan de"
    assert long_prefix(None) == ""
