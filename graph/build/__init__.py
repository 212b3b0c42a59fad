"""The one place that joins the stages and writes.

Files become readings, readings become documents in the store, and all documents together become the state.
"""

from graph.build.build import BuildReport, build_store
from graph.build.deriving import refresh_state
from graph.build.step import Step

__all__ = ["BuildReport", "Step", "build_store", "refresh_state"]
