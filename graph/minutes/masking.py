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
from graph.dutch.words import folded, occurrences, places

_FIRST = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?"
_ONE_LETTER = (
    r"(?:(?:van|de|van de|van den|van der) )?[A-Z]\b"
    r"(?:\.(?! ?[A-ZÀ-Þ][a-zà-ÿ])|(?=[\s,;:)?!]|$)(?! ?[A-ZÀ-Þ][a-zà-ÿ]{2}))"
)
_PREFIXES = rf"(?i:{names.PREFIXES})"  # «De Wit» behind a word of address, «de Wit» behind a first name
_FULL = rf"(?:{_FIRST}|(?:[A-Z]\.)+) ?(?:(?:{_PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"
_CUE = r"(?<![\w'’-])[^\W\d][\w'’-]*"  # any word; whether it is a cue is looked up
_A_CUE = re.compile(_CUE)
_JOINS = "-'’"  # what may join the parts of a word
_WORDS_BEFORE = re.compile(r"(?:(?P<two>[^\W\d][\w-]*\.?) )?(?P<one>[^\W\d][\w-]*\.?)$")
_INITIAL = re.compile(r" [A-Z](?<=[\w.]..)(?!\w)")
_LONGEST_NAME = 60  # characters before an initial in which the first name or word of address stands
_ADDRESS = r"(?:dhr\.?|mevr\.?|mw\.?|de heer|meneer|mevrouw)"
_LONGEST_CUE = 60  # characters of a word that may be a cue
_SHORTEST = 3  # letters of a name that is recognised by itself


@lru_cache(maxsize=1)
def _wording() -> dict[str, Any]:
    loaded: dict[str, Any] = ontology.load_yaml("wording/case_persons.yaml")
    return loaded


@lru_cache(maxsize=1)
def _after_cue() -> dict[str, tuple[re.Pattern[str], ...]]:
    """For each group of cue words the patterns that begin at such a word; `name` is what has to be masked."""
    links = "|".join(map(re.escape, _wording()["links"]))
    addressed = rf"{_ADDRESS} (?:(?:[A-Z]\.)+ ?)?(?:(?:{_PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+|[A-Z]\.?(?![a-z]))"
    person = (
        rf"(?P<name>(?i:(?={_ADDRESS} )){addressed}|{_FIRST} {_ONE_LETTER}|{_FULL}"
        r"|(?:[A-Z]\.){1,3}(?! ?[A-ZÀ-Þ][a-zà-ÿ]))"
    )
    return {
        "case_nouns": (
            re.compile(rf"{_CUE} (?:{links}) {person}"),
            re.compile(rf"{_CUE} (?P<name>{_FIRST} {_ONE_LETTER})"),
        ),
        "case_roles": (re.compile(rf"{_CUE},? {person}"),),
        "bare_nouns": (
            re.compile(rf"{_CUE}:? (?P<name>(?>(?i:(?={_ADDRESS} )){addressed}|{_whole()})){_tells_not()}"),
        ),
        "hyphen_nouns": (re.compile(rf"[^\W\d]+-(?P<name>(?:{_PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w-])"),),
    }


def _whole() -> str:
    """A given name that is known, or initials, with a surname."""
    given = "|".join(map(re.escape, ontology.load_yaml("wording/given_names.yaml")["given_names"].split()))
    surname = rf"(?:{_PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
    return rf"(?:(?:{given})(?![\w-])|(?:[A-Z]\.)+) ?{surname}"


def _tells_not() -> str:
    """Not before a verb of telling: then somebody speaks of a case."""
    return rf"(?!\w)(?! (?:{'|'.join(_wording()['tells'])})\b)"


@lru_cache(maxsize=1)
def _with_initial() -> tuple[re.Pattern[str], ...]:
    """Patterns that begin one or two words before a single initial: a word of address, or a first name."""
    lettered = "|".join(word.capitalize() for word in _wording()["lettered_words"])
    return tuple(
        map(
            re.compile,
            (
                (
                    rf"(?P<name>(?i:{_ADDRESS}) [A-Z](?:\.(?! ?(?:[A-ZÀ-Þ]|(?:{_PREFIXES})[A-ZÀ-Þ]))"
                    rf"|(?=[\s,;:)?!]|$)(?! (?:[A-ZÀ-Þ]|{_PREFIXES}))))"
                ),
                (
                    rf"(?!(?:{lettered})\b)(?P<name>{_FIRST} [A-Z]\.)"
                    rf"(?! ?(?:[A-ZÀ-Þ][a-zà-ÿ]|[A-Z]\.|(?:{_PREFIXES})[A-ZÀ-Þ])|[A-Za-z])"
                ),
                (
                    rf"(?!(?:{lettered})\b)(?P<name>{_FIRST} [A-Z]\.)"
                    r"(?= (?i:is|was|heeft|had|wordt|werd|kan|zou|zal|die|in|en|op|uit)\b)"
                ),
            ),
        )
    )


