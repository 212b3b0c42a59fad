"""Masking of persons who are discussed as a case: at equal length, before any offset into the text exists.

The rules are those of `ontology/wording/case_persons.yaml`; they look at how minutes name such persons.
Whoever is on an attendance list is an official and stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from graph import ontology
from graph.dutch import names

_FIRST = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?"
_ONE_LETTER = (
    r"(?:(?:van|de|van de|van den|van der) )?[A-Z]\b"
    r"(?:\.(?! ?[A-ZÀ-Þ][a-zà-ÿ])|(?=[\s,;:)?!]|$)(?! ?[A-ZÀ-Þ][a-zà-ÿ]{2}))"
)
_FULL = rf"(?:{_FIRST}|(?:[A-Z]\.)+) ?(?:(?:{names.PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"
_ADDRESS = r"(?:dhr\.?|mevr\.?|mw\.?|de heer|meneer|mevrouw)"
_SHORTEST = 3  # letters of a name that is recognised by itself


@lru_cache(maxsize=1)
def _wording() -> dict[str, Any]:
    loaded: dict[str, Any] = ontology.load_yaml("wording/case_persons.yaml")
    return loaded


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns whose group `name` is what has to be masked, strongest cue first."""
    wording = _wording()
    either = "|".join
    links = either(map(re.escape, wording["links"]))
    lettered = either(word.capitalize() for word in wording["lettered_words"])
    addressed = rf"{_ADDRESS} (?:(?:[A-Z]\.)+ ?)?(?:(?:{names.PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+|[A-Z]\.?(?![a-z]))"
    person = (
        rf"(?P<name>(?i:(?={_ADDRESS} )){addressed}|{_FIRST} {_ONE_LETTER}|{_FULL}"
        r"|(?:[A-Z]\.){1,3}(?! ?[A-ZÀ-Þ][a-zà-ÿ]))"
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b(?P<noun>[^\W\d][\w-]*) (?:{links}) {person}",
            rf"\b(?P<noun>[^\W\d][\w-]*) (?P<name>{_FIRST} {_ONE_LETTER})",
            rf"\b(?P<role>[^\W\d][\w'’-]*),? {person}",
            (
                rf"(?P<name>\b(?i:{_ADDRESS}) [A-Z](?:\.(?! ?(?:[A-ZÀ-Þ]|(?:{names.PREFIXES})[A-ZÀ-Þ]))"
                rf"|(?=[\s,;:)?!]|$)(?! (?:[A-ZÀ-Þ]|{names.PREFIXES}))))"
            ),
            (
                rf"\b(?!(?:{lettered})\b)(?P<name>{_FIRST} [A-Z]\.)"
                rf"(?! ?(?:[A-ZÀ-Þ][a-zà-ÿ]|[A-Z]\.|(?:{names.PREFIXES})[A-ZÀ-Þ])|[A-Za-z])"
            ),
            (
                rf"\b(?!(?:{lettered})\b)(?P<name>{_FIRST} [A-Z]\.)"
                r"(?= (?i:is|was|heeft|had|wordt|werd|kan|zou|zal|die|in|en|op|uit)\b)"
            ),
        )
    )


def mask(text: str, listed: Iterable[names.Name] = ()) -> str:
    """The text with every case person's name masked, character for character; line breaks are kept.

    Args:
        text: Any text: a document, a question, a reason, an error message.
        listed: Persons on the attendance lists, who are never masked.
    """
    officials = tuple(listed)
    found = {(start, end) for start, end in _found(text) if not _is_listed(text[start:end], officials)}
    for start, end in sorted(found):
        found |= set(_again(text, text[start:end], officials))
    letters = list(text)
    for start, end in found:
        letters[start:end] = [
            _wording()["mask"] if char.isalnum() or char in ".'’-" else char for char in text[start:end]
        ]
    return "".join(letters)


def _found(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            cues = match.groupdict()
            if _is_cue(cues.get("noun"), "case_nouns") and _is_cue(cues.get("role"), "case_roles"):
                yield match.span("name")


def _is_cue(word: str | None, group: str) -> bool:
    """Whether a word is one of a group of cues; a pattern without such a word needs none."""
    return word is None or word.lower() in _cues(group)


@cache
def _cues(group: str) -> frozenset[str]:
    return frozenset(_wording()[group])


def _is_listed(written: str, officials: tuple[names.Name, ...]) -> bool:
    """Whether what was found is an official: a listed surname. A single initial never shields anybody."""
    read = names.parse(written)
    if read is None or len(read.surname) < _SHORTEST:
        return False
    return any(names.compatible(read, name) for name in officials)


def _again(text: str, written: str, officials: tuple[names.Name, ...]) -> Iterator[tuple[int, int]]:
    """Every other place where the same person is named: the whole name, the surname, the first name alone."""
    bare = re.sub(rf"^(?i:{_ADDRESS}) ", "", written).rstrip(".")
    read = names.parse(written)
    forms = {bare}
    if read and len(read.surname) >= _SHORTEST:
        forms |= {read.last[:1].upper() + read.last[1:], read.surname}
    first = bare.split(" ")[0]
    if re.fullmatch(_FIRST, first) and " " in bare:
        forms.add(first)
    known = {word for name in officials for word in (name.given_name, name.surname, name.last) if word}
    for form in forms - known:
        if len(form) >= _SHORTEST:
            point = r"\.?" if len(form.split()[-1]) == 1 else ""
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w){point}", text):
                yield match.span()
