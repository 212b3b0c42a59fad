"""What a pattern cannot do without, and that trying it only where that is there changes nothing."""

from __future__ import annotations

import re

import pytest

from graph.dutch.cues import Cued, cues
from graph.facts.template import compile_template
from graph.facts.wording import Rule, all_rules

NEEDED = [
    (r"\b(?:houdt|doet) (?P<n>[A-Z]\w+)(?= onder (?:zijn|haar) hoede)",
     [("houdt", "doet"), (" onder ",), ("zijn", "haar"), (" hoede",)]),
    (r"abc?def", [("def",)]),
    (r"abcd{2}efg", [("abcd",), ("efg",)]),
    (r"x{0,2}abcd(?:efg)?", [("abcd",)]),
    (r"(?:abc|)def", [("def",)]),
    (r"abc|def\.g", [("abc", "def.g")]),
    (r"abc|[de]f", []),
    (r"(?!abc)def(?<!ghi)", [("def",)]),
    (r"(?i:abc)def", []),
    (r"[^]a]bcd", [("bcd",)]),
    (r"a\(bc\)", [("a(bc)",)]),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "needed"), NEEDED)
def test_what_a_pattern_needs(pattern: str, needed: list[tuple[str, ...]]) -> None:
    assert cues(pattern) == needed


def test_a_pattern_that_minds_no_case_is_always_tried() -> None:
    assert Cued("abc", re.IGNORECASE).search("ABC")


def test_matches_within_lines_are_those_of_the_whole_text() -> None:
    told = Cued(r"^(?P<name>[A-Z]\w+) (?:valt|vallen) onder (?=[A-Z])", re.MULTILINE)
    text = "Sport valt onder Bos\nniets\nZorg valt onder de Raad\n\nWonen vallen onder Vos, ook\n"
    found = [match.span() for match in told.in_lines(text)]
    assert found == [match.span() for match in told.compiled.finditer(text)]
    assert len(found) == 2


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_no_sentence_that_shows_a_rule_is_passed_over(rule: Rule) -> None:
    said = [text.lower() for example in (*rule.matches, *rule.must_not) for text in example.said]
    for template in (*rule.says, *rule.unless, *rule.when):
        pattern = compile_template(template)
        for text in said:
            assert bool(pattern.search(text)) == any(
                each.compiled.search(text) for each in pattern.alternatives
            )
