"""Finding bodies: by the noun that says what kind of body it is (`kinds.ttl`), or by abbreviation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.dutch import names
from graph.dutch.words import Word, folded, whole
from graph.facts.mentions import Mention
from graph.facts.skos import Concept, concepts

_CAP = r"[A-ZÀ-Þ][\w’'&/-]*"
_NAME = rf"{_CAP}(?: {_CAP}){{0,3}}(?: 20\d\d(?!\d))?"
_LONGEST_NOUN = 80  # characters of the text, white space and all


@dataclass(frozen=True, slots=True)
class Found:
    """A body as the text names it, with what its words tell of its kind and level."""

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
        kind = _Kind(
            concept.report_as or top.report_as or top.code, concept.level or top.level, concept.notes
        )
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


_WORD = re.compile(r"[^\W_]+(?:[’'&/-][^\W_]+)*")
_ARTICLE = re.compile(
    r"\b(?i:het|de|dit) (?P<noun>[A-Z][A-Z0-9&]{1,6}|[A-Z]{2,4}[a-z][A-Z])(?![\w-])(?! ?[-–])"
)


_ARTICLES = frozenset({"de", "het", "onze", "deze", "dit"})
_SHORT_BEFORE = re.compile(r"(?<![\w-])([A-Z][A-Z0-9&]{1,5}) $")  # «HAL werkgroep», «GU team»
_LONGEST_SHORT = 8  # characters of an abbreviation before a noun, its space included


@dataclass(frozen=True, slots=True)
class _Noun:
    words: tuple[str, ...]
    kind: _Kind


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, tuple[_Noun, ...]]:
    """The nouns of bodies by their first word, longest first."""
    index: dict[str, list[_Noun]] = {}
    for noun, kind in _kinds()[0].items():
        words = tuple(_WORD.findall(noun))
        if words:
            index.setdefault(words[0], []).append(_Noun(words, kind))
    return {word: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for word, nouns in index.items()}


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[tuple[str, _Kind], ...]]:
    """Nouns that end a compound by their last four letters, longest first."""
    index: dict[str, list[tuple[str, _Kind]]] = {}
    for noun, kind in _kinds()[0].items():
        if "compoundHead" in kind.notes and " " not in noun:
            index.setdefault(noun[-4:], []).append((noun, kind))
    return {ending: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for ending, pairs in index.items()}


@lru_cache(maxsize=1)
def _adjectives() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(_wording()['adjectives'])}) $")


def find(text: str, words: list[Word], themes: dict[int, int]) -> Iterator[Found]:
    """Every body that the text names.

    Args:
        text: The document's text.
        words: Its words.
        themes: Start to end of each theme in the text; a name may consist of one, lower case and all.
    """
    short, nouns = _kinds()[1], _by_first_word()
    endings, never = _compounds()
    for position, (start, end, word) in enumerate(words):
        if not _may_name(word):
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
            compound = capital and not named and last == end and word.endswith(endings) and word not in never
            yield from _by_ending(text, start, end, themes, alone=False) if compound else named
        elif capital and (found := list(_compound(text, start, end, themes))):
            yield from found
        elif word.endswith(endings) and word not in never:
            # «de programmeringsraad», «Ketentafel Jeugd»: behind an article, or with a name of its own
            article = position > 0 and words[position - 1][2] in _ARTICLES
            yield from _by_ending(text, start, end, themes, alone=article)
    for match in _ARTICLE.finditer(text):
        if match["noun"] not in short and match["noun"] not in _wording()["not_bodies"]:
            start, end = match.span("noun")
            # «het BOV Duinstreek»: an abbreviation in capitals may have a name of its own behind it.
            followed = match["noun"].isupper() and text[end : end + 1] == " "
            end = (_name_end(text, end + 1, themes) if followed else 0) or end
            yield Found(start, end, text[start:end], None, None)


def _by_ending(text: str, start: int, end: int, themes: dict[int, int], *, alone: bool) -> Iterator[Found]:
    """A compound that ends in a noun of bodies, with the name behind it, or where it may stand `alone`."""
    last = _name_end(text, end + 1, themes) if text[end : end + 1] == " " else 0
    if last or (alone and not (text[start].isupper() and _is_short(text, start, end))):
        name, word = text[start : last or end], folded(text[start:end])
        yield Found(start, start + len(name), name, _ending(word), level_of(word) or level_of(name))


_LONGER = re.compile(r"\b([A-ZÀ-Þ][\w-]+) (?=[A-ZÀ-Þ])")


@lru_cache(maxsize=4)
def _named_longer(text: str) -> frozenset[str]:
    """The capitalised words that have a name behind them somewhere in a text."""
    return frozenset(_LONGER.findall(text))


def _is_short(text: str, start: int, end: int) -> bool:
    """Whether a compound stands for a longer name elsewhere («de Adviesraad»), or is all in capitals."""
    word = text[start:end]
    return word.isupper() or word in _named_longer(text)


@lru_cache(maxsize=16384)
def _may_name(word: str) -> bool:
    """Whether a word can be of the name of a body at all: asked once for each word, as most cannot."""
    return word in _by_first_word() or word.endswith(_last_parts()) or word in _short_names()


@lru_cache(maxsize=1)
def _last_parts() -> tuple[str, ...]:
    """What the words end in that name a body by their last part."""
    heads = (noun for pairs in _heads().values() for noun, _ in pairs)
    return (*_compounds()[0], *heads)


@lru_cache(maxsize=1)
def _short_names() -> frozenset[str]:
    """The abbreviations of bodies as words are folded."""
    return frozenset(map(folded, _kinds()[1]))


@lru_cache(maxsize=1)
def _compounds() -> tuple[tuple[str, ...], frozenset[str]]:
    """What a compound that names a body ends in, and compounds that name none."""
    return tuple(_wording()["compounds"]), frozenset(_wording()["no_compounds"])


@lru_cache(maxsize=512)
def _ending(word: str) -> str | None:
    """The kind of body that a compound ends in («programmeringsraad» is a raad)."""
    nouns = _kinds()[0]
    fitting = [noun for noun in nouns if word.endswith(noun)]
    return nouns[max(fitting, key=len)].code if fitting else None


def is_bare(name: str) -> bool:
    """Whether a name is a kind of body and no more («bestuurlijke programmaraad»)."""
    words = itertools.dropwhile(lambda word: bool(_adjectives().fullmatch(f"{word} ")), name.lower().split())
    return " ".join(words) in _kinds()[0]


def is_kind(word: str) -> bool:
    """Whether a word in small letters is a noun for a kind of body («stuurgroep»)."""
    return word in _kinds()[0] or (word.endswith(_compounds()[0]) and word not in _compounds()[1])


def ends_as_kind(word: str) -> bool:
    """Whether a word is or ends in a noun that bodies are called by («commissie», «groep»)."""
    return word.endswith(_compounds()[0])


def ends_as(word: str, letter: str) -> bool:
    """Whether a compound ends in a noun of bodies that begins with a letter («veiligheidsoverleg»: o)."""
    return any(noun[0] == letter and word.endswith(noun) and word != noun for noun in _kinds()[0])


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
        kind = _kinds()[1].get(name)
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


def _noun_at(words: list[Word], position: int, nouns: tuple[_Noun, ...]) -> _Noun | None:
    for noun in nouns:
        there = words[position : position + len(noun.words)]
        same = tuple(word for _, _, word in there) == noun.words
        if same and there[-1][1] - there[0][0] < _LONGEST_NOUN:
            return noun
    return None


def _named(text: str, start: int, end: int, kind: _Kind, themes: dict[int, int]) -> Iterator[Found]:
    """A noun with the name behind it, with the adjective before it, or by itself: as its kind allows."""
    before = _adjectives().search(text[max(0, start - 30) : start])
    first = start - len(before[0]) if before else start
    lead = _SHORT_BEFORE.search(text, max(0, start - _LONGEST_SHORT), start)
    first = lead.start(1) if lead and not before else first
    name_end = 0
    if "nameFollows" in kind.notes and text[end : end + 1] in " -":
        name_end = _name_end(text, end + 1, themes)
        name_end = _joined_end(text, first, name_end) if name_end else 0
    if name_end:
        yield _found(text, first, name_end, kind, text[first:end])
    elif lead and not before and kind.notes & {"nameFollows", "compoundHead"}:
        yield _found(text, first, end, kind, text[start:end])
    elif before and "adjectiveNames" in kind.notes:
        yield _found(text, first, end, kind, text[first:end])
    elif "standsAlone" in kind.notes:
        yield _found(text, start, end, kind, text[start:end])


def _each(text: str, start: int, end: int, kind: _Kind, themes: dict[int, int]) -> Iterator[Found]:
    """Each body of a plural with several names behind it: «de werkgroepen Data en Bouw» are two."""
    single = _singulars().get(text[start:end].lower())
    if single is None or "nameFollows" not in kind.notes or text[end : end + 1] != " ":
        return
    places = list(_listed_names(text, end + 1, themes))
    if len(places) < _LEAST_SEVERAL:
        return
    for number, (first, last) in enumerate(places):
        level = level_of(text[start:end]) or kind.level
        name = f"{single} {' '.join(text[first:last].split())}"
        yield Found(first if number else start, last, name, kind.code, level)


def _listed_names(text: str, start: int, themes: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Where the names stand of a list that begins here: «Data, Bouw en Wonen». Nothing when it has no end."""
    found: list[tuple[int, int]] = []
    closed = False
    while end := _name_end(text, start, themes):
        found.append((start, end))
        between = _BETWEEN_NAMES.match(text, end)
        if between is None:
            yield from found if len(found) > 1 and closed else ()
            return
        closed = between[0] != ", "
        start = between.end()


