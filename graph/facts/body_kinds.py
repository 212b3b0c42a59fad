"""Kinds of bodies: the nouns, abbreviations and words of level that bodies are known by (`kinds.ttl`)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.dutch.words import folded
from graph.facts.skos import Concept, concepts

_WORD = re.compile(r"[^\W_]+(?:[’'&/-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body: its code, the level that it implies, and the notes of `kinds.ttl` true of it."""

    code: str
    level: str | None
    notes: frozenset[str]


@lru_cache(maxsize=1)
def wording() -> dict[str, list[str]]:
    """The words of `ontology/wording/bodies.yaml`."""
    loaded: dict[str, list[str]] = ontology.load_yaml("wording/bodies.yaml")
    return loaded


@lru_cache(maxsize=1)
def kinds() -> tuple[dict[str, Kind], dict[str, Kind]]:
    """Kind by noun (lower case), and by abbreviation (as written)."""
    nouns: dict[str, Kind] = {}
    short: dict[str, Kind] = {}
    every = {concept.iri: concept for concept in concepts("kinds.ttl")}
    for concept in every.values():
        if concept.scheme not in ("body", "institution"):
            continue
        top = _top(concept, every)
        kind = Kind(concept.report_as or top.report_as or top.code, concept.level or top.level, concept.notes)
        for label in (concept.label, *concept.synonyms):
            if not label.isupper():
                nouns.setdefault(label.lower(), kind)
        for abbreviation in concept.abbreviations:
            short.setdefault(abbreviation, kind)
    return nouns, short


def _top(concept: Concept, every: dict[str, Concept]) -> Concept:
    """The body kind that a named institution is of."""
    if concept.scheme == "body":
        return concept
    return next((every[iri] for iri in concept.broader if iri in every), concept)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for bodies of a kind, word by word."""

    words: tuple[str, ...]
    kind: Kind


@lru_cache(maxsize=1)
def by_first_word() -> dict[str, tuple[Noun, ...]]:
    """The nouns of bodies by their first word, longest first."""
    index: dict[str, list[Noun]] = {}
    for noun, kind in kinds()[0].items():
        words = tuple(_WORD.findall(noun))
        if words:
            index.setdefault(words[0], []).append(Noun(words, kind))
    return {word: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for word, nouns in index.items()}


@lru_cache(maxsize=1)
def heads() -> dict[str, tuple[tuple[str, Kind], ...]]:
    """Nouns that end a compound by their last four letters, longest first."""
    index: dict[str, list[tuple[str, Kind]]] = {}
    for noun, kind in kinds()[0].items():
        if "compoundHead" in kind.notes and " " not in noun:
            index.setdefault(noun[-4:], []).append((noun, kind))
    return {ending: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for ending, pairs in index.items()}


@lru_cache(maxsize=1)
def adjectives() -> re.Pattern[str]:
    """An adjective that belongs to the name of a body, right before the end of a text."""
    return re.compile(rf"\b(?i:{'|'.join(wording()['adjectives'])}) $")


@lru_cache(maxsize=16384)
def may_name(word: str) -> bool:
    """Whether a word can be of the name of a body at all: asked once for each word, as most cannot."""
    return word in by_first_word() or word.endswith(_last_parts()) or word in _short_names()


@lru_cache(maxsize=1)
def _last_parts() -> tuple[str, ...]:
    """What the words end in that name a body by their last part."""
    nouns = (noun for pairs in heads().values() for noun, _ in pairs)
    return (*compounds()[0], *nouns)


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    """The abbreviations of bodies as words are folded."""
    return frozenset(map(folded, kinds()[1]))


@lru_cache(maxsize=1)
def compounds() -> tuple[tuple[str, ...], frozenset[str]]:
    """What a compound that names a body ends in, and compounds that name none."""
    return tuple(wording()["compounds"]), frozenset(wording()["no_compounds"])


@lru_cache(maxsize=512)
def kind_of_ending(word: str) -> str | None:
    """The kind of body that a compound ends in («programmeringsraad» is a raad)."""
    nouns = kinds()[0]
    fitting = [noun for noun in nouns if word.endswith(noun)]
    return nouns[max(fitting, key=len)].code if fitting else None


def is_bare(name: str) -> bool:
    """Whether a name is a kind of body and no more («bestuurlijke programmaraad»)."""
    words = itertools.dropwhile(lambda word: bool(adjectives().fullmatch(f"{word} ")), name.lower().split())
    return " ".join(words) in kinds()[0]


def is_kind(word: str) -> bool:
    """Whether a word in small letters is a noun for a kind of body («stuurgroep»)."""
    return word in kinds()[0] or (word.endswith(compounds()[0]) and word not in compounds()[1])


def ends_as_kind(word: str) -> bool:
    """Whether a word is or ends in a noun that bodies are called by («commissie», «groep»)."""
    return word.endswith(compounds()[0])


def ends_as(word: str, letter: str) -> bool:
    """Whether a compound ends in a noun of bodies that begins with a letter («veiligheidsoverleg»: o)."""
    return any(noun[0] == letter and word.endswith(noun) and word != noun for noun in kinds()[0])


@lru_cache(maxsize=1)
def singulars() -> dict[str, str]:
    """The noun for one body by that for several («werkgroepen»), of the nouns that have both."""
    nouns = kinds()[0]
    return {noun: one for noun in nouns for one in _singles(noun) if one in nouns}


def one_of(area: str) -> str:
    """What one of several areas is called («politiedistricten»: politiedistrict); any other word as it is."""
    areas: dict[str, str] = ontology.load_yaml("wording/bodies.yaml")["areas"]
    one = next((one for one, several in areas.items() if area.endswith(several)), None)
    return area.removesuffix(areas[one]) + one if one else area


def _singles(noun: str) -> Iterator[str]:
    """What a plural may be the plural of: «teams» of team, «groepen» of groep, «raden» of raad."""
    if noun.endswith("s"):
        yield noun.removesuffix("'s").removesuffix("s")
    if noun.endswith("en"):
        stem = noun.removesuffix("en")
        yield stem
        yield f"{stem[:-1]}{stem[-2:-1]}{stem[-1]}" if len(stem) > 1 else stem  # «raden»: raad
        yield stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # «tafellen»


def level_of(words: str) -> str | None:
    """The level that words point at («per district», «regionale»); None when they point at none."""
    lowered = words.lower()
    return next((level for level, stems in _levels() if any(stem in lowered for stem in stems)), None)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (level, tuple(stems)) for level, stems in ontology.load_yaml("wording/bodies.yaml")["levels"].items()
    )
