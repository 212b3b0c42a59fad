"""«Hij», «de directeur» and a verb without a subject stand for a person where only one can be meant."""

from __future__ import annotations

import pytest

from graph.facts.model import Promise, Role
from tests.facts.invented import tell


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        (["De griffier zal het stuk doorzenden."], ("H. Kuipers",)),
        (["De voorzitter rondt dit af voor 1 juni."], ("A. Bakker",)),
        (["De secretaris weet dat niet en zal de leden hierover berichten."], ("H. Kuipers",)),
        (["Dhr. Vos antwoordt dat dit niet zo is en zegt toe dat de leden het stuk krijgen."], ("T. Vos",)),
        (["Mevr. Post weet dat niet, maar zal het uitzoeken."], ("L. Post",)),
        (["Mevr. Post licht dit toe.", "Zij rondt dit af voor 1 juni."], ("L. Post",)),
        (["Mevr. Post vraagt dhr. Vos naar de cijfers.", "Hij rondt dit af voor 1 juni."], ("T. Vos",)),
    ],
)
def test_who_does_it(said: list[str], owners: tuple[str, ...]) -> None:
    facts = tell(said[-1], *said[:-1]).facts("promise")
    assert [fact.owners for fact in facts if isinstance(fact, Promise)] == [owners]


@pytest.mark.parametrize(
    "said",
    [
        ["Dhr. Mulder vraagt dhr. Vos naar de cijfers.", "Hij is de trekker van de werkgroep Data."],
        ["Dhr. Visser vraagt of hij de trekker van de werkgroep Data is."],
        ["Dhr. Visser zegt dat hij geen trekker van de werkgroep Data is."],
        ["Mevr. Post licht dit toe.", "Hij is de trekker van de werkgroep Data."],
        ["De voorzitter van de vereniging is de trekker van de werkgroep Data."],
    ],
)
def test_nobody_is_meant_where_it_is_not_clear(said: list[str]) -> None:
    facts = tell(said[-1], *said[:-1]).facts("role")
    assert [fact.person for fact in facts if isinstance(fact, Role) and fact.person] == []


def test_a_role_of_whom_a_pronoun_means() -> None:
    facts = tell("Zij is sinds mei trekker van de werkgroep Data.", "Mevr. Post stelt zich voor.").facts(
        "role"
    )
    found = [(fact.person, fact.body) for fact in facts if isinstance(fact, Role)]
    assert found == [("L. Post", "werkgroep Data")]


def test_a_role_of_whom_a_body_chooses() -> None:
    facts = tell("De vergadering benoemt haar tot penningmeester.", "Mevr. Post zegt ja.").facts("role")
    found = [(fact.person, fact.role) for fact in facts if isinstance(fact, Role)]
    assert found == [("L. Post", "penningmeester")]


def test_where_a_pronoun_tells_who_it_is_both_sentences_are_the_evidence() -> None:
    [promise] = tell("Zij rondt dit af voor 1 juni.", "Mevr. Post licht dit toe.").facts("promise")
    assert [each.quote for each in promise.evidence] == [
        "Zij rondt dit af voor 1 juni.",
        "Mevr. Post licht dit toe.",
    ]
