"""The registry: mentions in documents → people, bodies and themes across all documents."""

from graph.registry.bodies import BodyMention, body_entity
from graph.registry.bodies import keys as body_keys
from graph.registry.entity import Entity, entity_iri
from graph.registry.identity import Identity
from graph.registry.persons import PersonMention, persons
from graph.registry.persons import links as person_links
from graph.registry.registry import (
    Registry,
    body_mentions,
    build_registry,
    fact_of,
    labels_apart,
    one_theme,
    person_mentions,
    theme_entity,
)
from graph.registry.themes import Concept, ThemeScheme, theme_scheme

__all__ = [
    "BodyMention",
    "Concept",
    "Entity",
    "Identity",
    "PersonMention",
    "Registry",
    "ThemeScheme",
    "body_entity",
    "body_keys",
    "body_mentions",
    "build_registry",
    "entity_iri",
    "fact_of",
    "labels_apart",
    "one_theme",
    "person_links",
    "person_mentions",
    "persons",
    "theme_entity",
    "theme_scheme",
]
