"""Other sources than minutes, two meetings in one file, concept and adopted."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build.build import build_store
from graph.errors import InputError
from graph.facts.model import Attendance, Decision, Portfolio, Role
from graph.facts.read import read

MINUTES = """# Verslag Werkgroep Oevers

Datum: 3 maart 2024
Aanwezig: A. de Boer, B. Jansen

## 1. Opening

De agenda wordt vastgesteld.

## 2. Planning

Dhr. Jansen stuurt de planning rond.

"""
ANNEX = """# Bijlage: Verslag werkgroep Milieu, 9 januari 2024

Aanwezig: Karin Nijhuis (vz), Peter Hamstra

1. Memo

De werkgroep stemt in met de memo.
"""
DIVISION = """# Portefeuilleverdeling bestuur Oevers

| Portefeuille | Portefeuillehouder |
|---|---|
| Wonen | Anna de Boer |
| Onderwijs | Bas Jansen |
| Erfgoed | vacant |
"""
MEMBERS = """# Ledenlijst stuurgroep Oevers

| Naam | Gemeente | Functie |
|---|---|---|
| Anna de Boer | Waterweert | burgemeester |
| Bas Jansen | Zandwolde | wethouder |
"""


def written(folder: Path, text: str, name: str = "x.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_minutes_of_another_body_are_left_alone_and_reported(tmp_path: Path) -> None:
    found = read(written(tmp_path, MINUTES + ANNEX))
    assert {fact.person for fact in found.facts if isinstance(fact, Attendance)} == {
        "A. de Boer",
        "B. Jansen",
    }
    assert all("memo" not in fact.text for fact in found.facts if isinstance(fact, Decision))
    assert "Milieu" not in found.text
    assert any("werkgroep Milieu" in warning for warning in found.warnings)


def test_an_annex_that_is_no_report_stays(tmp_path: Path) -> None:
    found = read(written(tmp_path, MINUTES + "# Bijlage: planning\n\nIn mei 2024 begint de bouw.\n"))
    assert "begint de bouw" in found.text
    assert found.warnings == ()


def test_what_is_taken_from_other_minutes_is_left_alone(tmp_path: Path) -> None:
    text = (
        MINUTES
        + "## Bijlage\n\n### Uit het verslag van de programmaraad\n\nDe raad is akkoord met de memo.\n"
    )
    found = read(written(tmp_path, text))
    assert "akkoord" not in found.text
    assert any("programmaraad" in warning for warning in found.warnings)


def test_a_division_of_portfolios_needs_no_meeting(tmp_path: Path) -> None:
    found = read(written(tmp_path, DIVISION))
    held = {(fact.theme, fact.holder, fact.status) for fact in found.facts if isinstance(fact, Portfolio)}
    assert found.document.sort == "portfolio_division"
    assert (found.meeting.date, found.meeting.body) == (None, "bestuur Oevers")
    assert held == {
        ("Wonen", "Anna de Boer", "held"), ("Onderwijs", "Bas Jansen", "held"), ("Erfgoed", None, "vacant"),
    }  # fmt: skip


def test_a_member_list_says_who_belongs_and_not_who_was_there(tmp_path: Path) -> None:
    found = read(written(tmp_path, MEMBERS))
    roles = {(fact.role, fact.person, fact.body) for fact in found.facts if isinstance(fact, Role)}
    assert found.document.sort == "member_list"
    assert not [fact for fact in found.facts if isinstance(fact, Attendance)]
    assert roles == {
        ("lid", "Anna de Boer", "stuurgroep Oevers"), ("burgemeester", "Anna de Boer", "Waterweert"),
        ("lid", "Bas Jansen", "stuurgroep Oevers"), ("wethouder", "Bas Jansen", "Zandwolde"),
    }  # fmt: skip


def test_what_has_no_date_cannot_be_built(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="geen datum"):
        build_store([written(tmp_path, DIVISION)], tmp_path / "store")


@pytest.mark.parametrize(
    ("change", "version"),
    [
        (("# Verslag", "# Concept-verslag"), "concept"),
        (("Datum:", "Status: concept\nDatum:"), "concept"),
        (("Datum:", "Status: vastgesteld\nDatum:"), "adopted"),
        (
            ("stuurt de planning rond.", "is er.\n\nAldus vastgesteld in de vergadering van 2 april 2024."),
            "adopted",
        ),
        (("Werkgroep", "Werkgroep"), None),
    ],
)
def test_concept_and_adopted_are_told_apart(
    change: tuple[str, str], version: str | None, tmp_path: Path
) -> None:
    found = read(written(tmp_path, MINUTES.replace(*change)))
    assert (found.document.version, found.document.sort) == (version, "minutes")
    assert found.meeting.body == "Werkgroep Oevers"


def test_a_decision_list(tmp_path: Path) -> None:
    text = """# Besluitenlijst college Waterweert

