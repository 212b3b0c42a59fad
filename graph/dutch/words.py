"""The words of a text with their places, folded for looking up: lower case, straight apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

Word = tuple[int, int, str]  # start, end, the folded word

_WORD = re.compile(r"[^\W_]+(?:[-'&/][^\W_]+)*")


def folded(text: str) -> str:
    """The text in lower case with straight apostrophes, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.replace("’", "'")


def words(text: str) -> list[Word]:
    """Every word in order; parts joined by a hyphen, apostrophe, ampersand or slash are one word."""
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(folded(text))]


def places(lowered: str, wanted: frozenset[str]) -> Iterator[Word]:
    """Every place in a folded text of the wanted words, word by word; a word is letters and digits alone."""
    for word in wanted.intersection(_PLAIN.findall(lowered)):
        position = lowered.find(word)
        while position >= 0:
            end = position + len(word)
            if not lowered[position - 1 : position].isalnum() and not lowered[end : end + 1].isalnum():
                yield position, end, word
            position = lowered.find(word, end)


_PLAIN = re.compile(r"[^\W_]+")
