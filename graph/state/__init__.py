"""The state: who holds what from when to when, worked out from all documents together."""

from collections.abc import Iterable

from pyoxigraph import Quad

from graph.facts.model import Reading
from graph.registry import theme_scheme
from graph.state.derive import Memory, derive
from graph.state.model import State
from graph.state.of_circle import CircleState
from graph.state.rules import load_rules
from graph.state.triples import quads

__all__ = ["CircleState", "Memory", "State", "derive", "load_rules", "quads", "state_quads"]


def state_quads(readings: Iterable[Reading], memory: Memory | None = None) -> list[Quad]:
    """The state graph of these readings, by the themes and rules of ontology/: what `build` writes."""
    return quads(derive(readings, theme_scheme(), load_rules(), memory))
