"""Themes: the concepts of ontology/themes.ttl, and those that minutes bring up beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from graph.facts.skos import concepts
from graph.registry.entity import entity_iri
from graph.registry.slugs import folded, slug


@dataclass(frozen=True, slots=True)
class Concept:
    """A theme of the vocabulary.

    Its preferred label, every label that leads to it, and its broader themes.
    """

    iri: str
    label: str
    labels: frozenset[str]
    broader: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThemeScheme:
    """The theme vocabulary, looked up by any label. A label of two concepts leads to neither.

    `apart`: labels, folded, of which people decided that they mean something else than the vocabulary says.
    """

    concepts: Mapping[str, Concept] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    @cached_property
    def _by_label(self) -> dict[str, Concept | None]:
        found: dict[str, Concept | None] = {}
        for concept in self.concepts.values():
            for label in {folded(text) for text in concept.labels}:
                found[label] = None if label in found else concept
        # A preferred label is the concept's own, whoever else lists it as a variant.
        return found | {folded(concept.label): concept for concept in self.concepts.values()}

    def find(self, label: str) -> Concept | None:
        """The concept with this label, whether preferred, alternative or hidden.

        None when there is not exactly one.
        """
        key = folded(label)
        return None if key in self.apart else self._by_label.get(key)

    def with_apart(self, pairs: Iterable[tuple[str, str]]) -> ThemeScheme:
        """The scheme in which the labels of each pair, if they lead to one concept, do so no more.

        The preferred label of the concept keeps it, else the first of the two.
        """
        apart = set()
        for pair in pairs:
            one, other = sorted(pair, key=folded)
            concept = self.find(one)
            if concept and concept == self.find(other) and folded(one) != folded(other):
                apart.add(folded(one if folded(other) == folded(concept.label) else other))
        return replace(self, apart=self.apart | apart)

    def iri(self, label: str) -> str:
        """The IRI of the theme with this label: the concept's, else one coined from the label."""
        concept = self.find(label)
        return concept.iri if concept else entity_iri("theme", slug(label))

    def siblings(self, iri: str) -> frozenset[str]:
        """The concepts that share an immediate broader one, unless that is a top concept.

        A whole field compares nothing.
        """
        concept = self.concepts.get(iri)
        if concept is None:
            return frozenset()
        return frozenset().union(*(self._below.get(parent, ()) for parent in concept.broader)) - {iri}

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        """The concepts right below each one that is itself below another."""
        found: dict[str, set[str]] = {}
        for concept in self.concepts.values():
            for parent in concept.broader:
                if parent in self.concepts and self.concepts[parent].broader:
                    found.setdefault(parent, set()).add(concept.iri)
        return {parent: frozenset(children) for parent, children in found.items()}


@lru_cache(maxsize=1)
def theme_scheme() -> ThemeScheme:
    """The scheme of ontology/themes.ttl."""
    return ThemeScheme(
        {
            concept.iri: Concept(concept.iri, concept.label, frozenset(concept.labels), concept.broader)
            for concept in concepts("themes.ttl")
            if concept.scheme == "theme"
        }
    )
