"""Persons discussed as a case are masked, at equal length; officials are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ontology
from graph.dutch import names
from graph.minutes.masking import mask

EXAMPLES = [example["text"] for example in ontology.load_yaml("wording/case_persons.yaml")["examples"]]


def expected(example: str) -> str:
    """The example with what stands between « and » masked, as the rules should do."""
    masked, inside = "", False
    for char in example:
        if char in "«»":
            inside = char == "«"
        else:
            masked += "█" if inside and (char.isalnum() or char in ".'’-") else char
    return masked


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_rules(example: str) -> None:
    assert mask(example.replace("«", "").replace("»", "")) == expected(example)


def test_there_are_examples_of_both_sorts() -> None:
    assert sum("«" in example for example in EXAMPLES) >= 5
    assert sum("«" not in example for example in EXAMPLES) >= 5


@pytest.mark.parametrize(
    "text",
    [
        "Het dossier van A. de Boer ligt klaar.",
        "De zaak van Anna de Boer komt terug.",
        "Dhr. De Boer spreekt.",
    ],
)
def test_a_listed_official_is_never_masked(text: str) -> None:
    listed = names.parse("Anna de Boer")
    assert listed
    assert mask(text, [listed]) == text


def test_later_mentions_of_the_same_person_are_masked_too() -> None:
    text = mask("De casus van Kim B. is besproken. Met Kim gaat het beter. Kim B. is verhuisd.")
    assert "Kim" not in text


@given(st.text(max_size=200))
def test_masking_keeps_the_length_and_the_lines(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert [char == "\n" for char in masked] == [char == "\n" for char in text]


@given(
    st.from_regex(r"[A-Z][a-z]{2,8} [A-Z]\.", fullmatch=True),
    st.sampled_from(["De casus van {} is bekend.", "De zaak rond {} loopt."]),
)
def test_a_first_name_with_an_initial_never_comes_through(name: str, sentence: str) -> None:
    assert name not in mask(sentence.format(name))
