"""What the wording files say beside rules: how persons, bodies, themes, events and speakers are found."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph import ontology
from graph.facts.model import Event
from graph.facts.template import compile_template
from graph.facts.wording import all_rules
from tests.facts.invented import tell

_MARKED = re.compile(r"«([^»]*)»")


def _entries(file: str, *keys: str) -> list[Any]:
    loaded = ontology.load_yaml(f"wording/{file}.yaml")
    return [entry for key in keys for entry in loaded[key]]


@pytest.mark.parametrize("kind", ["people", "bodies", "themes"])
def test_there_are_examples_of_what_is_found_and_of_what_is_not(kind: str) -> None:
    examples = _entries(kind, "examples")
    assert sum("«" in example for example in examples) >= 3
    assert sum("«" not in example for example in examples) >= 3


@pytest.mark.parametrize(
    ("file", "kind", "example"),
    [
        pytest.param(file, kind, example, id=f"{kind}-{number}")
        for file, kind in (("people", "person"), ("bodies", "body"), ("themes", "theme"))
        for number, example in enumerate(_entries(file, "examples"), start=1)
    ],
)
def test_exactly_what_is_marked_is_found(file: str, kind: str, example: str) -> None:
    told = tell(_MARKED.sub(r"\1", example))
    found = [
        told.reading.text[mention.start : mention.end]
        for sentence in told.sentences
        for mention in sentence.of_kind(kind)
    ]
    wanted = [marked.strip("'‘’\"") for marked in _MARKED.findall(example)]
    if file == "bodies":
        assert found == wanted
    elif file == "themes":
        assert [theme for theme in found if theme in wanted] == wanted
        assert "«" in example or found == []
    else:
        assert found == wanted


@pytest.mark.parametrize("turn", _entries("statements", "turns"), ids=lambda turn: str(turn["text"])[-50:])
def test_who_speaks(turn: dict[str, Any]) -> None:
    said = [turn["text"]] if isinstance(turn["text"], str) else turn["text"]
    told = tell(said[-1], *said[:-1])
    assert list(told.sentences[-1].speakers) == turn["speakers"]


@pytest.mark.parametrize("example", _entries("events", "matches"), ids=lambda example: example["text"][:50])
def test_an_event_comes_out(example: dict[str, Any]) -> None:
    events = [fact for fact in tell(example["text"]).facts("event") if isinstance(fact, Event)]
    shown = [
        {"label": event.label, "date": event.date and event.date.text, "place": event.place}
        for event in events
    ]
    assert any(example["gives"].items() <= event.items() for event in shown), shown


@pytest.mark.parametrize("sentence", _entries("events", "must_not"))
def test_no_event_comes_out(sentence: str) -> None:
    assert tell(sentence).facts("event") == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_template_can_be_used(rule: Any) -> None:
    for template in (*rule.says, *rule.unless):
        assert compile_template(template).check() is None
