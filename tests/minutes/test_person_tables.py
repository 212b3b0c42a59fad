"""Tables of persons: columns by their headings or by what stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.minutes.model import NameList
from graph.minutes.read import read

HEAD = "# Verslag Werkgroep Oevers\n\nDatum: 3 maart 2024\n\n"
BODY = "\n\n## 1. Opening\n\nDe agenda is besproken.\n"


def lists(folder: Path, head: str) -> list[NameList]:
    path = folder / "x.md"
    path.write_text(HEAD + head + BODY, encoding="utf-8")
    return list(read(path).lists)


def found(folder: Path, head: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Name → status (as the list and the entry say it), organisation and office."""
    return {
        entry.name.full: (entry.status or item.role, entry.organisation, next(iter(entry.offices), None))
        for item in lists(folder, head)
        for entry in item.entries
    }


def test_a_column_of_names_and_one_of_organisations(tmp_path: Path) -> None:
    table = (
        "## Aanwezigen\n\n| Naam | Organisatie |\n|---|---|\n"
        "| Boer, Anna de | Oevers |\n| Bas Jansen | Dijken |\n"
    )
    assert found(tmp_path, table) == {
        "Anna de Boer": ("present", "Oevers", None), "Bas Jansen": ("present", "Dijken", None),
    }  # fmt: skip


def test_first_name_and_surname_in_columns_of_their_own(tmp_path: Path) -> None:
    table = (
        "## Afwezig / afgemeld\n\n| Voornaam | Achternaam | Organisatie |\n|---|---|---|\n"
        "| Anna | de Boer | Oevers |\n| Bas | Jansen | |\n| | | |\n"
    )
    assert found(tmp_path, table) == {
        "Anna de Boer": ("absent", "Oevers", None), "Bas Jansen": ("absent", None, None),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("ja", "present"),
        ("aanwezig", "present"),
        ("ja (tot 11.15 uur)", "partial"),
        ("aanwezig bij punt 4 en 5", "partial"),
        ("nee", "absent"),
        ("afwezig m.k.", "absent"),
        ("nee (bericht van verhindering)", "absent"),
    ],
)
def test_a_column_of_marks(mark: str, status: str, tmp_path: Path) -> None:
    table = (
        "| Naam | Rol | Aan-/afwezig |\n|---|---|---|\n"
        f"| Anna de Boer | voorzitter | {mark} |\n| Bas Jansen | lid | ja |\n"
    )
    assert found(tmp_path, table)["Anna de Boer"] == (status, None, "chair")


def test_two_columns_of_marks(tmp_path: Path) -> None:
    table = "| Naam | Aanwezig | Afwezig |\n|---|---|---|\n| Anna de Boer | x | |\n| Bas Jansen | | x |\n"
    assert {name: status for name, (status, _, _) in found(tmp_path, table).items()} == {
        "Anna de Boer": "present", "Bas Jansen": "absent",
    }  # fmt: skip


def test_marks_before_the_names(tmp_path: Path) -> None:
    table = "| Aanwezig | Naam |\n|---|---|\n| x | Anna de Boer |\n| nee | Bas Jansen |\n"
    assert {name: status for name, (status, _, _) in found(tmp_path, table).items()} == {
        "Anna de Boer": "present", "Bas Jansen": "absent",
    }  # fmt: skip


def test_a_column_without_a_heading_says_what_somebody_is(tmp_path: Path) -> None:
    table = (
        "| Naam | Organisatie | |\n|---|---|---|\n| Anna de Boer | Oevers | voorzitter |\n"
        "| Bas Jansen | Dijken | afwezig |\n| Cor van Dam | Polders | |\n"
    )
    assert found(tmp_path, table) == {
        "Anna de Boer": ("present", "Oevers", "chair"),
        "Bas Jansen": ("absent", "Dijken", None),
        "Cor van Dam": ("present", "Polders", None),
    }


def test_present_and_absent_side_by_side(tmp_path: Path) -> None:
    table = (
        "| Aanwezig | Afwezig |\n|---|---|\n| Anna de Boer, Oevers<br>Bas Jansen, Dijken | Cor van Dam |\n"
    )
    assert {name: status for name, (status, _, _) in found(tmp_path, table).items()} == {
        "Anna de Boer": "present", "Bas Jansen": "present", "Cor van Dam": "absent",
    }  # fmt: skip


