"""Every frame at work on the sentences in its file: it fires on some, and is silent on look-alikes."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from graph.facts.frame import frames
from graph.facts.frames import beside
from graph.facts.wording import Example, Rule, all_rules
from tests.facts.invented import Told, tell
from tests.facts.test_wording import fits, given


def _cases(which: str) -> list[Any]:
    return [
        pytest.param(frame.rule, example, id=f"{frame.rule.id}-{number}")
        for frame in frames()
        for number, example in enumerate(getattr(frame.rule, which), start=1)
    ]


def _told(example: Example) -> Told:
    *before, last = example.said
    return tell(last, *before)


def _fires(rule: Rule, told: Told) -> bool:
    """Whether the frame speaks when no template does."""
    return any(
        hit.rule.id == rule.id
        for sentence in told.sentences
        for hit in beside(sentence.key, {}, frozenset(mention.kind for mention in sentence.mentions)).get(
            rule.kind, ()
        )
    )


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in (*all_rules(), *(frame.rule for frame in frames()))]
    assert [name for name, count in Counter(ids).items() if count > 1] == []


@pytest.mark.parametrize(("rule", "example"), _cases("matches"))
def test_matches(rule: Rule, example: Example) -> None:
    told = _told(example)
    assert _fires(rule, told)
    wanted = {**given(rule), **example.gives}
    assert any(fits(fact, wanted) for fact in told.facts(rule.kind)), told.facts(rule.kind)


@pytest.mark.parametrize(("rule", "example"), _cases("must_not"))
def test_must_not(rule: Rule, example: Example) -> None:
    assert not _fires(rule, _told(example))
