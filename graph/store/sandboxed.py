"""The sandbox's process: a task as JSON on stdin, its answer as JSON on stdout. It imports very little."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from graph.store.vocabulary import PREFIXES

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

_LONGEST_ANSWER = 20_000_000  # characters: a thousand rows can each hold a whole document


def main() -> None:
    """Answer the one task; whatever else goes wrong ends the process, and the parent says so."""
    task = json.load(sys.stdin)
    _limit(task["memory"], task["seconds"])
    store = Store.read_only(task["generation"])
    _close_the_doors()
    json.dump(_answer(store, task), sys.stdout)


def _limit(memory: int, seconds: int) -> None:
    """Memory, and processor time in case the parent is no longer there to end us."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _close_the_doors() -> None:
    """Leave no descriptor free: neither a socket nor a file can be opened from here on."""
    if resource is not None:
        lowest = os.dup(0)
        os.close(lowest)
        resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, lowest))


def _answer(store: Store, task: dict[str, Any]) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        found = store.query(task["query"], use_default_graph_as_union=task["union"])
        answer = collected(found, task["rows"])
    except SyntaxError as error:
        return {"syntax": str(error)}
    except (OSError, RuntimeError, ValueError) as error:
        return {"failed": " ".join(str(error).split())[:200]}
    return {**answer, "milliseconds": round((time.perf_counter() - started) * 1000, 1)}


def collected(found: QuerySolutions | QueryBoolean | Iterable[Triple], limit: int) -> dict[str, Any]:
    """At most so many rows of what a query gave, as the fields of a `SandboxResult` but for the time."""
    answer: dict[str, Any] = dict.fromkeys(("turtle", "boolean"))
    answer |= {"columns": [], "rows": [], "truncated": False}
    if isinstance(found, QueryBoolean):
        answer["boolean"] = bool(found)
    elif isinstance(found, QuerySolutions):
        answer["columns"] = [variable.value for variable in found.variables]
        answer["rows"], answer["truncated"] = _rows(found, limit)
    else:
        triples = list(islice(found, limit + 1))
        answer |= {"turtle": _turtle(triples[:limit]), "truncated": len(triples) > limit}
    return answer


def _turtle(triples: list[Triple]) -> str:
    """Turtle with its prefixes in order, which Oxigraph writes in any."""
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    lines = text.decode().splitlines()
    prefixes = sorted(line for line in lines if line.startswith("@prefix "))
    return "\n".join([*prefixes, *lines[len(prefixes) :], ""])


def _rows(found: QuerySolutions, limit: int) -> tuple[list[list[str | None]], bool]:
    rows: list[list[str | None]] = []
    room = _LONGEST_ANSWER
    for solution in found:
        row = [_text(term) for term in solution]
        room -= sum(len(cell or "") for cell in row)
        if len(rows) == limit or room < 0:
            return rows, True
        rows.append(row)
    return rows, False


def _text(term: object) -> str | None:
    if term is None:
        return None
    return term.value if isinstance(term, (NamedNode, Literal)) else str(term)


if __name__ == "__main__":
    main()
