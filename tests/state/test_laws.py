"""Laws of the state.

The order of reading cannot matter, nothing concluded is called stated, every IRI is made to last.
"""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode

from graph.facts.model import Reading
from graph.registry import theme_scheme
from graph.state import derive, load_rules
from graph.state.triples import quads
from graph.store import vocabulary as v
from graph.store.identifiers import STATE_GRAPH, kind_iri
from tests.state.invented import readings

RULES = load_rules()
_PEOPLE = st.sampled_from(["A. Bos", "Anna Bos", "B. Vos", "C. Smit", "Cor Smit", "Karel Smit"])
_THEMES = st.sampled_from(["Ondermijning", "Jeugd", "Lokale helden", "Mensenhandel"])
_ITEMS = st.sampled_from(["1", "2", "3"])
_DATES = st.sampled_from(["2023-11-01", "2024-01-10", "2024-03-10", None])
_BODIES = st.sampled_from(["Raad Oost", "Raad West", None])
_EXTRAS = (
    "elsewhere",
    "", "held", "vacant", "unnamed", "role", "missing", "group", "promise", "ends", "later", "left",
    "in_role", "out", "follows",
)  # fmt: skip
_FEBRUARY = {"text": "1 februari", "from": "2024-02-01", "to": "2024-02-01"}


@st.composite
def _sentences(draw: st.DrawFn) -> dict[str, Any]:
    person, theme = draw(_PEOPLE), draw(_THEMES)
    act = draw(st.sampled_from(["informs", "asks", "answers", "promises", "advises", "misses"]))
    move = draw(st.sampled_from([None, "presents", "question", "request", "takes_along"]))
    sentence: dict[str, Any] = {"text": f"{person} over {theme}.", "item": draw(_ITEMS)}
    sentence["statement"] = {"speakers": [person], "act": act, "move": move, "themes": [theme]}
    extra = draw(st.sampled_from(_EXTRAS))
    claims: dict[str, dict[str, Any]] = {
        "held": {"portfolio": {"theme": theme, "holder": person, "capacity": "holder"}},
        "elsewhere": {"portfolio": {"theme": theme, "holder": person, "body": "Raad Oost"}},
        "vacant": {"portfolio": {"theme": theme, "status": "vacant", "requested_by": person}},
        "unnamed": {"portfolio": {"holder": person, "capacity": "holder"}},
        "role": {"role": {"role": "projectleider", "theme": theme, "status": "vacant"}},
        "later": {"portfolio": {"theme": theme, "holder": person, "capacity": "holder", "start": _FEBRUARY}},
        "left": {"portfolio": {"theme": theme, "holder": person, "status": "handed_over", "end": _FEBRUARY}},
        "in_role": {"role": {"role": "Voorzitter", "body": "Buurtteam", "person": person}},
        "out": {"role": {"role": "voorzitter", "person": person, "status": "ended", "end": _FEBRUARY}},
        "follows": {"succession": {"role": "voorzitter", "predecessor": person, "successor": "D. Post"}},
        "missing": {"missing": {"what": "stuurgroep", "theme": theme, "said_by": person}},
        "group": {"body": {"name": f"stuurgroep {theme}", "body_kind": "steering_group"}},
        "promise": {"promise": {"text": "uitzoeken"}},
        "ends": {"body": {"name": "Buurtteam"}, "structure": {"body": "Buurtteam", "relation": "ends"}},
    }
    return sentence | claims.get(extra, {})


@st.composite
def meetings(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A few meetings at which all sorts of things are said."""
    says = st.lists(_sentences(), min_size=1, max_size=5)
    number = draw(st.integers(1, 4))
    return [
        {"id": f"doc-{index}", "date": draw(_DATES), "body": draw(_BODIES), "says": draw(says)}
        for index in range(number)
    ]


def corpora() -> st.SearchStrategy[list[Reading]]:
    return meetings().map(readings)


@settings(max_examples=40, deadline=None)
@given(corpus=corpora(), data=st.data())
def test_the_order_of_reading_does_not_matter(corpus: list[Reading], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(corpus))
    assert quads(derive(corpus, theme_scheme(), RULES)) == quads(derive(shuffled, theme_scheme(), RULES))


@settings(max_examples=40, deadline=None)
@given(corpus=corpora())
def test_the_graph_is_sound(corpus: list[Reading]) -> None:
    found = quads(derive(corpus, theme_scheme(), RULES))
    assert len(found) == len(set(found))
    assert all(quad.graph_name == STATE_GRAPH for quad in found)
    assert not any(isinstance(term, BlankNode) for quad in found for term in (quad.subject, quad.object))


@settings(max_examples=40, deadline=None)
@given(corpus=corpora())
def test_what_a_rule_concludes_is_never_stated_and_what_is_vacant_has_no_holder(
    corpus: list[Reading],
) -> None:
    state = derive(corpus, theme_scheme(), RULES)
    for situation in state.situations:
        assert (situation.rule is not None) == (situation.answer == "inferred")
        assert not (situation.answer in {"vacant", "not_named", "missing"} and situation.holdings)
        assert situation.evidence
    said = {
        fact.holder
        for reading in corpus
        for fact in reading.facts
        if fact.kind == "portfolio" and hasattr(fact, "holder")
    }
    for situation in state.situations:
        if situation.answer == "stated" and situation.slot == "portfolio_holder":
            names = {state.registry.entities[holding.person] for holding in situation.holdings}
            assert all({entity.label, *entity.forms} & said for entity in names)


@settings(max_examples=40, deadline=None)
@given(corpus=corpora())
def test_at_any_date_a_slot_has_one_answer(corpus: list[Reading]) -> None:
    state = derive(corpus, theme_scheme(), RULES)
    for date in ("2023-11-01", "2024-01-10", "2024-02-01", "2024-12-31"):
        valid = [
            (each.portfolio, each.slot)
            for each in state.situations
            if each.valid_from <= date and (each.valid_until is None or date < each.valid_until)
        ]
        assert len(valid) == len(set(valid))


def test_an_inferred_situation_names_its_rule_in_the_graph() -> None:
    rule = RULES["likely_lead"]
    found = quads(derive(readings(rule.examples["fires"][0]["meetings"]), theme_scheme(), RULES))
    inferred = [
        quad.subject
        for quad in found
        if quad.predicate == v.ANSWER and quad.object == kind_iri("answer", "inferred")
    ]
    assert inferred
    for situation in inferred:
        assert any(quad.subject == situation and quad.predicate == v.CONCLUDED_BY for quad in found)
