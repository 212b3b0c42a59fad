"""Lists of names, found by their shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.minutes.model import NameList
from graph.minutes.read import read


def lists(folder: Path, head: str) -> dict[str, NameList]:
    path = folder / "x.md"
    text = f"# Verslag Werkgroep Oevers\n\nDatum: 3 maart 2024\n{head}\n\n# 1. Opening\n\nTekst.\n"
    path.write_text(text, encoding="utf-8")
    return {found.role: found for found in read(path).lists}


def named(found: NameList) -> list[str]:
    return [entry.name.full for entry in found.entries]


SHAPES = {
    "Aanwezig: A. de Boer, B. Jansen en C. van Dam": ["A. de Boer", "B. Jansen", "C. van Dam"],
    "Aanwezig: A. de Boer (vz), B. Jansen (Waterschap Oevers), C. van Dam": [
        "A. de Boer", "B. Jansen", "C. van Dam",
    ],
    "Aanwezig:\n\n- Anna de Boer, Waterschap\n- Bas Jansen, Gemeente X": ["Anna de Boer", "Bas Jansen"],
    "| Aanwezig | Anna de Boer, Oevers (vz)<br>Bas Jansen, Dijken<br>Cor van Dam, Polders |\n| --- | --- |": [
        "Anna de Boer", "Bas Jansen", "Cor van Dam",
    ],
    "Webex: Anna de Boer (Oevers), Bas Jansen (Dijken), Cor van Dam (Polders)": [
        "Anna de Boer", "Bas Jansen", "Cor van Dam",
    ],
    "Iets onbekends: Anna de Boer, Bas Jansen, Cor van Dam": ["Anna de Boer", "Bas Jansen", "Cor van Dam"],
    "Aanwezig: burgemeester A. de Boer (voorzitter), wethouder B. Jansen, mw. C. van Dam (OM)": [
        "A. de Boer", "B. Jansen", "C. van Dam",
    ],
    "Aanwezig:\nMw. E. (Esther) Brandsma, burgemeester Oevers, voorzitter\nDhr. M. Veldkamp, directeur GGD": [
        "Esther Brandsma", "M. Veldkamp",
    ],
    "Aanwezig: Brandsma, Veldkamp": ["Brandsma", "Veldkamp"],
    "Aanwezig: Brandsma, Ten Have": ["Brandsma", "ten Have"],
    "Aanwezig: Brandsma, Sebastian van": ["Sebastian van Brandsma"],
    "Aanwezig: Brandsma, Kees": ["Kees Brandsma"],
    "Aanwezig (3 personen): A. de Boer, B. Jansen, C. van Dam,": ["A. de Boer", "B. Jansen", "C. van Dam"],
    "Aanwezig: de dames Anna de Boer en Els Vos-Smit en de heren Bas Jansen (voorzitter) en Cor van Dam.": [
        "Anna de Boer", "Els Vos-Smit", "Bas Jansen", "Cor van Dam",
    ],
    "Aanwezig: Anna de Boer (Oevers). Van de gemeente: Bas Jansen (regisseur) en wethouder Van Dam.": [
        "Anna de Boer", "Bas Jansen", "van Dam",
    ],
    "Aanwezig waren A. de Boer, B. Jansen en C. van Dam.": ["A. de Boer", "B. Jansen", "C. van Dam"],
    "Aanwezig: 43 leden volgens de lijst, onder wie Anna de Boer en Bas Jansen van de kascommissie.": [
        "Anna de Boer", "Bas Jansen",
    ],
    "Aanwezig: piet de boer (Oevers), Chantal Dupont - de Reus (Dijken), Bas Jansen (Polders)": [
        "Piet de Boer", "Chantal Dupont-de Reus", "Bas Jansen",
    ],
    "Aanwezig: erelid Truus de Boer, Bas Jansen en de familie Hoekstra": ["Truus de Boer", "Bas Jansen"],
    "Anna de Boer, Bas Jansen, Cor van Dam": ["Anna de Boer", "Bas Jansen", "Cor van Dam"],
    "Aanwezig: Anna de Boer (AdB, vz.), Bas Jansen (BJ, Dijken)": ["Anna de Boer", "Bas Jansen"],
    "Aanwezig\nmr. A. de Boer (AB), burgemeester en voorzitter\nmr. drs. B. Jansen (BJ), officier": [
        "A. de Boer", "B. Jansen",
    ],
    "Aanwezig zijn: Anna de Boer (secretaris) en voor agendapunt 4 Bas Jansen van het OM.": [
        "Anna de Boer", "Bas Jansen",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("head", "names"), SHAPES.items(), ids=str)
def test_who_is_present(head: str, names: list[str], tmp_path: Path) -> None:
    assert named(lists(tmp_path, head)["present"]) == names


@pytest.mark.parametrize(
    "label",
    [
        "Met bericht van verhindering",
        "M.k.",
        "Afgemeld voor dit overleg",
        "Afwezig",
        "Afgemeld",
        "Met kennisgeving afwezig",
        "Bericht van verhindering",
        "Verhinderd",
    ],
)
def test_who_is_absent(label: str, tmp_path: Path) -> None:
    absent = lists(tmp_path, f"{label}: D. Smit, E. van der Meer")["absent"]
    assert named(absent) == ["D. Smit", "E. van der Meer"]


def test_what_stands_behind_a_name(tmp_path: Path) -> None:
    head = "Aanwezig: A. de Boer (Oevers)(vz), B. Jansen (vanaf agendapunt 3), C. van Dam (Oevers, notulist)"
    found = lists(tmp_path, head)
    chair, late, writer = found["present"].entries
    assert (chair.organisation, chair.offices, chair.status) == ("Oevers", ("chair",), None)
    assert (late.organisation, late.note, late.status) == (None, "vanaf agendapunt 3", "partial")
    assert (writer.organisation, writer.offices) == ("Oevers", ("note_taker",))


@pytest.mark.parametrize(
    "line",
    [
        "Doel: samen werken aan schoon water, mooie oevers, goede plannen",
        "Bijlage: kaart, plan, memo",
        "Status: concept",
    ],
)
def test_what_is_no_list_of_names(line: str, tmp_path: Path) -> None:
    assert lists(tmp_path, line) == {}


def test_an_organisation_behind_several_names(tmp_path: Path) -> None:
    head = "Aanwezig: A. de Boer, B. Jansen (allen Oevers), C. van Dam (Dijken), D. Vos en E. Smit (Polders)"
    present = lists(tmp_path, head)["present"]
    assert [entry.organisation for entry in present.entries] == [
        "Oevers",
        "Oevers",
        "Dijken",
        "Polders",
        "Polders",
    ]


def test_a_substitute_is_present_and_the_other_is_not(tmp_path: Path) -> None:
    head = "Aanwezig: A. de Boer\nAfwezig: B. Jansen (vervangen door C. van Dam)"
    absent = lists(tmp_path, head)["absent"]
    assert [(entry.name.full, entry.status) for entry in absent.entries] == [
        ("B. Jansen", None),
        ("C. van Dam", "present"),
    ]


def test_labels_on_one_line(tmp_path: Path) -> None:
    found = lists(
        tmp_path, "Voorzitter: Anna de Boer. Notulist: Bas Jansen.\nAanwezig: Anna de Boer, Cor van Dam"
    )
    assert {role: named(item) for role, item in found.items()} == {
        "chair": ["Anna de Boer"], "note_taker": ["Bas Jansen"], "present": ["Anna de Boer", "Cor van Dam"],
    }  # fmt: skip


def test_what_somebody_is_and_for_whom_they_come(tmp_path: Path) -> None:
    entries = lists(tmp_path, "Aanwezig: A. de Boer (wethouder Waterweert), B. Jansen (beleidsadviseur)")[
        "present"
    ].entries
    assert [(entry.function, entry.organisation) for entry in entries] == [
        ("wethouder Waterweert", "Waterweert"), ("beleidsadviseur", None),
    ]  # fmt: skip


def test_a_hard_wrapped_list(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    lines = [
        "VERSLAG WERKGROEP OEVERS", "", "Datum      : donderdag 4 maart 2021",
        "Deelnemers : Anna de Boer (Waterschap Rijn en Oevers, trekker), Bas van der",
        "             Wal (gemeente Oosterlo), Chantal Dupont (gemeente Zandwolde), Cor",
        "             Smit (Dijken)", "Afgemeld   : Els Vos (Polders)", "", "1. Opening", "",
        "Anna opent de vergadering en heet iedereen welkom, ook degenen die voor het",
        "eerst aanwezig zijn. De agenda blijft zoals hij is en wordt niet aangevuld.",
        "Daarna wordt het verslag van de vorige keer zonder wijzigingen vastgesteld.",
    ]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    found = {item.role: named(item) for item in read(path).lists}
    assert found == {
        "present": ["Anna de Boer", "Bas van der Wal", "Chantal Dupont", "Cor Smit"], "absent": ["Els Vos"],
    }  # fmt: skip


def test_a_list_with_a_person_on_each_line_is_not_a_broken_off_line(tmp_path: Path) -> None:
    found = lists(
        tmp_path,
        "Aanwezig\nmw. A. de Boer (Oevers)\ndhr. B. Jansen, locoburgemeester (Dijken), vervangt dhr. Vos\n"
        "mw. C. van Dam (Polders), tot en met agendapunt 6\ndhr. D. Smit (directeur waterbeheer)",
    )
    assert named(found["present"]) == ["A. de Boer", "B. Jansen", "C. van Dam", "D. Smit"]


@pytest.mark.parametrize("apart", [" ", "\n\n"], ids=["same-line", "next-line"])
def test_who_is_present_behind_those_who_are_not(apart: str, tmp_path: Path) -> None:
    found = lists(
        tmp_path,
        f"Afwezig met kennisgeving: mw. A. de Boer (Oevers) en dhr. B. Jansen (Dijken).{apart}"
        "Van het college zijn aanwezig de wethouders C. van Dam en D. Smit.",
    )
    assert named(found["absent"]) == ["A. de Boer", "B. Jansen"]
    assert named(found["present"]) == ["C. van Dam", "D. Smit"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Aanwezig: Truus Vos (secretaris, notulen)", (None, ("secretary", "note_taker"), None)),
        ("Aanwezig: Truus Vos (architect, Stichting De Es)", ("Stichting De Es", (), None)),
        ("Aanwezig: A. Vos en B. Post (De Es); C. Smit (VVD)", ("De Es", (), None)),
        ("Aanwezig: R. Post, C. Smit en P. Vos, wethouders", (None, (), None)),
        ("Aanwezig vanaf punt 4: J. Vos (De Es)", ("De Es", (), "partial")),
        ("Te gast tot de pauze: wethouder Wim Vos (gemeente Oevers)", ("gemeente Oevers", (), "partial")),
        ("Afwezig: Truus Vos (bestuur), de familie Post", ("bestuur", (), None)),
        ("Aanwezig: Truus Vos (De Es), afwezig wegens ziekte", ("De Es", (), "absent")),
    ],
)
def test_what_is_said_of_a_name_or_of_a_whole_list(
    tmp_path: Path, head: str, told: tuple[object, ...]
) -> None:
    entries = [entry for found in lists(tmp_path, head).values() for entry in found.entries]
    (entry,) = (entry for entry in entries if entry.name.surname == "Vos")
    assert (entry.organisation, entry.offices, entry.status) == told


def test_who_was_there_for_one_item(tmp_path: Path) -> None:
    head = "Aanwezig: A. Post, B. Smit\n\nBij agendapunt 5 was mw. L. Vos (projectleider Brug) aanwezig."
    entries = [entry for found in lists(tmp_path, head).values() for entry in found.entries]
    assert [(e.name.surname, e.status, e.note) for e in entries if e.name.surname == "Vos"] == [
        ("Vos", "partial", "Bij agendapunt 5")
    ]


def test_columns_kept_apart_with_spaces(tmp_path: Path) -> None:
    head = (
        "Aanwezig zijn:\n   J.W. van Dam-Vos         voorzitter\n   mr. E.C. Post            lid\n"
        "   mw. D. Smit              bestuurssecretaris, notulist\n\nMet bericht afwezig is:\n"
        "   G.J. van der Wiel        lid"
    )
    found = lists(tmp_path, head)
    assert [(e.name.full, e.offices) for e in found["present"].entries] == [
        ("J.W. van Dam-Vos", ("chair",)),
        ("E.C. Post", ()),
        ("D. Smit", ("secretary", "note_taker")),
    ]
    assert [e.name.full for e in found["absent"].entries] == ["G.J. van der Wiel"]


def test_a_name_with_initials_and_an_organisation_that_reads_like_a_name(tmp_path: Path) -> None:
    lines = ("Ingrid Haak-de Wit (IH), GGZ De Linie", "Marjan van 't Spijk (MvS), GGD", "Piet Vos (PV)")
    head = "\n - ".join(["AANWEZIG", *lines])
    assert [(e.name.full, e.organisation) for e in lists(tmp_path, head)["present"].entries] == [
        ("Ingrid Haak-de Wit", "GGZ De Linie"),
        ("Marjan van 't Spijk", "GGD"),
        ("Piet Vos", None),
    ]


def test_initials_and_whose_somebody_is_are_no_part_of_the_organisation(tmp_path: Path) -> None:
    head = (
        "Aanwezig\nAnna de Boer (AdB, Oevers)\nC. van Dam (CvD), burgemeester van Dijken\nB. Jansen (BJ, OM)"
    )
    found = lists(tmp_path, head)["present"].entries
    assert [entry.organisation for entry in found] == ["Oevers", "Dijken", "OM"]


def test_who_is_chair_too(tmp_path: Path) -> None:
    found = lists(
        tmp_path, "Aanwezig: Anna de Boer (wethouder Oevers, tevens voorzitter), Bas Jansen (Dijken)"
    )
    assert [entry.offices for entry in found["present"].entries] == [("chair",), ()]


def test_names_below_a_heading_that_groups_them(tmp_path: Path) -> None:
    head = (
        "Aanwezig:\nNamens de gemeenten\n- Oevers: mevr. J. de Boer, burgemeester (voorzitter)\n"
        "- Dijken: dhr. P. Jansen\nOverige leden\n- Politie: dhr. W. Smit\n"
        "Ambtelijk: dhr. R. Mol (secretaris)"
    )
    found = lists(tmp_path, head)["present"].entries
    assert [(entry.name.surname, entry.organisation) for entry in found] == [
        ("Boer", "Oevers"), ("Jansen", "Dijken"), ("Smit", "Politie"), ("Mol", None),
    ]  # fmt: skip
    assert found[0].offices == ("chair",)


def test_names_that_hang_below_a_label_each_on_a_line(tmp_path: Path) -> None:
    head = (
        "AANWEZIG\n"
        "De leden:        mr. J.P. Hagedoorn (Ameringen), voorzitter\n"
        "                 A.R. Lindhout (Kersbergen)\n"
        "                 mevr. Y. Tuinstra (Polderveen)\n"
        "Adviseurs:       R.J.M. Coolen, directeur veiligheidsregio, secretaris\n"
        "                 mevr. L. de Haas, directeur publieke gezondheid\n"
        "Verslaglegging:  Notuleerbureau Van Dam\n\n"
        "AFWEZIG m.k.g.\n"
        "                 H.W. Osinga (Lekstede)\n"
        "                 mevr. K. Pronk (waterschap)\n\n"
    )
    long = "De voorzitter vertelt hoe het gaat met de begroting en de plannen voor het jaar dat komt, zodat\n"
    path = tmp_path / "verslag.txt"
    written = f"Verslag DVO Veenkant 3 maart 2024\n\n{head}1. Opening\n{long * 12}"
    path.write_text(written, encoding="utf-8")
    found = {each.role: each.entries for each in read(path).lists}
    assert [each.name.full for each in found["present"]] == [
        "J.P. Hagedoorn", "A.R. Lindhout", "Y. Tuinstra", "R.J.M. Coolen", "L. de Haas",
    ]  # fmt: skip
    assert [each.name.full for each in found["absent"]] == ["H.W. Osinga", "K. Pronk"]
    assert "note_taker" not in found


def test_a_label_by_itself_whose_colon_stands_behind_a_tab(tmp_path: Path) -> None:
    rows = (
        "Naam\tGemeente / functie",
        "K. van Dam\tOevers / voorzitter",
        "P. Strik\tRuige Weide",
        "J. Vos\tDijken",
    )
    head = "\n".join(("Aanwezig\t:", *rows))
    found = lists(tmp_path, head)["present"].entries
    assert [(entry.name.full, entry.organisation) for entry in found] == [
        ("K. van Dam", "Oevers"), ("P. Strik", "Ruige Weide"), ("J. Vos", "Dijken"),
    ]  # fmt: skip
    assert found[0].offices == ("chair",)


def test_whose_name_is_not_told_is_nobody_and_ends_no_list(tmp_path: Path) -> None:
    found = lists(tmp_path, "Afwezig:\nde burgemeester van Oevers\nH. Pot (Dijken)\nmevr. van Dam")["absent"]
    assert [entry.name.surname for entry in found.entries] == ["Pot", "Dam"]


def test_a_firm_with_its_partners_is_one_organisation(tmp_path: Path) -> None:
    found = lists(tmp_path, "Aanwezig: Piet Haas, Vos & Zn Accountants; Ans Mol & Bert Pot")[
        "present"
    ].entries
    assert [(entry.name.full, entry.organisation) for entry in found] == [
        ("Piet Haas", "Vos & Zn Accountants"), ("Ans Mol", None), ("Bert Pot", None),
    ]  # fmt: skip


def test_labels_with_dots_up_to_their_value(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    rows = (
        "Voorzitter ......... A. Verdam (plv.)",
        "Aanwezig ..... A. Verdam, K. Oss, F. Post",
        "Opening ..... 3",
    )
    head = "\n".join(rows)
    path.write_text(
        f"DVO Veenkant\nVerslag van 22 juni 2023\n\n{head}\n\n1. Opening\nTekst.\n", encoding="utf-8"
    )
    found = {each.role: [entry.name.surname for entry in each.entries] for each in read(path).lists}
    assert found["present"] == ["Verdam", "Oss", "Post"]
