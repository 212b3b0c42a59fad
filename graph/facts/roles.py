"""Finding role words («projectleider», «Hoofd Operatiën») in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.facts.mentions import Mention
from graph.facts.skos import Concept, concepts

# These have facts of their own (office, portfolio) or are no role.
_ELSEWHERE = frozenset({"portfolio_holder", "chair", "deputy_chair", "secretary", "member"})


@lru_cache(maxsize=1)
def by_word() -> dict[str, Concept]:
    """The role concept by each of its words, lower case."""
    roles = [concept for concept in concepts("kinds.ttl") if concept.scheme == "role" and concept.code not in _ELSEWHERE]
    return {label.lower(): concept for concept in roles for label in (*concept.labels, *concept.abbreviations)}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, by_word()), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<noun>(?i:{words}))(?![\w-])(?P<of> [A-ZÀ-Þ][a-zà-ÿ]+(?![\w-])(?! [A-ZÀ-Þ]))?")


def find(text: str, persons: frozenset[int]) -> Iterator[Mention]:
    """Every role word; with a capitalised field behind it where the role takes one («Hoofd Operatiën»).

    Args:
        text: The document's text.
        persons: Where persons are named: a role is never completed with part of a name.
    """
    for match in _pattern().finditer(text):
        takes = match["of"] and "nameFollows" in by_word()[match["noun"].lower()].notes
        end = match.end() if takes and match.start("of") + 1 not in persons else match.end("noun")
        yield Mention(match.start(), end, "role", text[match.start() : end])
