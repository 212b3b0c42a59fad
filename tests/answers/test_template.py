"""Sentences with places to fill in."""

from __future__ import annotations

import pytest

from graph.answers.template import fill


@pytest.mark.parametrize(
    ("template", "values", "sentence"),
    [
        ("{who} vraagt dit.", {"who": "A. Bos"}, "A. Bos vraagt dit."),
        ("[{who} vraagt dit|Gevraagd wordt dit].", {"who": None}, "Gevraagd wordt dit."),
        ("[{who} vraagt dit|Gevraagd wordt dit].", {"who": "A. Bos"}, "A. Bos vraagt dit."),
        ("Gemist: {what}[, zegt {who}].", {"what": "rust", "who": None}, "Gemist: rust."),
        ("Staat er: «{what}».", {"what": "Het is klaar."}, "Staat er: «Het is klaar»."),
        ("{what}", {"what": "[{who}|x]"}, "[{who}|x]"),
    ],
)
def test_fill(template: str, values: dict[str, str | None], sentence: str) -> None:
    assert fill(template, values) == sentence
