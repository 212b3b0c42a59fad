"""The registry: mentions in documents → people, bodies and themes across all documents."""

from graph.registry.entity import Entity
from graph.registry.identity import Identity
from graph.registry.registry import Registry, build_registry, fact_of
from graph.registry.themes import Concept, ThemeScheme, theme_scheme

__all__ = [
    "Concept",
    "Entity",
    "Identity",
    "Registry",
    "ThemeScheme",
    "build_registry",
    "fact_of",
    "theme_scheme",
]
