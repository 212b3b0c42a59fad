"""What is closed (*besloten*): a document, an item, what stands behind closed doors; and every fact in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Reading
from graph.facts.read import read

HEAD = """{title}

Datum: 3 maart 2024
Voorzitter: A. de Boer
Aanwezig: A. de Boer, B. Jansen, C. van Dam
{label}
"""
BODY = """1. Opening
Dhr. Jansen vraagt om een portefeuillehouder Jeugdzorg.

2. {second}
Mevr. Van Dam stuurt het plan vóór 1 mei 2024 rond.
{sentence}
3. {third}
Dhr. Jansen zegt toe de notitie te maken.
{again}
4. Sluiting
Mevr. Van Dam dankt iedereen en meldt dat zij een afspraak maakt.
"""
USUAL = {
    "title": "Verslag Stuurgroep Rivierenland", "label": "", "second": "Plan", "sentence": "",
    "third": "Notitie", "again": "",
}  # fmt: skip


def reading(folder: Path, **words: str) -> Reading:
    path = folder / "verslag.txt"
    path.write_text((HEAD + BODY).format(**(USUAL | words)), encoding="utf-8")
    return read(path)


def closed_items(found: Reading) -> list[str]:
    return [item.name for item in found.agenda if item.publicity == "closed"]


def closed_facts(found: Reading) -> set[str | None]:
    return {fact.agenda_item for fact in found.facts if found.publicity_of(fact) == "closed"}


def test_ordinary_minutes_are_public(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert found.document.publicity == "public"
    assert closed_items(found) == []
    assert not any(found.publicity_of(fact) == "closed" for fact in found.facts)


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Verslag besloten vergadering Stuurgroep Rivierenland"},
        {"title": "Besloten verslag Stuurgroep Rivierenland"},
        {"title": "Verslag Stuurgroep Rivierenland (besloten)"},
        {"label": "Openbaarheid: besloten"},
        {"label": "Classificatie: vertrouwelijk"},
    ],
)
def test_a_closed_document_closes_all_that_is_in_it(tmp_path: Path, words: dict[str, str]) -> None:
    found = reading(tmp_path, **words)
    assert found.document.publicity == "closed"
    assert len(closed_items(found)) == len(found.agenda)
    assert found.facts
    assert all(found.publicity_of(fact) == "closed" for fact in found.facts)


@pytest.mark.parametrize(
    "words",
    [
        {"title": "Openbare besluitenlijst van de besloten vergadering Stuurgroep Rivierenland"},
        {"label": "Status: vastgesteld"},
        {"second": "Wat er is besloten over het plan"},
        {"sentence": "Aldus is besloten."},
    ],
)
def test_words_that_look_alike_close_nothing(tmp_path: Path, words: dict[str, str]) -> None:
    found = reading(tmp_path, **words)
    assert found.document.publicity == "public"
    assert closed_items(found) == []


@pytest.mark.parametrize("second", ["Plan (besloten)", "Besloten: het plan", "Plan – niet openbaar"])
def test_an_item_can_be_closed_alone(tmp_path: Path, second: str) -> None:
    found = reading(tmp_path, second=second)
    assert closed_items(found) == ["2"]
    assert closed_facts(found) == {"2"}


def test_a_closed_part_lasts_until_the_public_part(tmp_path: Path) -> None:
    found = reading(tmp_path, second="Besloten deel", third="Openbaar deel")
    assert closed_items(found) == ["2"]
    assert closed_items(reading(tmp_path, second="Besloten deel")) == ["2", "3", "4"]


def test_closed_doors_close_their_item_and_the_next_until_they_open(tmp_path: Path) -> None:
    doors = "De vergadering wordt in beslotenheid voortgezet.\n"
    assert closed_items(reading(tmp_path, sentence=doors)) == ["2", "3", "4"]
    again = "De voorzitter heropent de openbare vergadering.\n"
    assert closed_items(reading(tmp_path, sentence=doors, again=again)) == ["2", "3"]
