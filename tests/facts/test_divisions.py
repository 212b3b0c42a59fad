"""Portfolios that stand in a list or a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Portfolio
from graph.facts.read import read

HEAD = """# Verslag Bestuurlijk overleg Merendal

Datum: 12 maart 2024
Aanwezig: A. Bakker, C. de Wit, J. Visser, P. Smits

"""
DEPUTIES = """## 2. Verdeling

| Portefeuille | Portefeuillehouder | Plv. |
|---|---|---|
| GHOR | C. de Wit | J. Visser |
| Grondzaken en dierproeven | P. Smits | - |
| Wonen | J. Visser | vacature |
"""
LIST = """## 2. Portefeuilleverdeling

De verdeling is besproken.

- Wonen: mevr. De Wit
- Mobiliteit en Parkeren – J. Visser
- Smits (Onderwijs)
- Erfgoed: vacant
"""
TABLE = """## 2. Verdeling

| Nr | Portefeuille | Bestuurder |
|---|---|---|
| 1 | Wonen | C. de Wit |
| 2 | Mobiliteit, Parkeren | J. Visser |
| 3 | Onderwijs | P. Smits |
| 4 | Erfgoed | vacant |
"""
COLUMNS = """## 2. Overleg

Afgesproken verdeling:

    Wonen                       C. de Wit
    Mobiliteit, Parkeren        J. Visser
    Onderwijs                   P. Smits (had dit al)
    Erfgoed                     nog niemand
"""
ROUND = """## 2. Portefeuilles

- **Wonen:** geen wijzigingen, blijft bij De Wit.
- **Mobiliteit en Parkeren:** Bakker draagt de portefeuille per 1 april over aan Visser.
- **Onderwijs:** ongewijzigd bij mevr. Smits.
- **Erfgoed:** er heeft zich niemand gemeld.
"""
WANTED = {
    ("Wonen", "C. de Wit"),
    ("Mobiliteit", "J. Visser"),
    ("Parkeren", "J. Visser"),
    ("Onderwijs", "P. Smits"),
    ("Erfgoed", None),
}


def portfolios(folder: Path, body: str) -> set[tuple[str | None, str | None]]:
    path = folder / "verslag.md"
    path.write_text(HEAD + body, encoding="utf-8")
    found = read(path)
    for fact in found.facts:
        assert all(found.text[item.start : item.end] == item.quote for item in fact.evidence)
    return {(fact.theme, fact.holder) for fact in found.facts if isinstance(fact, Portfolio)}


@pytest.mark.parametrize("body", [LIST, TABLE, COLUMNS], ids=["list", "table", "columns without a heading"])
def test_a_division_of_portfolios(tmp_path: Path, body: str) -> None:
    assert portfolios(tmp_path, body) == WANTED


def test_a_round_of_portfolios_tells_of_each_behind_its_name(tmp_path: Path) -> None:
    handed_over = {("Mobiliteit", "A. Bakker"), ("Parkeren", "A. Bakker")}
    assert portfolios(tmp_path, ROUND) == WANTED | handed_over


@pytest.mark.parametrize(
    "body",
    [
        "## 2. Rondvraag\n\n- Wonen: mevr. De Wit\n- Smits (Onderwijs)\n",
        "## 2. Acties\n\n| Thema | Actiehouder |\n|---|---|\n| Wonen | C. de Wit |\n",
        "## 2. Inbreng\n\n| Naam | Onderwerp |\n|---|---|\n| C. de Wit | Wonen |\n",
    ],
    ids=["another list", "actions", "another table"],
)
def test_what_is_no_division(tmp_path: Path, body: str) -> None:
    assert portfolios(tmp_path, body) == set()


def test_a_column_of_deputies_and_a_theme_that_no_vocabulary_has(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(HEAD + DEPUTIES, encoding="utf-8")
    told = {(f.theme, f.holder, f.capacity, f.status) for f in read(path).facts if isinstance(f, Portfolio)}
    assert told == {
        ("GHOR", "C. de Wit", "holder", "held"),
        ("GHOR", "J. Visser", "deputy", "held"),
        ("Grondzaken en dierproeven", "P. Smits", "holder", "held"),
        ("Wonen", "J. Visser", "holder", "held"),
        ("Wonen", None, "deputy", "vacant"),
    }


def test_who_laid_a_listed_portfolio_down_does_not_hold_it(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(
        HEAD + "## 2. Portefeuilles\n\n- Wonen: mevr. De Wit heeft deze portefeuille neergelegd.\n",
        encoding="utf-8",
    )
    told = [(f.theme, f.holder, f.status) for f in read(path).facts if isinstance(f, Portfolio)]
    assert told == [("Wonen", "C. de Wit", "ended")]


def test_a_column_tells_since_when(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    head = "| Portefeuille | Portefeuillehouder | Sinds |\n|---|---|---|\n"
    table = f"{head}| Wonen | J. Visser | 1 juni 2023 |\n| GHOR | vacant | |\n"
    path.write_text(f"{HEAD}## 2. Verdeling\n\n{table}", encoding="utf-8")
    told = [
        (f.theme, f.holder, f.start and f.start.start) for f in read(path).facts if isinstance(f, Portfolio)
    ]
    assert told == [("Wonen", "J. Visser", "2023-06-01"), ("GHOR", None, None)]


def test_a_sentence_before_a_colon_is_no_theme(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    line = (
        "Wonen. Na ruim een jaar is deze portefeuille weer belegd: mevr. De Wit is portefeuillehouder Wonen."
    )
    path.write_text(f"{HEAD}## 2. Portefeuilles\n\n{line}\n", encoding="utf-8")
    assert {f.theme for f in read(path).facts if isinstance(f, Portfolio)} == {"Wonen"}
