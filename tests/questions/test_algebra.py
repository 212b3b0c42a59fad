"""The algebra: conditions, counts and dates, as SPARQL that says the same."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from graph import answers
from graph.errors import OntologyError
from graph.questions.algebra import Also, Between, Condition, Count, During, Is, Known, Not, Query
from graph.questions.compiler import COUNT, compiled, relations
from graph.questions.request import kind
from graph.questions.shelf import Shelf, shelf_of
from tests.series.shelf import series

NOW = During("2025-06-05", "2025-06-05")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return shelf_of(series())


def names(
    shelf: Shelf, relation: str, field: str, *where: Condition, during: During | None = NOW
) -> set[str]:
    """What a field has in the rows that meet the conditions."""
    return {row[field] or "" for row in shelf.rows(Query(relation, (field,), where, during))}


@pytest.mark.parametrize("relation", sorted(relations()))
def test_every_relation_can_be_asked_with_all_its_fields(shelf: Shelf, relation: str) -> None:
    known = relations()[relation]
    rows = shelf.rows(Query(relation, known.fields, limit=3))
    assert all(set(row) == set(known.fields) for row in rows)


@pytest.mark.parametrize("relation", sorted(name for name, each in relations().items() if each.sure))
def test_a_field_that_is_asked_about_leaves_no_other_rows(shelf: Shelf, relation: str) -> None:
    known = relations()[relation]
    for field in known.sure:
        values = {row[field] for row in shelf.rows(Query(relation, (field,), (Known(field),)))} - {None}
        for value in sorted(map(str, values))[:2]:
            rows = shelf.rows(Query(relation, (field,), (Is(field, (NamedNode(value),)),)))
            assert {row[field] for row in rows} == {value}


def test_a_condition_and_its_denial_divide_the_rows(shelf: Shelf) -> None:
    vacant = Is("answer", (kind("answer", "vacant"),))
    every = names(shelf, "portfolios", "portfolio")
    found = names(shelf, "portfolios", "portfolio", vacant)
    others = names(shelf, "portfolios", "portfolio", Not(vacant))
    assert found | others == every
    assert not found & others


def test_themes_with_a_holder_and_without_a_steering_group(shelf: Shelf) -> None:
    def covered(slot: str) -> Also:
        held = Is("answer", (kind("answer", "stated"), kind("answer", "inferred")))
        return Also("coverage", (("theme", "theme"),), (Is("slot", (kind("slot", slot),)), held), NOW)

    found = names(shelf, "portfolios", "label", covered("portfolio_holder"), Not(covered("steering_group")))
    assert {"Mensenhandel", "Ondermijning", "Verkeersveiligheid"} <= found
    assert "Zorg en Veiligheid" not in found


def test_counting_with_a_least_number(shelf: Shelf) -> None:
    absent = Is("status", (kind("attendance", "absent"),))
    count = Count("document", ("person", "name"), above=1)
    rows = shelf.rows(Query("attendance", (), (absent,), None, count))
    assert rows
    assert all(int(row[COUNT] or 0) > 1 for row in rows)
    assert "N. Stuifzand" in {row["name"] for row in rows}


def test_between_takes_both_ends_in(shelf: Shelf) -> None:
    dates = names(shelf, "meetings", "date", Between("date", "2024-03-07", "2024-04-11"), during=None)
    assert dates == {"2024-03-07", "2024-04-11"}


def test_a_value_gets_into_the_query_as_a_term_alone() -> None:
    text = compiled(Query("persons", ("person",), (Is("name", (Literal('x" } DROP ALL #'),)),)))
    assert r'"x\" } DROP ALL #"' in text
    assert answers.run_query(series(), text).rows == ()


def test_a_field_that_does_not_exist_is_named() -> None:
    with pytest.raises(OntologyError, match="colour"):
        compiled(Query("bodies", ("body",), (Is("colour", (Literal("red"),)),)))
