"""How a line of a list is cut into stretches that hold one name each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from graph.dutch import names
from graph.dutch.given_names import given_names
from graph.minutes.entry import GIVEN_BEHIND, has_own_initials, names_in_full, untitled
from graph.minutes.labels import role_of
from graph.minutes.said_behind import BRACKETS, said_behind

_SEPARATORS = re.compile(
    r"[(),;•·|\u00b8\[\]]| & (?!(?:Zn|Zonen|Zoon|Partners|Co)\b)"  # «Vos & Zn» is one firm
    r"|,? (?:alsmede|alsook|evenals) "
    r"| en (?=(?:[a-zà-ÿ][\w'’-]*\.? ){0,3}[A-ZÀ-Þ]|de (?:dames|heren|leden)|mevr|mw|dhr"
    r"|(?:voor|bij) (?:het )?(?:agenda)?punt(?:en)? [\d ,-]*\d:? [A-ZÀ-Þ])"
)
_AFTER = re.compile(
    r"\s*(?:[,;•·|\u00b8]|\b(?:en|alsmede|alsook|evenals)\b|&)\s*(?:(?:en|alsmede|alsook|evenals)\s+)?"
)
_REVERSED_LINE = re.compile(r"^\W*[A-ZÀ-Þ][\w'’-]+, (?P<first>[A-ZÀ-Þ][\w-]+)\b", re.MULTILINE)
_INITIAL_BEFORE = re.compile(r"[A-Z]\. ?$")  # «E. (Esther) Ravesteijn»
_BULLET = re.compile(r"^(?:[-–•·*]|\d{1,2}[.)])\s+")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators; «Voornaam Achternaam, Organisatie» on a line is one piece."""
    bullet = _BULLET.match(text[start:end])
    start += bullet.end() if bullet else 0
    cuts = [start, *_separators(text, start, end), end]
    cut = [(a if number == 0 else _after(text, a), b) for number, (a, b) in enumerate(pairwise(cuts))]
    cut = [(a, b) for a, b in cut if text[a:b].strip(" ,;.)")]
    if _is_reversed(text, cut) or _one_entry(text, cut):
        yield start, end
    else:
        yield from _with_organisations(text, cut)


def _with_organisations(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """«A. de Boer, Oevers; B. Jansen, Dijken»: where a semicolon parts the names, a comma belongs to one."""
    held: tuple[int, int] | None = None
    semicolons = any(text[end : end + 1] == ";" for _, end in pieces)
    for a, b in pieces:
        comma = held is not None and text[held[1] : a].strip().startswith(",")
        if held and semicolons and comma and not _is_addressed(text[a:b]):
            held = (held[0], b)
            continue
        if held:
            yield held
        held = (a, b)
    if held:
        yield held


def _is_addressed(piece: str) -> bool:
    """Whether a part is a person's name beyond doubt: with initials or a word of address."""
    name = names.parse(BRACKETS.sub("", untitled(piece)).strip(" .;"))
    return name is not None and bool(name.initials or name.honorific)


def _after(text: str, cut: int) -> int:
    match = _AFTER.match(text, cut)
    return match.end() if match else cut


def _separators(text: str, start: int, end: int) -> list[int]:
    depth, cuts = 0, []
    for match in _SEPARATORS.finditer(text, start, end):
        if match[0] in "()[]":
            depth = 1 if match[0] in "([" else 0  # brackets in minutes are not nested but mistyped
        elif depth == 0:
            cuts.append(match.start())
    return cuts


def _is_reversed(text: str, pieces: list[tuple[int, int]]) -> bool:
    """«Jansen, Piet» and «Voorn, Sebastian van»: a lone surname, and behind it what stands before it."""
    if len(pieces) != 2:  # noqa: PLR2004 - a surname and what stands before it
        return False
    (a, b), (c, d) = pieces
    last, first = text[a:b].strip(), BRACKETS.sub("", text[c:d]).strip()
    if "," not in text[b:c] or role_of(last) or not re.fullmatch(GIVEN_BEHIND, first):
        return False
    before = names.parse(last)
    lone = before is not None and not (before.given_name or before.initials or before.honorific)
    return lone and names.parse(f"{last}, {first}") is not None and _may_be_given(text, first)


def _may_be_given(text: str, first: str) -> bool:
    """Whether this is how somebody is called by, and no second surname («Kuipers, Drost»)."""
    words = first.split()
    known = "." in words[0] or words[0] in given_names() or words[-1].islower()  # «J.», «Kees», «Sebo van»
    return known or (not names.is_prefix(words[0]) and _writes_reversed(text))


@lru_cache(maxsize=8)
def _writes_reversed(text: str) -> bool:
    """Whether a text has somebody's surname first, the given name a known one."""
    return any(match["first"] in given_names() for match in _REVERSED_LINE.finditer(text))


def _one_entry(text: str, pieces: list[tuple[int, int]]) -> bool:
    """«Voornaam Achternaam, Organisatie»: the first part is a full name and the one or two others are not."""
    if len(pieces) <= 1 or text[pieces[0][1]] != ",":
        return False
    initials = has_own_initials(text[slice(*pieces[0])])
    if not initials and len(pieces) not in (2, 3):
        return False
    if initials:
        return not any(names_in_full(text[a:b]) for a, b in pieces[1:])
    bracket = BRACKETS.search(text, *pieces[0])
    called = bracket is not None and _INITIAL_BEFORE.search(text, pieces[0][0], bracket.start())
    if (
        bracket
        and not called
        and all(said_behind(of).organisation for of in (bracket[0], text[slice(*pieces[1])]))
    ):
        return False  # «Riet Mulder (bestuur), de familie Post»
    full = [names_in_full(text[a:b]) for a, b in pieces]
    return full[0] and not any(full[1:])
