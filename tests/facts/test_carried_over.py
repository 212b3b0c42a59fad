"""Who says something is stated only where the sentence itself tells: by name or by pronoun."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts.read import read

MINUTES = """Verslag Stuurgroep Wonen 14 maart 2024

Aanwezig: A. de Boer (Waterrand), B. Jansen (Duinstad)

1. Woningbouw
Dhr. De Boer meldt dat de woningbouw op schema ligt. {sentence}
"""


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("De woningbouw vraagt wel om meer geld.", "inferred"),
        ("Het plan is, anders dan hij hoopte, vertraagd.", "inferred"),
        ("Hij vindt dat de woningbouw meer geld vraagt.", "stated"),
        ("Daarnaast merkt hij op dat de woningbouw meer geld vraagt.", "stated"),
        ("Dhr. De Boer vindt dat de woningbouw meer geld vraagt.", "stated"),
    ],
)
def test_certainty_of_who_speaks(sentence: str, certainty: str, tmp_path: Path) -> None:
    path = tmp_path / "stuurgroep-wonen-2024-03-14.txt"
    path.write_text(MINUTES.format(sentence=sentence), encoding="utf-8")
    (said,) = [
        fact for fact in read(path).facts if fact.kind == "statement" and fact.evidence[0].quote == sentence
    ]
    assert said.certainty == certainty
    assert (said.reason is not None) == (certainty == "inferred")
