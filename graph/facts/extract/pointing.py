"""A sentence in which the words that point back at a body («die», «deze groep») stand for that body.

What becomes of a body is often told in the sentence behind its name: «De werkgroep Data is klaar. Deze wordt
opgeheven.» The rules are looked up once more with the body put where those words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph import ontology
from graph.facts import body_kinds, frames
from graph.facts.context import Context
from graph.facts.extract.meant import body_of_kind
from graph.facts.extract.role_body import employers
from graph.facts.matching import Lookup, hits
from graph.facts.mentions import Mention, apart
from graph.facts.model import Evidence
from graph.facts.sentence import Sentence, tag
from graph.facts.template import folded

_PRONOUN = re.compile(
    r"\b(?P<word>[Dd]ie|[Dd]eze|[Dd]at|[Dd]it|[Zz]e|[Zz]ij|[Hh]ij|[Dd]aarvoor|[Hh]iervoor)\b"
    r"(?= (?P<next>[a-zà-ÿ]+))"
)
_NOUN = re.compile(
    r"\b(?:[Dd]e|[Hh]et|[Dd]ie|[Dd]eze|[Dd]it|[Dd]at|[Oo]nze) (?P<noun>[a-zà-ÿ]+)(?![\w-])(?! [A-ZÀ-Þ])"
)
_STARTS = re.compile(r"\W*(?:[Oo]ok |[Dd]aarom |[Dd]aarmee )?")
_CLAUSE = re.compile(r"(?:[,;:]|\ben|\bdat|\bof|\bom|\bmaar|\bwant|\bomdat) (?:ook )?$|\bbesl(?:uit|oten) $")
_NEUTER = frozenset({"dat", "dit"})
_LEAST = 2  # bodies that «ze gaan samen verder» can mean


@dataclass(frozen=True, slots=True)
class Pointed:
    """A sentence with the body put where it is meant, and the sentences that name that body."""

    sentence: Sentence
    places: frozenset[int]  # where in the tagged text it stands
    named: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """Nouns for whatever body was named, how those of «het» end, and what stands behind a pronoun."""

    any_group: frozenset[str]
    neuter: tuple[str, ...]
    behind: frozenset[str]
    plural: frozenset[str]


@cache
def _words() -> _Words:
    said = ontology.load_yaml("wording/structure.yaml")
    return _Words(
        frozenset(said["any_group"]),
        tuple(said["neuter"]),
        frozenset(said["behind_pronoun"]),
        frozenset(said["plural"]),
    )


def pointed(context: Context, sentence: Sentence) -> Pointed | None:
    """The sentence with every body that it points back at; None when it points at none that is clear."""
    meant = list(_meant(context, sentence))
    if not meant:
        return None
    put = [mention for mention, _ in meant]
    mentions = apart([*sentence.mentions, *put])
    text = folded(context.text)
    tagged, signs = tag(text, sentence.start, sentence.end, mentions)
    kinds = frozenset(mention.kind for mention in mentions)
    key = Lookup.of(tagged, kinds)
    found = frames.beside(key, hits(key), kinds)
    made = replace(sentence, mentions=tuple(mentions), key=key, signs=signs, found=found)
    places = frozenset(place for place, mention in signs.items() if mention in put)
    told = dict.fromkeys(evidence for _, evidence in meant if evidence != sentence.evidence)
    return Pointed(made, places, tuple(told))


def _meant(context: Context, sentence: Sentence) -> Iterator[tuple[Mention, Evidence]]:
    """Each body that words of the sentence mean, as a mention at those words, and where it is named."""
    for match in _PRONOUN.finditer(sentence.text):
        start, end = sentence.start + match.start("word"), sentence.start + match.end("word")
        before = sentence.text[: match.start()]
        begins = _STARTS.fullmatch(before) or _CLAUSE.search(before)
        if begins and match["next"] in _words().behind:
            named = _antecedents(context, sentence, start, match["word"].lower(), match["next"])
            yield from _at(start, end, named)
    for match in _NOUN.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        name = _of_noun(context, sentence, match["noun"], start)
        if name:
            yield from _at(start, end, [(name, sentence.evidence)])


def _at(start: int, end: int, named: list[tuple[str, Evidence]]) -> Iterator[tuple[Mention, Evidence]]:
    """The bodies, each with a part of the words that mean them."""
    for number, (name, evidence) in enumerate(named):
        last = number == len(named) - 1
        if start + number < end:
            yield Mention(start + number, end if last else start + number + 1, "body", name), evidence


def _of_noun(context: Context, sentence: Sentence, noun: str, start: int) -> str | None:
    """The body that its noun alone names; «de groep» is the only one of the sentence before."""
    if noun in _words().any_group:
        named = _named(context, sentence, start)
        return named[-1][0] if len(named) == 1 else None
    if not (body_kinds.is_kind(noun) or body_kinds.ends_as_kind(noun)):
        return None
    found = body_of_kind(context, sentence, noun, start)
    return None if found == context.own_body else found


def _antecedents(
    context: Context, sentence: Sentence, start: int, word: str, behind: str
) -> list[tuple[str, Evidence]]:
    """The body that a pronoun means, or the bodies where its verb is plural; none where it is not clear."""
    named = _named(context, sentence, start)
    if word in ("daarvoor", "hiervoor"):
        return named
    if word in ("ze", "zij", "die", "deze") and behind in _words().plural:
        return named if len(named) >= _LEAST else []
    if word in ("zij", "ze", "hij") and any(_names_a_person(context, where, start) for _, where in named):
        return []  # «De groep werd geleid door mevr. Bos. Zij stopt.»
    fitting = [(name, where) for name, where in named if _is_neuter(name) == (word in _NEUTER)]
    inside = [one for one in fitting if one[1] == sentence.evidence]
    return inside[-1:] or (fitting if len(fitting) == 1 and len(named) == 1 else [])


def _named(context: Context, sentence: Sentence, start: int) -> list[tuple[str, Evidence]]:
    """The bodies named before a place in the sentence, else in the one before: not who meets or employs."""
    here = [mention for mention in sentence.of_kind("body") if mention.end <= start]
    near = context.before(sentence, 2)
    earlier = near[:1] + [other for other in near[1:] if other.paragraph == sentence.paragraph]
    passed = [other for other in earlier if _names_any(context, other)]
    told = sentence if here or not passed else passed[0]
    never = {context.own_body, *employers(context)}
    said = [mention for mention in (here or told.of_kind("body")) if mention.value not in never]
    if told is not sentence and any(_beside(context, mention) for mention in said):
        return []
    names = dict.fromkeys(mention.value for mention in said)
    names.update({body: None for body in _told_of(told) if told is not sentence and body not in never})
    return [(name, told.evidence) for name in names]


def _names_a_person(context: Context, where: Evidence, before: int) -> bool:
    """Whether a sentence names somebody, before a place."""
    return any(m.kind == "person" for m in context.mentions_in(where.start, min(where.end, before)))


_GOVERNED = re.compile(
    r"\b(?:aan|van|met|bij|door|voor|over|via|namens|uit|onder|tussen) (?:de |het |een |onze )?(?:nieuwe )?$"
)


def _beside(context: Context, mention: Mention) -> bool:
    """Whether a body is only named beside what is told («De subsidie aan de werkgroep Data loopt af»)."""
    return bool(_GOVERNED.search(context.text, max(0, mention.start - 24), mention.start))


def _names_any(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence names a body other than the one that meets."""
    return any(mention.value != context.own_body for mention in sentence.of_kind("body")) or bool(
        list(_told_of(sentence))
    )


def _told_of(sentence: Sentence) -> Iterator[str]:
    """The bodies that are only called by what they are («een koppelvlakoverleg per leverancier»)."""
    for hit in sentence.hits("structure"):
        name = sentence.slot(hit, "body")
        if name and body_kinds.ends_as_kind(name.split()[-1]):
            yield name


def _is_neuter(name: str) -> bool:
    """Whether «het» goes before a body's name."""
    return any(word.endswith(_words().neuter) for word in name.lower().split()[:2])
