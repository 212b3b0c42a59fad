"""Somebody else's query, run on a snapshot in a process of its own that can be ended at any moment.

Oxigraph in Python has no time limit and no cancellation. The process has a memory limit, and no descriptor
left to open a connection with: should a spelling of SERVICE ever get past the guard, nothing goes out.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.store.embedded_snapshot import open_snapshot
from graph.store.guard import refuse_unsafe
from graph.store.sparql import names_dataset, syntax_error

_ROOT = Path(__file__).resolve().parent.parent.parent
MEMORY = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class SandboxResult:
    """What a query gave. `boolean`: ASK; `turtle`: CONSTRUCT and DESCRIBE; else `columns` and `rows`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    truncated: bool
    milliseconds: float
    turtle: str | None = None
    boolean: bool | None = None


def run(
    snapshot_path: str | os.PathLike[str], query: str, *, seconds: float = 5, rows: int = 1000
) -> SandboxResult:
    """Run a query on the current generation of the store in a folder, for at most so long and so many rows.

    Raises:
        InputError: the query is not SPARQL, may not run, or takes too long or too much memory.
    """
    snapshot = open_snapshot(snapshot_path)
    refuse_unsafe(query, snapshot.graph_names())
    task = {
        "generation": str(snapshot.path.resolve()),
        "query": query,
        "union": not names_dataset(query),
        "rows": rows,
        "seconds": math.ceil(seconds) + 1,
        "memory": MEMORY,
    }
    return _result(_answer(json.dumps(task), seconds))


def _answer(task: str, seconds: float) -> dict[str, Any]:
    # -P: a json.py in the folder where the program was started must not get in.
    command = [sys.executable, "-P", "-m", "graph.store.sandboxed"]
    path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and no shell; the query goes by stdin
            command,
            input=task,
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        what = f"duurde langer dan {seconds:g} s en is afgebroken"
        raise InputError("vraag", what, "vraag minder, of voeg toe wat de vraag kleiner maakt") from None
    if done.returncode != 0 or not done.stdout:
        what = "gebruikte meer geheugen dan mag en is afgebroken"
        raise InputError("vraag", what, "vraag minder, of voeg toe wat de vraag kleiner maakt")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _result(answer: dict[str, Any]) -> SandboxResult:
    if "syntax" in answer:
        raise syntax_error(answer["syntax"])
    if "failed" in answer:
        raise InputError("vraag", f"kan niet worden uitgevoerd ({answer['failed']})", "verbeter de vraag")
    return SandboxResult(
        columns=tuple(answer["columns"]),
        rows=tuple(tuple(row) for row in answer["rows"]),
        truncated=answer["truncated"],
        milliseconds=answer["milliseconds"],
        turtle=answer["turtle"],
        boolean=answer["boolean"],
    )
