"""Themes that the vocabulary lacks, known by what a sentence says: «Yusuf wordt aanspreekpunt Grondzaken».

A word with a capital is supposed to be a theme. When a wording rule then tells who has it, or that nobody
has, it is one, and so it is wherever the document writes it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph import ontology
from graph.facts import frames
from graph.facts.matching import Lookup, hits
from graph.facts.mentions import Mention
from graph.facts.sentence import Sentence, tag
from graph.facts.template import folded

_PART = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*"
_NAME = re.compile(rf"(?<![\w'’-]){_PART}(?:(?: | en | & ){_PART}){{0,4}}(?![\w'’-])")
_SHORTEST = 5  # letters of a single word


@dataclass(frozen=True, slots=True)
class _Wording:
    """What tells a theme from a name, from `supposed` in `themes.yaml`."""

    behind: re.Pattern[str]  # words behind which a capital is a place or an organisation
    marked: re.Pattern[str]  # words that say that a theme follows
    ending: re.Pattern[str]  # how words end that are no names
    usual: frozenset[str]  # short names of usual portfolios
    never: frozenset[str]


@lru_cache(maxsize=1)
def _wording() -> _Wording:
    loaded = ontology.load_yaml("wording/themes.yaml")
    said = loaded["supposed"]
    return _Wording(
        behind=re.compile(rf"\b(?:{'|'.join(said['behind'])})\s+$", re.IGNORECASE),
        marked=re.compile(rf"\b(?:{'|'.join(said['marked'])})\s+['‘\"“]?$", re.IGNORECASE),
        ending=re.compile(rf"(?:{'|'.join(said['endings'])})$"),
        usual=frozenset(said["usual"]),
        never=frozenset(loaded["no_themes"]),
    )


def themes(text: str, sentences: Iterable[Sentence], names: frozenset[str]) -> set[str]:
    """The names of themes that sentences tell of.

    Args:
        text: The document's text.
        sentences: Its sentences, with all that is known in them.
        names: Words that are part of a person's or body's name here.
    """
    small = frozenset(re.findall(r"(?<![\w-])[a-zà-ÿ]{4,}(?![\w-])", text))
    return {
        text[mention.start : mention.end] for sentence in sentences for mention in _in(sentence, names, small)
    }


def _in(sentence: Sentence, names: frozenset[str], small: frozenset[str]) -> list[Mention]:
    """The themes that a sentence tells of, when it tells who has them."""
    found = list(_candidates(sentence, names, small))
    if not found:
        return []
    every = sorted([*sentence.mentions, *found], key=lambda mention: mention.start)
    inside = [replace(m, start=m.start - sentence.start, end=m.end - sentence.start) for m in every]
    tagged, signs = tag(folded(sentence.text), 0, len(sentence.text), inside)
    kinds = frozenset(mention.kind for mention in every)
    lookup = Lookup.of(tagged, kinds).about("portfolio")
    told = frames.beside(lookup, hits(lookup), kinds, about="portfolio").get("portfolio", ())
    held = {place for hit in told if "theme" in hit.slots for place in range(*hit.slots["theme"])}
    starts = {signs[place].start + sentence.start for place in held & signs.keys()}
    return [mention for mention in found if mention.start in starts]


def _candidates(sentence: Sentence, names: frozenset[str], small: frozenset[str]) -> Iterator[Mention]:
    taken = [(mention.start, mention.end) for mention in sentence.mentions]
    for match in _NAME.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(start < last and first < end for first, last in taken):
            continue
        if _may_be(sentence.text, match, names, small):
            yield Mention(start, end, "theme", match[0])


def _may_be(text: str, match: re.Match[str], names: frozenset[str], small: frozenset[str]) -> bool:
    """Whether a stretch with capitals may be the name of a theme rather than of somebody or some place."""
    words, said = set(re.findall(_PART, match[0])), _wording()
    if words & names or words & said.never or said.behind.search(text[: match.start()]):
        return False
    if said.marked.search(text[: match.start()]) or (" en " in match[0] and match.start()):
        return True
    one = match[0].lower()
    return len(one) >= _SHORTEST and (match[0] in said.usual or one in small or bool(said.ending.search(one)))
