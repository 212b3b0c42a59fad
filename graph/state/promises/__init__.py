"""The promise ledger: what was undertaken, and what became of it in later minutes of the same body."""

from graph.state.promises.ledger import ledger

__all__ = ["ledger"]
