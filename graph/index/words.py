"""How text becomes words to search for: lower case, without diacritics, stemmed, without stop words."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tantivy
from tantivy.tantivy import __version__ as _tantivy_version

from graph import ontology
from graph.errors import OntologyError

_LONGEST = 60  # bytes of a word; what is longer is none
_CLUSTER = re.compile(r"[\s\S][\u0300-\u036f]*")  # a character with the loose diacritics behind it


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: its stem, its number among the words (stop words count), and its place."""

    stem: str
    number: int
    start: int
    end: int


@cache
def settings() -> dict[str, Any]:
    """What `ontology/search.yaml` says; an OntologyError when it lacks a part."""
    found = ontology.load_yaml("search.yaml")
    if not isinstance(found, dict) or not {"stop_words", "weights", "typos", "examples"} <= found.keys():
        raise OntologyError("ontology/search.yaml", "mist een onderdeel", "zet het terug uit de broncode")
    return found


@cache
def _stop_words() -> tuple[str, ...]:
    words = {str(word) for group in settings()["stop_words"] for word in group}
    return tuple(sorted({plain(word) for word in words}))


def sound(text: str) -> str:
    """The text without halves of characters, which may be typed but stand in no document."""
    return text.encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """The text in lower case, without diacritics."""
    decomposed = unicodedata.normalize("NFKD", sound(text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def analyzer() -> tantivy.TextAnalyzer:
    """What makes words of the text of a passage, when it is put in the index and when it is asked for."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.custom_stopword(list(_stop_words())))
        .filter(tantivy.Filter.stemmer("dutch"))
        .build()
    )


def words(text: str) -> list[Word]:
    """The words of a text, in order; offsets into it as it is given."""
    composed, offsets = _composed(sound(text))
    return [
        Word(token.text, token.position, offsets[token.char_offset_from], offsets[token.char_offset_to or 0])
        for token in analyzer().pre_tokenize(composed).tokens
        if token.text
    ]


def composed(text: str) -> str:
    """The text with each letter and its loose diacritics as one character, where there is one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """The same, with where each of its characters stands in the text, and where the text ends."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    whole: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        letters = unicodedata.normalize("NFC", cluster[0])
        whole.append(letters)
        offsets += [cluster.start()] * len(letters)
    return "".join(whole), [*offsets, len(text)]


@cache
def version() -> str:
    """A hash of all that decides which words a passage is found by."""
    parts = [_stop_words(), _LONGEST, _tantivy_version]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
