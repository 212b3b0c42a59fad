"""Questions that can mean more than one thing: two people of a name, «daarover» with nothing before it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from pyoxigraph import NamedNode

from graph.questions import wording
from graph.questions.algebra import During, Is, Query
from graph.questions.answering.naming import same_role
from graph.questions.matching import PLACE, Match
from graph.questions.model import Alternative, Asked, Span
from graph.questions.shelf import Shelf
from graph.questions.words import key

_POINTS = re.compile(
    r"\b(?:daarover|hierover|daarmee|hiermee|daarvan|hiervan|daaraan|daarvoor|hiervoor|daartegen)\b"
    r"|\bdat (?:punt|onderwerp|thema|voorstel|besluit|overleg)\b"
    r"|^(?:om|over) welke? [\w-]+ (?:gaat|ging) (?:het|dat)\b",
    re.IGNORECASE,
)
_THINGS = ("person", "theme", "body", "date", "number")


def points_nowhere(asked: Asked) -> str | None:
    """The words that point at something that the question does not name; None when they do not."""
    pointing = _POINTS.search(asked.text)
    if pointing is None or any(asked.of(sort) for sort in _THINGS):
        return None
    pointed = pointing[0].casefold()
    own = {
        asked.tokens[place].key
        for place in asked.content
        if asked.tokens[place].key not in wording.vocabulary() and asked.tokens[place].key not in pointed
    }
    return None if own - {span.words.casefold() for span in asked.of("body_kind")} else pointing[0]


def unclear_slot(match: Match) -> Span | None:
    """A slot with persons or bodies of different names, of which one has to be chosen."""
    for span in match.slots.values():
        names = shortest({key(entity.name): entity.name for entity in span.entities}.values())
        if len(names) > 1 and span.sort in ("person", "body") and span.code != PLACE:
            return span
    return None


def shortest(names: Collection[str]) -> list[str]:
    """The names but for those that only go on from another («Stuurgroep Zorg Duinstreek»)."""
    return [
        name
        for name in sorted(names)
        if not any(name.casefold().startswith(f"{other.casefold()} ") for other in names)
    ]


def with_role(shelf: Shelf, asked: Asked, when: str) -> Asked:
    """The question with «districtschef Brandsma» for the one Brandsma who has that role."""
    spans = tuple(
        _narrowed(shelf, asked, span, when) if span.sort == "person" else span for span in asked.spans
    )
    return replace(asked, spans=spans) if spans != asked.spans else asked


def _narrowed(shelf: Shelf, asked: Asked, span: Span, when: str) -> Span:
    """A name of several people, with the role before it that one of them has."""
    role = next(
        (
            each
            for each in asked.of("role_name")
            if each.last + 1 == span.first
            or each.first == span.last + 1
            or (each.first >= span.first and each.last < span.last)
        ),
        None,
    )
    if role is None:
        return span
    first = min(span.first, role.first)
    if len(span.entities) < 2:  # noqa: PLR2004 - one person needs no choice
        return replace(span, first=first)
    people = tuple(NamedNode(each.iri) for each in span.entities)
    rows = shelf.rows(Query("roles", ("person", "role"), (Is("person", people),), During("0001-01-01", when)))
    having = {row["person"] for row in rows if same_role(row["role"], role.code or role.words)}
    chosen = tuple(each for each in span.entities if each.iri in having)
    return replace(span, first=first, entities=chosen) if len(chosen) == 1 else span


def pointing_elsewhere(shelf: Shelf, pointing: str, text: str) -> tuple[Alternative, ...]:
    """The question with the themes of the minutes in the place of the words that point nowhere."""
    themes = sorted(
        each.name for each in shelf.lexicon.entities.values() if each.sort == "theme" and each.known
    )
    before = _PREPOSITIONS.get(pointing.casefold()[-4:], "")
    return tuple(
        Alternative(text.replace(pointing, f"{before} {theme}".strip(), 1)) for theme in themes[:_OFFERED]
    )


_OFFERED = 5
_PREPOSITIONS = {"over": "over", "rmee": "met", "rvan": "van", "raan": "aan", "voor": "voor", "egen": "tegen"}
