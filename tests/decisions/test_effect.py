"""What follows from decisions: later ones go before earlier ones, and each can be undone."""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions import Decision, effect_of
from graph.decisions.apply import applied
from graph.decisions.fields import names_of, parsed
from graph.errors import InputError
from graph.facts.model import Fact, Person, Portfolio, Reading, Reason, Theme
from graph.facts.read import read, renamed
from graph.registry import Identity, theme_scheme
from graph.state import derive, load_rules
from graph.store.identifiers import document_iri, fact_iri
from tests.series.test_truth import FOLDER
from tests.state.invented import readings

F = TypeVar("F", bound=Fact)
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


def test_same_and_different_cannot_both_be_decided_not_even_through_others() -> None:
    chain = [decision(1, "same", "a", "b"), decision(2, "same", "b", "c")]
    effect = effect_of(chain)
    assert [each.id for each in effect.against("different", ("a", "c"))] == ["b-1", "b-2"]
    assert [each.id for each in effect.against("different", ("a", "b"))] == ["b-1", "b-2"]
    assert effect.against("different", ("a", "d")) == ()
    apart = effect_of([*chain, decision(3, "different", "c", "d")])
    assert [each.id for each in apart.against("same", ("a", "d"))] == ["b-3"]
    assert apart.against("same", ("a", "e")) == ()


def test_where_two_processes_decided_the_opposite_the_later_counts_and_the_earlier_is_replaced() -> None:
    effect = effect_of([decision(1, "same", "a", "b"), decision(2, "different", "b", "a")])
    assert (effect.same, effect.different) == ((), (("a", "b"),))
    assert effect.replaced == {"b-1"}


def test_fields_that_do_not_exist_any_more_do_not_stop_a_build() -> None:
    odd = decision(1, "correct", WONEN, fields=(("bestaat_niet", "x"),))
    assert holders(odd) == holders()
    assert applied(readings(ORIGIN), effect_of([odd])).problems.keys() == {"b-1"}


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


def fact_of_kind(found: Reading, kind: type[F], **fields: Any) -> F:
    (fact,) = (
        fact
        for fact in found.facts
        if isinstance(fact, kind) and all(getattr(fact, name) == value for name, value in fields.items())
    )
    return fact


def address(found: Reading, fact: Fact) -> str:
    return fact_iri(document_iri(found.document.id), fact.id).value


def test_what_is_corrected_keeps_its_sentence_and_its_place_and_says_that_a_person_decided() -> None:
    before = readings(ORIGIN)[0]
    counted = applied([before], effect_of([decision(1, "correct", WONEN, fields=(("holder", "C. Smit"),))]))
    (after,) = counted.readings
    fact = fact_of_kind(after, Portfolio, theme="Wonen")
    assert isinstance(fact, Portfolio)
    assert (fact.holder, fact.certainty) == ("C. Smit", "decided")
    assert fact.evidence == fact_of_kind(before, Portfolio, theme="Wonen").evidence
    kept = [each.id for each in after.facts if "/" not in each.id]  # the others are whom the decision names
    assert kept == [each.id for each in before.facts]
    assert counted.revised == {WONEN: "besluit-b-1"}


def test_a_name_that_is_corrected_is_the_same_person_to_the_other_facts() -> None:
    found = readings(ORIGIN)[0]
    person = address(found, fact_of_kind(found, Person, name="A. Bos"))
    right = decision(1, "correct", person, fields=(("name", "A. van den Bosch"),))
    assert holders(right)["Wonen"] == ("A. van den Bosch",)


def test_a_theme_that_is_corrected_is_the_same_theme_to_the_other_facts() -> None:
    found = readings(ORIGIN)[0]
    theme = address(found, fact_of_kind(found, Theme, label="Wonen"))
    assert holders(decision(1, "correct", theme, fields=(("label", "Huisvesting statushouders"),))) == {
        "Huisvesting statushouders": ("A. Bos",), "Jeugd": ("B. Vos",),
    }  # fmt: skip


def test_what_is_confirmed_is_as_it_was_and_an_inference_becomes_a_decision() -> None:
    found = readings(ORIGIN)[0]
    inferred = tuple(
        dataclasses.replace(fact, certainty="inferred", reason=Reason("regel", "Omdat."))
        for fact in found.facts
    )
    effect = effect_of([decision(1, "confirm", WONEN)])
    assert applied([found], effect).readings == (found,)
    (after,) = applied([dataclasses.replace(found, facts=inferred)], effect).readings
    sure = fact_of_kind(after, Portfolio, theme="Wonen")
    assert (sure.certainty, sure.reason) == ("decided", None)


def version(found: Reading, name: str, word: str) -> Reading:
    return renamed(
        dataclasses.replace(found, document=dataclasses.replace(found.document, version=word)), name
    )


def test_what_was_decided_about_a_concept_holds_for_the_adopted_minutes() -> None:
    found = readings(ORIGIN)[0]
    concept, adopted = version(found, "doc-1-concept", "concept"), version(found, "doc-1", "adopted")
    wrong = address(concept, fact_of_kind(concept, Portfolio, theme="Wonen"))
    (first, second) = applied([concept, adopted], effect_of([decision(1, "reject", wrong)])).readings
    for reading in (first, second):
        kept = [fact.theme for fact in reading.facts if isinstance(fact, Portfolio)]
        assert kept == ["Jeugd"]


def test_nobody_was_seen_in_what_a_person_added() -> None:
    new = decision(
        1, "add", fact_kind="portfolio", fields=(("theme", "Sport"), ("holder", "A. Bos")), body="Raad Oost",
        date="2024-01-10",
    )  # fmt: skip
    counted = applied(readings(ORIGIN), effect_of([new]))
    state = derive(counted.readings, theme_scheme(), load_rules())
    (held,) = (
        each.holdings[0]
        for each in state.situations
        if each.portfolio.endswith("/sport") and each.slot == "portfolio_holder"
    )
    assert held.attested == ()


_NEW = {
    "theme": "Wonen", "holder": "C. Smit", "person": "C. Smit", "speaker": "C. Smit", "owner": "C. Smit",
    "body": "Raad West", "label": "Wonen", "name": "C. Smit", "what": "overzicht", "text": "Iets anders.",
    "successor": "C. Smit", "object": "Raad West", "note": "later",
}  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_is_rejected_or_corrected_in_minutes_the_state_is_sound(data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(series()))
    decisions = []
    for number, fact in enumerate(data.draw(st.lists(st.sampled_from(found.facts), max_size=4)), start=1):
        able = sorted(set(names_of(fact.kind)) & _NEW.keys())
        field = data.draw(st.sampled_from(["", *able]))
        decisions.append(
            decision(number, "correct", address(found, fact), fields=((field, _NEW[field]),))
            if field
            else decision(number, data.draw(st.sampled_from(["reject", "confirm"])), address(found, fact))
        )
    counted = applied([found], effect_of(decisions))
    assert not counted.gone
    assert not counted.problems
    state = derive(counted.readings, theme_scheme(), load_rules())
    known = {address(found, fact) for fact in found.facts}
    known |= {address(told, fact) for told in counted.told for fact in told.facts}
    for entity in state.registry.entities.values():
        assert set(entity.mentions) <= known
    assert {fact for each in state.situations for fact in each.evidence} <= known
    assert {fact for each in state.findings for fact in each.evidence} <= known
    assert found == series()[series().index(found)]


@cache
def series() -> tuple[Reading, ...]:
    return tuple(read(path) for path in sorted(FOLDER.iterdir())[:4])
