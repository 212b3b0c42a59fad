"""Kinds of question: ontology/questions/*.yaml but words.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph import ontology
from graph.errors import OntologyError

_FOLDER = "questions"
_NO_KINDS = frozenset({"words", "relations", "offered", "sentences", "follow_ups", "cues"})


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a phrasing: a slot `{thema}`, a group `~houder`, or words of which one must stand there.

    `?` behind it: it may be missing; `!` before it: it must not be there.
    """

    slot: str | None
    groups: tuple[str, ...]
    words: frozenset[str]
    optional: bool
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What a question of a kind has in it, in whatever order. `case`: which of several it asks."""

    atoms: tuple[Atom, ...]
    case: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: how it is asked, what answers it, and how that is said."""

    id: str
    title: str
    phrasings: tuple[Phrasing, ...]
    also: tuple[Atom, ...]
    answers: str
    options: Mapping[str, Any]
    says: Mapping[str, str]
    says_english: Mapping[str, str]
    suggest: str | None
    matches: tuple[str, ...]
    no_match: tuple[str, ...]
    free: bool


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds, in order of file and of place in it."""
    return tuple(
        _kind(file.name, entry)
        for file in ontology.files(_FOLDER, "*.yaml")
        if file.stem not in _NO_KINDS
        for entry in ontology.load_yaml(f"{_FOLDER}/{file.name}")
    )


@cache
def own_words() -> frozenset[str]:
    """The words that phrasings name themselves, outside the groups."""
    return frozenset(
        word
        for kind in kinds()
        for atoms in (kind.also, *(phrasing.atoms for phrasing in kind.phrasings))
        for atom in atoms
        for word in atom.words
    )


def _kind(file: str, entry: Any) -> Kind:
    try:
        return Kind(
            id=entry["id"],
            title=entry["title"],
            phrasings=tuple(_phrasing(each) for each in entry["phrasings"]),
            also=tuple(_atom(f"{each}?") for each in entry.get("also", "").split()),
            answers=entry["answers"],
            options=entry.get("options", {}),
            says=entry.get("says", {}),
            says_english=entry.get("says_english", {}),
            suggest=entry.get("suggest"),
            matches=tuple(entry.get("matches", ())),
            no_match=tuple(entry.get("no_match", ())),
            free=any("{woorden}" in _text(each) for each in entry["phrasings"]),
        )
    except KeyError as error:
        name = entry.get("id", "?") if isinstance(entry, dict) else "?"
        raise OntologyError(f"ontology/questions/{file}, {name}", f"mist {error}", "vul dat aan") from error


def _text(written: Any) -> str:
    return str(next(iter(written.values()))) if isinstance(written, dict) else str(written)


def _phrasing(written: Any) -> Phrasing:
    """`"wie ~houder {thema}"`, or `{yes_no: "~houder {thema}"}` for a case of its own."""
    case = next(iter(written)) if isinstance(written, dict) else None
    return Phrasing(tuple(_atom(part) for part in _text(written).split()), case)


def _atom(part: str) -> Atom:
    optional, part = part.endswith("?"), part.rstrip("?")
    forbidden, part = part.startswith("!"), part.lstrip("!")
    if part.startswith("{"):
        return Atom(part.strip("{}"), (), frozenset(), optional)
    parts = part.split("|")
    groups = tuple(each[1:] for each in parts if each.startswith("~"))
    return Atom(
        None, groups, frozenset(each for each in parts if not each.startswith("~")), optional, forbidden
    )
