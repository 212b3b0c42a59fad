"""Where Dutch sentences end, and where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dutch.sentences import spans

TEXTS = {
    "Dhr. Jansen opent. Mevr. De Wit vraagt iets.": ["Dhr. Jansen opent.", "Mevr. De Wit vraagt iets."],
    "Op 8 juni a.s. wordt dit gedaan.": ["Op 8 juni a.s. wordt dit gedaan."],
    "Dit is voor 8 juni a.s. Daarna volgt meer.": ["Dit is voor 8 juni a.s.", "Daarna volgt meer."],
    "Overleg t.a.v. J. de Vries. Klaar.": ["Overleg t.a.v. J. de Vries.", "Klaar."],
    "Mooi! Echt? Ja (na de zomer).": ["Mooi!", "Echt?", "Ja (na de zomer)."],
    "Eerste regel\nTweede regel": ["Eerste regel", "Tweede regel"],
    "A.B. Klaassen komt ook.": ["A.B. Klaassen komt ook."],
}


@pytest.mark.parametrize(("text", "sentences"), TEXTS.items(), ids=str)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == sentences


@given(st.text(alphabet="abC .!?\n(a.s.)", max_size=80))
def test_sentences_are_in_order_and_apart(text: str) -> None:
    found = list(spans(text))
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
