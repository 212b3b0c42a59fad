"""The state: who holds what from when to when, worked out from all documents together."""

from graph.state.derive import derive
from graph.state.model import State
from graph.state.rules import load_rules

__all__ = ["State", "derive", "load_rules"]
