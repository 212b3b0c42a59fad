"""Words as sentences are searched by them: ontology/questions/sentences.yaml."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from graph import ontology
from graph.questions.words import key, stem


@cache
def _content() -> Any:
    return ontology.load_yaml("questions/sentences.yaml")


@cache
def weak() -> frozenset[str]:
    """Words that hardly say what a question is about."""
    return frozenset(key(word) for word in _content()["weak"].split())


@cache
def unsaid() -> frozenset[str]:
    """What minutes hardly ever tell."""
    return frozenset(key(word) for word in _content()["unsaid"].split())


@cache
def you() -> frozenset[tuple[str, ...]]:
    """Words, one or more behind each other, by which the program itself is spoken to."""
    return frozenset(tuple(words.split()) for words in _content()["you"])


@cache
def granted() -> frozenset[str]:
    """With which a question begins that asks whether somebody got something."""
    return frozenset(_content()["granted"].split())


@cache
def tasks() -> frozenset[str]:
    """Commands to do something else than answer."""
    return frozenset(_content()["tasks"].split())


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Words of questions, one or more behind each other, and what stands for them in minutes."""
    return {tuple(phrase.split()): tuple(words) for phrase, words in _content()["phrases"].items()}


@cache
def previous_words() -> frozenset[str]:
    """Words behind which minutes are what is asked about («het vorige verslag»)."""
    return frozenset(_content()["previous"])


@cache
def going() -> frozenset[str]:
    """Words of who asks what became of something."""
    return frozenset(_content()["going"].split())


@cache
def decided() -> tuple[str, ...]:
    """Beginnings of words in which a meeting decides."""
    return tuple(_content()["decided"].split())


@cache
def relations() -> dict[str, frozenset[str]]:
    """Groups of words of questions → the stems of which a sentence has to have one to tell just that."""
    return {group: frozenset(map(stem, words.split())) for group, words in _content()["relations"].items()}


@cache
def _alike() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for words in _content()["alike"]:
        for word in words:
            found[stem(word)].update(dict.fromkeys(words))
    return {each: tuple(words) for each, words in found.items()}


def alike(word: str) -> tuple[str, ...]:
    """The words that say about the same as a word, in any of its forms; it may be among them."""
    return _alike().get(stem(word), ())
