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

from graph.facts.model import Body, Fact, Portfolio, Role
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
    """The circles that these meetings fall into, in order of body."""
    own: dict[str | None, list[Minutes]] = defaultdict(list)
    others: dict[str | None, list[Minutes]] = defaultdict(list)
    for minutes in meetings:
        own[minutes.body].append(minutes)
        for body in {claim_body(claim) for claim in minutes.all(Portfolio)} - {minutes.body}:
            others[body].append(minutes)
    bodies = sorted(own.keys() | others.keys(), key=lambda body: body or "")
    return [Circle(body, tuple(own[body]), tuple(others[body])) for body in bodies]


def signature(circle: Circle, names: ThemeNames) -> str:
    """What the state of a circle depends on, as a hash: its facts, and whom and what their names mean.

    Beside that it depends on the vocabulary, the rules and the code alone.
    """
    digest = hashlib.sha256(repr(circle.body).encode())
    for minutes in circle.every:
        reading = minutes.reading
        said = (
            reading.document.id, reading.meeting, reading.agenda, reading.text, reading.facts
        )  # fmt: skip
        digest.update(repr((said, _meant(minutes), _groups(minutes, names))).encode())
    return digest.hexdigest()


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
    groups = {said.fact.name for said in minutes.all(Body)}
    groups |= {said.fact.body for said in minutes.all(Role) if said.fact.body}
    return [(name, names.theme_in(name)) for name in sorted(groups)]
