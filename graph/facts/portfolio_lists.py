"""Lists of portfolios: the lines below one that announces them, each with a theme and what is told of it.

«Jeugd: mevr. Post», «Sport: was van dhr. Vos, gaat naar mevr. Post»; or, in bullets, «Post: Jeugd, Sport».
Only the shape counts here, so that a theme may be whatever the list says it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from graph import ontology
from graph.facts.portfolio_tables import announces
from graph.minutes.labels import role_of
from graph.minutes.model import Minutes

Span = tuple[int, int]
_LINE = re.compile(
    r"(?:portefeuille )?(?P<left>[^\W\d_][^:\n\t]{1,58}?) ?(?:\([^()]*\))? ?: (?P<right>\S.*)", re.IGNORECASE
)
_TOO_FAR, _FEWEST, _MOST_WORDS = 3, 2, 7  # lines behind what announces it; lines; words of a theme
_ASIDE = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may be one of a list: what stands before and behind its colon."""

    start: int
    end: int
    parts: re.Match[str]
    bullet: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One line: its themes, where each of them stands, and the stretch that tells who has them."""

    start: int
    end: int
    themes: tuple[tuple[str, Span], ...]
    told: Span
    holder_first: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """Titles before a name, words that no theme has, and what stands between several themes."""

    title: re.Pattern[str]
    never: frozenset[str]
    between: re.Pattern[str]


@cache
def _words() -> _Words:
    said = ontology.load_yaml("wording/portfolios.yaml")["division"]
    titles = "|".join(map(re.escape, ontology.load_yaml("wording/people.yaml")["titles"]))
    return _Words(
        re.compile(rf"(?:de )?(?:{titles}) ", re.IGNORECASE),
        frozenset(said["no_themes"]),
        re.compile(said["between_themes"]),
    )


def lists(minutes: Minutes, is_person: Callable[[str], bool]) -> Iterator[Listed]:
    """Every line of every list of portfolios. `is_person`: whether words name somebody of this document."""
    titles = sorted(item.start for item in minutes.agenda)
    rows: list[_Row] = []
    since = _TOO_FAR  # lines behind one that announces a list
    for line in minutes.lines:
        said = minutes.quote(line)
        at = bisect_left(titles, line.start)
        title = line.kind == "heading" or (at < len(titles) and titles[at] < line.end)
        match = None if title or line.kind == "cell" else _LINE.fullmatch(said.strip(" \n*•-–;"))
        if announces(said.strip(), title=title):
            yield from _block(rows, is_person)
            rows, since = [], 0
        elif match and since < _TOO_FAR:
            rows.append(_Row(line.start + said.index(match[0]), line.end, match, line.kind == "bullet"))
        elif said.strip():
            yield from _block(rows, is_person)
            since = _TOO_FAR if rows or title else since + 1
            rows = []
    yield from _block(rows, is_person)


def _block(rows: list[_Row], is_person: Callable[[str], bool]) -> Iterator[Listed]:
    """The lines of one list, read by what stands first in most of them."""
    lefts = [_words().title.sub("", row.parts["left"]).strip() for row in rows]
    persons = [is_person(left) for left in lefts]
    if len(rows) < _FEWEST:
        return
    first = sum(persons) * 2 >= len(rows) and all(row.bullet for row in rows)
    for row, person in zip(rows, persons, strict=True):
        left, right = ((row.start + a, row.start + b) for a, b in map(row.parts.span, ("left", "right")))
        if first and person:
            themes = tuple(_several(row.parts["right"], right[0]))
            if themes:
                yield Listed(row.start, row.end, themes, left, holder_first=True)
        elif not person and _may_be_theme(row.parts["left"]):
            about = ((row.parts["left"].strip(), left),)
            yield Listed(row.start, row.end, about, right, holder_first=False)


def _several(said: str, start: int) -> Iterator[tuple[str, Span]]:
    """The themes that follow a holder; none where one of them can be no theme."""
    bare = _ASIDE.sub(lambda aside: " " * len(aside[0]), said.rstrip(" .;"))
    found, place = [], 0
    for end in (*(match for match in _words().between.finditer(bare)), None):
        part = bare[place : end.start() if end else len(bare)]
        label = part.strip()
        if label:
            at = start + place + part.index(label)
            found.append((label, (at, at + len(label))))
        place = end.end() if end else place
    themes = [(label, span) for label, span in found if label[:1].isupper()]
    if themes and all(_may_be_theme(label) for label, _ in themes):
        yield from themes


def _may_be_theme(label: str) -> bool:
    words = label.split()
    plain = label[:1].isupper() and len(words) <= _MOST_WORDS and not label.endswith("?")
    return plain and role_of(label) is None and not _words().never.intersection(label.lower().split())
