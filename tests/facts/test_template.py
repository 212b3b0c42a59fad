"""Sentence templates: what they match, and that looking them up by words loses nothing."""

from __future__ import annotations

import pytest

from graph.facts.slots import sign
from graph.facts.template import compile_template, folded, needed
from graph.facts.wording import all_rules
from tests.facts.invented import tell

PERSON, THEME = sign("person", 0), sign("theme", 0)
MATCHES = [
    ("legt neer", "Zij LEGT neer."),
    ("(legt|stopt met) {theme}", f"hij stopt met {THEME}"),
    ("knelpunt* op", "de knelpunten op straat"),
    ("{person} [per {date}] stopt", f"{PERSON} stopt"),
    ("{person} ... stopt", f"{PERSON} die al jaren meedoet stopt"),
    ("{themes} is", f"{THEME}, {THEME} en {THEME} is"),
    ("^ besluit : {rest}", "Besluit: akkoord met het plan."),
    ("akkoord $", "De leden zijn akkoord."),
    ("{person} stopt", f"wethouder {PERSON} (Almerdam) stopt"),
    ("de {office} van", "De voorzitter van de raad"),
]
SILENT = [
    ("legt neer", "Zij legt het neer."),
    ("stop", "stopt"),
    ("{person} ... stopt", f"{PERSON} en {PERSON} blijven; hij stopt"),
    ("{person} ... stopt", f"{PERSON} een twee drie vier vijf zes zeven acht negen stopt"),
    ("^ besluit", "Het besluit"),
    ("akkoord $", "akkoord met het plan"),
]


@pytest.mark.parametrize(("template", "sentence"), MATCHES)
def test_what_a_template_matches(template: str, sentence: str) -> None:
    assert compile_template(template).search(folded(sentence))


@pytest.mark.parametrize(("template", "sentence"), SILENT)
def test_what_a_template_does_not_match(template: str, sentence: str) -> None:
    assert not compile_template(template).search(folded(sentence))


@pytest.mark.parametrize("template", ["(legt", "{onbekend}", "a|)b("])
def test_a_template_that_is_not_sound_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match=r"template|slot"):
        compile_template(template)


def test_words_that_a_template_needs() -> None:
    assert needed("{person} (legt|stopt met) [de] ... portefeuille") == (
        ("{person}",),
        ("legt", "stopt"),
        ("portefeuille",),
    )
    assert needed("[legt] (stopt|{theme})") == (("stopt", "{theme}"),)
    assert needed("(stopt|[misschien])") == ()


def test_looking_rules_up_by_their_words_finds_all_that_match() -> None:
    for rule in all_rules():
        for example in rule.matches:
            *before, last = example.said
            for sentence in tell(last, *before).sentences:
                text = sentence.key.folded
                for other in all_rules():
                    silenced = any(other.pattern(template).search(text) for template in other.unless)
                    if other.when:
                        silenced |= not any(other.pattern(said).search(text) for said in other.when)
                    matches = any(other.pattern(template).search(text) for template in other.says)
                    looked_up = any(hit.rule.id == other.id for hit in sentence.hits(other.kind))
                    assert looked_up == (matches and not silenced), (other.id, last)
