"""Themes that the vocabulary lacks, known by what a sentence says: «Yusuf wordt aanspreekpunt Grondzaken».

A word with a capital is supposed to be a theme. When a wording rule then tells who has it, or that nobody
has, it is one, and so it is wherever the document writes it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph import ontology
from graph.facts import frames, portfolio_tables
from graph.facts.matching import Lookup, hits
from graph.facts.mentions import Mention
from graph.facts.sentence import Sentence, tag
from graph.facts.skos import concepts
from graph.facts.template import folded

_PART = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)*"
_NO_NOUN = (
    r"(?:heeft|krijgt|neemt|houdt|wordt|blijft|geeft|draagt|volgt|tijdelijk|daarmee|vraagt|stelt|verder)\b"
)
_ALSO = rf"(?: en (?!{_NO_NOUN})[a-zà-ÿ]{{5,}}(?= \w|:))?"  # «Kwaliteit en toezicht»
_NAME = re.compile(rf"(?<![\w'’-]){_PART}(?:(?: | en | & ){_PART}){{0,4}}{_ALSO}(?![\w'’-])")
_SHORTEST = 5  # letters of a single word
_MOST_WORDS = 5  # of a name


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


def told(text: str, sentences: list[Sentence], names: frozenset[str]) -> list[Mention]:
    """The themes that sentences tell of, where they do.

    Args:
        text: The document's text.
        sentences: Its sentences, with all that is known in them.
        names: Words that are part of a person's or body's name here.
    """
    small = frozenset(re.findall(r"(?<![\w-])[a-zà-ÿ]{4,}(?![\w-])", text))
    found = [mention for sentence in sentences for mention in _in(sentence, names, small)]
    return [*found, *_with_title(sentences)]


def lines(sentences: list[Sentence]) -> Iterator[Mention]:
    """What stands before the colon or arrow in a list of who has what: a theme all the same."""
    inside, of_item = False, None
    for sentence in sentences:
        if portfolio_tables.announces(sentence.text, title=sentence.title):
            inside, of_item = True, sentence.item if sentence.title else of_item
            continue
        match = _LINE.match(sentence.text) or _GOES.match(sentence.text)
        inside = bool(match) and inside
        if match and (inside or (of_item is not None and of_item == sentence.item)):
            name = _without_lead(match["name"])
            end = sentence.start + match.end("name")
            person = any(m.kind == "person" for m in sentence.mentions if m.start < end)
            known = _is_covered(sentence, end - len(name), end) or name.split()[0] in _wording().never
            if not person and not known and _is_label(name) and _holds(sentence, match):
                yield Mention(end - len(name), end, "theme", name)


def _is_covered(sentence: Sentence, start: int, end: int) -> bool:
    """Whether themes that the vocabulary knows make up a label: «Wonen en Economie»."""
    rest = list(sentence.text)
    for mention in sentence.of_kind("theme"):
        if start <= mention.start and mention.end <= end:
            rest[mention.start - sentence.start : mention.end - sentence.start] = " " * (
                mention.end - mention.start
            )
    left = "".join(rest)[start - sentence.start : end - sentence.start]
    return not re.sub(r"\ben\b|[&,/]", " ", left).strip()


_LINE = re.compile(r"[^\w\n]*(?P<name>[^\W\d][^:\n>–]{2,50}?)(?P<sign> ?(?::|[-=]>|→|–)\s*)(?=\S)")
_GOES = re.compile(
    r"[^\w\n]*(?P<name>[A-ZÀ-Þ][^:\n>–.,;]{2,50}?)"
    r"(?P<sign> (?:blijft|gaat|komt|ligt|valt|hoort|verhuist|deed|doet)\s)"
)
_OPEN = re.compile(
    r"(?:was|blijft|nu|voortaan|voorheen|eerst|is|wordt|weer|voorlopig|over)?(?: ?(?:bij|van|naar))?\W*",
    re.IGNORECASE,
)


def _without_lead(name: str) -> str:
    """What a label is about, without the words that no theme begins with: «Over Pleegzorg»."""
    first, _, rest = name.partition(" ")
    return _without_lead(rest) if first in _wording().never and rest[:1].isupper() else name


_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|blijft|heeft|hebben|had|deze|dit|er|ik|wij|zij|hij)\b"
)


def _is_label(words: str) -> bool:
    """Whether words are a name and no sentence («Na een jaar is deze portefeuille weer belegd: …»)."""
    return len(words.split()) <= _MOST_WORDS + 2 and not _VERB.search(words)


def _holds(sentence: Sentence, line: re.Match[str]) -> bool:
    """Whether a person follows behind the sign of a line, or that there is nobody."""
    behind = line.end()
    persons = [m.start - sentence.start for m in sentence.mentions if m.kind == "person"]
    titles = [m.start - sentence.start for m in sentence.mentions if m.kind == "role"]
    near = min((place for place in [*persons, *titles] if place >= behind), default=None)
    if near is not None and persons and _OPEN.fullmatch(sentence.text, behind, near):
        return True
    rest = sentence.text[behind:].strip()
    return not rest.strip("?. ") or bool(portfolio_tables.wording().vacant.fullmatch(rest))


def _with_title(sentences: list[Sentence]) -> Iterator[Mention]:
    """«Sport – wethouder De Wit»: a line that is a name and a holder of office."""
    for sentence in sentences:
        match = _TITLED.match(sentence.text)
        persons = [m.start - sentence.start for m in sentence.mentions if m.kind == "person"]
        if (
            match
            and len(persons) == 1
            and persons[0] >= match.end("name")
            and len(match["name"].split()) <= _MOST_WORDS
        ):
            start, end = (sentence.start + place for place in match.span("name"))
            yield Mention(start, end, "theme", match["name"])


_TITLED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^\W\d]+(?:(?:,? en |, | )[^\W\d]+){0,5}) [–-] "
    r"(?:[Ww]ethouder|[Bb]urgemeester|[Gg]edeputeerde|[Hh]eemraad|[Dd]ijkgraaf)\b[^.:;]{3,40}$"
)


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
    for match in _names(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if any(start < last and first < end for first, last in taken):
            continue
        if _may_be(sentence.text, match, names, small):
            taken.append((start, end))
            yield Mention(start, end, "theme", match[0])
    for match in _small().finditer(sentence.text):
        start, end = (sentence.start + place for place in match.span("name"))
        if not any(start < last and first < end for first, last in taken):
            yield Mention(start, end, "theme", match["name"][:1].upper() + match["name"][1:])


def _names(text: str) -> Iterator[re.Match[str]]:
    """Every stretch with capitals, without words that no theme begins with («Voor Pleegzorg»)."""
    for found in _NAME.finditer(text):
        match: re.Match[str] | None = found
        while match and match[0].split()[0] in _wording().never and " " in match[0]:
            match = _NAME.match(text, match.start() + match[0].index(" ") + 1)
        if match:
            yield match


@lru_cache(maxsize=1)
def _small() -> re.Pattern[str]:
    """Names of portfolios in small letters («de jeugd», «ruimte en wonen»), and what a dossier is called."""
    said = ontology.load_yaml("wording/themes.yaml")["supposed"]
    every = concepts("themes.ttl")
    labels = (concept.label for concept in every if "matchWhenCapitalised" in concept.notes)
    usual = {word.lower() for word in (*said["usual"], *labels) if word.isalpha()} - set(said["not_small"])
    one = "|".join(sorted(map(re.escape, usual), key=len, reverse=True))
    never = "|".join(said["no_small"])
    marked = "|".join(said["marked_small"])
    return re.compile(
        rf"(?<![\w-])(?:(?:{marked}) (?P<marked>)(?=[a-z]))?(?P<name>(?:{one})(?: en (?:{one}))?"
        rf"|(?(marked)(?!(?:{never})\b)[a-zà-ÿ]{{6,}}(?: en [a-zà-ÿ]{{5,}}(?=[.,;]))?|(?!))"
        rf"|[a-zà-ÿ]{{4,}}(?= in (?:de|zijn|haar|mijn) portefeuille\b))(?![\w-])"
    )


def _may_be(text: str, match: re.Match[str], names: frozenset[str], small: frozenset[str]) -> bool:
    """Whether a stretch with capitals may be the name of a theme rather than of somebody or some place."""
    words, said = set(re.findall(_PART, match[0])), _wording()
    if words & names or words & said.never or said.behind.search(text[: match.start()]):
        return False
    if said.marked.search(text[: match.start()]) or " en " in match[0]:
        return True
    one = match[0].lower()
    ordinary = one in small and match.start() > 0  # at the beginning any word has a capital
    return len(one) >= _SHORTEST and (match[0] in said.usual or ordinary or bool(said.ending.search(one)))
