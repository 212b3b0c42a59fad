"""Two decisions in one sentence, and what is no second one."""

from __future__ import annotations

import pytest

from graph.facts.model import Decision
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
