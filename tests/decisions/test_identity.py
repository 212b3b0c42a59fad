"""Who is who by decision: it goes before the names, is undone by another, and what it comes to is told."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from graph.decisions import Decision, effect_of
from graph.decisions.apply import Applied
from graph.decisions.identity import with_identity
from graph.facts.model import Body, Person, Reading, Theme
from graph.facts.read import read
from graph.registry import Identity, Registry, build_registry, fact_of, theme_scheme
from graph.store.identifiers import ID
from tests.series.test_truth import FOLDER, truth
from tests.state.invented import readings

PEOPLE = {entry["id"]: entry["name"] for entry in truth()["people"]}


@cache
def series() -> tuple[Reading, ...]:
    return tuple(read(path) for path in sorted(FOLDER.iterdir()))


def registry(found: tuple[Reading, ...] | list[Reading], *decisions: Decision) -> Registry:
    effect = effect_of(decisions)
    return build_registry(found, theme_scheme(), Identity(effect.same, effect.different))


def decided(kind: str, one: str, other: str, number: int = 1) -> Decision:
    return Decision(
        id=f"b-{number}", time="2025-01-01T00:00:00+00:00", kind=kind, by="A. Griffier", because="reden",
        targets=(one, other),
    )  # fmt: skip


def mention(pair: dict[str, Any], side: str) -> str:
    """The mention that one side of a pair of the truth speaks of."""
    form, name = pair[side]["form"].casefold(), pair[side]["file"]
    (reading,) = (each for each in series() if each.document.file == name)
    people = [fact for fact in reading.facts if isinstance(fact, Person)]
    written = [fact for fact in people if form in {text.casefold() for text in (fact.name, *fact.forms)}]
    # «Burgemeester Duinker» is no form of a name.
    (fact,) = written or [fact for fact in people if fact.surname.casefold() == form.rpartition(" ")[2]]
    return fact_of(reading, fact)


def meant(found: Registry, *mentions: str) -> list[str]:
    """The person that each mention stands for."""
    entity_of = {each: entity.iri for entity in found.entities.values() for each in entity.mentions}
    return [entity_of[each] for each in mentions]


def label(pair: dict[str, Any]) -> str:
    return f"{pair['a']['form']} / {pair['b']['form']}"


@pytest.mark.parametrize("pair", truth()["different_persons"], ids=label)
def test_different_persons_are_joined_by_a_decision_alone_and_parted_when_it_is_withdrawn(
    pair: dict[str, Any],
) -> None:
    one, other = mention(pair, "a"), mention(pair, "b")
    first, second = meant(registry(series()), one, other)
    assert first != second
    same = decided("same", first, second)
    joined = registry(series(), same)
    assert len(set(meant(joined, one, other))) == 1
    (entity,) = (each for each in joined.entities.values() if one in each.mentions)
    assert {first, second} <= {entity.iri, *entity.former}
    undone = Decision(id="b-2", time=same.time, kind="withdraw", by="X", because="x", targets=(same.id,))
    assert meant(registry(series(), same, undone), one, other) == [first, second]


@pytest.mark.parametrize("pair", truth()["same_person"], ids=label)
def test_one_person_is_two_by_a_decision_alone(pair: dict[str, Any]) -> None:
    one, other = mention(pair, "a"), mention(pair, "b")
    assert len(set(meant(registry(series()), one, other))) == 1
    parted = registry(series(), decided("different", one, other))
    assert len(set(meant(parted, one, other))) == 2
    assert len(parted.entities) > len(registry(series()).entities)


def meetings(*says: dict[str, Any]) -> list[Reading]:
    return readings(
        {"id": f"doc-{number}", "date": f"2024-0{number}-10", "body": "Raad Oost", "says": [each]}
        for number, each in enumerate(says, start=1)
    )


def test_what_is_the_same_by_way_of_something_that_is_gone_is_the_same() -> None:
    found = meetings(*({"text": "x.", "statement": {"speakers": [name]}} for name in ("A. Bos", "C. Vos")))
    person = f"{ID}person/"
    chain = [
        decided("same", f"{person}a-bos", f"{person}weg", 1),
        decided("same", f"{person}weg", f"{person}c-vos", 2),
    ]
    people = [each for each in registry(found, *chain).entities.values() if each.kind == "person"]
    assert len(people) == 1


def of(found: list[Reading], kind: type[Theme | Body]) -> list[str]:
    return [fact_of(each, fact) for each in found for fact in each.facts if isinstance(fact, kind)]


def test_two_labels_of_one_theme_can_be_two_themes() -> None:
    found = meetings(
        {"text": "x.", "theme": {"label": "Digitale criminaliteit", "forms": []}},
        {"text": "y.", "theme": {"label": "Cybercrime", "forms": []}},
    )
    one, other = of(found, Theme)
    assert len(set(meant(registry(found), one, other))) == 1
    parted = registry(found, decided("different", one, other))
    assert len(set(meant(parted, one, other))) == 2
    assert parted.theme("doc-1", "Digitale criminaliteit") == meant(registry(found), one)[0]
    assert parted.theme("doc-2", "Cybercrime") == meant(parted, other)[0]


def test_two_bodies_of_one_name_can_be_two() -> None:
    found = meetings(
        *({"text": text, "body": {"name": "Werkgroep Zon", "forms": []}} for text in ("x.", "y."))
    )
    one, other = of(found, Body)
    assert len(set(meant(registry(found), one, other))) == 1
    parted = registry(found, decided("different", one, other))
    assert len(set(meant(parted, one, other))) == 2
    assert parted.body("doc-1", "Werkgroep Zon") != parted.body("doc-2", "Werkgroep Zon")


def test_a_decision_that_comes_to_nothing_is_told() -> None:
    nothing = Applied((), (), {}, frozenset(), {})
    decisions = [
        decided("same", "a", "b", 1),
        decided("different", "c", "d", 2),
        decided("same", "a", "x", 3),
        decided("same", "c", "d", 4),
    ]
    told = with_identity(nothing, effect_of(decisions), {"a": "1", "b": "2", "c": "3", "d": "3"})
    assert told.problems.keys() == {"b-1", "b-2"}
    assert told.gone == {"x"}
