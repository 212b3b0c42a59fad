"""Headings by their shape: where the minutes of a meeting have no agenda items that were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LEAST = 3  # headings: with fewer it is chance
_LONGEST = 80  # characters of a heading
_WORDS = 8  # of a heading without a number
_LINE = re.compile(r"[^\n]+")
_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})[.)]?\s+(?P<title>[^\W\d_].*?)\s*")
_BARE = re.compile(r"\s*(?:\*\*)?(?P<title>[A-ZÀ-Þ][^.!?;:|*\t]*?)(?:\*\*)?\s*")
_SAYS = 40  # characters of a line that is text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its number, if it has one, its title, and where it begins."""

    key: str | None
    title: str
    start: int


def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a text: lines numbered from one on, else short lines that stand by themselves."""
    for found in ([*_numbered(text)], [*_bare(text)]):
        if len(found) >= _LEAST:
            return tuple(found)
    return ()


def _numbered(text: str) -> Iterator[Heading]:
    """Lines with the next number before a title: «2 Verslag 14 maart»."""
    due = 1
    for line in _LINE.finditer(text):
        found = _NUMBERED.fullmatch(line[0])
        if found and int(found["number"]) == due and len(line[0]) <= _LONGEST:
            yield Heading(found["number"], found["title"], line.start())
            due += 1


def _bare(text: str) -> Iterator[Heading]:
    """Short lines without a full stop, behind an empty line and before text."""
    lines = [*_LINE.finditer(text)]
    for (before, line), (_, after) in pairwise(pairwise(lines)):
        found = _BARE.fullmatch(line[0])
        alone = text[before.end() : line.start()].count("\n") > 1
        if found and alone and len(found["title"].split()) <= _WORDS and len(after[0]) > _SAYS:
            yield Heading(None, found["title"], line.start())
