"""Heads that are written out, set in columns by hand, or mark presence below a date."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Attendance, Office, Role
from graph.facts.read import read

_TOP = "Verslag Bestuurlijk Overleg Zuid\n3 mei 2023\n\n"
_REST = "\n\n1. Opening\nDe voorzitter opent de vergadering.\n"


def _read(folder: Path, head: str, name: str = "x.txt") -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Who was there and how, who had which office, and the roles, of minutes with this head."""
    path = folder / name
    path.write_text(f"{_TOP}{head}{_REST}", encoding="utf-8")
    facts = read(path).facts
    return (
        {fact.person: fact.status for fact in facts if isinstance(fact, Attendance)},
        {fact.office: fact.person for fact in facts if isinstance(fact, Office)},
        {f"{fact.role} {fact.person} {fact.body or ''}".strip() for fact in facts if isinstance(fact, Role)},
    )


def test_a_head_in_sentences(tmp_path: Path) -> None:
    there, offices, roles = _read(
        tmp_path,
        "Aanwezig zijn de burgemeesters Vink (Tielderwaard, voorzitter) en Ruijs (Neerwaard), alsmede "
        "de heer mr. K. Bontekoe (secretaris-directeur). De heer Oerlemans (waterschap) woont de vergadering "
        "bij vanaf agendapunt 4. Bericht van verhindering is ontvangen van de heer Tromp (Hagebeek); hij "
        "laat zich vertegenwoordigen door wethouder Ten Cate. De verslaglegging berust bij mevrouw De Bie.",
    )
    assert there["K. Bontekoe"] == "present"
    assert there["Oerlemans"] == "partial"
    assert there["Tromp"] == "absent"
    assert there["ten Cate"] == "present"
    assert offices["chair"] == "Vink"
    assert offices["note_taker"] == "de Bie"
    assert "burgemeester Ruijs Neerwaard" in roles


def test_rows_below_a_label_each_with_what_somebody_is(tmp_path: Path) -> None:
    there, offices, roles = _read(
        tmp_path,
        "Aanwezig:\n"
        "   burgemeester        mr. T.A. Lindeboom (voorzitter)\n"
        "   wethouders          H. ten Vergert, R. Yildirim\n"
        "   gemeentesecretaris  drs. W. Kamphorst\n"
        "Met kennisgeving afwezig:\n"
        "   wethouder           B. Snellenberg",
    )
    assert {name for name, status in there.items() if status == "present"} == {
        "T.A. Lindeboom",
        "H. ten Vergert",
        "R. Yildirim",
        "W. Kamphorst",
    }
    assert there["B. Snellenberg"] == "absent"
    assert offices["chair"] == "T.A. Lindeboom"
    assert {"wethouder R. Yildirim", "gemeentesecretaris W. Kamphorst"} <= roles


def test_a_column_of_presence_below_a_date(tmp_path: Path) -> None:
    there, offices, roles = _read(
        tmp_path,
        "| Naam | Organisatie | Rol | 18-4 |\n|---|---|---|---|\n"
        "| Petra Valk | gemeente Oevers | burgemeester, voorzitter | aanwezig |\n"
        "| Aisha Bouk | OM | officier van justitie | afwezig |\n"
        "| Mieke van Lith | RIEC | procesregisseur | aanwezig tot 11.00 |\n",
        "x.md",
    )
    assert there == {"Petra Valk": "present", "Aisha Bouk": "absent", "Mieke van Lith": "partial"}
    assert offices == {"chair": "Petra Valk"}
    assert "burgemeester Petra Valk gemeente Oevers" in roles


@pytest.mark.parametrize("label", ["Niet er:", "Wie niet?"])
def test_labels_of_absence_in_plain_words(tmp_path: Path, label: str) -> None:
    there, _, _ = _read(tmp_path, f"Er: Femke Aalders (vz), Joost Piek\n{label} Cor Nanning\n")
    assert there.get("Cor Nanning") == "absent"
    assert there["Femke Aalders"] == "present"


def test_who_stands_in_for_the_chair_is_not_the_chair(tmp_path: Path) -> None:
    _, offices, _ = _read(tmp_path, "Voorzitter: M. Brands (plaatsvervangend)\nAanwezig: A. Vos, B. Smit\n")
    assert offices == {"deputy_chair": "M. Brands"}


def test_words_behind_a_name_written_short(tmp_path: Path) -> None:
    there, _, roles = _read(
        tmp_path,
        "Aanwezig: T. Raven (voorzitter), J. Drent (JD, wnd. bgm Oevers), "
        "Y. Demir (YD, gem. Hoogwaard; pt 3), I. Smink (OM, i.p.v. C. Wolters)",
    )
    assert "waarnemend burgemeester J. Drent Oevers" in roles
    assert there["Y. Demir"] == "partial"
    assert "C. Wolters" not in there


def test_the_day_of_the_week_is_no_part_of_the_body(tmp_path: Path) -> None:
    for title in (
        "Verslag van het DVS Zuidwaard op donderdagmiddag 12 oktober 2023",
        "DVS Zuidwaard // do 12-10-2023",
    ):
        path = tmp_path / "x.txt"
        path.write_text(f"{title}\n\nAanwezig: A. Vos, B. Smit\n{_REST}", encoding="utf-8")
        assert read(path).meeting.body == "DVS Zuidwaard"


def test_an_action_that_begins_with_a_word_for_a_list_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    table = "| Nr | Wat | Wie |\n|---|---|---|\n| 34 | Deelnemerslijst nalopen | Vos |\n"
    path.write_text(
        f"{_TOP}Aanwezig: A. Vos, B. Smit\n\n## 1 Start\n\nTekst.\n\n## 2 Acties\n\n{table}", encoding="utf-8"
    )
    names = [fact.person for fact in read(path).facts if isinstance(fact, Attendance)]
    assert names == ["A. Vos", "B. Smit"]
