"""Names as links to the page of who or what they stand for."""

from __future__ import annotations

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
