"""Every rule fires on its examples and stays silent on what only looks like them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.registry import ThemeScheme
from graph.state import derive
from graph.state.model import State
from graph.state.rules import Rule, load_rules
from tests.state.invented import readings

RULES = load_rules()


def _examples(outcome: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.id}: {example['title']}")
        for rule in RULES.values()
        for example in rule.examples[outcome]
    ]


def concluded(state: State) -> Iterator[str]:
    """The rules that concluded anything in a state."""
    yield from filter(None, (situation.rule for situation in state.situations))
    yield from filter(None, (finding.rule for finding in state.findings))
    yield from filter(None, (role.rule for role in state.roles))
    yield from filter(None, (succession.rule for succession in state.successions))
    yield from filter(None, (promise.rule for promise in state.promises))
    for situation in state.situations:
        if situation.answer == "contradicted":
            yield "contradicted_portfolio"
        if situation.slot == "project_leader":
            yield "coverage_slots"
    for portfolio in state.portfolios:
        if portfolio.since:
            yield "portfolio_theme"
        if portfolio.discussed_since:
            yield "discussed_theme"
    if any(finding.kind == "missing_thing" and finding.code == "overview" for finding in state.findings):
        yield "missing_thing"


@pytest.mark.parametrize(("rule", "example"), _examples("fires"))
def test_fires(rule: Rule, example: dict[str, Any]) -> None:
    state = derive(readings(example["meetings"]), ThemeScheme(), RULES)
    assert rule.id in set(concluded(state))


@pytest.mark.parametrize(("rule", "example"), _examples("silent"))
def test_stays_silent(rule: Rule, example: dict[str, Any]) -> None:
    state = derive(readings(example["meetings"]), ThemeScheme(), RULES)
    assert rule.id not in set(concluded(state))


@pytest.mark.parametrize("rule", RULES.values(), ids=str)
def test_has_three_examples_of_each(rule: Rule) -> None:
    assert len(rule.examples["fires"]) >= 3
    assert len(rule.examples["silent"]) >= 3
    assert rule.reason.endswith(".")
