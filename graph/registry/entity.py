"""What the registry consists of: one record per person, body or theme across all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.store.identifiers import identifier

Written = Mapping[tuple[str, tuple[str, ...]], int]
"""How often each name was written, with which other forms."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or theme.

    `mentions`: IRIs of the facts that mention it, in order; `forms`: other ways it is written.

    `former`: IRIs that used to stand for it, from when less was known; each leads here.
    """

    iri: str
    kind: str  # person, body, theme
    label: str
    forms: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    former: tuple[str, ...] = ()


def entity_iri(kind: str, slug: str) -> str:
    """The IRI of a registry entity: `…/id/person/<slug>`, `…/id/body/<slug>`, `…/id/theme/<slug>`."""
    return identifier(kind, slug).value


def preferred(names: Iterable[str] | Mapping[str, int]) -> str:
    """The name to show: the one written most often, then the longest, then the first in the alphabet.

    Given as names, or as how often each was written.
    """
    written = Counter(names)
    return min(written, key=lambda name: (-written[name], -len(name), name))


def other_forms(label: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms beside the label, sorted, each once."""
    return tuple(sorted(set(forms) - {label}))
