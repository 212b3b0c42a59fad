"""Finding role words («projectleider», «Hoofd Operatiën») in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph import ontology
from graph.dutch.words import Word
from graph.facts.mentions import Mention
from graph.facts.skos import Concept, concepts

# These have facts of their own (office, portfolio) or are no role.
_ELSEWHERE = frozenset({"portfolio_holder", "chair", "deputy_chair", "secretary", "member"})


@lru_cache(maxsize=1)
def by_word() -> dict[str, Concept]:
    """The role concept by each of its words, lower case."""
    roles = [
        concept
        for concept in concepts("kinds.ttl")
        if concept.scheme == "role" and concept.code not in _ELSEWHERE
    ]
    return {
        label.lower(): concept for concept in roles for label in (*concept.labels, *concept.abbreviations)
    }


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FIELD = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]+(?![\w-])(?! [A-ZÀ-Þ])")


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[tuple[str, Concept], ...]]:
    index: dict[str, list[tuple[str, Concept]]] = {}
    for label, concept in by_word().items():
        index.setdefault(_WORD.findall(label)[0], []).append((label, concept))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in index.items()}


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(ontology.load_yaml("wording/roles.yaml")["endings"])


@lru_cache(maxsize=16384)
def _may_name(word: str) -> bool:
    """Whether a word can begin a role at all: asked once for each word, as most cannot."""
    return word in _by_first_word() or word.endswith(_endings())


def find(text: str, words: list[Word], persons: bytearray) -> Iterator[Mention]:
    """Every role word; with a capitalised field behind it where the role takes one («Hoofd Operatiën»).

    Args:
        text: The document's text.
        words: Its words.
        persons: For each place whether a person is named there: a role never takes part of a name.
    """
    index = _by_first_word()
    for start, behind, word in words:
        if not _may_name(word):
            continue
        if word not in index and not persons[start]:
            yield Mention(start, behind, "role", text[start:behind])
        for label, concept in index.get(word, ()):
            end = start + len(label)
            if text[start:end].lower() == label and not text[end : end + 1].isalnum():
                of = _FIELD.match(text, end) if "nameFollows" in concept.notes else None
                last = of.end() if of and not persons[end + 1] else end
                yield Mention(start, last, "role", text[start:last])
                break
