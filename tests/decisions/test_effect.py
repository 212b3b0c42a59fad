"""What follows from decisions: later ones go before earlier ones, and each can be undone."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from graph.decisions import Decision, effect_of
from graph.decisions.apply import applied
from graph.decisions.effect import quarrels
from graph.decisions.fields import parsed
from graph.errors import InputError
from graph.facts.model import Portfolio, Reading
from graph.registry import Identity, theme_scheme
from graph.state import derive, load_rules
from graph.store.identifiers import document_iri, fact_iri
from tests.state.invented import readings

HELD = {"capacity": "holder"}
ORIGIN = [
    {
        "id": "doc-1",
        "date": "2024-01-10",
        "body": "Raad Oost",
        "says": [
            {
                "text": "A. Bos heeft Wonen.",
                "portfolio": {"theme": "Wonen", "holder": "A. Bos", "capacity": "holder"},
            },
            {
                "text": "B. Vos heeft Jeugd.",
                "portfolio": {"theme": "Jeugd", "holder": "B. Vos", "capacity": "holder"},
            },
        ],
    }
]


def decision(number: int, kind: str, *targets: str, **more: Any) -> Decision:
    return Decision(
        id=f"b-{number}", time=f"2025-01-01T00:00:0{number}+00:00", kind=kind, by="A. Griffier",
        because="reden",
        targets=targets, **more,
    )  # fmt: skip


def portfolio_fact(found: list[Reading], theme: str) -> str:
    (fact,) = (each for each in found[0].facts if isinstance(each, Portfolio) and each.theme == theme)
    return fact_iri(document_iri(found[0].document.id), fact.id).value


def holders(*decisions: Decision) -> dict[str, tuple[str, ...]]:
    """Theme → holders, by what the minutes say and what was decided."""
    effect = effect_of(decisions)
    counted = applied(readings(ORIGIN), effect)
    state = derive(
        counted.readings, theme_scheme(), load_rules(), identity=Identity(effect.same, effect.different)
    )
    label = state.registry.label
    themes = {each.iri: label(each.theme or "") for each in state.portfolios}
    return {
        themes[each.portfolio]: tuple(label(held.person) for held in each.holdings)
        for each in state.situations
        if each.slot == "portfolio_holder" and each.answer == "stated"
    }


WONEN = portfolio_fact(readings(ORIGIN), "Wonen")


def test_without_decisions_the_minutes_count() -> None:
    assert holders() == {"Wonen": ("A. Bos",), "Jeugd": ("B. Vos",)}


def test_what_is_rejected_does_not_count_and_undoing_that_brings_it_back() -> None:
    assert holders(decision(1, "reject", WONEN)) == {"Jeugd": ("B. Vos",)}
    assert holders(decision(1, "reject", WONEN), decision(2, "withdraw", "b-1")) == holders()
    again = decision(3, "withdraw", "b-2")
    assert holders(decision(1, "reject", WONEN), decision(2, "withdraw", "b-1"), again) == {
        "Jeugd": ("B. Vos",)
    }


def test_a_later_verdict_takes_the_place_of_an_earlier_one() -> None:
    assert holders(decision(1, "reject", WONEN), decision(2, "confirm", WONEN)) == holders()


def test_what_is_corrected_counts_as_corrected() -> None:
    right = decision(1, "correct", WONEN, fields=(("holder", "C. Smit"),))
    assert holders(right) == {"Wonen": ("C. Smit",), "Jeugd": ("B. Vos",)}


def test_what_is_added_has_the_decision_as_its_evidence() -> None:
    new = decision(
        1, "add", fact_kind="portfolio", fields=(("theme", "Sport"), ("holder", "A. Bos")), body="Raad Oost",
        date="2024-01-10",
    )  # fmt: skip
    assert holders(new)["Sport"] == ("A. Bos",)
    (told,) = applied(readings(ORIGIN), effect_of([new])).told
    assert all(
        told.text[place.start : place.end] == place.quote for fact in told.facts for place in fact.evidence
    )
    assert "reden" in told.text


def test_a_decision_about_a_fact_that_is_gone_is_told_and_kept() -> None:
    lost = decision(1, "reject", WONEN + "x")
    counted = applied(readings(ORIGIN), effect_of([lost]))
    assert counted.gone == {WONEN + "x"}


def test_the_documents_stay_as_they_are() -> None:
    before = readings(ORIGIN)
    applied(
        before,
        effect_of(
            [decision(1, "reject", WONEN), decision(2, "correct", WONEN, fields=(("holder", "X. Y"),))]
        ),
    )
    assert before == readings(ORIGIN)


def test_different_after_same_is_a_quarrel_only_through_others() -> None:
    chain = [decision(1, "same", "a", "b"), decision(2, "same", "b", "c")]
    assert quarrels(effect_of(chain)) == ()
    assert quarrels(effect_of([*chain, decision(3, "different", "a", "c")])) == (("a", "c"),)
    assert (
        quarrels(effect_of([*chain, decision(3, "different", "a", "b")])) == ()
    )  # takes the place of the first


def test_fields_that_do_not_exist_any_more_do_not_stop_a_build() -> None:
    odd = decision(1, "correct", WONEN, fields=(("bestaat_niet", "x"),))
    assert holders(odd) == holders()


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ((("hodler", "X"),), "hodler"),
        ((("status", "misschien"),), "status"),
        ((("from", "gisteren"),), "from"),
        ((("from", "2024-02-31"),), "from"),
    ],
)
def test_a_field_or_value_that_cannot_be_is_refused_by_name(
    fields: tuple[tuple[str, str], ...], word: str
) -> None:
    with pytest.raises(InputError) as refused:
        parsed("portfolio", dict(fields))
    assert refused.value.where == word


def test_people_said_to_be_one_are_one_and_people_said_to_be_two_are_two() -> None:
    meetings = [
        {"id": f"doc-{number}", "date": "2024-01-10", "body": "Raad", "says": [
            {"text": f"{name} spreekt.", "statement": {"speakers": [name]}}]}
        for number, name in enumerate(["J. Smit", "J. Smit-Jansen", "Jan Smit"])
    ]  # fmt: skip
    base = "https://w3id.org/wie-gaat-erover/id/person/"

    def people(*decisions: Decision) -> list[str]:
        effect = effect_of(decisions)
        state = derive(
            readings(meetings), theme_scheme(), load_rules(), identity=Identity(effect.same, effect.different)
        )
        found = [each for each in state.registry.entities.values() if each.kind == "person"]
        return sorted(each.iri.removeprefix(base) for each in found)

    assert people() == ["j-smit-jansen", "jan-smit"]
    assert people(decision(1, "same", base + "j-smit", base + "j-smit-jansen")) == ["jan-smit"]
    assert people(decision(1, "different", base + "j-smit", base + "jan-smit")) == [
        "j-smit", "j-smit-jansen", "jan-smit",
    ]  # fmt: skip


def test_decisions_do_not_hang_on_their_time() -> None:
    late = dataclasses.replace(decision(1, "reject", WONEN), time="2030-01-01T00:00:00+00:00")
    assert holders(late) == holders(decision(1, "reject", WONEN))