def test_groups_of_a_council(tmp_path: Path) -> None:
    table = (
        "| | |\n|---|---|\n| Voorzitter | mw. A. de Boer |\n| Lokaal (2) | B. Jansen, mw. C. Smit |\n"
        "| De Brug (1) | D. van Dam (vanaf agendapunt 2) |\n| Samen (1) | E. Vos |\n| Afwezig | F. Mol |\n"
    )
    assert found(tmp_path, table) == {
        "A. de Boer": ("present", None, None),
        "B. Jansen": ("present", "Lokaal", None),
        "C. Smit": ("present", "Lokaal", None),
        "D. van Dam": ("partial", "De Brug", None),
        "E. Vos": ("present", "Samen", None),
        "F. Mol": ("absent", None, None),
    }


def test_members_are_not_present_where_a_list_says_who_was(tmp_path: Path) -> None:
    text = (
        "Aanwezig: A. de Boer, B. Jansen\n\n| Leden | Organisatie |\n|---|---|\n"
        "| A. de Boer | Oevers |\n| C. Smit | Dijken |\n"
    )
    assert {item.role for item in lists(tmp_path, text)} == {"present", "members"}


def test_members_are_who_was_there_where_nothing_else_is_said(tmp_path: Path) -> None:
    text = "Leden: de heer A. de Boer (Oevers), mevrouw B. Jansen\nNamens het college: de heer C. Smit\n"
    assert set(found(tmp_path, text)) == {"A. de Boer", "B. Jansen", "C. Smit"}
    assert {status for status, _, _ in found(tmp_path, text).values()} == {"present"}


def test_an_action_table_lists_nobody(tmp_path: Path) -> None:
    table = (
        "| Actie | Wie | Status |\n|---|---|---|\n"
        "| Planning maken | Anna de Boer | open |\n| Brief sturen | Bas Jansen | open |\n"
    )
    assert lists(tmp_path, table) == []


def test_who_represents_whom_and_who_only_votes_by_proxy(tmp_path: Path) -> None:
    table = (
        "## Presentie\n\n| Gemeente | Vertegenwoordigd door | Stemmen |\n|---|---|---|\n"
        "| Oevers | Anna de Boer (burgemeester) | 3 |\n| Dijken | Bas Jansen en Cor Smit | 6 |\n"
        "| Weiden | geen afvaardiging | 2 |\n| Polders | bij volmacht: Anna de Boer | 1 |\n\n"
        "Namens het bestuur: Dirk Vos (voorzitter), Els Mol (penningmeester), Frits Bos (bestuurslid).\n"
        "Bureau: Gea Kok (directeur), Henk Pot (verslag).\nVerhinderd: Ina Tol (lid), Jan Post (Weiden).\n"
    )
    assert found(tmp_path, table) == {
        "Anna de Boer": ("present", "Oevers", None),
        "Bas Jansen": ("present", "Dijken", None),
        "Cor Smit": ("present", "Dijken", None),
        "Dirk Vos": ("present", "bestuur", "chair"),
        "Els Mol": ("present", "bestuur", None),
        "Frits Bos": ("present", "bestuur", None),
        "Gea Kok": ("present", "Bureau", None),
        "Henk Pot": ("present", "Bureau", "note_taker"),
        "Ina Tol": ("absent", None, None),
        "Jan Post": ("absent", "Weiden", None),
    }


def test_who_came_on_behalf_of_somebody_is_no_part_of_the_absent_above(tmp_path: Path) -> None:
    head = (
        "Aanwezig: Anna de Boer, Bas Jansen, Cor Smit\nAfwezig: Els Mol\n"
        "Namens het college: wethouders Dirk Vos, Gea Kok en Ina Tol\n"
    )
    assert {name: told[0] for name, told in found(tmp_path, head).items()} == {
        "Anna de Boer": "present", "Bas Jansen": "present", "Cor Smit": "present", "Els Mol": "absent",
        "Dirk Vos": "present", "Gea Kok": "present", "Ina Tol": "present",
    }  # fmt: skip


def test_a_row_that_says_who_was_not_there_a_dash_and_an_office_beside(tmp_path: Path) -> None:
    table = (
        "**Aanwezigen**\n\n| Naam | Namens | |\n|---|---|---|\n| Anna de Boer | Oevers | voorzitter |\n"
        "| Bas Jansen | Dijken | |\n| *Niet aanwezig* | | |\n| Cor Smit | Polders | |\n"
    )
    assert found(tmp_path, table) == {
        "Anna de Boer": ("present", "Oevers", "chair"),
        "Bas Jansen": ("present", "Dijken", None),
        "Cor Smit": ("absent", "Polders", None),
    }
    marked = (
        "| Naam | Namens | Aanw. |\n|---|---|---|\n| A. de Boer | Oevers | x |\n| B. Jansen | Dijken | - |\n"
    )
    assert {name: told[0] for name, told in found(tmp_path, marked).items()} == {
        "A. de Boer": "present", "B. Jansen": "absent",
    }  # fmt: skip
