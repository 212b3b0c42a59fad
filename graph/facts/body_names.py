"""The names of bodies: where one that begins somewhere in a text ends, be it of a theme or in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.dutch import names
from graph.dutch.given_names import given_names
from graph.facts import body_kinds

_CAP = r"(?:[a-z](?=[A-Z]))?[A-ZÀ-Þ][\w’'&/-]*"
_NAME = rf"{_CAP}(?: {_CAP}){{0,3}}(?: 20\d\d(?!\d))?"
_CAPITALISED = re.compile(_NAME)
_ADJECTIVE = re.compile(r"[a-zë](?:ale|ele|uele|iële|ische|ige|lijke|bare|ieve|loze|zame|ende|uste|erde)$")
_DESCRIBED = re.compile(r" [a-zà-ÿ-]{5,}(?![\w-])")  # «stuurgroep Robuuste omgevingsdienst»
_LINE_BEFORE = re.compile(r"(?:^|\n)\W*(?:[a-z0-9]{1,2}[.)]\s+)?$")
_AND_PART = re.compile(r" en (?P<part>[A-ZÀ-Þ][a-zà-ÿ]+)(?![\w-])(?!\.\S)(?! [A-ZÀ-Þ])")
_ONE = re.compile(
    r"\b(?:[Ee]en|één|tot(?: (?:de|het))?|verder als|naam|heten|heet|genaamd)"
    r" (?:(?:voortaan|nu|sindsdien) )?(?:de |het )?(?:[a-zà-ÿ]+e )?$"
)
_AND_ANOTHER = re.compile(rf" en {_CAP}(?=\s*(?:[.,;:)]|$))", re.MULTILINE)
_REST_OF_NAME = re.compile(rf" (?:{names.PREFIXES})?[A-ZÀ-Þ][a-zà-ÿ]+")
_BETWEEN_NAMES = re.compile(r", (?:en )?| en (?:de |het )?")


def name_end(text: str, start: int, themes: dict[int, int]) -> int:
    """Where the name that starts here ends: a theme's whole label, else capitalised words. 0: no name."""
    if start in themes:
        end = themes[start]
        return (text[end : end + 1] == " " and _region_end(text, end + 1)) or end
    return _capitalised_end(text, start)


def listed_names(text: str, start: int, themes: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Where the names of a list that begins here stand: «Data, Bouw en Wonen»; nothing without an «en»."""
    found: list[tuple[int, int]] = []
    closed = False
    while end := name_end(text, start, themes):
        found.append((start, end))
        between = _BETWEEN_NAMES.match(text, end)
        if between is None:
            yield from found if len(found) > 1 and closed else ()
            return
        closed = between[0] != ", "
        start = between.end()


def _region_end(text: str, start: int) -> int:
    """Where a region behind a theme ends: «Expertgroep Ondermijning Plassenland», «… Kust en Plassen»."""
    end = _capitalised_end(text, start)
    other = _AND_ANOTHER.match(text, end) if end else None
    return other.end() if other else end


def joined_end(text: str, start: int, end: int) -> int:
    """Where a name of two parts ends («een Werkgroep Jong en Online»), of a body that starts here.

    Behind «een» or «tot de» it is one body; elsewhere when the text has the two together more than once.
    """
    other = _AND_PART.match(text, end)
    if (
        other is None
        or other["part"] in body_kinds.wording()["name_stops"]
        or other["part"] in body_kinds.kinds()[1]
    ):
        return end
    if other["part"].lower() in body_kinds.kinds()[0]:
        return end
    name = text[start : other.end()]
    heads = text[other.end() : other.end() + 1] in (".", ":", "\n") and _LINE_BEFORE.search(
        text, max(0, start - 8), start
    )  # «c. Werkgroep Zorg en Omzien.» is the heading of what follows
    together = heads or _ONE.search(text, max(0, start - 20), start) or text.count(name) > 1
    return other.end() if together else end


def counted_end(text: str, start: int, end: int) -> int:
    """Where a name ends that tells how many sit there («Tafel van Zeven»). 0: it does not."""
    match = _counted().match(text, end) if text[start].isupper() else None
    return match.end() if match else 0


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(rf" van (?:{'|'.join(body_kinds.wording()['counted'])})(?!\w)")


def _capitalised_end(text: str, start: int) -> int:
    """Where the capitalised words that start here end, up to one that ends any name. 0: there are none."""
    match = _CAPITALISED.match(text, start)
    words = match[0].split(" ") if match else []
    if not words or words[0] in body_kinds.wording()["name_stops"] or _is_person(text, start, words[0]):
        return 0
    kept = [words[0]]
    for word in words[1:]:
        if word in body_kinds.wording()["name_stops"] or word.lower().endswith("groep"):
            break
        kept.append(word)
    end = start + len(" ".join(kept).rstrip("'’"))
    noun = _DESCRIBED.match(text, end) if len(kept) == len(words) and _ADJECTIVE.search(kept[-1]) else None
    return noun.end() if noun else end


def _is_person(text: str, start: int, first: str) -> bool:
    """Whether somebody's full name begins here: «benoemt de raad Iris van Loenen»."""
    return first in given_names() and bool(_REST_OF_NAME.match(text, start + len(first)))
