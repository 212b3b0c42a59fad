"""Who bears another name than before: «Mevr. Smit heet sinds haar huwelijk Smit-Bos»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from graph.dutch.cues import Cued
from graph.dutch.names import Name, key, parse
from graph.facts.context import Context
from graph.facts.people import Known, wording

_CAPITAL = r"[A-ZÀ-Þ][\w'’]+"
_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|[Hh]et|['’]t)\s+)*"
_NAME = rf"(?:[A-Z]\.)*\s*{_PREFIX}{_CAPITAL}(?:\s*-\s*{_CAPITAL})*"
_HONORIFIC = r"(?:(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]r)\.?\s+|(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer)\s+)?"
_PERSON = rf"{_HONORIFIC}(?:{_CAPITAL}\s+)?{_NAME}"


@lru_cache(maxsize=1)
def _patterns() -> tuple[Cued, ...]:
    named = {"old": rf"(?P<old>{_PERSON})", "new": rf"(?P<new>{_PERSON})"}
    return tuple(Cued(rf"\b{pattern.format(**named)}") for pattern in wording()["renamed"])


def other_names(context: Context) -> dict[str, tuple[str, ...]]:
    """The label of each person who bears or bore another name → those surnames, without tussenvoegsels."""
    found: dict[str, set[str]] = {}
    for sentence in context.sentences:
        for old, new in _told(sentence.text):
            for known, other in ((_one(context, new), old), (_one(context, old), new)):
                if known and key(other) != key(known.name):
                    found.setdefault(known.label, set()).add(other.surname)
                    break
    return {label: tuple(sorted(names)) for label, names in found.items()}


def _told(text: str) -> Iterator[tuple[Name, Name]]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            old, new = parse(match["old"]), parse(match["new"])
            if old and new and key(old) != key(new):
                yield old, new


def _one(context: Context, name: Name) -> Known | None:
    """The person of this document who bears just this surname."""
    known = context.people.resolve(name)
    return known if known and key(known.name) == key(name) else None
