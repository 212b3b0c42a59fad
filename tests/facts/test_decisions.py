"""Two decisions in one sentence, and what is no second one."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.model import Decision
from graph.facts.read import read
from tests.facts.invented import tell


def _decided(text: str, *before: str) -> list[tuple[str, str]]:
    facts = tell(text, *before).facts("decision")
    return [(fact.text, fact.outcome) for fact in facts if isinstance(fact, Decision)]


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "De notulen worden vastgesteld en de begroting wordt aangehouden.",
            [("De notulen worden vastgesteld", "adopted"), ("de begroting wordt aangehouden", "deferred")],
        ),
        (
            "De leden gaan akkoord met de opzet en wijzen dhr. Vos aan als voorzitter.",
            [
                ("De leden gaan akkoord met de opzet", "agreed"),
                ("wijzen dhr. Vos aan als voorzitter", "adopted"),
            ],
        ),
        (
            "Het amendement wordt verworpen; de motie wordt met algemene stemmen aangenomen.",
            [
                ("Het amendement wordt verworpen", "rejected"),
                ("de motie wordt met algemene stemmen aangenomen", "agreed"),
            ],
        ),
    ],
)
def test_each_clause_that_decides_is_a_decision_of_its_own(text: str, decided: list[tuple[str, str]]) -> None:
    assert _decided(text) == decided


@pytest.mark.parametrize(
    "text",
    [
        "De begroting wordt met vijf stemmen voor en één stem tegen vastgesteld.",
        "De leden voelen hier niets voor; het voorstel is daarmee van tafel.",
        "De stuurgroep gaat akkoord met de opheffing en met de start van de werkgroep.",
    ],
)
def test_what_only_goes_on_is_one_decision(text: str) -> None:
    assert [said for said, _ in _decided(text)] == [text]


def test_of_two_proposals_neither_is_taken_for_the_one_that_is_accepted() -> None:
    said = (
        "Het bestuur stelt voor om de contributie te verhogen.",
        "Dhr. Vos stelt voor om de krant dan maar digitaal te doen.",
        "Daar zijn de leden niet voor.",
        "Het voorstel is aangenomen.",
    )
    facts = tell(said[-1], *said[:-1]).facts("decision")
    assert [fact.evidence[0].quote for fact in facts] == [said[-1]]


def test_a_proposal_alone_is_the_one_that_is_accepted() -> None:
    before = "Het bestuur stelt voor om de contributie te verhogen."
    facts = tell("Het voorstel is aangenomen.", before, "Er zijn vragen.").facts("decision")
    assert [place.quote for fact in facts for place in fact.evidence][-1] == before


def test_a_decision_on_a_proposal_that_it_names_keeps_its_own_words() -> None:
    before = "Dhr. Vos stelt voor een vuurwerkverbod voor de hele regio voor te bereiden."
    text = "Het bestuur houdt het voorstel over het vuurwerkverbod aan."
    assert _decided(text, before) == [(text, "deferred")]


_HEAD = "Besluitenlijst college Zuid\n\n3 mei 2023\n\nAanwezig: A. Vos (voorzitter), B. Smit, C. Post\n\n"


def _taken(folder: Path, text: str, name: str) -> dict[str, str]:
    path = folder / name
    path.write_text(_HEAD + text, encoding="utf-8")
    return {fact.text: fact.outcome for fact in read(path).facts if isinstance(fact, Decision)}


@pytest.mark.parametrize(("name", "mark"), [("x.md", "## 4 "), ("x.txt", "4. ")])
def test_numbers_below_a_heading_of_decisions_are_those_of_a_list(
    tmp_path: Path, name: str, mark: str
) -> None:
    below = "1. Jaarplan: vastgesteld.\n2. Extra controles: afgewezen.\n3. Plan: aangehouden, te stellig.\n"
    taken = _taken(
        tmp_path, f"{mark}Besluiten\n\n{below}\n{mark.replace('4', '5')}Slot\n\nTot ziens.\n", name
    )
    assert list(taken.values()) == ["adopted", "rejected", "deferred"]


def test_a_decision_list_decides_in_the_infinitive(tmp_path: Path) -> None:
    text = (
        "1. Regiodeal\nIn te stemmen met deelname aan de deal.\n\n2. Subsidie\nHet verzoek af te wijzen.\n\n"
    )
    taken = _taken(tmp_path, text + "3. Verslag\nVan het jaarverslag kennis te nemen.\n", "x.txt")
    assert list(taken.values()) == ["agreed", "rejected", "noted"]


def test_what_was_withdrawn_is_no_decision(tmp_path: Path) -> None:
    rows = "| 1 | Motie Zwembad | Aangenomen. |\n| 2 | Motie Parkeren | Door de indieners ingetrokken. |\n"
    taken = _taken(tmp_path, f"| Nr. | Onderwerp | Besluit |\n|---|---|---|\n{rows}", "x.md")
    assert not any("Parkeren" in text for text in taken)
