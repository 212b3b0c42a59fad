"""The words of a text with their places, folded for looking up: lower case, straight apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

Word = tuple[int, int, str]  # start, end, the folded word

_WORD = re.compile(r"[^\W_]+(?:[-'&/][^\W_]+)*")


_SHORT = 2000  # characters: what is worked out of a shorter text is not kept, so that a document's stays


def folded(text: str) -> str:
    """The text in lower case with straight apostrophes, character for character."""
    return _folded(text) if len(text) > _SHORT else _folded.__wrapped__(text)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lowered.replace("’", "'")


def words(text: str) -> list[Word]:
    """Every word in order; parts joined by a hyphen, apostrophe, ampersand or slash are one word."""
    return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(folded(text))]


def places(lowered: str, wanted: frozenset[str]) -> Iterator[Word]:
    """Every place in a folded text of the wanted words, word by word; a word is letters and digits alone."""
    parts = _parts(lowered) if len(lowered) > _SHORT else _parts.__wrapped__(lowered)
    for word in wanted & parts:
        for start, end in _places(lowered, word):
            if not lowered[start - 1 : start].isalnum() and not lowered[end : end + 1].isalnum():
                yield start, end, word


_PLAIN = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\w+")


@lru_cache(maxsize=4)
def _parts(text: str) -> frozenset[str]:
    """What a text has of letters and digits alone."""
    return frozenset(_PLAIN.findall(text))


@lru_cache(maxsize=4)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text))


def _places(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """Every place of a piece of text, also inside a longer word."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        yield start, end
        start = text.find(piece, end)


def pieces(text: str, wanted: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Every place of some pieces of text from left to right, none inside another; the longest first."""
    free = 0
    for start, end in sorted((at for piece in wanted for at in _places(text, piece)), key=_longest_first):
        if start >= free:
            yield start, end
            free = end


def _longest_first(at: tuple[int, int]) -> tuple[int, int]:
    return at[0], -at[1]


def whole(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Every place where a name stands by itself: not in a longer word, nor joined to one by a hyphen."""
    for start, end in _places(text, name):
        if not _joined(text, start, end) and "-" not in (text[start - 1 : start], text[end : end + 1]):
            yield start, end


def occurrences(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Every place where the text has one of the forms, as whole words; at one place the longest first."""
    by_word: dict[str, list[tuple[str, int]]] = {}
    for form in set(forms):
        first = _TOKEN.search(form)
        if first:
            by_word.setdefault(first[0], []).append((form, first.start()))
    found: list[tuple[int, int, int]] = []  # where the first word stands, less the form's length, the start
    for word in by_word.keys() & _tokens(text):
        for place, word_end in _places(text, word):
            if _joined(text, place, word_end):
                continue
            for form, lead in by_word[word]:
                start, end = place - lead, place - lead + len(form)
                if start >= 0 and text.startswith(form, start) and not _joined(text, start, end):
                    found.append((place, -len(form), start))
    for _, length, start in sorted(found):
        yield start, start - length


def _joined(text: str, start: int, end: int) -> bool:
    """Whether a stretch of whole words begins or ends inside a longer word after all."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return before.isalnum() or before == "_" or behind.isalnum() or behind == "_"


def before_signs(text: str, start: int, signs: str) -> str:
    """The last character before a place that is none of some signs; empty at the beginning of the text."""
    while start and text[start - 1] in signs:
        start -= 1
    return text[start - 1 : start] if start else ""
