"""One body under several names: what else goes by its name is brought up to date when that becomes known."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from graph.answers import open_snapshot
from graph.answers.lookup import select
from graph.build import build_store
from graph.store.embedded import dump

MINUTES = {
    "a.txt": "Verslag Bestuurlijk Overleg Schoon Water (BOSW) regio Vechtmond\n\nDatum: 3 maart 2024\n"
    "Aanwezig: dhr. J. Brandsma (voorzitter), mevr. A. Kok, dhr. P. Vos\n\n"
    "1. Opening\nDhr. Brandsma opent de vergadering van het BOSW.\n",
    "b.txt": "BOSW Vechtmond\nVerslag 4 juni 2024\n\nAanwezig: Brandsma, Kok, Vos\n\n"
    "1. Opening\nBrandsma opent de vergadering.\n",
    "c.txt": "Verslag Bestuurlijk Overleg Schoon Water Vechtmond, 5 september 2024\n\n"
    "Aanwezig: dhr. P. Vos, mevr. A. Kok\nAfwezig: Brandsma\n\n1. Opening\nMevr. Kok opent de vergadering.\n",
}


def _written(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_surname_alone_is_who_bears_it_in_that_body(tmp_path: Path) -> None:
    build_store([_written(tmp_path / "minutes")], tmp_path / "store")
    rows = select(open_snapshot(tmp_path / "store"), "queries", "people", asOf="2024-09-05")
    names = sorted({str(row["name"]) for row in rows})
    assert names == ["A. Kok", "J. Brandsma", "P. Vos"]


@pytest.mark.parametrize("order", list(permutations(MINUTES)), ids="".join)
def test_in_whatever_order_they_come(tmp_path: Path, order: tuple[str, ...]) -> None:
    folder = _written(tmp_path / "minutes")
    build_store([folder], tmp_path / "at-once")
    for name in order:
        build_store([folder / name], tmp_path / "one-by-one")
    assert dump(tmp_path / "at-once") == dump(tmp_path / "one-by-one")
