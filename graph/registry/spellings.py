"""Two ways of writing one name of a body: «Gemeenteraad van Duinwaard», «Stuurgroep ZV Gouw»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from graph import ontology
from graph.registry.slugs import without_article

_LETTERS = re.compile(r"(?<![\w&-])[A-Z](?:&?[A-Z]){1,4}(?![\w&-])")


@cache
def _words() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Words that a name may leave out, and the abbreviations in it with what they stand for."""
    said = ontology.load_yaml("wording/bodies.yaml")
    filling = "|".join(map(re.escape, said["filling"]))
    whole = ((short, re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")) for short in said["written_out"])
    return (
        re.compile(rf"(?<![^ ])(?:{filling})(?= )|[,\-–]"),
        tuple((pattern, said["written_out"][short]) for short, pattern in whole),
    )


@lru_cache(maxsize=65536)
def written_out(name: str) -> str:
    """A name without what it may also be written without, and with its usual abbreviations written out."""
    filling, shortened = _words()
    said = name.lower()
    for pattern, long in shortened:
        said = pattern.sub(long, said)
    return " ".join(filling.sub(" ", said).split())


def written_otherwise(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name of those that say the same, for the longest of them."""
    alike: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if " " in name:
            alike[written_out(name)].add(without_article(name))
    for one in alike.values():
        longest = max(one, key=lambda name: (len(name), name))
        yield from ((name, longest) for name in sorted(one) if name != longest)


def letters_within(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A name with the first letters of some of its words, for the name with those words.

    Letters with which a name begins are looked at elsewhere; the rest of both has to be the same.
    """
    every = sorted(names)
    short = [(name, letters) for name in every if (letters := _LETTERS.search(name, 1))]
    if not short:
        return
    begun: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in every:
        words = written_out(name).split()
        for count in range(1, len(words)):
            begun[" ".join(words[:count])].append((" ".join(words[count:]), without_article(name)))
    for name, letters in short:
        start, end = (written_out(part) for part in (name[: letters.start()], name[letters.end() :]))
        wanted = letters[0].replace("&", "").lower()
        for rest, full in begun.get(start, ()):
            if rest.endswith(f" {end}" if end else "") and _begin_with(rest.removesuffix(end), wanted):
                yield without_article(name), full


def _begin_with(words: str, letters: str) -> bool:
    """Whether words begin with these letters, «en» left out, and are more than letters themselves."""
    parts = [word for word in words.split() if word != "en"]
    return "".join(word[0] for word in parts) == letters and any(len(word) > 1 for word in parts)
