"""Finding bodies: by the noun that says what kind of body it is, or by abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.dutch.words import Word, folded, whole
from graph.facts import body_kinds
from graph.facts.body_kinds import Kind, Noun, level_of
from graph.facts.body_names import counted_end, joined_end, listed_names, name_end
from graph.facts.mentions import Mention

_LONGEST_NOUN = 80  # characters of the text, white space and all
_ARTICLE = re.compile(
    r"\b(?i:het|de|dit) (?P<noun>[A-Z][A-Z0-9&]{1,6}|[A-Z]{2,4}[a-z][A-Z])(?![\w-])(?! ?[-–])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A body as the text names it, with what its words tell of its kind and level."""

    start: int
    end: int
    name: str
    kind: str | None
    level: str | None


_CAPITAL_ARTICLE = re.compile(r"(?:HET|DE|EEN)\s+")  # of a title in capitals: «VERSLAG VAN HET …»
_ARTICLE_BEFORE = re.compile(r"(?<![\w-])(?i:de|het|onze|deze|dit) $")
_SHORT_BEFORE = re.compile(r"(?<![\w-])([A-Z][A-Z0-9&]{1,5}) $")  # «HAL werkgroep», «GU team»
_LONGEST_SHORT = 8  # characters of an abbreviation before a noun, its space included


def find(text: str, words: list[Word], themes: dict[int, int]) -> Iterator[Found]:
    """Every body that the text names.

    Args:
        text: The document's text.
        words: Its words.
        themes: Start to end of each theme in the text; a name may consist of one, lower case and all.
    """
    short, nouns = body_kinds.kinds()[1], body_kinds.by_first_word()
    endings, never = body_kinds.compounds()
    for position, (start, end, word) in enumerate(words):
        if not body_kinds.may_name(word):
            continue
        capital = text[start].isupper()
        if capital and text[start:end] in short:
            yield from _abbreviated(text, start, end, short[text[start:end]], themes)
            continue
        noun = _noun_at(words, position, nouns[word]) if word in nouns else None
        if noun:
            last = words[position + len(noun.words) - 1][1]
            named = list(_each(text, start, last, noun.kind, themes)) or list(
                _named(text, start, last, noun.kind, themes)
            )
            named = _with_adjective(text, start, named) if capital else named
            compound = capital and not named and last == end and word.endswith(endings) and word not in never
            yield from _by_ending(text, start, end, themes) if compound else named
        elif capital and (found := list(_compound(text, start, end, themes))):
            yield from found
        elif word.endswith(endings) and word not in never:
            # «de programmeringsraad», «Ketentafel Jeugd»: behind an article, or with a name of its own
            before = body_kinds.adjectives().search(text[max(0, start - 30) : start])
            first = start - len(before[0]) if before else start
            article = bool(_ARTICLE_BEFORE.search(text, max(0, first - 6), first))
            yield from _by_ending(text, first, end, themes, alone=article, noun=start)
    for match in _ARTICLE.finditer(text):
        if match["noun"] not in short and match["noun"] not in body_kinds.wording()["not_bodies"]:
            start, end = match.span("noun")
            # «het BOV Duinstreek»: an abbreviation in capitals may have a name of its own behind it.
            followed = match["noun"].isupper() and text[end : end + 1] == " "
            end = (name_end(text, end + 1, themes) if followed else 0) or end
            yield Found(start, end, text[start:end], None, None)


def _by_ending(  # noqa: PLR0913
    text: str, start: int, end: int, themes: dict[int, int], *, alone: bool = False, noun: int | None = None
) -> Iterator[Found]:
    """A compound that ends in a noun of bodies, with the name behind it, or where it may stand `alone`.

    It begins at `noun` where an adjective that belongs to its name stands before it.
    """
    begins = start if noun is None else noun
    last = name_end(text, end + 1, themes) if text[end : end + 1] == " " else 0
    if last or (alone and not (text[begins].isupper() and _is_short(text, begins, end))):
        name, word = text[start : last or end], folded(text[begins:end])
        yield Found(
            start, start + len(name), name, body_kinds.kind_of_ending(word), level_of(word) or level_of(name)
        )


_LONGER = re.compile(r"\b([A-ZÀ-Þ][\w-]+) (?=[A-ZÀ-Þ])")


