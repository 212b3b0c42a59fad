"""What is written in Dutch, said in the language that is spoken: words, and tables of words.

A module with words says so at its end, by `by_language(__name__)`. Whoever takes a constant from it then gets
it in the language that is spoken at that moment: constants are made once, at the start, and a program speaks
with several people at a time. What a catalogue does not have stays as it is: codes, signs, names.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import Any, TypeVar

from graph import ontology
from graph.language.speaking import DUTCH, current

_FILE = "english.yaml"
_T = TypeVar("_T")


@cache
def english() -> dict[str, str]:
    """Dutch → English, of everything that is said."""
    parts: dict[str, dict[str, str]] = ontology.load_yaml(_FILE)
    return {dutch: words for part in parts.values() for dutch, words in part.items()}


def said(dutch: str, **places: object) -> str:
    """Dutch words in the language that is spoken, with their places (`{name}`) filled in."""
    words = dutch if current() == DUTCH else english().get(dutch, dutch)
    return words.format(**places) if places else words


def translated(value: _T) -> _T:
    """Words, or a table or row of words, in the language that is spoken; keys and codes stay."""
    return value if current() == DUTCH else _in_english(value)


def _in_english(value: Any) -> Any:
    if isinstance(value, str):
        return english().get(value, value)
    if isinstance(value, dict):
        return {key: _in_english(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_in_english, value))
    return value


class _Words(ModuleType):
    """A module whose constants are said in the language that is spoken."""

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        return translated(value) if name.isupper() else value


def by_language(module: str) -> None:
    """From now on the constants of this module are said in the language that is spoken."""
    sys.modules[module].__class__ = _Words
