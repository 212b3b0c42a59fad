"""Who a name in the text is: the one person of the lists whom it can only mean, or nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Attendance, Person, Promise, Reading, Role
from graph.facts.read import read

HEAD = """# Verslag Werkgroep Oevers

Datum: 3 maart 2024
Aanwezig: Sebastian van Voorn (Dijken), Marleen de Vaan (MdV), J. Jansen (voorzitter), P. Jansen, Frank Mol, Eelco Bos, Piet Smit, Piet de Wit, R. Kok (directeur)

## 1. Planning

"""  # noqa: E501


def reading(folder: Path, said: str) -> Reading:
    path = folder / "x.md"
    path.write_text(HEAD + said + "\n", encoding="utf-8")
    return read(path)


def forms(found: Reading) -> dict[str, tuple[str, ...]]:
    return {fact.name: fact.forms for fact in found.facts if isinstance(fact, Person)}


@pytest.mark.parametrize(
    ("said", "name", "form"),
    [
        ("Sebastiaan van Voorn licht de planning toe.", "Sebastian van Voorn", "Sebastiaan van Voorn"),
        ("Marleen licht de planning toe.", "Marleen de Vaan", "Marleen"),
        ("MdV licht de planning toe.", "Marleen de Vaan", "MdV"),
        ("Jansen draagt het dossier over aan Mol.", "Frank Mol", "Mol"),
        ("De planning blijft bij De Vaan.", "Marleen de Vaan", "De Vaan"),
        ("Dhr. Van Voorn licht de planning toe.", "Sebastian van Voorn", "Dhr. Van Voorn"),
        ("Wethouder Mol geeft aan dat de planning klopt.", "Frank Mol", "Mol"),
    ],
)
def test_a_name_that_one_person_fits(said: str, name: str, form: str, tmp_path: Path) -> None:
    assert form in forms(reading(tmp_path, said))[name]


@pytest.mark.parametrize(
    "said",
    [
        "Jansen licht de planning toe.",  # two with this surname
        "Piet licht de planning toe.",  # two with this first name
        "Frank Bos licht de planning toe.",  # the first name of one, the surname of another
    ],
)
def test_a_name_that_is_not_clear_stays_open(said: str, tmp_path: Path) -> None:
    before = forms(reading(tmp_path, "Er is niets te melden."))
    assert forms(reading(tmp_path, said)) == before


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("De voorzitter stuurt de planning rond.", ("J. Jansen",)),
        ("De directeur benadert drie bureaus.", ("R. Kok",)),
        ("Het secretariaat stuurt de stukken rond.", ("secretariaat",)),
        ("Piet Smit en Eelco werken het voorstel uit.", ("Piet Smit", "Eelco Bos")),
    ],
)
def test_who_is_called_by_what_they_are(said: str, owners: tuple[str, ...], tmp_path: Path) -> None:
    found = [fact for fact in reading(tmp_path, said).facts if isinstance(fact, Promise)]
    assert [fact.owners for fact in found] == [owners]


def test_a_full_name_in_a_sentence_about_roles(tmp_path: Path) -> None:
    found = forms(reading(tmp_path, "Zijn opvolger is Noor el Amrani."))
    assert "Noor el Amrani" in found


def test_initials_of_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    head = "Verslag Werkgroep Oevers\nDatum: 3 maart 2024\n\nAanwezig\n"
    head += " - Ingrid Haak-de Windt (IH), Polders\n - Bas Mol (BM), Dijken\n\n1. Planning\n"
    path.write_text(f"{head}\nIH licht de planning toe.\n", encoding="utf-8")
    assert "IH" in forms(read(path))["Ingrid Haak-de Windt"]


def test_a_full_name_behind_any_title(tmp_path: Path) -> None:
    assert "Bram Nijenkamp" in forms(reading(tmp_path, "Voorzitter blijft oud-wethouder Bram Nijenkamp."))


@pytest.mark.parametrize("said", ["De fractie van Samen Oever heeft een plan.", "De heer Van is er niet."])
def test_capitals_that_are_no_name(said: str, tmp_path: Path) -> None:
    before = forms(reading(tmp_path, "Wij doen dit samen."))
    assert forms(reading(tmp_path, f"Wij doen dit samen. {said}")) == before


def test_a_role_before_a_surname_is_no_first_name(tmp_path: Path) -> None:
    told = forms(reading(tmp_path, "Directeur Bos gaat per 1 mei met pensioen."))
    assert "Bos" in told["Eelco Bos"]
    assert not any(name.startswith("Directeur") for name in told)


def test_the_chair_at_the_head_was_there_though_no_list_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    head = "# Verslag Werkgroep Data\n\nDatum: 3 maart 2024\nVoorzitter: Anna Mol\nAanwezig: Bas Bos, Cor Kok"
    path.write_text(f"{head}\n\n## 1. Opening\n", encoding="utf-8")
    records = {f.person: f.certainty for f in read(path).facts if isinstance(f, Attendance)}
    assert records == {"Bas Bos": "stated", "Cor Kok": "stated", "Anna Mol": "inferred"}


SAID = "Frank Mol wordt per 1 mei projectleider van de werkgroep Data"


def leaders(found: Reading) -> list[str | None]:
    return [fact.person for fact in found.facts if isinstance(fact, Role) and fact.role == "projectleider"]


@pytest.mark.parametrize(
    "frame", ['In het plan van 2018 stond: "{}."', '"{}", aldus de advertentie.', "Uit het plan: “{}.”"]
)
def test_what_a_document_says_in_quotation_is_no_fact(tmp_path: Path, frame: str) -> None:
    assert leaders(reading(tmp_path, f"{SAID}.")) == ["Frank Mol"]
    assert leaders(reading(tmp_path, frame.format(SAID))) == []


def test_what_somebody_says_in_quotation_is_one(tmp_path: Path) -> None:
    assert leaders(reading(tmp_path, f'Eelco Bos zegt: "{SAID}."')) == ["Frank Mol"]