@lru_cache(maxsize=4)
def _named_longer(text: str) -> frozenset[str]:
    """The capitalised words that have a name behind them somewhere in a text."""
    return frozenset(_LONGER.findall(text))


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a compound stands for a longer name elsewhere («de Adviesraad»), or is all in capitals."""
    word = text[start:end]
    return word.isupper() or word in _named_longer(text)


def of_lists(text: str, organisations: Iterable[str], never: frozenset[str]) -> Iterator[Found]:
    """Every place that names an organisation which the lists of names give for somebody.

    Args:
        text: The document's text.
        organisations: As the lists write them.
        never: Words in lower case that are no organisation (roles, titles).
    """
    for name in sorted({name.strip() for name in organisations}, key=len, reverse=True):
        if not _is_organisation(name, never):
            continue
        kind = body_kinds.kinds()[1].get(name)
        for start, end in whole(text, name):
            where = _PLACE_BEFORE.search(text, max(0, start - _LONGEST_SHORT), start)
            if where is None or name.isupper():
                yield Found(start, end, name, kind.code if kind else "organisation", None)


def _is_organisation(name: str, never: frozenset[str]) -> bool:
    words = name.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and name[0].isalpha()
        and any(char.isupper() for char in name)
        and words[0].lower() not in never
        and not any(char in name for char in ":;()@/")
    )


_MOST_WORDS = 4  # of an organisation behind a name
_PLACE_BEFORE = re.compile(r"\b(?:in|te|naar|uit|rond|rondom) $", re.IGNORECASE)


def _noun_at(words: list[Word], position: int, nouns: tuple[Noun, ...]) -> Noun | None:
    for noun in nouns:
        there = words[position : position + len(noun.words)]
        same = tuple(word for _, _, word in there) == noun.words
        if same and there[-1][1] - there[0][0] < _LONGEST_NOUN:
            return noun
    return None


def _named(text: str, start: int, end: int, kind: Kind, themes: dict[int, int]) -> Iterator[Found]:
    """A noun with the name behind it, with the adjective before it, or by itself: as its kind allows."""
    before = body_kinds.adjectives().search(text[max(0, start - 30) : start])
    first = start - len(before[0]) if before else start
    lead = _SHORT_BEFORE.search(text, max(0, start - _LONGEST_SHORT), start)
    first = lead.start(1) if lead and not before else first
    last = 0
    if "nameFollows" in kind.notes and text[end : end + 1] in " -":
        last = name_end(text, end + 1, themes)
        last = joined_end(text, first, last) if last else counted_end(text, start, end)
    if last:
        yield _found(text, first, last, kind, text[first:end])
    elif lead and not before and kind.notes & {"nameFollows", "compoundHead"}:
        yield _found(text, first, end, kind, text[start:end])
    elif before and "adjectiveNames" in kind.notes:
        yield _found(text, first, end, kind, text[first:end])
    elif "standsAlone" in kind.notes:
        yield _found(text, start, end, kind, text[start:end])


def _each(text: str, start: int, end: int, kind: Kind, themes: dict[int, int]) -> Iterator[Found]:
    """Each body of a plural with several names behind it: «de werkgroepen Data en Bouw» are two."""
    single = body_kinds.singulars().get(text[start:end].lower())
    if single is None or "nameFollows" not in kind.notes or text[end : end + 1] != " ":
        return
    for number, (first, last) in enumerate(listed_names(text, end + 1, themes)):
        level = level_of(text[start:end]) or kind.level
        name = f"{single} {' '.join(text[first:last].split())}"
        yield Found(first if number else start, last, name, kind.code, level)


_LED = re.compile(r"(?P<word>[A-ZÀ-Þ][\w]*)-? en $")


def _compound(text: str, start: int, end: int, themes: dict[int, int]) -> Iterator[Found]:
    """A capitalised compound whose last part is a noun for a body («Ondermijningscentrum Twente»)."""
    word = text[start:end]
    lowered = word.lower()
    heads = body_kinds.heads().get(lowered[-4:], ())
    kind = next((kind for head, kind in heads if lowered.endswith(head) and lowered != head), None)
    if kind is None:
        return
    before = text[max(0, start - 40) : start]
    lead = _LED.search(before)
    if lead is None or lead["word"] in body_kinds.kinds()[1]:
        lead = _capital_adjective(before)
    last = name_end(text, end + 1, themes) if text[end : end + 1] == " " else 0
    yield _found(text, start - len(lead[0]) if lead else start, last or end, kind, word)


def _capital_adjective(before: str) -> re.Match[str] | None:
    """An adjective with a capital right before a noun, which belongs to its name («Bestuurlijk …»)."""
    found = body_kinds.adjectives().search(before)
    return found if found and found[0][0].isupper() else None


def _with_adjective(text: str, start: int, named: list[Found]) -> list[Found]:
    """The bodies, the one that begins here with an adjective in capitals that stands right before it."""
    lead = _capital_adjective(text[max(0, start - 40) : start])
    longer = [
        replace(found, start=start - len(lead[0]), name=lead[0] + found.name) for found in named if lead
    ]
    return [new if found.start == start else found for found, new in zip(named, longer or named, strict=True)]


def _abbreviated(text: str, start: int, end: int, kind: Kind, themes: dict[int, int]) -> Iterator[Found]:
    followed = text[end : end + 1] == " " and "nameFollows" in kind.notes
    last = name_end(text, end + 1, themes) if followed else 0
    if last:
        yield _found(text, start, last, kind, "")
    else:
        yield Found(start, end, text[start:end], kind.code, kind.level)


def _found(text: str, start: int, end: int, kind: Kind, cue: str) -> Found:
    if text[start:end].isupper():
        article = _CAPITAL_ARTICLE.match(text, start, end)
        start = article.end() if article else start
    name = re.sub(r"\s+", " ", text[start:end])
    return Found(start, end, name, kind.code, level_of(cue) or level_of(name) or kind.level)


def mentions(found: list[Found], names: dict[str, str]) -> Iterator[Mention]:
    """Mentions of the bodies found, under the document's one name for each (`names`: as written → name)."""
    for body in found:
        yield Mention(body.start, body.end, "body", names.get(body.name, body.name))