_BETWEEN_NAMES = re.compile(r", (?:en )?| en (?:de |het )?")
_LEAST_SEVERAL = 2


@lru_cache(maxsize=1)
def _singulars() -> dict[str, str]:
    """The noun for one body by that for several («werkgroepen»), of the nouns that have both."""
    nouns = _kinds()[0]
    return {noun: one for noun in nouns for one in _singles(noun) if one in nouns}


def _singles(noun: str) -> Iterator[str]:
    """What a plural may be the plural of: «teams» of team, «groepen» of groep, «raden» of raad."""
    if noun.endswith("s"):
        yield noun.removesuffix("'s").removesuffix("s")
    if noun.endswith("en"):
        stem = noun.removesuffix("en")
        yield stem
        yield f"{stem[:-1]}{stem[-2:-1]}{stem[-1]}" if len(stem) > 1 else stem  # «raden»: raad
        yield stem[:-1] if stem[-2:-1] == stem[-1:] else stem  # «tafellen»


def _compound(text: str, start: int, end: int, themes: dict[int, int]) -> Iterator[Found]:
    """A capitalised compound whose last part is a noun for a body («Ondermijningscentrum Twente»)."""
    word = text[start:end]
    lowered = word.lower()
    heads = _heads().get(lowered[-4:], ())
    kind = next((kind for head, kind in heads if lowered.endswith(head) and lowered != head), None)
    if kind is None:
        return
    before = text[max(0, start - 40) : start]
    lead = re.search(r"[A-ZÀ-Þ][\w]*-? en $", before) or _capital_adjective(before)
    name_end = _name_end(text, end + 1, themes) if text[end : end + 1] == " " else 0
    yield _found(text, start - len(lead[0]) if lead else start, name_end or end, kind, word)


