"""The wording rules: loading them from `ontology/wording/`, and finding what they match in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph import ontology
from graph.errors import OntologyError
from graph.facts.model import Certainty
from graph.facts.template import compile_template, needed

_WORDS = re.compile(r"[^\s,;:.!?()'‘’\"“”\[\]]+(?:\.[^\s,;:.!?()]+)*\.?")

FILES = (
    "attendance", "statements", "concerns", "portfolios", "roles", "successions", "structure", "missing",
    "decisions", "promises", "progress", "events", "corrections",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """Sentences that show a rule at work, or how it stays silent.

    The last one counts, the others are what is said before. `gives` are fields of the fact that must come
    out; `but` is the rule of the same kind that does read the last sentence.
    """

    said: tuple[str, ...]
    gives: Mapping[str, Any]
    but: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it finds (`kind`), how sentences say it, what rules it out, the fields it gives."""

    id: str
    kind: str
    means: str
    says: tuple[str, ...]  # templates
    unless: tuple[str, ...]  # templates
    gives: Mapping[str, Any]
    certainty: Certainty
    reason: str
    matches: tuple[Example, ...]
    must_not: tuple[Example, ...]

    def pattern(self, template: str) -> re.Pattern[str]:
        """One of the rule's templates as a pattern, compiled when it is first needed."""
        try:
            return compile_template(template)
        except ValueError as error:
            where = f"ontology/wording, regel {self.id}"
            raise OntologyError(
                where, f"is niet bruikbaar ({error})", "zie docs/wording.md voor hoe een regel eruitziet"
            ) from error


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matches a tagged sentence, from `start` to `end`, with the stretch of each slot."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


@cache
def rules(kind: str) -> tuple[Rule, ...]:
    """The rules that give facts of one kind, in the order of their file."""
    return tuple(rule for name in FILES for rule in _file(name) if rule.kind == kind)


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    return tuple(rule for name in FILES for rule in _file(name))


@cache
def _file(name: str) -> tuple[Rule, ...]:
    loaded = ontology.load_yaml(f"wording/{name}.yaml")
    guards = ontology.load_yaml("wording/guards.yaml")
    return tuple(_rule(entry, loaded, guards, name) for entry in loaded["rules"])


