"""Which kinds of body cover which slot, and which nouns name a kind of body or a role.

From ontology/kinds.ttl.
"""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph import ontology
from graph.facts.skos import concepts
from graph.registry.slugs import folded
from graph.store.identifiers import last_segment
from graph.store.vocabulary import COVERS_SLOT


@lru_cache(maxsize=1)
def body_slots() -> dict[str, str]:
    """Code of a kind of body → the slot that such a body covers."""
    return {
        last_segment(quad.subject): quad.object.value
        for quad in parse(ontology.path("kinds.ttl").read_bytes(), format=RdfFormat.TURTLE)
        if quad.predicate == COVERS_SLOT
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
    }


@lru_cache(maxsize=4)
def _nouns(scheme: str) -> dict[str, str]:
    return {
        folded(label): concept.code
        for concept in concepts("kinds.ttl")
        if concept.scheme == scheme
        for label in concept.labels
    }


def _kind(what: str, scheme: str) -> str | None:
    """The code of the noun that the words begin with, after at most one word that describes it."""
    words, nouns = folded(what).split(), _nouns(scheme)
    for start in (0, 1):
        for end in range(len(words), start, -1):
            if code := nouns.get(" ".join(words[start:end])):
                return code
    return None


def names_body(what: str) -> bool:
    """Whether the words name a kind of body: «stuurgroep», «een bestuurlijke werkgroep»."""
    return _kind(what, "body") is not None


def names_role(what: str) -> bool:
    """Whether the words name a role: «portefeuillehouder Zorg», «projectleider»."""
    return _kind(what, "role") is not None


def missing_slot(what: str) -> str | None:
    """The slot that a missing thing would fill, when it is a kind of body that covers one."""
    return body_slots().get(_kind(what, "body") or "")
