"""Finding which rules match a sentence: by its words the templates that can, then by their patterns.

A template needs one word of each of some groups. Every group has a bit: comparing the bits of a sentence
with those of a template once tells whether it can match at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from graph import ontology
from graph.dutch.cues import Sought
from graph.facts.slots import fillers
from graph.facts.template import needed
from graph.facts.wording import Hit, Rule, all_rules

_WORDS = re.compile(r"[^\s,;:.!?()'‘’\"“”\[\]]+(?:\.[^\s,;:.!?()]+)*\.?")

# Words that stand in most sentences: a pattern is not looked up by these when it needs a rarer one too.
_COMMON = frozenset(
    (
        "de", "het", "een", "van", "in", "op", "te", "en", "dat", "er", "om", "voor", "bij", "met", "aan",
        "door", "als", "is", "zijn", "wordt", "worden", "niet", "of", "die", "dit", "deze", "naar", "nog",
        "{person}", "{body}", "{theme}", "{role}", "{date}", "{actor}", "{host}",
    )
)  # fmt: skip


@dataclass(frozen=True)
class _Template:
    """One template of one rule, and what a sentence needs for it (see `_needs`)."""

    rule: Rule
    written: str
    needs: int

    @cached_property
    def pattern(self) -> Sought:
        """The template as a pattern."""
        return self.rule.pattern(self.written)

    @cached_property
    def matches(self) -> Callable[[str], Iterable[re.Match[str]]]:
        """What gives every match in a folded sentence; one with ^ is tried at its start alone."""
        if not self.written.startswith("^"):
            return self.pattern.finditer
        first = self.pattern.match
        return lambda text: filter(None, (first(text),))


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
    sets_off: list[tuple[int, int]] = field(default_factory=list)  # their needs and numbers in `_templates`


@cache
def _templates() -> tuple[_Template, ...]:
    """Every template of every rule, in order."""
    return tuple(_Template(rule, said, _needs(said)) for rule in all_rules() for said in rule.says)


@cache
def _guards() -> dict[str, tuple[_Template, ...]]:
    """The templates that rule out each rule, by its id."""
    return {
        rule.id: tuple(_Template(rule, said, _needs(said)) for said in rule.unless) for rule in all_rules()
    }


@cache
def _index() -> dict[str, _Word]:
    """What each word tells; a template is filed under the words of the rarest group that it needs.

    Under "" stand those that need no whole word.
    """
    index = {"": _Word()}
    for group, bit in _bits().items():
        for word in group:
            index.setdefault(word, _Word()).meets |= bit
    for number, template in enumerate(_templates()):
        for word in min(_groups(template.written), key=_frequency, default=("",)):
            index[word].sets_off.append((template.needs, number))
    return index


@dataclass(frozen=True, slots=True)
class Lookup:
    """A tagged sentence, folded, with the templates that its words set off, in the rules' order."""

    folded: str
    meets: int  # the bits of the groups of which it has a word
    templates: tuple[_Template, ...]

    @classmethod
    def of(cls, tagged: str, kinds: frozenset[str]) -> Lookup:
        """What a folded sentence with mentions of these kinds sets off."""
        index, found = _index(), set(_WORDS.findall(tagged))
        found.update([word[:-1] for word in found if word[-1] == "."])
        found |= fillers(found, kinds)
        meets = 0
        filed = index[""].sets_off.copy()
        for word in found & index.keys():
            told = index[word]
            meets |= told.meets
            filed += told.sets_off
        set_off = {number for needs, number in filed if needs & meets == needs}
        templates = _templates()
        return cls(tagged, meets, tuple([templates[number] for number in sorted(set_off)]))

    def about(self, kind: str) -> Lookup:
        """The same with the templates of one kind alone."""
        return replace(self, templates=tuple(each for each in self.templates if each.rule.kind == kind))

    def is_cited(self, place: int) -> bool:
        """Whether a place stands in what the sentence quotes from an older plan, letter or advertisement."""
        if '"' not in self.folded and "'" not in self.folded:
            return False
        text, cited = self.folded, _cited()
        quotes = (match for match in _QUOTE.finditer(text) if match.start() <= place < match.end())
        return any(
            cited.search(text, 0, quote.start()) or cited.search(text, quote.end()) for quote in quotes
        )

    def is_ruled_out(self, rule: Rule) -> bool:
        """Whether one of the rule's guards matches; those whose words are not there need not be tried."""
        if rule.when and not any(rule.pattern(said).search(self.folded) for said in rule.when):
            return True
        guards = [guard for guard in _guards()[rule.id] if guard.needs & self.meets == guard.needs]
        return any(guard.pattern.search(self.folded) for guard in guards)


_QUOTE = re.compile(r"\"[^\"]{9,}\"|(?<!\w)'[^']{9,}'(?!\w)")  # a name in it is one sign


@cache
def _cited() -> re.Pattern[str]:
    """Words beside a quotation that tell it is from a document, not what somebody says here."""
    return re.compile(rf"\b(?:{'|'.join(ontology.load_yaml('wording/guards.yaml')['cited'])})")


def hits(sentence: Lookup) -> dict[str, list[Hit]]:
    """Every rule that matches the sentence, by kind, in the order of the rules.

    A rule may match at several places; where two of its templates overlap, the first counts.
    """
    found: dict[str, tuple[Rule, list[re.Match[str]]]] = {}
    for template in sentence.templates:
        for match in template.matches(sentence.folded):
            if sentence.is_cited(match.start()):
                continue
            taken = found.setdefault(template.rule.id, (template.rule, []))[1]
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
