"""Circles: the meetings of one body, with the minutes of others that speak of its portfolios.

Nearly all that the state says follows from one circle alone. So a circle is what is worked out again when
a document comes, goes or changes, or when a name in one of its documents comes to mean somebody else.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.facts.model import Body, Fact, Portfolio, Reading, Role
from graph.state.groups import ThemeNames
from graph.state.records import Minutes, claim_body


@dataclass(frozen=True)
class Circle:
    """`meetings`: the minutes of the body, in order; `others`: other minutes that speak of its portfolios."""

    body: str | None
    meetings: tuple[Minutes, ...]
    others: tuple[Minutes, ...] = ()

    @cached_property
    def every(self) -> tuple[Minutes, ...]:
        """All minutes of the circle, in order of date and document."""
        return tuple(sorted((*self.meetings, *self.others), key=lambda each: (each.date, each.document)))


def circles(meetings: Iterable[Minutes]) -> list[Circle]:
    """The circles that these meetings, given in order, fall into; in order of body."""
    found: dict[str | None, list[Minutes]] = defaultdict(list)
    for minutes in meetings:
        for body in circles_of(minutes):
            found[body].append(minutes)
    return [circle_of(body, found[body]) for body in sorted(found, key=lambda body: body or "")]


def content(minutes: Minutes, names: ThemeNames) -> bytes:
    """What the minutes bring to a circle, as a hash: their facts, and whom and what their names mean.

    Beside that the state of a circle depends on the vocabulary, the rules and the code alone.
    """
    reading, document = minutes.reading, minutes.reading.document
    said = (document.id, document.sort, reading.meeting, reading.agenda, reading.text, reading.facts)
    return hashlib.sha256(repr((said, _meant(minutes), _groups(minutes, names))).encode()).digest()


def circles_of(minutes: Minutes) -> frozenset[str | None]:
    """The circles that minutes belong to: that of the body, and those whose portfolios they speak of."""
    return frozenset((minutes.body, *map(claim_body, minutes.all(Portfolio))))


def circle_of(body: str | None, meetings: Iterable[Minutes]) -> Circle:
    """The circle of a body, of all minutes that belong to it, in order."""
    every = list(meetings)
    return Circle(
        body,
        tuple(minutes for minutes in every if minutes.body == body),
        tuple(minutes for minutes in every if minutes.body != body),
    )


def _meant(minutes: Minutes) -> list[tuple[object, ...]]:
    """Whom and what the names in a document mean, with the names that are shown for them."""
    registry = minutes.registry
    named = [(*key, iri) for key, iri in registry.named_in(minutes.document)]
    labels = {label for said in minutes.every for label in _themes(said.fact)}
    named += [("theme", label, iri) for label in sorted(labels) if (iri := minutes.theme(label))]
    return [(*entry, registry.label(entry[-1])) for entry in named]


def _themes(fact: Fact) -> tuple[str, ...]:
    theme = getattr(fact, "theme", None)
    themes: tuple[str, ...] = getattr(fact, "themes", ())
    return (theme, *themes) if theme else themes


def _groups(minutes: Minutes, names: ThemeNames) -> list[tuple[str, str | None]]:
    """The groups that a document names, each with the theme that its name speaks of."""
    return [(name, names.theme_in(name)) for name in sorted(group_names(minutes.reading))]


def group_names(reading: Reading) -> frozenset[str]:
    """The names of groups in a reading."""
    groups = {fact.name for fact in reading.facts if isinstance(fact, Body)}
    return frozenset(groups | {fact.body for fact in reading.facts if isinstance(fact, Role) and fact.body})
