"""Groups of words that mean the same in a question: ontology/questions/words.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from graph import ontology
from graph.questions.spelling import Spelling
from graph.questions.words import key, stem

_FILE = "questions/words.yaml"
GAP = "…"
_ASKING = frozenset(("when", "why", "howmany", "which"))
_LEAST_ASKING = 6  # the same, of the words that ask
_LEAST = 8  # letters: a shorter word with one letter changed is often another word


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that together mean what their group means, in this order; `loose`: with anything between."""

    group: str
    words: tuple[str, ...]
    loose: bool


@cache
def _content() -> Any:
    return ontology.load_yaml(_FILE)


@cache
def stop_words() -> frozenset[str]:
    """Words that need not be accounted for."""
    return frozenset(key(word) for part in _content()["stop"].values() for word in part.split())


@cache
def dutch() -> frozenset[str]:
    """Small words of Dutch."""
    return frozenset(key(word) for word in _content()["stop"]["dutch"].split())


@cache
def both() -> frozenset[str]:
    """Words of both languages."""
    return frozenset(_content()["both"].split())


@cache
def english() -> frozenset[str]:
    """Words that show that a question is in English."""
    return frozenset(_content()["english"].split())


@cache
def translations() -> dict[str, str]:
    """English words of questions, as Dutch minutes say them."""
    found: dict[str, str] = _content()["translations"]
    return found


@cache
def groups_alike() -> dict[str, tuple[str, ...]]:
    """The groups whose words stand for each other when sentences are looked for."""
    content = _content()
    return {
        group: tuple(each for each in content["groups"][group] if " " not in each)
        for group in content["alike"]
    }


@cache
def alike() -> dict[str, tuple[str, ...]]:
    """A word → the words that stand for it when sentences are looked for."""
    return {key(word): words for words in groups_alike().values() for word in words}


@cache
def english_names() -> dict[str, tuple[str, ...]]:
    """What kinds of bodies and roles are called in English, by their Dutch name."""
    return {name: tuple(each) for name, each in _content()["english_names"].items()}


@cache
def small_words() -> frozenset[str]:
    """Words that may stand between the words of a phrase."""
    return frozenset(_content()["between"].split())


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of all groups, by their first word."""
    found: dict[str, list[Phrase]] = {}
    for group, written in _content()["groups"].items():
        for each in written:
            words = tuple(key(word) for word in each.replace(GAP, " ").replace("-", " ").split())
            found.setdefault(words[0], []).append(Phrase(group, words, GAP in each))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def vocabulary() -> frozenset[str]:
    """Every word of a group, and every stop word."""
    used = {word for rows in phrases().values() for each in rows for word in each.words}
    return frozenset(used) | stop_words()


@cache
def by_stem() -> dict[str, str]:
    """The words of groups by what they have in common with their other forms."""
    return {stem(word): word for word in sorted(vocabulary(), reverse=True)}


@cache
def stems_of_group(group: str) -> frozenset[str]:
    """The stems of the words by themselves that a group has."""
    rows = (each for every in phrases().values() for each in every if each.group == group)
    return frozenset(stem(each.words[0]) for each in rows if len(each.words) == 1)


@cache
def spelling() -> Spelling:
    """The words of groups, for who types them almost right."""
    return Spelling(
        (
            word
            for rows in phrases().values()
            for each in rows
            for word in each.words
            if len(word) >= (_LEAST_ASKING if each.group in _ASKING else _LEAST)
        ),
        thorough=True,
    )
