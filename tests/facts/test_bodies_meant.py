"""Which body, and whom, words mean that do not name them: «het BVO», «deze werkgroep», «de voorzitter»."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Body, Promise, Reading, Role, Statement, Structure
from graph.facts.read import read

HEAD = """# Verslag Regionaal Oeveroverleg Waterkant

Datum: 3 maart 2024
Voorzitter: J. Jansen
Aanwezig: J. Jansen, P. Vos (plv. voorzitter), M. de Vaan, R. Kok (directeur Zorg- en Natuurhuis Waterkant)
Afwezig: {away}

## 1. Planning

"""


def reading(folder: Path, said: str, away: str = "T. Smit", name: str = "x.md") -> Reading:
    path = folder / name
    path.write_text(HEAD.format(away=away) + said + "\n", encoding="utf-8")
    return read(path)


def _forms(found: Reading) -> dict[str, tuple[str, ...]]:
    return {fact.name: fact.forms for fact in found.facts if isinstance(fact, Body)}


def _roles(found: Reading) -> set[tuple[str, str | None, str | None]]:
    return {(fact.role, fact.person, fact.body) for fact in found.facts if isinstance(fact, Role)}


OWN = "Regionaal Oeveroverleg Waterkant"


@pytest.mark.parametrize(
    "said",
    [
        "Het ROO stemt in met het plan.",
        "Het Regionaal Oeveroverleg (RO) stemt in. Het RO komt in mei bijeen.",
        "Het Regionaal Oeveroverleg stemt in met het plan.",
    ],
)
def test_another_name_of_the_body_that_meets_is_that_body(tmp_path: Path, said: str) -> None:
    forms = _forms(reading(tmp_path, said))
    assert len(forms[OWN]) > 1
    assert not {"ROO", "RO", "Oeveroverleg", "Regionaal Oeveroverleg"} & forms.keys()


def test_an_abbreviation_that_fits_no_name_stays_a_body_of_its_own(tmp_path: Path) -> None:
    forms = _forms(reading(tmp_path, "Het WBX stemt in met het plan."))
    assert "WBX" in forms


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Er wordt een Werkgroep Riet en Oever ingesteld.", "Werkgroep Riet en Oever"),
        (
            "De Werkgroep Riet en Oever vergadert. De Werkgroep Riet en Oever is tevreden.",
            "Werkgroep Riet en Oever",
        ),
        ("De Werkgroep Riet en Kok gaan door.", "Werkgroep Riet"),
        ("De Werkgroep Riet en Stuurgroep Oever overleggen.", "Werkgroep Riet"),
    ],
)
def test_a_name_of_two_parts_is_one_where_the_words_show_it(tmp_path: Path, said: str, name: str) -> None:
    assert name in _forms(reading(tmp_path, said))


def test_a_body_with_two_parts_starts_under_its_whole_name(tmp_path: Path) -> None:
    found = reading(tmp_path, "Er wordt een Werkgroep Riet en Oever ingesteld.")
    assert [fact.body for fact in found.facts if isinstance(fact, Structure)] == ["Werkgroep Riet en Oever"]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        (
            "De Stuurgroep Riet komt vaker bijeen. Dhr. Vos zit deze stuurgroep voor.",
            ("voorzitter", "P. Vos", "Stuurgroep Riet"),
        ),
        (
            "De Themagroep Vis gaat op werkbezoek. Mevr. De Vaan is trekker van deze themagroep.",
            ("trekker", "M. de Vaan", "Themagroep Vis"),
        ),
        ("Mevr. De Vaan is secretaris van het overleg.", ("secretaris", "M. de Vaan", OWN)),
        (
            "De Stuurgroep Riet en de Stuurgroep Vis overleggen. Dhr. Vos is voorzitter van de stuurgroep.",
            ("voorzitter", "P. Vos", None),
        ),
    ],
)
def test_the_body_of_a_role_is_the_one_that_can_be_meant(
    tmp_path: Path, said: str, role: tuple[str, str, str | None]
) -> None:
    assert role in _roles(reading(tmp_path, said))


def test_an_organisation_on_a_list_keeps_its_whole_name(tmp_path: Path) -> None:
    found = reading(tmp_path, "Het Zorg- en Natuurhuis Waterkant doet mee.")
    assert ("directeur", "R. Kok", "Zorg- en Natuurhuis Waterkant") in _roles(found)


@pytest.mark.parametrize(("away", "chair"), [("T. Smit", "J. Jansen"), ("J. Jansen", "P. Vos")])
def test_the_chair_speaks_and_where_they_are_away_the_deputy(tmp_path: Path, away: str, chair: str) -> None:
    said = "Mevr. De Vaan vraagt naar de stand van zaken. De voorzitter zegt toe het plan in mei te sturen."
    found = reading(tmp_path, said, away)
    assert [fact.owners for fact in found.facts if isinstance(fact, Promise)] == [(chair,)]


def test_what_the_chair_says_is_nobody_elses_where_it_is_not_known_who_that_is(tmp_path: Path) -> None:
    path = tmp_path / "y.md"
    path.write_text(
        "# Verslag Oeveroverleg\n\nDatum: 3 maart 2024\nAanwezig: J. Jansen, M. de Vaan\n\n## 1. Planning\n\n"
        "Mevr. De Vaan vraagt naar de stand van zaken. De voorzitter zegt toe het plan in mei te sturen.\n",
        encoding="utf-8",
    )
    found = read(path)
    assert [fact.owners for fact in found.facts if isinstance(fact, Promise)] == [()]
    assert {fact.speakers for fact in found.facts if isinstance(fact, Statement)} == {("M. de Vaan",), ()}


def test_a_title_in_capitals_is_written_as_a_name(tmp_path: Path) -> None:
    path = tmp_path / "z.txt"
    path.write_text(
        "PLATFORM OEVER EN RIET WATERKANT (PORW)\nGesprekslijst van 3 maart 2024\n\nAanwezig\tJ. Jansen\n",
        encoding="utf-8",
    )
    assert read(path).meeting.body == "Platform Oever en Riet Waterkant"


def test_a_title_in_capitals_names_the_body_without_its_article(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    head = "VERSLAG VAN HET DISTRICTELIJK VEILIGHEIDSOVERLEG OEVERKANT (DVO)"
    path.write_text(f"{head}\n\nDatum: 3 maart 2024\n\n1. Opening\nHet DVO stemt in.\n", encoding="utf-8")
    assert [name for name in _forms(read(path)) if "eiligheidsoverleg" in name.lower()] == [
        "Districtelijk Veiligheidsoverleg Oeverkant"
    ]
