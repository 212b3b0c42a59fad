"""Actions and decisions in tables, boxes and lists; and what the text says of the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Conflict, Decision, Promise, Reading
from graph.facts.read import read

HEAD = """# Verslag Werkgroep Oevers

Datum: 3 maart 2024
Aanwezig: Anna de Boer (Dijken, voorzitter), Bas Jansen (BJ), Cor van Dam (Polders), Els Vos

## 1. Opening

De vergadering begint.

"""


def reading(folder: Path, body: str) -> Reading:
    path = folder / "x.md"
    path.write_text(HEAD + body, encoding="utf-8")
    found = read(path)
    for fact in found.facts:
        assert all(found.text[item.start : item.end] == item.quote for item in fact.evidence)
    return found


def actions(found: Reading) -> list[tuple[str, tuple[str, ...], str | None, str]]:
    """Text, owners, due (as said) and status of each promise."""
    promises = (fact for fact in found.facts if isinstance(fact, Promise))
    return [(p.text.rstrip("."), p.owners, p.due.text if p.due else None, p.status) for p in promises]


def decisions(found: Reading) -> list[tuple[str, str]]:
    return [(fact.text, fact.outcome) for fact in found.facts if isinstance(fact, Decision)]


WITH_HEADINGS = """## Actielijst

| Nr | Omschrijving | Wie | Wanneer | Status |
|---|---|---|---|---|
| 1 | Planning oevers maken | Anna | 1 mei | open |
| 2 | Brief aan de raad sturen | Jansen / Van Dam | | loopt |
| 3 | Folder vernieuwen | BJ | | vervallen |
| 4 | Cijfers ophalen | allen | | afgerond |
"""
WITHOUT_HEADINGS = """## Actiepunten

| | | |
|---|---|---|
| Planning oevers maken | Anna | Loopt, concept is er |
| Brief aan de raad sturen | Bas & Cor | Gesloten |
| Folder vernieuwen | Tanne | |
"""
BULLETS = """## Acties