Datum: 3 maart 2024
Aanwezig: A. de Boer, B. Jansen

| Nr. | Onderwerp | Portefeuillehouder | Besluit |
|---|---|---|---|
| 1 | Jaarverslag leerplicht | A. de Boer | voor kennisgeving aangenomen |
| 2 | Parkeerverbod Molenstraat | B. Jansen | aangehouden |
| 3 | Subsidie museum | B. Jansen | conform |
"""
    found = read(written(tmp_path, text))
    decided = [(fact.text, fact.outcome) for fact in found.facts if isinstance(fact, Decision)]
    assert found.document.sort == "decision_list"
    assert decided == [
        ("Jaarverslag leerplicht: voor kennisgeving aangenomen", "noted"),
        ("Parkeerverbod Molenstraat: aangehouden", "deferred"),
        ("Subsidie museum: conform", "adopted"),
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "# Bestuurlijke Tafel Oevers\n\n**Notulen van 3 maart 2024** (13.00 uur, kazerne Oevers)",
            "Bestuurlijke Tafel Oevers",
        ),
        (
            "Overleg Wonen Oevers\nVerslag van de vergadering van 3 maart 2024, in het gemeentehuis van Duin",
            "Overleg Wonen Oevers",
        ),
        (
            "MOBILITEITSBERAAD OEVERS (MBO)\nbesluitenlijst met uitleg\n\n3 maart 2024\n\n3 STUURGROEPEN",
            "Mobiliteitsberaad Oevers",
        ),
        ("Kenniskamer Water Oevers\n\nVerslag 3 maart 2024", "Kenniskamer Water Oevers"),
        ("Verslag Centrum voor Jeugd en Gezin Oevers, 3 maart 2024", "Centrum voor Jeugd en Gezin Oevers"),
    ],
)
def test_the_body_is_not_the_place_of_the_meeting_nor_an_item(tmp_path: Path, head: str, body: str) -> None:
    attended = "Aanwezig: J. Bakker, P. Visser\n\n1. Opening\nDe voorzitter opent.\n"
    assert read(written(tmp_path, f"{head}\n\n{attended}")).meeting.body == body


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Bestuurlijk Overleg Oevers", "overleg"),
        ("Mobiliteitsberaad Oevers", "beraad"),
        ("Bestuurlijke Tafel Oevers", "tafel"),
        ("Commissie Bestuur en Middelen", "commissie"),
        ("Algemeen Bestuur Oevers", "bestuur"),
    ],
)
def test_the_kind_of_a_body_is_the_word_that_its_name_is_about(tmp_path: Path, body: str, kind: str) -> None:
    assert read(written(tmp_path, MINUTES.replace("Werkgroep Oevers", body))).meeting.kind == kind


def test_a_time_behind_the_place_is_no_part_of_it(tmp_path: Path) -> None:
    told = MINUTES.replace("Datum:", "Locatie: De Kolk, Oevers | 9.30 - 11.30 uur\nDatum:")
    meeting = read(written(tmp_path, told)).meeting
    assert (meeting.place, meeting.start, meeting.end) == ("De Kolk, Oevers", "09:30", "11:30")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "VERSLAG WERKGROEP - 3 MAART 2024\nStadhuis Oevers, 13.00 tot 15.30 uur",
            ("Stadhuis Oevers", "13:00", "15:30"),
        ),
        (
            "Verslag van de vergadering op 3 maart 2024\nGemeentehuis Dijken, raadzaal. Aanvang 13.30 uur.",
            ("Gemeentehuis Dijken", "13:30", None),
        ),
        (
            "Verslag 3 maart 2024, 9.30 uur, gemeentehuis Dijken (trouwzaal)",
            ("gemeentehuis Dijken (trouwzaal)", "09:30", None),
        ),
    ],
)
def test_place_and_time_beside_the_date_or_on_the_line_below(
    tmp_path: Path, head: str, told: tuple[str | None, ...]
) -> None:
    text = f"{head}\n\nAanwezig: A. de Boer, B. Jansen\n\n1. Opening\nTekst.\n"
    meeting = read(written(tmp_path, text)).meeting
    assert (meeting.place, meeting.start, meeting.end) == told


def test_the_hall_in_a_title_is_not_the_body(tmp_path: Path) -> None:
    title = "Verslag van de bijeenkomst op 3 maart 2024 in de Beurs te Dijken, aanvang 14.00 uur"
    text = f"Werkgroep Oevers\n\n{title}\n\nAanwezig: A. de Boer, B. Jansen\n\n1. Opening\nTekst.\n"
    assert read(written(tmp_path, text)).meeting.body == "Werkgroep Oevers"
