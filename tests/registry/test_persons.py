"""Persons join across documents only when it is safe, whatever the order of reading."""

from __future__ import annotations

from itertools import permutations
from math import factorial
from typing import Any

import pytest

from graph.registry import Registry, ThemeScheme, build_registry
from tests.state.invented import readings


def _registry(*meetings: tuple[str, list[str]], order: int = 0) -> Registry:
    given: list[dict[str, Any]] = [
        {
            "id": f"doc-{number}",
            "date": "2024-01-01",
            "body": body,
            "says": [
                {"text": f"{name} spreekt.", "item": "1", "statement": {"speakers": [name]}} for name in names
            ],
        }
        for number, (body, names) in enumerate(meetings)
    ]
    return build_registry(list(permutations(readings(given)))[order], ThemeScheme())


def _people(registry: Registry) -> list[str]:
    return [iri.rpartition("/")[2] for iri, entity in registry.entities.items() if entity.kind == "person"]


def test_one_name_in_two_documents_is_one_person() -> None:
    registry = _registry(("Raad", ["A. Bos"]), ("Raad", ["A. Bos"]))
    assert _people(registry) == ["a-bos"]
    assert len(registry.entities[registry.person("doc-0", "A. Bos") or ""].mentions) == 2


def test_initials_and_given_name_join_and_the_old_address_leads_to_the_new() -> None:
    registry = _registry(("Raad", ["S. de Wit"]), ("Commissie", ["Sanne de Wit"]))
    assert _people(registry) == ["sanne-de-wit"]
    person = registry.entities[registry.person("doc-0", "S. de Wit") or ""]
    assert person.label == "Sanne de Wit"
    assert [iri.rpartition("/")[2] for iri in person.former] == ["s-de-wit"]


def test_two_candidates_keep_all_apart() -> None:
    registry = _registry(("Raad", ["J. Jansen"]), ("Raad", ["Jan Jansen"]), ("Raad", ["Jaap Jansen"]))
    assert _people(registry) == ["j-jansen", "jaap-jansen", "jan-jansen"]


def test_one_document_that_names_both_means_two_people() -> None:
    registry = _registry(("Raad", ["J. Vos", "Jan Vos"]), ("Raad", ["Jan Vos"]))
    assert _people(registry) == ["j-vos", "jan-vos"]


def test_other_initials_are_another_person() -> None:
    assert _people(_registry(("Raad", ["J. Kok"]), ("Raad", ["J.J. Kok"]))) == ["j-j-kok", "j-kok"]


def test_abbreviated_tussenvoegsel_is_the_same_name() -> None:
    assert len(_people(_registry(("Raad", ["A. v.d. Berg"]), ("Raad", ["A. van de Berg"])))) == 1


@pytest.mark.parametrize(
    "meetings",
    [
        [("Raad", ["S. de Wit"]), ("Raad", ["Sanne de Wit"]), ("Raad", ["Sjoerd de Wit"])],
        [("Raad", ["A. Bos", "B. Bos"]), ("Bestuur", ["Anna Bos"]), ("Bestuur", ["A. Bos"])],
        [("Raad", ["J. Kok"]), ("Raad", ["Jan Kok"]), ("Bestuur", ["J. Kok"])],
    ],
)
def test_the_order_of_reading_does_not_matter(meetings: list[tuple[str, list[str]]]) -> None:
    first = _registry(*meetings)
    for order in range(1, factorial(len(meetings))):
        again = _registry(*meetings, order=order)
        assert again.entities == first.entities


def _renamed(*meetings: tuple[str, str, str, tuple[str, ...]]) -> list[str]:
    """The persons of meetings that each name one person: body, initials, surname, other surnames."""
    given = [
        {
            "id": f"doc-{number}",
            "date": "2024-01-01",
            "body": body,
            "says": [
                {
                    "text": f"{initials} {surname} spreekt.",
                    "person": {
                        "name": f"{initials} {surname}", "initials": initials, "surname": surname,
                        "other_surnames": others,
                    },
                }
            ],
        }
        for number, (body, initials, surname, others) in enumerate(meetings)
    ]  # fmt: skip
    registries = [build_registry(list(order), ThemeScheme()) for order in permutations(readings(given))]
    found = {tuple(_people(registry)) for registry in registries}
    assert len(found) == 1  # whatever the order
    return list(found.pop())


def test_who_is_said_to_have_changed_name_stays_one_person() -> None:
    before, after = ("Raad", "J.", "Smit", ()), ("Raad", "J.", "Smit-Jansen", ("Smit",))
    assert _renamed(before, after) == ["j-smit-jansen"]
    assert _renamed(before, ("Raad", "J.", "Smit-Jansen", ())) == ["j-smit", "j-smit-jansen"]


def test_a_namesake_of_the_former_name_is_somebody_else() -> None:
    after = ("Raad", "J.", "Smit-Jansen", ("Smit",))
    assert _renamed(after, ("Raad", "H.", "Smit", ())) == ["h-smit", "j-smit-jansen"]


def _called(*documents: list[dict[str, str]]) -> list[str]:
    """The persons of documents of one body that name people by these parts, in any order of the documents."""
    given = [
        {
            "id": f"doc-{number}",
            "date": "2024-01-01",
            "body": "Raad",
            "says": [
                {
                    "text": f"{' '.join(parts.values())} spreekt.",
                    "person": {"name": " ".join(parts.values()), **parts},
                }
                for parts in people
            ],
        }
        for number, people in enumerate(documents)
    ]
    found = {
        tuple(_people(build_registry(list(order), ThemeScheme()))) for order in permutations(readings(given))
    }
    assert len(found) == 1
    return list(found.pop())


def test_a_bare_surname_is_who_bears_it_in_that_body() -> None:
    assert _called([{"initials": "A.", "surname": "Bos"}], [{"surname": "Bos"}]) == ["a-bos"]


def test_a_bare_surname_beside_the_full_name_keeps_only_itself_apart() -> None:
    both = [{"given_name": "Anna", "surname": "Bos"}, {"surname": "Bos"}]
    assert _called([{"initials": "A.", "surname": "Bos"}], both) == ["anna-bos", "bos-raad"]


def test_a_bare_surname_that_may_be_two_is_neither() -> None:
    one, other = {"initials": "A.", "surname": "Bos"}, {"initials": "P.", "surname": "Bos"}
    assert _called([one], [other], [{"surname": "Bos"}]) == ["a-bos", "bos-raad", "p-bos"]
