"""Who holds what at which date: one filter, and never stated what was only concluded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.registry import ThemeScheme
from graph.state import derive, load_rules
from graph.state.model import Situation, State
from tests.state.invented import readings

RULES = load_rules()


def _state(*meetings: tuple[str, list[dict[str, Any]]], body: str = "Bestuur Polderland") -> State:
    given = [{"date": date, "body": body, "says": says} for date, says in meetings]
    return derive(readings(given), ThemeScheme(), RULES)


def _held(name: str, **more: Any) -> dict[str, Any]:
    claim = {"theme": "Sport", "holder": name, "capacity": "holder", **more}
    return {"text": f"{name} is portefeuillehouder Sport.", "item": "1", "portfolio": claim}


def _vacant() -> dict[str, Any]:
    claim = {"theme": "Sport", "status": "vacant", "requested_by": "B. Vos"}
    return {"text": "De heer Vos vraagt om een portefeuillehouder Sport.", "item": "1", "portfolio": claim}


def _spoken(theme: str = "Sport") -> dict[str, Any]:
    return {
        "text": "Mevrouw Bos noemt de sporthal.",
        "item": "3",
        "statement": {"speakers": ["A. Bos"], "themes": [theme]},
    }


def _at(state: State, date: str, slot: str = "portfolio_holder") -> Situation:
    found = [
        each
        for each in state.situations
        if each.slot == slot
        and each.valid_from <= date
        and (each.valid_until is None or date < each.valid_until)
    ]
    assert len(found) == 1
    return found[0]


def _names(situation: Situation) -> list[str]:
    return [holding.person.rpartition("/")[2] for holding in situation.holdings]


def test_a_vacancy_closes_when_a_later_document_states_a_holder() -> None:
    state = _state(
        ("2024-01-10", [_vacant()]), ("2024-03-10", [_spoken()]), ("2024-05-10", [_held("A. Bos")])
    )
    assert [_at(state, date).answer for date in ("2024-01-10", "2024-04-01", "2024-05-09", "2024-05-10")] == [
        "vacant",
        "vacant",
        "vacant",
        "stated",
    ]
    assert _at(state, "2024-04-01").requested_by == "https://w3id.org/wie-gaat-erover/id/person/b-vos"


def test_a_later_holder_follows_an_earlier_one() -> None:
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-05-10", [_held("B. Vos")]))
    assert _names(_at(state, "2024-05-09")) == ["a-bos"]
    assert _names(_at(state, "2024-05-10")) == ["b-vos"]


def test_a_holder_who_is_said_to_start_later_starts_then() -> None:
    start = {"text": "per 1 september", "from": "2024-09-01", "to": "2024-09-01"}
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-05-10", [_held("B. Vos", start=start)]))
    assert _names(_at(state, "2024-08-31")) == ["a-bos"]
    assert _names(_at(state, "2024-09-01")) == ["b-vos"]
    assert _at(state, "2024-09-01").holdings[0].since == "2024-09-01"


def test_a_stated_end_leaves_it_open_who_holds_it() -> None:
    end = {"text": "tot 1 juli", "from": None, "to": "2024-06-30"}
    state = _state(("2024-01-10", [_held("A. Bos", end=end)]))
    assert _at(state, "2024-06-30").answer == "stated"
    assert _at(state, "2024-07-01").answer == "not_named"


def test_who_is_said_to_have_left_is_gone() -> None:
    left = {
        "text": "Mevrouw Bos draagt Sport over.",
        "portfolio": {"theme": "Sport", "holder": "A. Bos", "status": "handed_over"},
    }
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-02-10", [left]))
    assert _at(state, "2024-02-10").answer == "not_named"


def test_who_hands_over_at_a_later_day_holds_it_until_then() -> None:
    day = {"text": "per 1 september", "from": "2024-09-01", "to": "2024-09-01"}
    left = {
        "text": "Mevrouw Bos draagt Sport per 1 september over aan de heer Vos.",
        "portfolio": [
            {"theme": "Sport", "holder": "A. Bos", "status": "handed_over", "end": day},
            {"theme": "Sport", "holder": "B. Vos", "capacity": "holder", "start": day},
        ],
    }
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-04-10", [left]))
    assert _names(_at(state, "2024-08-31")) == ["a-bos"]
    assert _at(state, "2024-08-31").holdings[0].attested == ("2024-01-10", "2024-04-10")
    assert _names(_at(state, "2024-09-01")) == ["b-vos"]


def test_a_deputy_stays_when_the_holder_is_named_again_or_changes() -> None:
    deputy = _held("C. Mol", capacity="deputy")
    state = _state(
        ("2024-01-10", [_held("A. Bos"), deputy]),
        ("2024-02-10", [_held("A. Bos")]),
        ("2024-03-10", [_held("B. Vos")]),
    )
    assert sorted(_names(_at(state, "2024-02-10"))) == ["a-bos", "c-mol"]
    assert sorted(_names(_at(state, "2024-03-10"))) == ["b-vos", "c-mol"]


def test_a_deputy_stands_beside_the_holder() -> None:
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-02-10", [_held("B. Vos", capacity="deputy")]))
    assert sorted(_names(_at(state, "2024-02-10"))) == ["a-bos", "b-vos"]
    assert _at(state, "2024-02-10").answer == "stated"


def test_seen_again_is_the_same_situation_attested_twice() -> None:
    state = _state(("2024-01-10", [_held("A. Bos")]), ("2024-02-10", [_held("A. Bos")]))
    situation = _at(state, "2024-02-10")
    assert situation.valid_from == "2024-01-10"
    assert situation.holdings[0].attested == ("2024-01-10", "2024-02-10")
    assert len(situation.evidence) == 2


def test_a_concept_does_not_count_beside_the_adopted_minutes() -> None:
    given = [
        {"id": "a", "date": "2024-01-10", "body": "Bestuur Polderland", "says": [_held("A. Bos")]},
        {"id": "b", "date": "2024-01-10", "body": "Bestuur Polderland", "says": [_held("B. Vos")]},
    ]
    concept, adopted = (
        replace(each, document=replace(each.document, version=version))
        for each, version in zip(readings(given), ("concept", "adopted"), strict=True)
    )
    both = derive([concept, adopted], ThemeScheme(), RULES)
    assert _names(_at(both, "2024-01-10")) == ["b-vos"]
    assert _names(_at(derive([concept], ThemeScheme(), RULES), "2024-01-10")) == ["a-bos"]


def test_a_portfolio_belongs_to_its_body() -> None:
    one = readings([{"id": "a", "date": "2024-01-10", "body": "Raad Oost", "says": [_held("A. Bos")]}])
    two = readings([{"id": "b", "date": "2024-01-10", "body": "Raad West", "says": [_held("B. Vos")]}])
    state = derive([*one, *two], ThemeScheme(), RULES)
    assert sorted(each.answer for each in state.situations) == ["stated", "stated"]


def test_what_is_not_named_is_never_vacant() -> None:
    assert _at(_state(("2024-01-10", [_spoken()])), "2024-01-10").answer == "not_named"


def test_an_unnamed_portfolio_stays_so_until_one_is_named() -> None:
    unnamed = {
        "text": "Mevrouw Bos zegt dit als portefeuillehouder.",
        "portfolio": {"holder": "A. Bos", "capacity": "holder"},
    }
    state = _state(("2024-01-10", [unnamed]), ("2024-06-10", [_held("A. Bos")]))
    assert _at(state, "2024-03-01").answer == "theme_not_named"
    assert _at(state, "2024-06-10").answer == "stated"


def test_a_missing_group_is_there_once_later_minutes_say_so() -> None:
    missed = {
        "text": "De heer Vos mist een stuurgroep Sport.",
        "item": "2",
        "missing": {"what": "stuurgroep", "theme": "Sport", "said_by": "B. Vos"},
        "statement": {"speakers": ["B. Vos"], "act": "misses", "themes": ["Sport"]},
    }
    there = {
        "text": "De stuurgroep Sport kwam bijeen.",
        "body": {"name": "stuurgroep Sport", "body_kind": "steering_group"},
    }
    state = _state(("2024-01-10", [missed]), ("2024-04-10", [there]))
    assert _at(state, "2024-01-10", "steering_group").answer == "missing"
    assert _at(state, "2024-04-10", "steering_group").answer == "stated"
    lack = next(finding for finding in state.findings if finding.kind == "missing_thing")
    assert (lack.valid_from, lack.valid_until) == ("2024-01-10", "2024-04-10")


def test_a_role_to_be_filled_is_filled_once_somebody_is_named() -> None:
    vacant = {
        "text": "Er komt een projectleider Sport.",
        "role": {"role": "projectleider", "theme": "Sport", "status": "vacant"},
    }
    named = {
        "text": "Mevrouw Kok is projectleider Sport.",
        "role": {"role": "projectleider", "theme": "Sport", "person": "L. Kok"},
    }
    state = _state(("2024-01-10", [vacant]), ("2024-04-10", [named]))
    finding = next(finding for finding in state.findings if finding.kind == "role_to_be_filled")
    assert finding.valid_until == "2024-04-10"
    assert _at(state, "2024-04-10", "project_leader").answer == "stated"


@pytest.mark.parametrize(
    ("relation", "status"), [("ends", "ending"), ("starts", "announced"), ("remains", "existing")]
)
def test_what_becomes_of_a_body(relation: str, status: str) -> None:
    told = {
        "text": "Het buurtteam: zo gaat het verder.",
        "body": {"name": "Buurtteam"},
        "structure": {"body": "Buurtteam", "relation": relation},
    }
    state = _state(("2024-01-10", [told]))
    assert [each.status for each in state.body_situations if each.body.endswith("/buurtteam")] == [status]


def test_a_body_that_ends_still_ends_when_it_is_mentioned_once_more() -> None:
    ends = {
        "text": "Het Buurtteam verdwijnt.",
        "body": {"name": "Buurtteam"},
        "structure": {"body": "Buurtteam", "relation": "ends"},
    }
    mention = {"text": "Het Buurtteam doet verslag.", "body": {"name": "Buurtteam"}}
    state = _state(("2024-01-10", [ends]), ("2024-02-10", [mention]))
    found = [
        (each.status, each.valid_until) for each in state.body_situations if each.body.endswith("/buurtteam")
    ]
    assert found == [("ending", None)]


def test_minutes_without_a_date_are_no_part_of_the_state() -> None:
    state = derive(
        readings([{"date": None, "body": "Raad", "says": [_held("A. Bos")]}]), ThemeScheme(), RULES
    )
    assert state.situations == ()
    assert [document.date for document in state.documents] == [None]


def test_what_was_asked_for_is_there_once_the_promise_in_answer_was_kept() -> None:
    asks = {
        "text": "B. Vos mist een overzicht van alle portefeuilles.", "item": "1",
        "missing": {"what": "overzicht van alle portefeuilles", "said_by": "B. Vos"},
        "statement": {"speakers": ["B. Vos"], "act": "misses", "move": "request"},
    }  # fmt: skip
    answered = {
        "text": "A. Bos stuurt het overzicht van alle portefeuilles rond.", "item": "1",
        "promise": {"text": "A. Bos stuurt het overzicht van alle portefeuilles rond.", "owners": ["A. Bos"]},
        "statement": {"speakers": ["A. Bos"], "act": "promises", "text": "A. Bos stuurt het rond."},
    }  # fmt: skip
    kept = {
        "text": "Het overzicht van alle portefeuilles is rondgestuurd.", "item": "1",
        "progress": {"status": "closed"},
    }  # fmt: skip
    meetings = [
        {"date": "2024-01-10", "body": "Raad Oost", "says": [asks, answered]},
        {"date": "2024-03-10", "body": "Raad Oost", "says": [kept]},
    ]
    state = derive(readings(meetings), ThemeScheme(), load_rules())
    (missing,) = (each for each in state.findings if each.kind == "missing_thing")
    assert (missing.valid_from, missing.valid_until) == ("2024-01-10", "2024-03-10")
