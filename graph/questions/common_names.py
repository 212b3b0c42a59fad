"""What a question names by a common noun: kinds of bodies, roles, and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph.facts.skos import concepts
from graph.questions import wording
from graph.questions.model import Span, Token
from graph.questions.spelling import Spelling
from graph.questions.words import key


def kinds_named(words: tuple[Token, ...]) -> Iterator[Span]:
    """Kinds of bodies and roles by their common name: «stuurgroep», «projectleider»."""
    named = common_names()
    for first in range(len(words)):
        joined = ""
        for last in range(first, min(first + 3, len(words))):
            joined += words[last].key
            if last > first and words[last].key == "en":
                continue  # «platform en» is no «platformen»
            for sort, code in named.get(joined, ()):
                text = " ".join(token.text for token in words[first : last + 1])
                yield Span(sort, first, last, words=text, code=code)


_OWN_KINDS = (
    "portefeuillehouder",
    "voorzitter",
    "secretaris",
    "notulist",
    "lid",
    "contactpersoon",
    "aanspreekpunt",
)  # have questions of their own


_named: dict[str, list[tuple[str, str]]] = {}


def common_names() -> dict[str, list[tuple[str, str]]]:
    """A common noun → the sorts and codes that it names."""
    if not _named:
        for concept in concepts("kinds.ttl"):
            sort = {"body": "body_kind", "role": "role_name"}.get(concept.scheme)
            if sort and concept.label not in _OWN_KINDS:
                code = (concept.report_as or concept.code) if sort == "body_kind" else concept.label
                for form in (*concept.labels, *wording.english_names().get(concept.label, ())):
                    _named.setdefault(key(form), []).append((sort, code))
                    for tail in ("en", "s", "pen"):
                        _named.setdefault(key(form) + tail, []).append((sort, code))
    return _named


@cache
def kind_spelling() -> Spelling:
    """The common nouns, for who types them almost right."""
    return Spelling(common_names())


_NUMBERS = {
    word: number
    for number, row in enumerate(
        (
            "nul zero",
            "een one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
        )
    )
    for word in row.split()
}


_COMPARED = frozenset(("dan", "minstens", "minimaal", "maximaal", "hooguit"))


def numbers(words: tuple[Token, ...]) -> Iterator[Span]:
    """The numbers, in digits or words."""
    for place, token in enumerate(words):
        number = token.key if token.key.isdigit() else str(_NUMBERS.get(token.key, ""))
        if number and (token.key != "een" or (place and words[place - 1].key in _COMPARED)):
            yield Span("number", place, place, words=token.text, code=number)
