"""Every wording rule at work on the sentences in its file: it fires on some, and is silent on look-alikes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from typing import Any

import pytest

from graph.facts.model import KINDS, Fact
from graph.facts.wording import Example, Rule, all_rules
from tests.facts.invented import Told, tell

FEWEST = 3
_CLASSES = {kind.kind: kind for kind in KINDS}
# A concern is no fact of its own: it comes out with a statement. A line of a list gives a portfolio.
_FACT_OF = {"concern": "statement", "listed": "portfolio", "reported": "conflict"}


def _cases(which: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.kind}-{rule.id}-{number}")
        for rule in all_rules()
        for number, example in enumerate(getattr(rule, which), start=1)
    ]


def _told(example: Example) -> Told:
    *before, last = example.said
    return tell(last, *before)


def _value(fact: Fact, name: str) -> object:
    """A field as a file writes it: a single name for one, a list for several, a date by its words."""
    value = getattr(fact, name)
    if isinstance(value, tuple):
        return list(value) if len(value) != 1 else value[0]
    return getattr(value, "text", value)


def fits(fact: Fact, wanted: dict[str, Any]) -> bool:
    return all(_value(fact, name) == value for name, value in wanted.items())


def given(rule: Rule) -> dict[str, Any]:
    """What the rule itself says about its fact; words like «speaker» only tell where a field comes from."""
    kind = _CLASSES[_FACT_OF.get(rule.kind, rule.kind)]
    plain = {field.name for field in fields(kind)} & {
        "status", "capacity", "relation", "outcome", "act", "move", "concern",
    }  # fmt: skip
    named = {name: value for name, value in rule.gives.items() if name in plain}
    if rule.kind == "structure":
        named.pop("status", None)  # of the body, not of the relation
    return named


def test_rule_ids_are_unique() -> None:
    assert [name for name, count in Counter(rule.id for rule in all_rules()).items() if count > 1] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.kind == "role"], ids=lambda rule: rule.id
)
def test_every_template_of_a_role_says_which_role(rule: Rule) -> None:
    assert (
        "role" in rule.gives
        or [said for said in rule.says if not re.search(r"\{(role|role:\w+)\}", said)] == []
    )


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_has_examples_of_both_sorts(rule: Rule) -> None:
    assert len({example.said for example in rule.matches}) >= FEWEST
    assert len({example.said for example in rule.must_not}) >= FEWEST


@pytest.mark.parametrize(("rule", "example"), _cases("matches"))
def test_the_rule_fires_and_its_fact_comes_out(rule: Rule, example: Example) -> None:
    told = _told(example)
    assert rule.id in told.fired(rule.kind), "the rule does not match this sentence"
    wanted = {**given(rule), **example.gives}
    facts = told.facts(_FACT_OF.get(rule.kind, rule.kind))
    assert any(fits(fact, wanted) for fact in facts), f"no fact with {wanted} among {facts}"


@pytest.mark.parametrize(("rule", "example"), _cases("must_not"))
def test_the_rule_stays_silent_on_a_look_alike(rule: Rule, example: Example) -> None:
    told = _told(example)
    fired = told.fired(rule.kind)
    assert rule.id not in fired, "the rule matches this sentence and should not"
    if example.but:
        assert example.but in fired, f"{example.but} should have read it"
    elif rule.kind not in ("statement", "concern"):
        assert told.facts(_FACT_OF.get(rule.kind, rule.kind)) == [], (
            "another rule reads it: name that rule with `but`"
        )
