"""The words of a question, and the forms under which words are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from graph.questions.model import Token

_WORD = re.compile(r"[^\W_]+(?:[.'’/][^\W_]+)*")
_stemmer = snowballstemmer.stemmer("dutch")


def tokens(text: str) -> tuple[Token, ...]:
    """The words in order; what a hyphen joins are words of their own («ex-detentie» is two)."""
    return tuple(Token(found.start(), found.end(), found[0], key(found[0])) for found in _WORD.finditer(text))


@lru_cache(maxsize=32768)
def key(word: str) -> str:
    """A word or name as it is looked up: lower case, without accents, spaces and signs."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if char.isalnum() and not unicodedata.combining(char))


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """What a Dutch word has in common with its plural and its other forms."""
    found: str = _stemmer.stemWord(key(word))
    return found