def _capital_adjective(before: str) -> re.Match[str] | None:
    """An adjective with a capital right before a noun, which belongs to its name («Bestuurlijk …»)."""
    found = _adjectives().search(before)
    return found if found and found[0][0].isupper() else None


def _abbreviated(text: str, start: int, end: int, kind: _Kind, themes: dict[int, int]) -> Iterator[Found]:
    followed = text[end : end + 1] == " " and "nameFollows" in kind.notes
    name_end = _name_end(text, end + 1, themes) if followed else 0
    if name_end:
        yield _found(text, start, name_end, kind, "")
    else:
        yield Found(start, end, text[start:end], kind.code, kind.level)


_CAPITALISED = re.compile(_NAME)
_AND_PART = re.compile(r" en (?P<part>[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w-])(?!\.\S)(?! [A-ZÀ-Þ])")
_ONE = re.compile(r"\b(?:[Ee]en|tot(?: (?:de|het))?|verder als|naam|heten|heet|genaamd) (?:[a-zà-ÿ]+e )?$")
_AND_ANOTHER = re.compile(rf" en {_CAP}(?=\s*(?:[.,;:)]|$))", re.MULTILINE)


def _name_end(text: str, start: int, themes: dict[int, int]) -> int:
    """Where the name that starts here ends: a theme's whole label, else capitalised words. 0: no name."""
    if start in themes:
        end = themes[start]
        return (text[end : end + 1] == " " and _region_end(text, end + 1)) or end
    return _capitalised_end(text, start)


