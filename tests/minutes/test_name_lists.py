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
    "Aanwezig (3 personen): A. de Boer, B. Jansen, C. van Dam,": ["A. de Boer", "B. Jansen", "C. van Dam"],
}  # fmt: skip


@pytest.mark.parametrize(("head", "names"), SHAPES.items(), ids=str)
def test_who_is_present(head: str, names: list[str], tmp_path: Path) -> None:
    assert named(lists(tmp_path, head)["present"]) == names


@pytest.mark.parametrize(
    "label", ["Afwezig", "Afgemeld", "Met kennisgeving afwezig", "Bericht van verhindering", "Verhinderd"]
)
def test_who_is_absent(label: str, tmp_path: Path) -> None:
    absent = lists(tmp_path, f"{label}: D. Smit, E. van der Meer")["absent"]
    assert named(absent) == ["D. Smit", "E. van der Meer"]


def test_what_stands_behind_a_name(tmp_path: Path) -> None:
    head = "Aanwezig: A. de Boer (Oevers)(vz), B. Jansen (vanaf agendapunt 3), C. van Dam (Oevers, notulist)"
    found = lists(tmp_path, head)
    chair, late, writer = found["present"].entries
    assert (chair.organisation, chair.office, chair.status) == ("Oevers", "chair", None)
    assert (late.organisation, late.note, late.status) == (None, "vanaf agendapunt 3", "partial")
    assert (writer.organisation, writer.office) == ("Oevers", "note_taker")


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
