"""What people decided about who is who, by addresses: of entities, past or present, or of mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.registry.together import groups

Pair = tuple[str, str]


@dataclass(frozen=True)
class Identity:
    """Pairs of IRIs that are the same, and pairs that are not."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()

    @cached_property
    def apart(self) -> Mapping[str, frozenset[str]]:
        """What each IRI is not."""
        found: dict[str, set[str]] = {}
        for one, other in self.different:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {iri: frozenset(others) for iri, others in found.items()}

    def are_apart(self, ones: Iterable[str], others: Iterable[str]) -> bool:
        """Whether somebody said that any of the ones is not any of the others."""
        known = set(others)
        return any(self.apart.get(one, frozenset()) & known for one in ones) if self.apart else False

    def by(self, entity_of: Mapping[str, str]) -> Identity:
        """The same with each mention replaced by the entity that it stands for."""
        return Identity(
            *(
                tuple((entity_of.get(one, one), entity_of.get(other, other)) for one, other in pairs)
                for pairs in (self.same, self.different)
            )
        )

    @cached_property
    def one(self) -> Mapping[str, str]:
        """Each address that is said to be the same as another → one that stands for all of those."""
        return {iri: first for group in groups((), self.same) for first in [min(group)] for iri in group}

    def joined(self, iris: Iterable[str]) -> Mapping[str, str]:
        """Each of these addresses → the first of those among them that are said to be the same.

        That two are the same may be said by way of a third that is not there any more.
        """
        same: dict[str, set[str]] = defaultdict(set)
        for iri in iris:
            same[self.one.get(iri, iri)].add(iri)
        return {iri: first for group in same.values() for first in [min(group)] for iri in group}