def _region_end(text: str, start: int) -> int:
    """Where a region behind a theme ends: «Expertgroep Ondermijning Plassenland», «… Kust en Plassen»."""
    end = _capitalised_end(text, start)
    other = _AND_ANOTHER.match(text, end) if end else None
    return other.end() if other else end


def _joined_end(text: str, start: int, end: int) -> int:
    """Where a name of two parts ends («een Werkgroep Jong en Online»), of a body that starts here.

    Behind «een» or «tot de» it is one body; elsewhere when the text has the two together more than once.
    """
    other = _AND_PART.match(text, end)
    if other is None or other["part"] in _wording()["name_stops"] or other["part"] in _kinds()[1]:
        return end
    if other["part"].lower() in _by_first_word():
        return end
    name = text[start : other.end()]
    return other.end() if _ONE.search(text, max(0, start - 20), start) or text.count(name) > 1 else end


def _capitalised_end(text: str, start: int) -> int:
    """Where the capitalised words that start here end, up to one that ends any name. 0: there are none."""
    match = _CAPITALISED.match(text, start)
    words = match[0].split(" ") if match else []
    if not words or words[0] in _wording()["name_stops"] or _is_person(text, start, words[0]):
        return 0
    kept = [words[0]]
    for word in words[1:]:
        if word in _wording()["name_stops"]:
            break
        kept.append(word)
    return start + len(" ".join(kept).rstrip("'’"))


def _is_person(text: str, start: int, first: str) -> bool:
    """Whether somebody's full name begins here: «benoemt de raad Iris van Loenen»."""
    return first in _given_names() and bool(_REST_OF_NAME.match(text, start + len(first)))


_REST_OF_NAME = re.compile(rf" (?:{names.PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+")


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(ontology.load_yaml("wording/given_names.yaml")["given_names"].split())


def _found(text: str, start: int, end: int, kind: _Kind, cue: str) -> Found:
    name = re.sub(r"\s+", " ", text[start:end])
    return Found(start, end, name, kind.code, level_of(cue) or level_of(name) or kind.level)


def level_of(words: str) -> str | None:
    """The level that words point at («per district», «regionale»); None when they point at none."""
    lowered = words.lower()
    return next((level for level, stems in _levels() if any(stem in lowered for stem in stems)), None)


@lru_cache(maxsize=1)
def _levels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (level, tuple(stems)) for level, stems in ontology.load_yaml("wording/bodies.yaml")["levels"].items()
    )


def mentions(found: list[Found], names: dict[str, str]) -> Iterator[Mention]:
    """Mentions of the bodies found, under the document's one name for each (`names`: as written → name)."""
    for body in found:
        yield Mention(body.start, body.end, "body", names.get(body.name, body.name))
