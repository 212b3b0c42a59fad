"""The one place that joins the stages and writes.

Files become readings, readings become documents in the store, and all documents together become the state.
"""

from graph.build.build import BuildReport, begin_store, build_store
from graph.build.deriving import refresh_state
from graph.build.inputs import inputs
from graph.build.step import Step

__all__ = ["BuildReport", "Step", "begin_store", "build_store", "inputs", "refresh_state"]
