"""The short names of bodies: which full name each stands for, where all documents together leave one.

It follows from which names there are and in whose minutes, not from how often: each may be given once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping

from graph.registry.slugs import folded, without_article
from graph.registry.spellings import letters_within, written_otherwise

Named = tuple[str, tuple[str, ...], str]
"""A name of a body that is its own, its other forms in a document, and in whose minutes it stands."""

_ABBREVIATION = re.compile(r"(?=.{2,12}$)[A-ZÀ-Þ][\w&-]*[A-ZÀ-Þ][\w&-]*")
_SHORTEST_REGION = 4  # letters
_TELLING = 3  # words of a name
_AREA_WORD = re.compile(r" (?:regio|district|arrondissement) (?=\S)")
_LEVEL = re.compile(
    r"^(?:regiona(?:al|le)|districtelijke?|lande?lijke?|provincia(?:al|le)|loka(?:al|le)|gemeentelijke?"
    r"|intergemeentelijke?) (?=\S{6})"
)


def is_abbreviation(name: str) -> bool:
    """Whether a name is one word with two capitals or more («BVV», «OOV-overleg»)."""
    return _ABBREVIATION.fullmatch(name) is not None


def short_forms(named: Iterable[Named]) -> dict[str, str]:
    """Short name → full name, both as they are compared.

    A name is short for another that begins with it when a document writes both for one body («Eenheid
    Oost» for «Eenheid Oost NL»); when what it lacks is only the region that other bodies are named after as
    well, or the level before it («Mobiliteitsberaad» for «Regionaal Mobiliteitsberaad»); or when it has the
    letters of the words that it lacks («BOJ Oost», «PHO Wonen»); or when it is the abbreviation that a
    document gives to it, with its last word behind («BVM Merenland»). An abbreviation is short for the body
    that a document gives it to («Bestuurlijk Veiligheidsberaad (BVV)»), or whose first letters it has in
    minutes that write both. What two names write in another way («van de», «&», «VR») keeps them no two
    bodies. Wherever two bodies claim one, none has it.
    """
    every = list(named)
    written = {name for name, _, _ in every}
    full: dict[str, set[str]] = defaultdict(set)
    for short, long in (
        *_beginnings(every),
        *_spelled_out(written, _regions(every)),
        *_without_region(every),
        *_without_level(every),
        *_without_area_word(written),
        *_that_met(every),
        *_abbreviations(every),
        *_abbreviations_with_region(every),
        *written_otherwise(written),
        *letters_within(written),
    ):
        full[short].add(long)
    return _single(full)


def _single(full: Mapping[str, set[str]]) -> dict[str, str]:
    """What each leads to, by way of others too; none for what leads to two."""

    def ends(form: str, seen: frozenset[str]) -> set[str]:
        longer = full.get(form, set()) - seen
        return set().union(*(ends(long, seen | {form}) for long in longer)) if longer else {form}

    found = {form: ends(form, frozenset()) for form in full}
    return {form: min(names) for form, names in found.items() if len(names) == 1 and names != {form}}


def _beginnings(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """Two words or more with which a name begins that a document writes in its place.

    What else a document calls a body («deze structuur») holds for that document alone.
    """
    for name, forms, _ in named:
        long = without_article(name)
        for form in map(without_article, forms):
            if " " in form and long.startswith(form + " "):
                yield form, long


def _spelled_out(names: Iterable[str], regions: Container[str]) -> Iterator[tuple[str, str]]:
    """«BOJ Oost» for «Bestuurlijk Overleg Jeugd Oost»: there has to be a rest, and it has to be the same.

    But for a region behind it («PHO Wonen» for «Portefeuillehoudersoverleg Wonen Vechtmond»).
    """
    every = list(names)
    ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in every:
        words = name.split()
        rests = [words] if words[-1] not in regions else [words, words[:-1]]
        for rest in rests:
            for count in range(1, len(rest)):
                ends[folded(" ".join(rest[count:]))].append((folded(" ".join(rest[:count])), name))
    for name in every:
        letters, _, behind = name.partition(" ")
        if behind and letters.isupper() and len(letters) > 1:
            for start, long in ends.get(folded(behind), []):
                if long != name and _has_letters(start, letters.lower()):
                    yield without_article(name), without_article(long)


def _has_letters(words: str, letters: str) -> bool:
    """Whether words begin with a letter and have the others behind it, in order, each word with one."""
    left = iter(words)
    return (
        words[:1] == letters[0]
        and len(words) > len(letters) + 1
        and len(words.split()) <= len(letters)
        and all(letter in left for letter in letters)
    )


def _regions(named: Iterable[Named]) -> frozenset[str]:
    """The last words that several bodies have behind two words or more."""
    starts: dict[str, set[str]] = defaultdict(set)
    for name, _, _ in named:
        start, _, region = name.rpartition(" ")
        if _may_be_region(region) and (" " in start or is_abbreviation(start)):
            starts[region].add(without_article(start))
    return frozenset(region for region, found in starts.items() if len(found) > 1)


def _may_be_region(word: str) -> bool:
    return word[:1].isupper() and len(word) >= _SHORTEST_REGION and word.isalpha() and not word.isupper()


def _without_level(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """«Mobiliteitsberaad» for «Regionaal Mobiliteitsberaad», where both are written."""
    written = {without_article(name) for name, _, _ in named}
    for long in written:
        short = _LEVEL.sub("", long)
        if short != long and short in written:
            yield short, long


def _without_area_word(written: Iterable[str]) -> Iterator[tuple[str, str]]:
    """«Overleg Wonen Vechtmond» for «Overleg Wonen regio Vechtmond», where both are written."""
    known = {without_article(name) for name in written}
    for long in known:
        short = _AREA_WORD.sub(" ", long)
        if short != long and short in known:
            yield short, long


def _that_met(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """A body that met, for the one that met and goes by its name with the region behind it.

    Only where the name itself tells enough, three words, and no other body goes on from it.
    """
    met = {scope for _, _, scope in named}
    for short in met:
        longer = {name for name in met if name.startswith(f"{short} ")}
        if len(short.split()) >= _TELLING and len(longer) == 1:
            region = min(longer).removeprefix(f"{short} ")
            if _may_be_region(region):
                yield without_article(short), without_article(min(longer))


def _without_region(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """«Stuurgroep Jeugd» for «Stuurgroep Jeugd Vechtmond», where another body is named after Vechtmond too.

    Not where the minutes of a third body write both: those tell the two apart.
    """
    circles: dict[str, set[str]] = defaultdict(set)
    every = list(named)
    for name, _, scope in every:
        circles[name].add(without_article(scope))
    regions = _regions(every)
    written: dict[str, set[str]] = defaultdict(set)
    for name in circles:
        written[without_article(name)].add(name)
    for long, ours_too in circles.items():
        start, _, region = long.rpartition(" ")
        if region in regions and (" " in start or is_abbreviation(start)):
            ours = {without_article(start), without_article(long)}
            both = ours_too & {at for name in written[without_article(start)] for at in circles[name]}
            if written[without_article(start)] and not both - ours:
                yield without_article(start), without_article(long)


def _abbreviations(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """What a document has as the abbreviation of a body; or what has the first letters of one beside it."""
    spelled: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, _, scope in named:
        words = folded(name).split()
        if len(words) > 1:
            spelled["".join(word[0] for word in words), scope].append(name)
            if is_abbreviation(name.split()[0]):
                spelled[words[0], scope].append(name)
    for name, forms, scope in named:
        if is_abbreviation(name):
            for long in spelled.get((folded(name), scope), []):
                yield without_article(name), without_article(long)
            continue
        for form in forms:
            if is_abbreviation(form):
                yield without_article(form), without_article(name)


def _abbreviations_with_region(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """«BVM Merenland» for «Bestuurlijk Veiligheidsoverleg Merenland» that a document also calls «BVM»."""
    every = list(named)
    written = {name: without_article(name) for name, _, _ in every}
    for name, forms, _ in every:
        region = name.split()[-1]
        for form in forms:
            short = f"{form} {region}"
            if is_abbreviation(form) and short in written and short != name and _may_be_region(region):
                yield written[short], written[name]
