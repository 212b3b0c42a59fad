"""Reading a question: its words, and all that they may stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein

from graph.minutes.masking import mask
from graph.questions import periods, wording
from graph.questions.common_names import common_names, kind_spelling, kinds_named, numbers
from graph.questions.kinds import own_words
from graph.questions.lexicon import MOST_WORDS, Lexicon
from graph.questions.matching import PLACE, THE
from graph.questions.model import Asked, Entity, Span, Token
from graph.questions.sentence_words import weak
from graph.questions.words import key, stem, tokens

LONGEST = 1000  # characters of a question that are read
_HONORIFICS = frozenset(
    (
        "dhr",
        "mevr",
        "mw",
        "mevrouw",
        "meneer",
        "heer",
        "burgemeester",
        "wethouder",
        "mr",
        "mrs",
        "ms",
        "mayor",
    )
)
_SHORT = 3
_DEFINITE = frozenset(["de", "het", "deze", "die", "dit", "the", "vd", "vh", "ons", "onze", "our"])
_ENOUGH_ENGLISH = 2


def read(  # noqa: PLR0913, PLR0917 - what is known of the minutes comes from several places
    question: str,
    lexicon: Lexicon,
    anchor: date,
    knows: Callable[[str], bool],
    often: Callable[[str], bool],
    met: Collection[str] = (),
) -> Asked:
    """What a question says: nothing of it is understood yet.

    `knows`: whether the minutes have a word, which then is no typing error; `often`: whether they have it
    often; `met`: the dates of meetings.
    """
    text = masked(question)
    words = tokens(text)
    typed = [token.key for token in words]
    dates = tuple(_dates(text, words, anchor, met))
    named = _longest([*_names(words, lexicon)])
    meant = [_meant(token, place, named, lexicon, knows) for place, token in enumerate(words)]
    corrected = tuple(
        Token(token.start, token.end, token.text, right) for token, right in zip(words, meant, strict=True)
    )
    if any(right != token for right, token in zip(meant, typed, strict=True)):
        changed = {place for place, right in enumerate(meant) if right != typed[place]}
        named = _longest([*named, *(each for each in _names(corrected, lexicon, changed))])
    named = _with_organisation(named, words, text, lexicon)
    spans = (*dates, *_with_honorific(named, words), *kinds_named(corrected), *numbers(words))
    groups = _groups(corrected)
    return Asked(
        text,
        corrected,
        tuple(spans),
        groups,
        _content(corrected, spans) - _region(corrected, spans, lexicon, often),
        _language(words, named),
    )


def masked(question: str) -> str:
    """A question as it may be shown: its white space as single spaces, who is discussed as a case masked."""
    return mask(re.sub(r"\s+", " ", question).strip())[:LONGEST]


def _language(words: tuple[Token, ...], named: list[Span]) -> str:
    """The language of a question, by its small words; those in names tell nothing («Michel de Roos»)."""
    told = {place for span in named for place in span.places}
    typed = [token.key for place, token in enumerate(words) if place not in told]
    english = sum(word in wording.english() for word in typed)
    dutch = sum(word in wording.dutch() - wording.english() - wording.both() for word in typed)
    return "en" if english > dutch and english >= (_ENOUGH_ENGLISH if dutch else 1) else "nl"


_AHEAD = frozenset(
    ("gebeurt", "komt", "komen", "wordt", "worden", "volgende", "gepland", "krijgen", "will", "next")
)
_BACK = frozenset(
    ("was", "waren", "werd", "werden", "had", "hadden", "ging", "gebeurde", "heeft", "hebben", "were")
)


def _looks_ahead(words: tuple[Token, ...]) -> bool:
    typed = {token.key for token in words}
    return bool(typed & _AHEAD) and not typed & _BACK


def _dates(text: str, words: tuple[Token, ...], anchor: date, met: Collection[str]) -> Iterator[Span]:
    for found in periods.find(text, anchor, met, ahead=_looks_ahead(words)):
        inside = [place for place, token in enumerate(words) if found.start <= token.start < found.end]
        if inside:
            yield Span(
                "date", inside[0], inside[-1], period=found.period, words=text[found.start : found.end]
            )


def _names(words: tuple[Token, ...], lexicon: Lexicon, changed: set[int] | None = None) -> Iterator[Span]:
    """Every stretch of words that is a name; with `changed`, those that have one of these places alone."""
    for first in range(len(words)):
        joined = ""
        for last in range(first, min(first + MOST_WORDS, len(words))):
            joined += words[last].key
            if joined in lexicon.places:
                yield Span("body", first, last, lexicon.places[joined], words=words[first].text, code=PLACE)
            if joined in lexicon.the and first and words[first - 1].key in _DEFINITE:
                yield Span("body", first, last, lexicon.the[joined], words=words[first].text, code=THE)
            begins = (
                first == last and joined not in wording.vocabulary() and joined not in wording.stop_words()
            )
            entities = lexicon.named.get(joined)
            if not entities or not any(each.known or each.sort != "theme" for each in entities):
                entities = (lexicon.begun.get(joined) if begins else None) or entities
            if not entities or (changed is not None and not changed & set(range(first, last + 1))):
                continue
            if first == last and _is_plain_word(words[first]):
                continue
            typed = " ".join(token.text for token in words[first : last + 1])
            for sort in sorted({entity.sort for entity in entities}):
                same = tuple(entity for entity in entities if entity.sort == sort)
                yield Span(sort, first, last, _likeliest(same, typed), words=typed, spelled=changed is None)


def _is_plain_word(token: Token) -> bool:
    """Whether a short name is typed as the ordinary word that it also is («om», not «OM»)."""
    return (
        token.key in wording.vocabulary()
        and not token.text.isupper()
        and (len(token.key) <= _SHORT or not token.text[0].isupper())
    )


def _likeliest(entities: tuple[Entity, ...], typed: str) -> tuple[Entity, ...]:
    """The entities that are called just so, if there are any; else all of them.

    A bare surname names everybody who has it, and not somebody whom minutes call by it alone.
    """
    if len(entities) == 1:
        return entities
    if entities[0].sort == "person" and " " not in typed:
        full = tuple(each for each in entities if " " in each.name)
        bare = (
            replace(each, name=full[0].name) for each in entities if len(full) == 1 and " " not in each.name
        )
        return (*full, *bare) or entities
    exact = tuple(each for each in entities if key(each.name) == key(typed))
    if exact and entities[0].sort == "body":
        longer = (each for each in entities if each not in exact and _goes_on(each.name, exact[0].name))
        return (*exact, *longer)
    known = tuple(each for each in entities if each.known)
    return exact or known or entities


def _goes_on(name: str, short: str) -> bool:
    """Whether a name is another with one more word («Stuurgroep Zorg» and «Stuurgroep Zorg Duinstreek»)."""
    return name.casefold().startswith(f"{short.casefold()} ") and len(name.split()) == len(short.split()) + 1


def _longest(spans: list[Span]) -> list[Span]:
    """Without those that lie inside a longer one of their sort."""
    return [
        span
        for span in dict.fromkeys(spans)
        if not any(other.sort == span.sort and span.places < other.places for other in spans)
    ]


def _meant(
    token: Token, place: int, named: list[Span], lexicon: Lexicon, knows: Callable[[str], bool]
) -> str:
    """The word that was meant: itself when it is known, else the one that is typed almost so."""
    if (
        any(place in span.places for span in named)
        or token.key in wording.vocabulary()
        or token.key in own_words()
        or stem(token.key) in wording.by_stem()
        or token.key.isdigit()
    ):
        return token.key
    if token.key in common_names() or token.key in lexicon.named or knows(token.key):
        return token.key
    known = (wording.spelling(), kind_spelling(), lexicon.spelling)
    near = [right for each in known if (right := each.nearest(token.key))]
    return min(near, key=lambda right: DamerauLevenshtein.distance(right, token.key), default=token.key)


_APPOSED = re.compile(
    r"\s*[,(]\s*(?:(?:de|het|dhr|mevr|mw|heer|mevrouw|meneer|the|mr|mrs)\.?\s+)*", re.IGNORECASE
)


def _with_organisation(
    named: list[Span], words: tuple[Token, ...], text: str, lexicon: Lexicon
) -> list[Span]:
    """Persons with the organisation that stands beside them behind a comma («de brandweer, de heer Smit»).

    It only says who is meant then, and is no thing of its own.
    """
    taken: list[Span] = []
    found: list[Span] = []
    bodies = [each for each in named if each.sort == "body" and not _meets(each, lexicon)]
    for person in (each for each in named if each.sort == "person"):
        beside = next((each for each in bodies if _is_apposed(each, person, words, text)), None)
        if beside is None:
            found.append(person)
            continue
        taken += [each for each in named if each.sort != "person" and each.places <= beside.places]
        ends = (min(person.first, beside.first), max(person.last, beside.last))
        found.append(replace(person, first=ends[0], last=ends[1]))
    return [each for each in named if each.sort != "person" and each not in taken] + found


def _meets(span: Span, lexicon: Lexicon) -> bool:
    return any(entity.iri in lexicon.meeting for entity in span.entities)


def _is_apposed(body: Span, person: Span, words: tuple[Token, ...], text: str) -> bool:
    first, second = sorted((body, person), key=lambda each: each.first)
    return first.last < second.first and bool(
        _APPOSED.fullmatch(text[words[first.last].end : words[second.first].start])
    )


def _with_honorific(named: list[Span], words: tuple[Token, ...]) -> Iterator[Span]:
    """Persons with «burgemeester» or «mevr.» before them are named with it."""
    for span in named:
        first = span.first
        if span.sort == "person":
            while first and words[first - 1].key in _HONORIFICS:
                first -= 1
        yield replace(span, first=first)


def _groups(words: tuple[Token, ...]) -> dict[str, tuple[frozenset[int], ...]]:
    """Where each group of words stands."""
    found: dict[str, dict[frozenset[int], None]] = defaultdict(dict)
    keys = [token.key for token in words]
    stems = {place: wording.by_stem().get(stem(word), word) for place, word in enumerate(keys)}
    for place, word in enumerate(keys):
        for first in {word, stems[place]}:
            for phrase in wording.phrases().get(first, ()):
                places = _fits(phrase, keys, stems, place)
                if places:
                    found[phrase.group][places] = None
    return {
        group: tuple(sorted(places, key=lambda each: (-len(each), min(each))))
        for group, places in found.items()
    }


def _fits(
    phrase: wording.Phrase, keys: list[str], stems: dict[int, str], place: int
) -> frozenset[int] | None:
    """The places of a phrase that begins here, small words between its words left out."""
    places = [place]
    at = place
    for word in phrase.words[1:]:
        at += 1
        while at < len(keys) and word not in (keys[at], stems[at]):
            if not phrase.loose and keys[at] not in wording.small_words():
                return None
            at += 1
        if at >= len(keys):
            return None
        places.append(at)
    return frozenset(places)


def _content(words: tuple[Token, ...], spans: tuple[Span, ...]) -> frozenset[int]:
    """The tokens that mean something of their own."""
    told = {place for span in spans if span.sort != "number" for place in span.places}
    return frozenset(place for place, token in enumerate(words) if place in told or not _is_light(token.key))


_CLAUSE = frozenset(
    ("voordat", "nadat", "totdat", "zodra", "before", "after")
)  # another time than the question's


def _is_light(word: str) -> bool:
    """Whether a word means nothing of its own: a small word, or a weak one that no kind of question knows."""
    return word in wording.stop_words() or (
        word in weak() and word not in wording.vocabulary() and word not in _CLAUSE
    )


_PLACED = frozenset(("in", "voor", "van", "binnen", "uit", "of", "for"))


def _region(
    words: tuple[Token, ...], spans: tuple[Span, ...], lexicon: Lexicon, often: Callable[[str], bool]
) -> frozenset[int]:
    """The place that all minutes of the only body are about («in Twente»): it narrows nothing."""
    if len(lexicon.meeting) != 1:
        return frozenset()
    told = {place for span in spans for place in span.places}
    return frozenset(
        place
        for place, token in enumerate(words)
        if place
        and place not in told
        and words[place - 1].key in _PLACED
        and token.text[:1].isupper()
        and often(token.key)
    )