def _rule(entry: dict[str, Any], file: dict[str, Any], guards: dict[str, list[str]], name: str) -> Rule:
    where = f"ontology/wording/{name}.yaml, rule {entry.get('id', '?')}"
    try:
        templates = [_fill(template, file.get("words", {})) for template in entry["says"]]
        unless = [*entry.get("unless", [])]
        for guard in entry.get("guards", file.get("guards", [])):
            unless.extend(guards[guard])
        return Rule(
            id=entry["id"],
            kind=entry.get("kind", file.get("kind", "")),
            means=entry["means"],
            says=tuple(templates),
            unless=tuple(_fill(template, file.get("words", {})) for template in unless),
            gives=entry.get("gives", {}),
            certainty=entry.get("certainty", "stated"),
            reason=entry.get("reason", ""),
            matches=tuple(map(_example, entry.get("matches", []))),
            must_not=tuple(map(_example, entry.get("must_not", []))),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise OntologyError(
            where, f"is niet bruikbaar ({error})", "zie docs/wording.md voor hoe een regel eruitziet"
        ) from error


def _example(entry: str | list[str] | dict[str, Any]) -> Example:
    """An example as a file gives it: a sentence, sentences, or `{text, gives, but}`."""
    if not isinstance(entry, dict):
        entry = {"text": entry}
    text = entry["text"]
    said = (text,) if isinstance(text, str) else tuple(text)
    return Example(said, entry.get("gives", {}), entry.get("but"))


def _fill(template: str, words: Mapping[str, str]) -> str:
    """Put a file's own word groups (`<speaks>`) into a template; among alternatives they need no brackets."""
    template = re.sub(r"(?<=[(|])<(\w+)>(?=[)|])", lambda match: words[match[1]], template)
    return re.sub(r"<(\w+)>", lambda match: f"({words[match[1]]})", template)


# Words that stand in most sentences: a pattern is not looked up by these when it needs a rarer one too.
_COMMON = frozenset(
    (
        "de", "het", "een", "van", "in", "op", "te", "en", "dat", "er", "om", "voor", "bij", "met", "aan",
        "door", "als", "is", "zijn", "wordt", "worden", "niet", "of", "die", "dit", "deze", "naar", "nog",
        "{person}", "{body}", "{theme}", "{role}", "{date}",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """One template of one rule, and what a sentence needs for it (see `_needs`)."""

    rule: Rule
    template: str
    needs: int

    def matches(self, text: str) -> Iterable[re.Match[str]]:
        """Where the template matches a folded sentence; one with ^ is tried at its start alone."""
        pattern = self.rule.pattern(self.template)
        if self.template.startswith("^"):
            first = pattern.match(text)
            return (first,) if first else ()
        return pattern.finditer(text)


@cache
def _groups(template: str) -> tuple[frozenset[str], ...]:
    """The groups of words that a template needs, without those that are met by any word of some beginning."""
    groups = (group for group in needed(template) if not any(word.endswith("*") for word in group))
    return tuple(frozenset(group) for group in groups)


def _frequency(group: frozenset[str]) -> tuple[int, int]:
    """How often a sentence has one of these words, roughly: what sets the rarest group apart."""
    return len(group & _COMMON), len(group)


@cache
def _bits() -> dict[frozenset[str], int]:
    """A bit for each group of words that some template needs, so that one comparison tells of all groups."""
    templates = (template for rule in all_rules() for template in (*rule.says, *rule.unless))
    groups = dict.fromkeys(group for template in templates for group in _groups(template))
    return {group: 1 << number for number, group in enumerate(groups)}


@cache
def _needs(template: str) -> int:
    """The bits of the groups of which a sentence must have a word each."""
    return sum(_bits()[group] for group in set(_groups(template)))


@dataclass(slots=True)
class _Word:
    """What a word in a sentence tells: the bits of its groups, and the templates that are filed under it."""

    meets: int = 0
    sets_off: list[tuple[int, int]] = field(default_factory=list)  # their needs and numbers in `_places`


@cache
def _places() -> tuple[_Place, ...]:
    """Every template of every rule, in order."""
    return tuple(_Place(rule, template, _needs(template)) for rule in all_rules() for template in rule.says)


@cache
def _index() -> dict[str, _Word]:
    """What each word tells; a template is filed under the words of the rarest group that it needs.

    Under "" stand those that need no whole word.
    """
    index = {"": _Word()}
    for group, bit in _bits().items():
        for word in group:
            index.setdefault(word, _Word()).meets |= bit
    for number, place in enumerate(_places()):
        for word in min(_groups(place.template), key=_frequency, default=("",)):
            index[word].sets_off.append((place.needs, number))
    return index


@dataclass(frozen=True, slots=True)
class Lookup:
    """A tagged sentence, folded, with the templates that its words set off, in the rules' order."""

    folded: str
    meets: int  # the bits of the groups of which it has a word
    places: tuple[_Place, ...]

    @classmethod
    def of(cls, tagged: str, kinds: frozenset[str]) -> Lookup:
        """What a folded sentence with mentions of these kinds sets off."""
        index, found = _index(), set(_WORDS.findall(tagged))
        found.update([word[:-1] for word in found if word[-1] == "."], _signs(kinds))
        meets = 0
        filed = index[""].sets_off.copy()
        for word in found & index.keys():
            told = index[word]
            meets |= told.meets
            filed += told.sets_off
        set_off = {number for needs, number in filed if needs & meets == needs}
        places = _places()
        return cls(tagged, meets, tuple([places[number] for number in sorted(set_off)]))

    def is_cited(self, place: int) -> bool:
        """Whether a place stands in what the sentence quotes from an older plan, letter or advertisement."""
        if '"' not in self.folded and "'" not in self.folded:
            return False
        text, cited = self.folded, _cited()
        quotes = (match for match in _QUOTE.finditer(text) if match.start() < place < match.end())
        return any(
            cited.search(text, 0, quote.start()) or cited.search(text, quote.end()) for quote in quotes
        )

    def is_ruled_out(self, rule: Rule) -> bool:
        """Whether one of the rule's guards matches; those whose words are not there need not be tried."""
        guards = [template for needs, template in _guards()[rule.id] if needs & self.meets == needs]
        return any(rule.pattern(template).search(self.folded) for template in guards)


_QUOTE = re.compile(r"\"[^\"]{20,}\"|(?<!\w)'[^']{20,}'(?!\w)")


@cache
def _cited() -> re.Pattern[str]:
    """Words beside a quotation that tell it is from a document, not what somebody says here."""
    return re.compile(rf"\b(?:{'|'.join(ontology.load_yaml('wording/guards.yaml')['cited'])})")


@cache
def _signs(kinds: frozenset[str]) -> frozenset[str]:
    """The words that stand for kinds of mentions."""
    return frozenset(f"{{{kind}}}" for kind in kinds)


@cache
def _guards() -> dict[str, tuple[tuple[int, str], ...]]:
    """The templates that rule each rule out, by its id, with what a sentence needs for them."""
    return {rule.id: tuple((_needs(template), template) for template in rule.unless) for rule in all_rules()}


def hits(sentence: Lookup) -> dict[str, list[Hit]]:
    """Every rule that matches the sentence, by kind, in the order of the rules.

    A rule may match at several places; where two of its templates overlap, the first counts.
    """
    found: dict[str, tuple[Rule, list[re.Match[str]]]] = {}
    for place in sentence.places:
        for match in place.matches(sentence.folded):
            if sentence.is_cited(match.start()):
                continue
            taken = found.setdefault(place.rule.id, (place.rule, []))[1]
            if all(match.end() <= other.start() or match.start() >= other.end() for other in taken):
                taken.append(match)
    by_kind: dict[str, list[Hit]] = {}
    for rule, matches in found.values():
        if not sentence.is_ruled_out(rule):
            by_kind.setdefault(rule.kind, []).extend(_hit(rule, match) for match in matches)
    return by_kind


def _hit(rule: Rule, match: re.Match[str]) -> Hit:
    groups = match.re.groupindex.items()
    slots = {name.split("__")[0]: match.span(group) for name, group in groups if match.start(group) >= 0}
    return Hit(rule, match.start(), match.end(), slots)
