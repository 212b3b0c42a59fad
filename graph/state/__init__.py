"""The state: who holds what from when to when, worked out from all documents together."""

from collections.abc import Iterable

from pyoxigraph import Quad

from graph.facts.model import Reading
from graph.registry import theme_scheme
from graph.state.derive import derive
from graph.state.model import State
from graph.state.rules import load_rules
from graph.state.triples import quads

__all__ = ["State", "derive", "load_rules", "quads", "state_quads"]


def state_quads(readings: Iterable[Reading]) -> list[Quad]:
    """The state graph of these readings, by the themes and rules of ontology/: what `build` writes."""
    return quads(derive(readings, theme_scheme(), load_rules()))
