"""The wording rules: loading them from `ontology/wording/`, and finding what they match in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from graph import ontology
from graph.errors import OntologyError
from graph.facts.model import Certainty
from graph.facts.template import compile_template, folded, needed

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
    """One template of one rule, and the further groups of words of which a sentence must have one each."""

    number: int
    rule: Rule
    template: str
    groups: tuple[frozenset[str], ...]


def _suit(groups: tuple[frozenset[str], ...], words: frozenset[str]) -> bool:
    """Whether a sentence of these words has one of each group."""
    for group in groups:  # noqa: SIM110 - half the time of all() over so many sentences
        if group.isdisjoint(words):
            return False
    return True


@cache
def _index() -> dict[str, tuple[_Place, ...]]:
    """The templates that a word in a sentence can set off; under "" those that need no whole word.

    A template is filed under the words of the rarest group that it needs.
    """
    filed: dict[str, list[_Place]] = {"": []}
    number = 0
    for rule in all_rules():
        for template in rule.says:
            groups = sorted(_groups(template), key=_frequency)
            place = _Place(number, rule, template, tuple(groups[1:]))
            for word in groups[0] if groups else ("",):
                filed.setdefault(word, []).append(place)
            number += 1
    return {word: tuple(places) for word, places in filed.items()}


@cache
def _groups(template: str) -> tuple[frozenset[str], ...]:
    """The groups of words that a template needs, without those that are met by any word of some beginning."""
    groups = (group for group in needed(template) if not any(word.endswith("*") for word in group))
    return tuple(frozenset(group) for group in groups)


def _frequency(group: frozenset[str]) -> tuple[int, int]:
    """How often a sentence has one of these words, roughly: what sets the rarest group apart."""
    return len(group & _COMMON), len(group)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A tagged sentence, folded, with the templates that its words set off by kind of rule."""

    folded: str
    words: frozenset[str]
    places: Mapping[str, tuple[_Place, ...]]

    @classmethod
    def of(cls, tagged: str, kinds: frozenset[str]) -> Lookup:
        """Fold a sentence with mentions of these kinds; gather what it sets off, in the rules' order."""
        lowered, index = folded(tagged), _index()
        found = _WORDS.findall(lowered)
        words = frozenset(found) | {word[:-1] for word in found if word[-1] == "."} | _signs(kinds)
        seen: set[int] = set()
        set_off: list[_Place] = []
        for word in ("", *(words & index.keys())):
            for place in index[word]:
                if place.number not in seen:
                    seen.add(place.number)
                    if _suit(place.groups, words):
                        set_off.append(place)
        set_off.sort(key=_number)
        by_kind: dict[str, list[_Place]] = {}
        for place in set_off:
            by_kind.setdefault(place.rule.kind, []).append(place)
        return cls(lowered, words, {kind: tuple(places) for kind, places in by_kind.items()})

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
        words, text = self.words, self.folded
        for groups, template in _guards(rule):
            if _suit(groups, words) and rule.pattern(template).search(text):
                return True
        return False


_QUOTE = re.compile(r"\"[^\"]{20,}\"|(?<!\w)'[^']{20,}'(?!\w)")


@cache
def _cited() -> re.Pattern[str]:
    """Words beside a quotation that tell it is from a document, not what somebody says here."""
    return re.compile(rf"\b(?:{'|'.join(ontology.load_yaml('wording/guards.yaml')['cited'])})")


_number = attrgetter("number")


@cache
def _signs(kinds: frozenset[str]) -> frozenset[str]:
    """The words that stand for kinds of mentions."""
    return frozenset(f"{{{kind}}}" for kind in kinds)


_GUARDS: dict[str, tuple[tuple[tuple[frozenset[str], ...], str], ...]] = {}


def _guards(rule: Rule) -> tuple[tuple[tuple[frozenset[str], ...], str], ...]:
    """The templates that rule a rule out, each with the groups of words that it needs."""
    if rule.id not in _GUARDS:
        _GUARDS[rule.id] = tuple((_groups(template), template) for template in rule.unless)
    return _GUARDS[rule.id]


def hits(kind: str, sentence: Lookup) -> Iterator[Hit]:
    """Every rule of a kind that matches the sentence, in the order of the rules.

    A rule may match at several places; where two of its templates overlap, the first counts.
    """
    found: dict[str, tuple[Rule, list[re.Match[str]]]] = {}
    for place in sentence.places.get(kind, ()):
        for match in place.rule.pattern(place.template).finditer(sentence.folded):
            if sentence.is_cited(match.start()):
                continue
            taken = found.setdefault(place.rule.id, (place.rule, []))[1]
            if all(match.end() <= other.start() or match.start() >= other.end() for other in taken):
                taken.append(match)
    for rule, matches in found.values():
        if not sentence.is_ruled_out(rule):
            yield from (_hit(rule, match) for match in matches)


def _hit(rule: Rule, match: re.Match[str]) -> Hit:
    named = ((name, match.span(name)) for name, value in match.groupdict().items() if value is not None)
    return Hit(rule, match.start(), match.end(), {name.split("__")[0]: span for name, span in named})
