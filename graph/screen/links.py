"""Names as links to the page of who or what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

from graph.answers.entities import ThingRef
from graph.answers.model import MeetingRef
from graph.screen import address, wording_things

Linked = Callable[[str], str]
"""A name → HTML: the name, as a link where it is known whose it is."""


def thing(iri: str | None, words: str) -> str:
    """The name of a person, body or theme as a link to its page; the mere name without an IRI."""
    page = address.PAGE_OF.get(_sort(iri)) if iri else None
    if iri is None or page is None:
        return escape(words)
    return _link(page, address.to_thing(iri), words)


def meeting(ref: MeetingRef, words: str | None = None) -> str:
    """A meeting as a link to its page."""
    name = words or wording_things.meeting_name(ref.body, ref.title, ref.date)
    return _link("vergadering", address.to_meeting(ref.document), name)


def _sort(iri: str) -> str:
    return iri.rstrip("/").rsplit("/", 2)[-2] if iri.count("/") > 1 else ""


def _link(page: str, parameters: dict[str, str], words: str) -> str:
    target = escape(address.href(page, parameters))
    return f'<a href="{target}" target="_self">{escape(words)}</a>'


def by_name(things: Iterable[ThingRef]) -> Linked:
    """Links for names that come without an IRI: only where exactly one thing bears the name."""
    bearers: dict[str, list[str]] = {}
    for ref in things:
        bearers.setdefault(ref.name, []).append(ref.iri)

    def linked(name: str) -> str:
        found = bearers.get(name, [])
        return thing(found[0], name) if len(found) == 1 else escape(name)

    return linked


def in_text(named: Iterable[tuple[str, str]], texts: Iterable[str]) -> Linked:
    """Links for the names within running text: text → HTML. `named`: names with IRIs; `texts`: all texts.

    The longest name counts. What several things bear stays text, and so does a part of a word, and what is
    quoted between « and »: whom somebody meant in his own words is not told by the name alone.
    """
    bearers = _in_these(named, "\n".join(texts))
    if not bearers:
        return escape
    longest_first = sorted(bearers, key=lambda name: (-len(name), name))
    anyone = re.compile(rf"«[^»]*»|(?<![\w.-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def linked(text: str) -> str:
        parts, position = [], 0
        for found in anyone.finditer(text):
            iris = bearers.get(found[0], set())
            parts += [escape(text[position : found.start()]), _only(iris, found[0])]
            position = found.end()
        return "".join((*parts, escape(text[position:])))

    return linked


def _in_these(named: Iterable[tuple[str, str]], texts: str) -> dict[str, set[str]]:
    """The names that occur, each with who or what bears it."""
    bearers: dict[str, set[str]] = {}
    for name, iri in named:
        if name and name in texts:
            bearers.setdefault(name, set()).add(iri)
    return bearers


def _only(iris: set[str], name: str) -> str:
    return thing(next(iter(iris)), name) if len(iris) == 1 else escape(name)


def names(things: Iterable[ThingRef]) -> Iterable[tuple[str, str]]:
    """The names of things with their IRIs, for `in_text`."""
    return ((ref.name, ref.iri) for ref in things)