def mask(text: str, listed: Iterable[names.Name] = ()) -> str:
    """The text with every case person's name masked, character for character; line breaks are kept.

    Args:
        text: Any text: a document, a question, a reason, an error message.
        listed: Persons on the attendance lists, who are never masked.
    """
    officials: dict[str, list[names.Name]] = {}
    for name in listed:
        officials.setdefault(names.key(name), []).append(name)
    found = {(start, end) for start, end in _found(text) if not _is_listed(text[start:end], officials)}
    if not found:
        return text
    found |= set(_again(text, {text[start:end] for start, end in found}, officials))
    letters = list(text)
    for start, end in found:
        letters[start:end] = [
            _wording()["mask"] if char.isalnum() or char in ".'’-" else char for char in text[start:end]
        ]
    return "".join(letters)


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Where names of case persons stand, by the cue words and the single initials that the text has."""
    for start, word in _cue_words(text):
        for group, patterns in _after_cue().items():
            if (word.partition("-")[0] if group == "hyphen_nouns" else word) in _cues(group):
                yield from _at(text, start, patterns)
    for initial in _INITIAL.finditer(text):
        before = _WORDS_BEFORE.search(text, max(0, initial.start() - _LONGEST_NAME), initial.start())
        for start in (before.start("two"), before.start("one")) if before else ():
            if start >= 0:
                yield from _at(text, start, _with_initial())


def _cue_words(text: str) -> Iterator[tuple[int, str]]:
    """Every word that begins like a cue, whole («ex-gedetineerde»), with where it starts."""
    for found, _, _ in places(folded(text), _beginnings()):
        start = found
        while (
            start
            and found - start <= _LONGEST_CUE
            and (text[start - 1].isalnum() or text[start - 1] in _JOINS)
        ):
            start -= 1
        word = _A_CUE.match(text, start, found + _LONGEST_CUE)
        if word:
            yield start, word[0].lower()


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The first letters of each cue up to a hyphen or apostrophe."""
    return frozenset(re.split(r"[^\w]", cue)[0] for group in _after_cue() for cue in _cues(group))


def _at(text: str, start: int, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int]]:
    """What the patterns mask that match right at a place."""
    return (match.span("name") for pattern in patterns if (match := pattern.match(text, start)))


@cache
def _cues(group: str) -> frozenset[str]:
    return frozenset(_wording()[group])


def _is_listed(written: str, officials: dict[str, list[names.Name]]) -> bool:
    """Whether what was found is an official: a listed surname. A single initial never shields anybody."""
    read = names.parse(written)
    if read is None or len(read.surname) < _SHORTEST:
        return False
    return any(names.compatible(read, name) for name in officials.get(names.key(read), ()))


def _again(text: str, masked: set[str], officials: dict[str, list[names.Name]]) -> Iterator[tuple[int, int]]:
    """Every other place where those persons are named: the whole name, the surname, the first name alone."""
    every = (name for namesakes in officials.values() for name in namesakes)
    known = {word for name in every for word in (name.given_name, name.surname, name.last) if word}
    forms = {form for written in masked for form in _forms(written) if len(form) >= _SHORTEST} - known
    for start, end in occurrences(text, forms):
        initial = text[end : end + 1] == "." and len(text[start:end].rsplit(maxsplit=1)[-1]) == 1
        yield start, end + initial


def _forms(written: str) -> Iterator[str]:
    """The ways in which a person may be named again: as before, by surname, by first name."""
    bare = re.sub(rf"^(?i:{_ADDRESS}) ", "", written).rstrip(".")
    yield bare
    read = names.parse(written)
    if read and len(read.surname) >= _SHORTEST:
        yield read.last[:1].upper() + read.last[1:]
        yield read.surname
    first = bare.split(" ")[0]
    if re.fullmatch(_FIRST, first) and " " in bare:
        yield first
