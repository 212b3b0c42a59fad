"""The state: who holds what from when to when, worked out from all documents together."""

from collections.abc import Iterable

from graph.facts.model import Reading
from graph.registry import Identity, theme_scheme
from graph.state.derive import derive
from graph.state.model import State
from graph.state.of_circle import CircleState
from graph.state.rules import load_rules
from graph.state.triples import quads

__all__ = ["CircleState", "State", "derive", "load_rules", "quads", "state_of"]


def state_of(readings: Iterable[Reading], identity: Identity | None = None) -> State:
    """The state of these readings, by the themes and rules of ontology/: what `build` writes."""
    return derive(readings, theme_scheme(), load_rules(), identity or Identity())
