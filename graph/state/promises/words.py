"""What a promise is about, in the words that tell it from others; and how far two of them are alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from graph.state.rules import Rules

RULE = "one_promise"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEY = 3  # letters
_SHORTEST, _MISSPELLED, _BEGINNING = 2, 6, 5  # letters: of a word; that may have a typo; that forms share
_SHARED, _LONGER = 0.8, 4  # share of the shorter word that two forms begin with; letters that one is longer
SEVERAL = 3  # words of its own from which a thing is known without the general ones


@dataclass(frozen=True, slots=True)
class Thing:
    """The words of a thing: those of its own, and general ones («plan», «overzicht»)."""

    own: frozenset[str]
    general: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there are any words at all."""
        return bool(self.own or self.general)

    @property
    def keys(self) -> frozenset[str]:
        """What its own words can be looked up by."""
        return frozenset(map(key, self.own))


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of the rule one_promise."""

    stop: frozenset[str]
    general: frozenset[str]
    typo: float

    @classmethod
    def of(cls, rules: Rules) -> Words:
        """The words that the rule lists."""
        rule = rules[RULE]
        stop, general = rule.words("stop_words"), rule.words("general_words")
        return cls(frozenset(map(_plain, stop)), frozenset(map(_plain, general)), rule.number("typo"))

    def thing(self, text: str, names: Iterable[str] = ()) -> Thing:
        """What a text is about; the `names` of its owners are no part of that."""
        left_out = {_plain(part) for name in names for part in _WORD.findall(name)}
        words = [word for word in map(_plain, _WORD.findall(text)) if len(word) >= _SHORTEST]
        telling = [word for word in words if word not in self.stop and word not in left_out]
        general = frozenset(word for word in telling if word in self.general)
        return Thing(frozenset(telling) - general, general)

    def shared(self, some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
        """Those of some words that are among others too."""
        if some <= others:
            return some
        lookup = _by_key(others)
        return frozenset(
            word
            for word in some
            if word in others or any(same(word, other, self.typo) for other in lookup.get(key(word), ()))
        )


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def _by_key(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(word for word in words if key(word) == name) for name in map(key, words)}


def key(word: str) -> str:
    """What all forms of a word have alike, and so what it can be looked up by: how it begins."""
    return word[:_KEY]


@lru_cache(maxsize=65536)
def same(one: str, other: str, typo: float) -> bool:
    """Whether two words are one: forms of a word («vaststellen», «vaststelling»), or a typo apart."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _BEGINNING or len(long) - len(short) > _LONGER or key(one) != key(other):
        return False
    common = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if common >= _BEGINNING and common >= _SHARED * len(short):
        return True
    return len(short) >= _MISSPELLED and fuzz.ratio(one, other) >= typo


def alike(one: Thing, other: Thing, words: Words, share: float) -> float:
    """How far two promises are about the same thing, 0 to 1; 0 when each has a word that the other lacks.

    `share`: of the words of the longer one that the shorter one must have at the least.
    """
    common = words.shared(one.own, other.own)
    if not common and one.own | other.own:
        return 0.0
    if len(common) < len(one.own) and len(words.shared(other.own, one.own)) < len(other.own):
        return 0.0
    general = words.shared(one.general, other.general)
    if len(common) < SEVERAL and one.general and other.general and not general:
        return 0.0
    longest = max(len(one.own), len(other.own))
    if longest == 0:
        return 1.0 if one.general == other.general and one else 0.0
    found = len(common) / longest
    return found if found >= share else 0.0


def told_of(thing: Thing, sentence: Thing, words: Words) -> float:
    """How surely a sentence is about a thing, 0 to 1: it has all its words, or has none that are not its.

    In the latter case it may be short («het jaarplan»), and counts for less.
    """
    common = words.shared(thing.own, sentence.own)
    if not common:
        return 0.0
    general = words.shared(thing.general, sentence.general)
    if len(common) == len(thing.own):
        known = len(common) >= SEVERAL or general or not thing.general
        return 1.0 if known else 0.0
    back = words.shared(sentence.own, thing.own)
    no_other = len(back) == len(sentence.own) and len(general) == len(sentence.general)
    return len(common) / len(thing.own) if no_other else 0.0


def named_in_general(thing: Thing, sentence: Thing) -> bool:
    """Whether general words alone may mean a thing: «het plan» for the jaarplan Ondermijning."""
    ends = (thing.general, thing.own)
    return bool(sentence.general) and all(
        any(word.endswith(general) for words in ends for word in words) for general in sentence.general
    )
