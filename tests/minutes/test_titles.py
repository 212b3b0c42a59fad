"""Titles as secretaries write them: which body met, when, from when until when, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.minutes.read import read

_BEHIND = (
    "\n\nAanwezig: A. Bakker (vz), B. de Groot, C. Smit\n\n1. Opening\nDe voorzitter opent.\n\n"
    "2. Rondvraag\nMevrouw Smit vraagt aandacht voor de begroting.\n"
)
_TITLES = (
    (
        "Bestuurlijk Platform Wonen (BPW) Breemark\n11 april 2024, 9.30-11.50, Stadhuis",
        ("Bestuurlijk Platform Wonen Breemark", "2024-04-11", "09:30", "11:50", "Stadhuis"),
    ),
    (
        "DISTRICTELIJK VEILIGHEIDSOVERLEG BREEMARK\nVerslag, 11 april 2024 (9.30-11.50, Stadhuis)",
        ("Districtelijk Veiligheidsoverleg Breemark", "2024-04-11", "09:30", "11:50", "Stadhuis"),
    ),
    (
        "DVO Breemark 10-10-2024 | verslag (vastgesteld)\n\nLocatie: raadszaal Brug. 9:00 tot 11:35.",
        ("DVO Breemark", "2024-10-10", "09:00", "11:35", "raadszaal Brug"),
    ),
    (
        (
            "Stuurgroep Zorg en Veiligheid, district Breemark\n\n"
            "Verslag van de bijeenkomst van 21 maart 2024, 10:00 – 11:40 uur, Veiligheidshuis te Kers"
        ),
        ("Stuurgroep Zorg en Veiligheid", "2024-03-21", "10:00", "11:40", None),
    ),
    (
        "STUURGROEP GEORGANISEERDE CRIMINALITEIT\n2e vergadering, 13 maart 2025, RIEC-kantoor, 14.00-15.30u",
        ("Stuurgroep Georganiseerde Criminaliteit", "2025-03-13", "14:00", "15:30", "RIEC-kantoor"),
    ),
    (
        "Conceptverslag Algemeen Bestuur Veiligheidsregio Zuidrand, vergadering van woensdag 3 juli 2024",
        ("Algemeen Bestuur Veiligheidsregio Zuidrand", "2024-07-03", None, None, None),
    ),
    (
        "VEILIGHEIDSREGIO ZUIDRAND\nVerslag van de vergadering van het algemeen bestuur, 3 juli 2024",
        ("algemeen bestuur Veiligheidsregio Zuidrand", "2024-07-03", None, None, None),
    ),
    (
        "Regionaal Veiligheidsoverleg | 6 februari 2024 | 9:30-11:00",
        ("Regionaal Veiligheidsoverleg", "2024-02-06", "09:30", "11:00", None),
    ),
    (
        "Verslag AB 27-3-2024\nGGD Noorderkwartier",
        ("AB GGD Noorderkwartier", "2024-03-27", None, None, None),
    ),
    (
        "Actie- en besluitenlijst Kerngroep Ondermijning (20 mei 2025, 10.00-11.30)",
        ("Kerngroep Ondermijning", "2025-05-20", "10:00", "11:30", None),
    ),
    (
        "MEMO\nAan: deelnemers\nBetreft: verslag Driehoek Weerveld 4 maart 2025",
        ("Driehoek Weerveld", "2025-03-04", None, None, None),
    ),
    ("Kort verslag BDV 15 april 2025 (digitaal)", ("BDV", "2025-04-15", None, None, None)),
    (
        "Verslag overleg DVO d.d. 18 september 2025, 10.00 – 12.00 uur",
        ("DVO", "2025-09-18", "10:00", "12:00", None),
    ),
    (
        "Werkgroep Cyber; notulen 3e overleg; 14/02/2025; 13:00u-14:15u; Stadhuis",
        ("Werkgroep Cyber", "2025-02-14", "13:00", "14:15", "Stadhuis"),
    ),
    (
        "Gemeente Lindeveen – besluitenlijst openbare raadsvergadering\nDatum: 27 juni 2024",
        ("gemeenteraad Lindeveen", "2024-06-27", None, None, None),
    ),
    (
        "Raadscommissie Bestuur en Veiligheid\nverslag (kort) 3 maart 2025\nraadzaal, aanvang 20.00 uur",
        ("Raadscommissie Bestuur en Veiligheid", "2025-03-03", "20:00", None, "raadzaal"),
    ),
    (
        "Programmaraad Ondermijning – verslag 7e bijeenkomst – 18-06-2024 – politiebureau Halder",
        ("Programmaraad Ondermijning", "2024-06-18", None, None, "politiebureau Halder"),
    ),
    (
        (
            "Overleg\t\t: DVO Veenkant\nGehouden\t: 11 september 2025, 9.30-12.00 uur\n"
            "Waar\t\t: gemeentehuis Molenwijk"
        ),
        ("DVO Veenkant", "2025-09-11", "09:30", "12:00", "gemeentehuis Molenwijk"),
    ),
    (
        (
            "DVO VEENKANT\n\nDatum:\t\tdonderdag 14 maart 2024\nTijd:\t\t13.30 – 15.45 uur\n"
            "Plaats:\t\traadhuis Molenwijk"
        ),
        ("DVO Veenkant", "2024-03-14", "13:30", "15:45", "raadhuis Molenwijk"),
    ),
    (
        (
            "Stuurgroep Zorg – besprekingsverslag 11 februari 2025\n\n"
            "Plaats/tijd: Veiligheidshuis; 10.00 tot 11.15 u"
        ),
        ("Stuurgroep Zorg", "2025-02-11", "10:00", "11:15", "Veiligheidshuis"),
    ),
    (
        "Technisch overleg Standaard Postbus (TO-SPB)\n\nDatum: donderdag 19 september 2024",
        ("Technisch overleg Standaard Postbus", "2024-09-19", None, None, None),
    ),
    (
        "Portefeuillehoudersoverleg Veiligheid\nVerslag van 12-03-2024\n09.00u - 10.30u via Teams",
        ("Portefeuillehoudersoverleg Veiligheid", "2024-03-12", "09:00", "10:30", "Teams"),
    ),
    (
        "Bestuursvergadering Vereniging Handhavers, 3 mei 2024",
        ("bestuur Vereniging Handhavers", "2024-05-03", None, None, None),
    ),
    (
        "Notulen Basisteamdriehoek Kust, dinsdag 3 juni 2025 van 9 tot 11 uur",
        ("Basisteamdriehoek Kust", "2025-06-03", "09:00", "11:00", None),
    ),
    (
        "Aan: leden BOV\nVan: secretariaat\nDatum: 8 mei 2024\nOnderwerp: Verslag BOV 24 april 2024",
        ("BOV", "2024-04-24", None, None, None),
    ),
    (
        "Gemeente Berkum\nBesluitenlijst college B&W\n5 maart 2024",
        ("college van burgemeester en wethouders Berkum", "2024-03-05", None, None, None),
    ),
    (
        "BESLUITENLIJST VAN DE VERGADERING VAN BURGEMEESTER EN WETHOUDERS VAN BERKUM D.D. 12 MAART 2024",
        ("college van burgemeester en wethouders Berkum", "2024-03-12", None, None, None),
    ),
    (
        (
            "Verslag regionaal beraad veiligheid\n\nDatum verslag: 10 februari 2025\n"
            "Datum overleg: 3 februari 2025"
        ),
        ("regionaal beraad veiligheid", "2025-02-03", None, None, None),
    ),
)


@pytest.mark.parametrize(("top", "meeting"), _TITLES, ids=[top[:30] for top, _ in _TITLES])
def test_a_title_tells_who_met_when_and_where(
    top: str, meeting: tuple[str, str, str | None, str | None, str | None], tmp_path: Path
) -> None:
    (tmp_path / "verslag.txt").write_text(top + _BEHIND, encoding="utf-8")
    found = read(tmp_path / "verslag.txt").meeting
    assert (found.body, found.date, found.start, found.end, found.place) == meeting


def test_the_last_line_tells_when_a_meeting_was_closed(tmp_path: Path) -> None:
    closed = (
        f"Verslag DVO Veenkant 3 juni 2025\nAanvang: 9.00 uur{_BEHIND}De voorzitter sluit om 11.05 uur.\n"
    )
    (tmp_path / "verslag.txt").write_text(closed, encoding="utf-8")
    found = read(tmp_path / "verslag.txt").meeting
    assert (found.start, found.end) == ("09:00", "11:05")


def test_a_column_of_actions_is_no_date_of_the_meeting(tmp_path: Path) -> None:
    table = "\n| actie | wie | wanneer |\n|---|---|---|\n| plan sturen | Smit | 1 mei 2025 |\n"
    (tmp_path / "verslag.md").write_text(
        "# Verslag DVO Veenkant 3 juni 2025" + _BEHIND + table, encoding="utf-8"
    )
    assert read(tmp_path / "verslag.md").meeting.date == "2025-06-03"
