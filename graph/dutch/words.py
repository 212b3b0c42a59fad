"""The words of a text with their places, folded for looking up: lower case, straight apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
_TOKEN = re.compile(r"\w+")


def occurrences(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Every place where the text has one of the forms, as whole words; at one place the longest comes first.

    One pass over the text, however many forms there are.
    """
    by_word: dict[str, list[tuple[str, int]]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        first = _TOKEN.search(form)
        if first:
            by_word.setdefault(first[0], []).append((form, first.start()))
    for token in _TOKEN.finditer(text) if by_word else ():
        for form, lead in by_word.get(token[0], ()):
            start = token.start() - lead
            end = start + len(form)
            if start >= 0 and text.startswith(form, start) and not _joined(text, start, end):
                yield start, end


def _joined(text: str, start: int, end: int) -> bool:
    """Whether a stretch of whole words begins or ends inside a longer word after all."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(_TOKEN.match(before) or _TOKEN.match(behind))


def before_signs(text: str, start: int, signs: str) -> str:
    """The last character before a place that is none of some signs; empty at the beginning of the text."""
    while start and text[start - 1] in signs:
        start -= 1
    return text[start - 1 : start] if start else ""
