"""Who owns an action: the persons and bodies that a cell, or the words before or behind an item, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.dutch.names import Name
from graph.facts.context import Context
from graph.facts.listed.sections import wording
from graph.facts.listed.status import is_status
from graph.facts.mentions import Mention

_PARTS = re.compile(r"\s*(?:[/&,;+\n]|\ben\b|\bi\.s\.m\.|\bism\b|\bmet\b)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_INITIALS = re.compile(r"^[A-Z][A-Za-z]{1,5}$")
_MOST_WORDS = 5  # of an owner who is neither a known person nor a known body
_LONGEST = 45  # characters of one


@dataclass(frozen=True, slots=True)
class Owners:
    """Owners in the order in which they are named, and whether each of them is known to the document."""

    names: tuple[str, ...]
    known: bool


NOBODY = Owners((), known=False)


def owners(context: Context, start: int, end: int) -> Owners:
    """Those whom `text[start:end]` names as owners; empty when it names nobody."""
    found: list[str] = []
    known = True
    for first, last in _pieces(context.text, start, end):
        name, sure = _owner(context, first, last)
        if name:
            found.append(name)
            known = known and sure
    return Owners(tuple(dict.fromkeys(found)), known and bool(found))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for match in _PARTS.finditer(_BRACKETS.sub(lambda m: " " * len(m[0]), text[start:end])):
        yield place, start + match.start()
        place = start + match.end()
    yield place, end


def _owner(context: Context, start: int, end: int) -> tuple[str | None, bool]:
    """The person or body in a stretch, else its words as they are; and whether the document knows it."""
    written = _BRACKETS.sub("", " ".join(context.text[start:end].split())).strip(" .:;,-–*_()")
    inside = context.mentions_in(start, end)
    dated = any(mention.kind == "date" for mention in inside)
    if dated or is_status(written) or not any(char.isalpha() for char in written):
        return None, False
    if written.lower() in wording()["everyone"]:
        return written, True
    known = _mentioned(inside, start, end) or _by_initials(context, written) or context.people.called(written)
    short = len(written.split()) <= _MOST_WORDS and len(written) <= _LONGEST and written[0].isalnum()
    return (known, True) if known else (written if short else None, False)


def _mentioned(inside: list[Mention], start: int, end: int) -> str | None:
    """The first person named in a stretch, else the body that fills it."""
    person = next((mention for mention in inside if mention.kind == "person"), None)
    body = next((m for m in inside if m.kind == "body" and _fills(m, start, end)), None)
    return person.value if person else body.value if body else None


def _fills(mention: Mention, start: int, end: int) -> bool:
    """Whether a body is what a stretch is about, and not a word in it."""
    return mention.end - mention.start >= (end - start) * 0.6


def _by_initials(context: Context, written: str) -> str | None:
    """«EvG» for the one Edward van Gelderen on the lists."""
    if not _INITIALS.match(written) or written.islower():
        return None
    fitting = [p for p in context.people.known if p.listed and written in _short_forms(p.name)]
    return fitting[0].label if len(fitting) == 1 else None


@lru_cache(maxsize=4096)
def _short_forms(name: Name) -> frozenset[str]:
    first = (name.given_name or name.initials or "")[:1]
    if not first:
        return frozenset()
    prefix = "".join(word[0] for word in (name.prefix or "").split() if word[0].isalpha())
    last = "".join(part[0] for part in re.split(r"[ -]", name.surname) if part[:1].isupper())
    return frozenset({first + prefix + last, first + prefix.upper() + last, first + last[:1]})
