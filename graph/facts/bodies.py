"""Finding bodies: by the noun that says what kind of body it is (`kinds.ttl`), by abbreviation, and the body that meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.facts.mentions import Mention
from graph.facts.skos import Concept, concepts

_CAP = r"[A-ZÀ-Þ][\w’'&/-]*"
_NAME = rf"(?:{_CAP}|[A-Z]{{2,}})(?: {_CAP}){{0,3}}"


@dataclass(frozen=True, slots=True)
class Found:
    """A body as the text names it, with what its words tell: kind, level, and whether the name is only an abbreviation."""

    start: int
    end: int
    name: str
    kind: str | None
    level: str | None


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    level: str | None
    notes: frozenset[str]


@lru_cache(maxsize=1)
def _wording() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = ontology.load_yaml("wording/bodies.yaml")
    return loaded


@lru_cache(maxsize=1)
def _kinds() -> tuple[dict[str, _Kind], dict[str, _Kind]]:
    """Kind by noun (lower case), and by abbreviation (as written)."""
    nouns: dict[str, _Kind] = {}
    short: dict[str, _Kind] = {}
    every = {concept.iri: concept for concept in concepts("kinds.ttl")}
    for concept in every.values():
        if concept.scheme not in ("body", "institution"):
            continue
        top = _top(concept, every)
        kind = _Kind(concept.report_as or top.report_as or top.code, concept.level or top.level, concept.notes)
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


def _either(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    nouns, short = _kinds()
    noted = {note: [noun for noun, kind in nouns.items() if note in kind.notes] for note in ("nameFollows", "compoundHead", "standsAlone", "adjectiveNames")}
    adjectives = "|".join(_wording()["adjectives"])
    heads = _either(noted["compoundHead"])
    return {
        "named": re.compile(rf"\b(?P<adj>(?i:(?:{adjectives}) )*)(?P<noun>(?i:{_either(noted['nameFollows'])}))(?P<gap> |-)(?=[A-ZÀ-Þ])"),
        "short": re.compile(rf"(?<![\w-])(?P<noun>{_either(list(short))})(?![\w-])(?: (?=[A-ZÀ-Þ][\w-]))?"),
        "compound": re.compile(rf"\b(?P<first>(?:{_CAP}-? en )?)(?P<word>[A-ZÀ-Þ][\w-]*?(?P<noun>(?i:{heads})))(?![\w-])"),
        "alone": re.compile(rf"\b(?P<noun>(?i:{_either(noted['standsAlone'])}))(?![\w-])"),
        "adjective": re.compile(rf"\b(?P<adj>(?i:{adjectives})) (?P<noun>(?i:{_either(noted['adjectiveNames'])}))(?![\w-])"),
        "article": re.compile(r"\b(?i:het|de|dit) (?P<noun>[A-Z][A-Z0-9&]{1,6}|[A-Z]{2,4}[a-z][A-Z])(?![\w-])(?! ?[-–])"),
    }  # fmt: skip


def find(text: str, themes: dict[int, int]) -> Iterator[Found]:
    """Every body that the text names.

    Args:
        text: The document's text.
        themes: Start to end of each theme in the text; a name may consist of one, lower case and all.
    """
    nouns, short = _kinds()
    patterns = _patterns()
    for match in patterns["named"].finditer(text):
        end = _name_end(text, match.end(), themes)
        if end:
            yield _found(text, match.start(), end, nouns[match["noun"].lower()], match["adj"])
    for match in patterns["short"].finditer(text):
        yield from _abbreviated(text, match, short[match["noun"]], themes)
    for match in patterns["compound"].finditer(text):
        if match["word"].lower() != match["noun"].lower() or match["first"] or "standsAlone" in nouns[match["noun"].lower()].notes:
            end = _name_end(text, match.end() + 1, themes) if text[match.end() : match.end() + 1] == " " else 0
            yield _found(text, match.start(), end or match.end(), nouns[match["noun"].lower()], match["word"])
    for name in ("alone", "adjective"):
        for match in patterns[name].finditer(text):
            adjective = match["adj"] if name == "adjective" else match["noun"]
            yield _found(text, match.start(), match.end(), nouns[match["noun"].lower()], adjective)
    for match in patterns["article"].finditer(text):
        if match["noun"] not in short and match["noun"] not in _wording()["not_bodies"]:
            yield Found(match.start("noun"), match.end("noun"), match["noun"], None, None)


def _abbreviated(text: str, match: re.Match[str], kind: _Kind, themes: dict[int, int]) -> Iterator[Found]:
    end = _name_end(text, match.end(), themes) if match[0].endswith(" ") and "nameFollows" in kind.notes else 0
    if end:
        yield _found(text, match.start(), end, kind, "")
    else:
        yield Found(match.start(), match.end("noun"), match["noun"], kind.code, kind.level)


def _name_end(text: str, start: int, themes: dict[int, int]) -> int:
    """Where the name that starts here ends: a theme's whole label, else capitalised words. 0 when there is no name."""
    if start in themes:
        return themes[start]
    match = re.compile(_NAME).match(text, start)
    if not match:
        return 0
    words = match[0].split(" ")
    kept = [words[0]]
    for word in words[1:]:
        if word in _wording()["name_stops"]:
            break
        kept.append(word)
    return start + len(" ".join(kept).rstrip("'’"))


def _found(text: str, start: int, end: int, kind: _Kind, cue: str) -> Found:
    name = re.sub(r"\s+", " ", text[start:end])
    return Found(start, end, name, kind.code, _level(cue) or _level(name) or kind.level)


def _level(words: str) -> str | None:
    lowered = words.lower()
    return next((level for level, stems in _levels() if any(stem in lowered for stem in stems)), None)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((level, tuple(stems)) for level, stems in ontology.load_yaml("wording/bodies.yaml")["levels"].items())


def mentions(found: list[Found], names: dict[str, str]) -> Iterator[Mention]:
    """Mentions of the bodies found, under the one name that the document uses for each (`names`: as written → name)."""
    for body in found:
        yield Mention(body.start, body.end, "body", names.get(body.name, body.name))
