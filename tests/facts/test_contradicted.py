"""What the minutes say against their own lists: somebody absent who speaks, more votes than people."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Conflict
from graph.facts.read import read

_HEAD = """# Verslag Vereniging Oevers

Datum: 3 maart 2024
Aanwezig: Anna de Boer (voorzitter), Bas Jansen, Cor van Dam, Dirk Smit, Fenna Post, Gerda Kok, Hans Mol
Afwezig: Els Vos

## 1. Opening

"""


def _claims(folder: Path, said: str) -> list[tuple[str, str]]:
    path = folder / "x.md"
    path.write_text(f"{_HEAD}{said}\n", encoding="utf-8")
    return [(fact.about, fact.claim) for fact in read(path).facts if isinstance(fact, Conflict)]


def test_who_is_absent_and_speaks(tmp_path: Path) -> None:
    found = _claims(tmp_path, "Els Vos vraagt wanneer de dijk klaar is.")
    assert found == [("Els Vos", "staat bij de afwezigen, maar neemt deel aan het gesprek")]


@pytest.mark.parametrize(
    "said",
    [
        "Bas Jansen vraagt wanneer de dijk klaar is.",
        "Els Vos heeft vooraf laten weten dat de dijk klaar is.",
        "De vraag van Els Vos wordt doorgeschoven.",
    ],
)
def test_who_is_there_or_only_named(tmp_path: Path, said: str) -> None:
    assert _claims(tmp_path, said) == []


def test_more_votes_than_people(tmp_path: Path) -> None:
    found = _claims(
        tmp_path, "Er zijn 20 leden aanwezig. Er wordt gestemd: 15 voor, 4 tegen, 3 onthoudingen."
    )
    assert found == [("aantal stemmen", "22 stemmen geteld, 20 aanwezigen")]


@pytest.mark.parametrize(
    "said",
    [
        "Er zijn 20 leden aanwezig. Er wordt gestemd: 15 voor, 4 tegen, 1 onthouding.",
        "Er zijn 20 leden aanwezig, 3 met een volmacht. Er wordt gestemd: 15 voor, 4 tegen, 3 onthoudingen.",
    ],
)
def test_votes_that_may_be_right(tmp_path: Path, said: str) -> None:
    assert _claims(tmp_path, said) == []
