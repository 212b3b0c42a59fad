"""What people decided about what minutes say: an append-only log outside the store, and what follows from it.

A document's graph is never changed by a decision, and no reading of documents ever changes a decision.
"""

from graph.decisions.effect import Effect, effect_of
from graph.decisions.log import Log, decisions_folder
from graph.decisions.model import KINDS, Decision

__all__ = ["KINDS", "Decision", "Effect", "Log", "decisions_folder", "effect_of"]
