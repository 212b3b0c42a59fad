"""The words of a question, and the forms under which words are looked up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from graph.questions.model import Token

_WORD = re.compile(r"[^\W_]+(?:[.'’/][^\W_]+)*")
_stemmer = snowballstemmer.stemmer("dutch")


_PLURAL = re.compile(r"(?P<one>[A-Z]{2,})['’]s")  # «DVO's»
_MEETING_OF = re.compile(  # «stuurgroepvergadering»
    r"(?P<body>\w+(?:groep|raad|tafel|driehoek|commissie|platform))s?(?P<meeting>(?:vergadering|bijeenkomst)(?:en)?)",
    re.IGNORECASE,
)


def tokens(text: str) -> tuple[Token, ...]:
    """The words in order; what a hyphen joins are words of their own («ex-detentie» is two).

    So are a body and its meeting («stuurgroepvergadering»); of several bodies each is meant («DVO's»).
    """
    return tuple(token for found in _WORD.finditer(text) for token in _tokens(found))


def _tokens(found: re.Match[str]) -> Iterator[Token]:
    meeting, plural = _MEETING_OF.fullmatch(found[0]), _PLURAL.fullmatch(found[0])
    if meeting:
        for part in ("body", "meeting"):
            start, end = (found.start() + place for place in meeting.span(part))
            yield Token(start, end, meeting[part], key(meeting[part]))
    else:
        yield Token(found.start(), found.end(), found[0], key(plural["one"] if plural else found[0]))


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
