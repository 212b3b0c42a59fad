"""Names in a question: of persons, bodies and themes, with typos and in part."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.index import Name, Names, open_names, write_names

KNOWN = (
    Name("p/1", "person", "S. Schelberg", ("Schelberg", "Sander Schelberg")),
    Name("p/2", "person", "A. van der Berg", ("Van der Berg",)),
    Name("p/3", "person", "B. van den Berg"),
    Name("p/4", "person", "H. Meuleman"),
    Name("b/1", "body", "Dagelijks Bestuur Twente", ("DB Twente",)),
    Name("b/2", "body", "Stuurgroep Zorg en Veiligheid"),
    Name("t/1", "theme", "Ondermijning", ("ondermijnende criminaliteit",)),
    Name("t/2", "theme", "Zorg en Veiligheid"),
    Name("t/3", "theme", "Financiën"),
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    folder = tmp_path_factory.mktemp("names") / "names"
    write_names(folder, KNOWN)
    return open_names(folder)


def labels(names: Names, text: str) -> list[str]:
    return [candidate.label for candidate in names.find(text)]


def test_a_name_is_found_by_any_of_its_forms_with_its_place(names: Names) -> None:
    text = "Waar gaat Sander Schelberg over?"
    (found,) = names.find(text)
    assert (found.label, found.form, found.whole, found.typos) == (
        "S. Schelberg",
        "Sander Schelberg",
        True,
        0,
    )
    assert text[found.start : found.end] == "Sander Schelberg"


def test_capitals_and_diacritics_may_be_left_out(names: Names) -> None:
    assert labels(names, "wie doet FINANCIEN") == ["Financiën"]


def test_a_typo_in_a_word_that_is_in_no_name(names: Names) -> None:
    (found,) = names.find("wat zei Schelbreg")
    assert (found.label, found.whole, found.typos) == ("S. Schelberg", True, 1)
    assert labels(names, "en Meulman?") == ["H. Meuleman"]
    assert labels(names, "en Meubel?") == []
    assert labels(names, "waar gaat mevrouw van der Bergg over in de regio")[0] == "A. van der Berg"
    assert labels(names, "wat zei de Bergh, van de gemeente") == ["A. van der Berg", "B. van den Berg"]


def test_all_who_may_be_meant_are_candidates(names: Names) -> None:
    assert set(labels(names, "wat zei Berg")) == {"A. van der Berg", "B. van den Berg"}
    assert labels(names, "wat zei Van der Berg")[0] == "A. van der Berg"


def test_the_longest_name_comes_first_and_those_in_it_follow(names: Names) -> None:
    assert labels(names, "wie zit in de stuurgroep zorg en veiligheid")[:2] == [
        "Stuurgroep Zorg en Veiligheid",
        "Zorg en Veiligheid",
    ]


def test_a_small_word_alone_is_no_name(names: Names) -> None:
    assert labels(names, "het beleid van de gemeente en der dingen") == []


def test_the_order_of_the_names_does_not_matter(names: Names, tmp_path: Path) -> None:
    write_names(tmp_path / "names", reversed(KNOWN))
    again = open_names(tmp_path / "names")
    for text in ("van der Berg", "zorg veiligheid twente", "Schelbreg ondermijning bestuur"):
        assert names.find(text) == again.find(text)


def test_no_index_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="de zoekindex ontbreekt"):
        open_names(tmp_path / "none")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_plain_words(names: Names, typed: str) -> None:
    for candidate in names.find(typed):
        assert typed[candidate.start : candidate.end].strip()


def test_hostile_strings(names: Names) -> None:
    assert labels(names, "\ud800 Schelberg") == ["S. Schelberg"]
    assert names.find("words:* AND (") == ()
    names.find("Berg " * 100_000)
    names.find("a" * 1_000_000)