- Anna de Boer: planning oevers maken
- Brief aan de raad sturen (Bas Jansen, 1 mei)
- Folder vernieuwen – Els Vos
- Cijfers ophalen (Van Dam): gereed
- Geen
"""


def test_a_table_with_headings(tmp_path: Path) -> None:
    assert actions(reading(tmp_path, WITH_HEADINGS)) == [
        ("Planning oevers maken", ("Anna de Boer",), "1 mei", "open"),
        ("Brief aan de raad sturen", ("Bas Jansen", "Cor van Dam"), None, "in_progress"),
        ("Folder vernieuwen", ("Bas Jansen",), None, "dropped"),
        ("Cijfers ophalen", ("allen",), None, "closed"),
    ]


def test_a_table_without_headings_by_what_stands_in_it(tmp_path: Path) -> None:
    assert actions(reading(tmp_path, WITHOUT_HEADINGS)) == [
        ("Planning oevers maken", ("Anna de Boer",), None, "in_progress"),
        ("Brief aan de raad sturen", ("Bas Jansen", "Cor van Dam"), None, "closed"),
        ("Folder vernieuwen", ("Tanne",), None, "open"),  # nobody on the list: the name stays as it is
    ]


def test_bullets(tmp_path: Path) -> None:
    assert actions(reading(tmp_path, BULLETS)) == [
        ("planning oevers maken", ("Anna de Boer",), None, "open"),
        ("Brief aan de raad sturen", ("Bas Jansen",), "1 mei", "open"),
        ("Folder vernieuwen", ("Els Vos",), None, "open"),
        ("Cijfers ophalen", ("Cor van Dam",), None, "closed"),
    ]


def test_a_list_that_is_only_talked_about_lists_nothing(tmp_path: Path) -> None:
    body = "## 2. Actielijst\n\nDe actielijst wordt doorgenomen. Er zijn geen bijzonderheden.\n"
    assert actions(reading(tmp_path, body)) == []


def test_an_action_in_text_and_list_is_one_promise(tmp_path: Path) -> None:
    body = "## 2. Planning\n\nAnna stuurt de planning oevers rond.\n\n" + WITH_HEADINGS.replace(
        "maken", "rondsturen"
    )
    found = [fact for fact in reading(tmp_path, body).facts if isinstance(fact, Promise)]
    assert [promise.text for promise in found].count("Planning oevers rondsturen") == 1
    assert len(found[0].evidence) == 2
    assert len(found) == 4


def test_text_and_list_that_disagree(tmp_path: Path) -> None:
    body = "## 2. Planning\n\nEls Vos stuurt de planning oevers in juni rond.\n\n" + WITH_HEADINGS.replace(
        "maken", "rondsturen"
    )
    found = [fact for fact in reading(tmp_path, body).facts if isinstance(fact, Conflict)]
    assert {(fact.about.split(" van ")[0], fact.certainty, len(fact.evidence)) for fact in found} == {
        ("eigenaar", "inferred", 2), ("termijn", "inferred", 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "| Besluit | 1. Het jaarplan vast te stellen.<br>2. Kennis te nemen van de cijfers. |\n|---|---|\n",
        "| Besluiten<br>• Het jaarplan vast te stellen.<br>• Kennis te nemen van de cijfers. |\n|---|\n",
        "### Besluiten\n\n- Het jaarplan vast te stellen.\n- Kennis te nemen van de cijfers.\n",
        "Besluit: het bestuur\n\na. Het jaarplan vast te stellen.\n\nb. Kennis te nemen van de cijfers.\n",
    ],
)
def test_decisions_beside_below_and_under_their_label(body: str, tmp_path: Path) -> None:
    found = decisions(reading(tmp_path, "## 2. Jaarplan\n\n" + body))
    assert found == [
        ("Het jaarplan vast te stellen.", "adopted"), ("Kennis te nemen van de cijfers.", "noted"),
    ]  # fmt: skip


def test_a_promise_beside_its_label(tmp_path: Path) -> None:
    body = (
        "## 2. Jaarplan\n\n| Toezegging | Els Vos zegt toe de leden voor 1 mei te informeren. |\n|---|---|\n"
    )
    assert [(owners, due) for _, owners, due, _ in actions(reading(tmp_path, body))] == [
        (("Els Vos",), "voor 1 mei")
    ]


def test_a_decision_of_another_body_is_not_this_one_s(tmp_path: Path) -> None:
    said = "De stuurgroep Wonen is akkoord met het jaarplan. De werkgroep stemt in met de planning."
    body = f"## 2. Jaarplan\n\n{said}\n"
    found = [
        (fact.body, fact.outcome) for fact in reading(tmp_path, body).facts if isinstance(fact, Decision)
    ]
    assert found == [("stuurgroep Wonen", "agreed"), ("Werkgroep Oevers", "agreed")]


@pytest.mark.parametrize(("count", "claims"), [(6, ["6 personen gemeld, 4 verschillende namen"]), (4, [])])
def test_a_count_that_does_not_fit_its_list(count: int, claims: list[str], tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(HEAD.replace("Aanwezig: ", f"Aanwezig: ({count} personen) "), encoding="utf-8")
    assert [fact.claim for fact in read(path).facts if isinstance(fact, Conflict)] == claims


@pytest.mark.parametrize(
    "body",
    [
        "## 2. V\n\nActies van vorige keer:\n\n- [x] Anna: planning maken\n- [ ] Els: folder vernieuwen\n",
        "## 2. Verslag\n\n- [x] Anna: planning maken\n- [ ] Els: folder vernieuwen\n",
        "## 2. V\n\nGoed.\n\nActielijst\n\nplanning maken - Anna - gereed\nfolder vernieuwen - Els - open\n",
        "## 2. Verslag\n\nActiepunten\n\n7. planning maken (Anna): gereed\n\n8. folder vernieuwen (Els)\n",
        "## 2. Verslag\n\n- Actiepunten:\n\n- planning maken (Anna, gereed)\n- folder vernieuwen (Els)\n",
    ],
)
def test_how_an_action_stands_in_lists_of_every_shape(body: str, tmp_path: Path) -> None:
    assert actions(reading(tmp_path, body)) == [
        ("planning maken", ("Anna de Boer",), None, "closed"),
        ("folder vernieuwen", ("Els Vos",), None, "open"),
    ]


def test_the_owner_and_the_term_behind_an_action(tmp_path: Path) -> None:
    body = (
        "## 2. Acties\n\n- Voorstel stuurgroep Wonen – C. van Dam – 1 mei 2024\n"
        "- Folder in jaarverslag (BJ): 1 juni\n- Loket inrichten (Zwaan): 1 juli\n"
    )
    assert actions(reading(tmp_path, body)) == [
        ("Voorstel stuurgroep Wonen", ("Cor van Dam",), "1 mei 2024", "open"),
        ("Folder in jaarverslag", ("Bas Jansen",), "1 juni", "open"),
        ("Loket inrichten", ("Zwaan",), "1 juli", "open"),  # nobody on the list: the name stays as it is
    ]


def test_actions_of_before_that_are_gone_through(tmp_path: Path) -> None:
    body = (
        "## 2. Verslag\n\nDe actielijst wordt doorgenomen:\n\n- de folder is verspreid (Els, gereed);\n"
        "- de kennismarkt gaat niet door, er is geen zaal;\n- de oevers liggen er mooi bij.\n"
    )
    assert [(owners, status) for _, owners, _, status in actions(reading(tmp_path, body))] == [
        (("Els Vos",), "closed"), ((), "dropped"),
    ]  # fmt: skip


def test_a_promise_that_points_back_and_the_listed_action_are_one(tmp_path: Path) -> None:
    body = (
        "## 2. Planning\n\nVan de folder over de oevers is de druk op. Els zoekt dat uit.\n\n"
        "## Acties\n\n- Folder oevers (Els Vos)\n- Cijfers ophalen (Bas Jansen)\n"
    )
    assert [text for text, *_ in actions(reading(tmp_path, body))] == ["Folder oevers", "Cijfers ophalen"]


def test_each_line_below_what_announces_decisions_is_one(tmp_path: Path) -> None:
    body = (
        "## 2. Jaarplan\n\nHet bestuur besluit:\n\n- het jaarplan vast te stellen;\n"
        "- de leden bij brief te informeren.\n\nDe leden komen in mei bijeen.\n"
    )
    assert decisions(reading(tmp_path, body)) == [
        ("het jaarplan vast te stellen;", "adopted"), ("de leden bij brief te informeren.", "adopted"),
    ]  # fmt: skip


def test_what_is_to_be_decided_later_announces_nothing(tmp_path: Path) -> None:
    body = "## 2. Jaarplan\n\nDe raad kan nog besluiten:\n\n- het jaarplan vast te stellen;\n- te wachten.\n"
    assert ("te wachten.", "adopted") not in decisions(reading(tmp_path, body))


def test_a_cell_that_tells_how_it_came_to_a_decision_is_read_by_its_sentences(tmp_path: Path) -> None:
    told = "De aanvraag kwam te laat. Els mist er een plan bij. Besluit: de aanvraag af te wijzen."
    body = f"## 2. Aanvraag\n\n| Onderwerp | Besluit |\n|---|---|\n| Aanvraag oever | {told} |\n"
    assert decisions(reading(tmp_path, body)) == [("Besluit: de aanvraag af te wijzen.", "rejected")]


def test_a_month_alone_and_the_next_meeting_are_terms(tmp_path: Path) -> None:
    body = (
        "## 2. Acties\n\n- Folder vernieuwen - Els - april\n- Cijfers ophalen (BJ): volgende keer\n\n"
        "## 3. Sluiting\n\nDe volgende vergadering is op 14 mei 2024.\n"
    )
    promises = [fact for fact in reading(tmp_path, body).facts if isinstance(fact, Promise)]
    assert [(p.due.text, p.due.start, p.due.end) for p in promises if p.due] == [
        ("april", "2024-04-01", "2024-04-30"), ("volgende keer", "2024-05-14", "2024-05-14"),
    ]  # fmt: skip


def test_a_table_of_the_agenda_is_read_by_its_sentences(tmp_path: Path) -> None:
    told = (
        "Els Vos is blij met de folder. De druk was goed. Het draaiboek wordt vastgesteld. "
        "Bas zoekt de kosten uit."
    )
    body = f"| Nr. | Onderwerp |\n|---|---|\n| 2 | {told} |\n"
    found = reading(tmp_path, body)
    assert decisions(found) == [("Het draaiboek wordt vastgesteld.", "adopted")]
    assert actions(found) == [("Bas zoekt de kosten uit", ("Bas Jansen",), None, "open")]


def test_an_action_in_other_forms_of_its_words_is_the_same(tmp_path: Path) -> None:
    body = (
        "## 2. Cijfers\n\nVan de oevers zijn de cijfers te laat aangeleverd. Els zoekt dat uit.\n\n"
        "## Acties\n\n- Cijfers oevers aanleveren (Els Vos)\n"
    )
    assert [text for text, *_ in actions(reading(tmp_path, body))] == ["Cijfers oevers aanleveren"]


def test_a_table_with_pipes_between_its_cells_alone(tmp_path: Path) -> None:
    body = (
        "## 2. Actielijst\n\nnr | actie | wie | wanneer | stand\n"
        "1 | Offertes opvragen | Els Vos | 1 september 2024 | open\n"
        "2 | Kaart navragen | Bas Jansen | | gereed\n"
    )
    assert actions(reading(tmp_path, body)) == [
        ("Offertes opvragen", ("Els Vos",), "1 september 2024", "open"),
        ("Kaart navragen", ("Bas Jansen",), None, "closed"),
    ]


def test_two_lines_with_pipes_are_no_table(tmp_path: Path) -> None:
    body = "## 2. Planning\n\nEls Vos | Dijken | aanwezig\nBas Jansen | Polders | aanwezig\n"
    assert actions(reading(tmp_path, body)) == []


def test_by_a_day_and_before_it_is_one_term(tmp_path: Path) -> None:
    body = (
        "## 2. Planning\n\nEls Vos vraagt de offertes oevers op, klaar voor 1 sept.\n\n"
        "## 3. Actielijst\n\n| Actie | Wie | Wanneer |\n| --- | --- | --- |\n"
        "| Offertes oevers opvragen | Els Vos | 1 september 2024 |\n"
    )
    found = reading(tmp_path, body).facts
    assert [fact.text for fact in found if isinstance(fact, Promise)] == ["Offertes oevers opvragen"]
    assert [fact for fact in found if isinstance(fact, Conflict)] == []
