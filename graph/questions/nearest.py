"""The nearest thing that the minutes do say, for who asks what they do not."""

from __future__ import annotations

from pyoxigraph import NamedNode
from rapidfuzz.distance import JaroWinkler

from graph.questions.algebra import Is, Query
from graph.questions.model import Entity
from graph.questions.request import Request
from graph.questions.shelf import Shelf
from graph.questions.words import key

_MOST = 6
_ALIKE = 0.85


def speakers_about(request: Request, theme: str | None) -> list[str]:
    """Who spoke about a theme, who spoke most first."""
    if theme is None:
        return []
    rows = request.shelf.rows(
        Query("statements", ("fact", "name"), (Is("theme", (NamedNode(theme),)),), request.while_)
    )
    names = [row["name"] or "" for row in rows]
    return sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), name))[:_MOST]


def nearest_theme(shelf: Shelf, theme: Entity) -> Entity | None:
    """The theme of the minutes that is nearest: above it, below it, beside it, or almost called so."""
    lexicon = shelf.lexicon
    known = {iri: each for iri, each in lexicon.entities.items() if each.sort == "theme" and each.known}
    concept = lexicon.themes.get(theme.iri)
    broader = set(concept.broader) if concept else set()
    for near in (
        *(iri for iri in sorted(broader) if iri in known),
        *(iri for iri in sorted(known) if iri in lexicon.themes and theme.iri in lexicon.themes[iri].broader),
        *(
            iri
            for iri in sorted(known)
            if iri in lexicon.themes and broader & set(lexicon.themes[iri].broader)
        ),
    ):
        return known[near]
    rated = sorted(
        (
            (JaroWinkler.similarity(key(theme.name), key(each.name)), each.name, each)
            for each in known.values()
        ),
        key=lambda row: (-row[0], row[1]),
    )
    return rated[0][2] if rated and rated[0][0] >= _ALIKE else None
