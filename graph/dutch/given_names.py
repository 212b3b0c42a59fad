"""Given names that are common in the Netherlands, from ontology/wording/given_names.yaml."""

from __future__ import annotations

from functools import lru_cache

from graph import ontology


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """The names, as they are written."""
    return frozenset(ontology.load_yaml("wording/given_names.yaml")["given_names"].split())
