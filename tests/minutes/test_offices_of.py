"""Labels that name one office of a meeting, or two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.minutes.labels import offices_of
from graph.minutes.read import read

LABELS = {
    "Secretaris/notulist": ("secretary", "note_taker"),
    "Secretaris en notulist": ("secretary", "note_taker"),
    "Ambtelijk secretaris / verslag": ("secretary", "note_taker"),
    "Secr./not.": ("secretary", "note_taker"),
    "Voorzitter & secretaris": ("chair", "secretary"),
    "Secretaris (tevens notulist)": ("secretary", "note_taker"),
    "Plv. voorzitter": ("deputy_chair",),
    "Datum en plaats": (),
    "Secretaris en leden": (),
    "Aanwezig": (),
}


@pytest.mark.parametrize("label", LABELS)
def test_the_offices_of_a_label(label: str) -> None:
    assert offices_of(label) == LABELS[label]


@pytest.mark.parametrize(
    "head",
    [
        "Voorzitter: P. Pot, secretaris: A. Vos",
        "Vz: P. Pot; secr.: A. Vos",
        "Voorzitter: P. Pot\nSecretaris/notulist: A. Vos",
    ],
)
def test_offices_on_one_line_and_on_two(tmp_path: Path, head: str) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text(
        f"Verslag Werkgroep Oevers\n\nDatum: 3 maart 2024\n{head}\n\n1. Opening\nTekst.\n", encoding="utf-8"
    )
    found = {each.role: [entry.name.full for entry in each.entries] for each in read(path).lists}
    assert found["chair"] == ["P. Pot"]
    assert found["secretary"] == ["A. Vos"]
