"""The short names of bodies: which full name each stands for, where all documents together leave one.

It follows from which names there are and in whose minutes, not from how often: each may be given once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.registry.slugs import without_article

Named = tuple[str, tuple[str, ...], str]
"""A name of a body that is its own, its other forms in a document, and in whose minutes it stands."""

_ABBREVIATION = re.compile(r"(?=.{2,12}$)[A-ZÀ-Þ][\w&-]*[A-ZÀ-Þ][\w&-]*")
_SHORTEST_REGION = 4  # letters


def is_abbreviation(name: str) -> bool:
    """Whether a name is one word with two capitals or more («BVV», «OOV-overleg»)."""
    return _ABBREVIATION.fullmatch(name) is not None


def short_forms(named: Iterable[Named]) -> dict[str, str]:
    """Short name → full name, both as they are compared.

    A name is short for another that begins with it when a document writes both for one body («Eenheid
    Oost» for «Eenheid Oost NL»); when what it lacks is only the region that other bodies are named after as
    well; or when it has the first letters of the words that it lacks («BOJ Oost»). An abbreviation is short
    for the body that a document gives it to («Bestuurlijk Veiligheidsberaad (BVV)»). Wherever two bodies
    claim one, none has it.
    """
    every = list(named)
    written = {name for name, _, _ in every}
    full: dict[str, set[str]] = defaultdict(set)
    for short, long in (*_beginnings(every), *_spelled_out(written), *_without_region(every)):
        full[short].add(long)
    known = _single(full)
    for short, long in _abbreviations(every):
        full[short].add(known.get(long, long))
    return {short: known.get(long, long) for short, long in _single(full).items()}


def _single(full: Mapping[str, set[str]]) -> dict[str, str]:
    return {form: min(names) for form, names in full.items() if len(names) == 1}


def _beginnings(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """Two words or more with which a name begins that a document writes in its place.

    What else a document calls a body («deze structuur») holds for that document alone.
    """
    for name, forms, _ in named:
        long = without_article(name)
        for form in map(without_article, forms):
            if " " in form and long.startswith(form + " "):
                yield form, long


def _spelled_out(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """«BOJ Oost» for «Bestuurlijk Overleg Jeugd Oost»: there has to be a rest, and it has to be the same."""
    spelled: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        words = name.split()
        for count in range(2, len(words)):
            letters = "".join(word[:1] for word in words[:count])
            spelled[letters, " ".join(words[count:])].append(name)
    for name in names:
        letters, _, rest = name.partition(" ")
        if rest and letters.isupper() and len(letters) > 1:
            for long in spelled.get((letters, rest), ()):
                yield without_article(name), without_article(long)


def _without_region(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    """«Stuurgroep Jeugd» for «Stuurgroep Jeugd Vechtmond», where another body is named after Vechtmond too.

    Not where the minutes of a third body write both: those tell the two apart.
    """
    circles: dict[str, set[str]] = defaultdict(set)
    for name, _, scope in named:
        circles[name].add(without_article(scope))
    by_region: dict[str, set[str]] = defaultdict(set)
    for name in circles:
        start, _, region = name.rpartition(" ")
        if " " in start and region[:1].isupper() and len(region) >= _SHORTEST_REGION and region.isalpha():
            by_region[region].add(start)
    written: dict[str, set[str]] = defaultdict(set)
    for name in circles:
        written[without_article(name)].add(name)
    for region, starts in by_region.items():
        for start in starts if len(set(map(without_article, starts))) > 1 else ():
            long = f"{start} {region}"
            ours = {without_article(start), without_article(long)}
            both = circles[long] & {at for name in written[without_article(start)] for at in circles[name]}
            if written[without_article(start)] and not both - ours:
                yield without_article(start), without_article(long)


def _abbreviations(named: Iterable[Named]) -> Iterator[tuple[str, str]]:
    for name, forms, _ in named:
        for form in forms if not is_abbreviation(name) else ():
            if is_abbreviation(form):
                yield without_article(form), without_article(name)
