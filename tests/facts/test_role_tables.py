"""Roles that stand in a table, and what lists of names say that people are."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Role, Succession
from graph.facts.read import read

HEAD = """# Verslag stuurgroep Wonen

Datum: 12 maart 2024
Aanwezig: P. Bakker, C. de Wit, J. Visser, M. van Dijk

## 1. Opening

De voorzitter opent de vergadering.

"""
BY_HEADING = """## 2. Trekkers

| Thema | Portefeuillehouder | Ambtelijk trekker |
|---|---|---|
| Wonen | C. de Wit | J. Visser |
| Mobiliteit | P. Bakker | n.t.b. |
"""
BY_FUNCTION = """## 2. Bestuur

| Functie | Naam | Per |
|---|---|---|
| Secretaris | C. de Wit | 1 mei 2024 |
| Penningmeester | vacature | |
"""
WAS_AND_BECOMES = """## 2. Benoemingen

| Commissie | Aftredend lid | Nieuw lid |
|---|---|---|
| kascommissie | J. Visser | M. van Dijk |
| Bezwaarschriften | P. Bakker | vacant |
"""
ACTIONS = """## 2. Acties

| Onderwerp | Trekker | Termijn |
|---|---|---|
| Wonen | C. de Wit | mei |
"""
CANDIDATES = """## 2. Kandidaten

| Functie | Naam | Kandidaat |
|---|---|---|
| Secretaris | C. de Wit | J. Visser |
"""


def _roles(path: Path, text: str) -> list[tuple[str, str | None, str | None, str]]:
    path.write_text(text, encoding="utf-8")
    found = (fact for fact in read(path).facts if isinstance(fact, Role))
    return [(made.role, made.person, made.body or made.theme, made.status) for made in found]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            BY_HEADING,
            [
                ("ambtelijk trekker", "J. Visser", "Wonen", "held"),
                ("ambtelijk trekker", None, "Mobiliteit", "vacant"),
            ],
        ),
        (BY_FUNCTION, [("secretaris", "C. de Wit", None, "held"), ("penningmeester", None, None, "vacant")]),
        (
            WAS_AND_BECOMES,
            [
                ("lid", "J. Visser", "kascommissie", "ended"),
                ("lid", "M. van Dijk", "kascommissie", "held"),
                ("lid", "P. Bakker", "commissie Bezwaarschriften", "ended"),
                ("lid", None, "commissie Bezwaarschriften", "vacant"),
            ],
        ),
        (ACTIONS, []),
        (CANDIDATES, []),
    ],
)
def test_what_a_table_tells(
    table: str, told: list[tuple[str, str | None, str | None, str]], tmp_path: Path
) -> None:
    assert _roles(tmp_path / "x.md", HEAD + table) == told


def test_who_follows_by_a_table(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(HEAD + WAS_AND_BECOMES, encoding="utf-8")
    found = [fact for fact in read(path).facts if isinstance(fact, Succession)]
    assert [(made.predecessor, made.successor, made.body) for made in found] == [
        ("J. Visser", "M. van Dijk", "kascommissie"),
        ("P. Bakker", None, "commissie Bezwaarschriften"),
    ]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (
            "wethouders C. de Wit, J. Visser en M. van Dijk, adviseur R. Mulder",
            [
                ("wethouder", "C. de Wit"),
                ("wethouder", "J. Visser"),
                ("wethouder", "M. van Dijk"),
                ("adviseur", "R. Mulder"),
            ],
        ),
        ("burgemeester P. Bakker (Merendal), T. Vos", [("burgemeester", "P. Bakker")]),
        (
            "wethouder C. de Wit van Almerdam, directeur GGD mevr. P. Smits",
            [("wethouder", "C. de Wit"), ("directeur", "P. Smits")],
        ),
        ("voorzitter P. Bakker, collega T. Vos, raadslid J. Visser, K. Dekker (lid)", []),
    ],
)
def test_a_title_before_a_name_on_a_list(names: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    text = (
        f"# Verslag overleg Merendal\n\nDatum: 12 maart 2024\nAanwezig: {names}\n\n## 1. Opening\n\nWelkom.\n"
    )
    assert [found[:2] for found in _roles(tmp_path / "x.md", text)] == told
