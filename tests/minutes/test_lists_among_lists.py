"""Lists of names that stand among others, and sentences within a list."""

from __future__ import annotations

from pathlib import Path

from graph.minutes.model import Entry
from graph.minutes.read import read


def _lists(folder: Path, head: str, body: str = "Tekst.\n") -> dict[str, list[Entry]]:
    path = folder / "verslag.txt"
    path.write_text(
        f"Verslag Werkgroep Oevers 3 maart 2024\n\n{head}\n\n1. Opening\n{body}", encoding="utf-8"
    )
    found: dict[str, list[Entry]] = {}
    for each in read(path).lists:
        found.setdefault(each.role, []).extend(each.entries)
    return found


def _named(found: list[Entry]) -> list[tuple[str, str | None]]:
    return [(each.name.full, each.organisation) for each in found]


def test_parties_each_on_a_line_and_those_who_are_no_member(tmp_path: Path) -> None:
    above = "\n".join(f"Kenmerk {number}: {number}" for number in range(9))
    head = (
        f"{above}\nAanwezige raadsleden\nOevers Lokaal: D. Hofman, R. Visser, A. ter Haar\n"
        "CDA: H. Post, J. Vos\n"
        "SGP: A.J. Smit\nAfwezig met bericht: B. Dekker (VVD)\nWethouders: S. Terpstra, T. Meijer, G. Peters"
    )
    found = _lists(tmp_path, head)
    assert _named(found["present"]) == [
        ("D. Hofman", "Oevers Lokaal"), ("R. Visser", "Oevers Lokaal"), ("A. ter Haar", "Oevers Lokaal"),
        ("H. Post", "CDA"), ("J. Vos", "CDA"), ("A.J. Smit", "SGP"),
        ("S. Terpstra", None), ("T. Meijer", None), ("G. Peters", None),
    ]  # fmt: skip
    assert _named(found["absent"]) == [("B. Dekker", "VVD")]


def test_a_list_that_is_told_in_sentences(tmp_path: Path) -> None:
    head = (
        "Er waren: 31 leden volgens de presentielijst (die ligt bij de secretaris). Van het bestuur: "
        "Anna de Boer (voorzitter) en Bas Jansen. Verder als gast wijkagent Els Vos van de politie "
        "en Cor van Dam.\n"
        "Niet: Wim Post (Dijken), Truus Smit (Polders, alleen eerste halfuur erbij)"
    )
    found = _lists(tmp_path, head)
    assert [name for name, _ in _named(found["present"])] == [
        "Anna de Boer", "Bas Jansen", "Els Vos", "Cor van Dam",
    ]  # fmt: skip
    assert dict(_named(found["present"]))["Els Vos"] == "politie"
    assert _named(found["absent"]) == [("Wim Post", "Dijken"), ("Truus Smit", "Polders")]
    assert [each.status for each in found["absent"]] == [None, "partial"]


def test_who_stands_in_for_somebody_between_brackets(tmp_path: Path) -> None:
    head = "Aanwezig: Anna de Boer (Oevers), Bas Jansen (Dijken, loco voor bgm. Terpstra), Cor Vos (Polders)"
    assert [name for name, _ in _named(_lists(tmp_path, head)["present"])] == [
        "Anna de Boer", "Bas Jansen", "Cor Vos",
    ]  # fmt: skip


def test_no_names_are_sought_below_a_list_of_nobody(tmp_path: Path) -> None:
    head = "Aanwezig: Anna de Boer (Oevers), Bas Jansen (Dijken)"
    said = (
        "Insprekers: geen.\n"
        "In het kort: Jansen (CDA) mist cijfers, Post (D66) vraagt door en Vos (SGP) wil meer.\n"
    )
    assert "guests" not in _lists(tmp_path, head, said)


def test_a_member_who_is_something_elsewhere_and_an_office_of_the_body(tmp_path: Path) -> None:
    head = (
        "Aanwezig:\nM. Hoppen, lid, wethouder Waterweert\n"
        "de heer R. Hoge, directeur van de dienst, tevens secretaris van het bestuur\nA. de Boer\n"
    )
    present = _lists(tmp_path, head)["present"]
    assert [each.function for each in present] == ["wethouder Waterweert", "directeur van de dienst", None]
    assert [each.offices for each in present] == [(), ("secretary",), ()]


def test_a_table_of_persons_right_below_one_of_labels(tmp_path: Path) -> None:
    table = (
        "| | |\n|---|---|\n| Datum | 3 maart 2024 |\n| Voorzitter | M. Vos |\n\n"
        "| Aanwezig | Organisatie |\n|---|---|\n| M. Vos | gemeente Oevers |\n| R. Post | politie |\n"
    )
    tabs = (
        "Datum\t3 maart 2024\nVoorzitter\tM. Vos\n"
        "Aanwezig\tOrganisatie\nM. Vos\tgemeente Oevers\nR. Post\tpolitie\n"
    )
    for number, (head, suffix) in enumerate(((table, "md"), (tabs, "txt"))):
        path = tmp_path / f"verslag{number}.{suffix}"
        path.write_text(f"Verslag Werkgroep Oevers\n\n{head}\n1. Opening\nTekst.\n", encoding="utf-8")
        present = [each for found in read(path).lists if found.role == "present" for each in found.entries]
        assert _named(present) == [("M. Vos", "gemeente Oevers"), ("R. Post", "politie")]
