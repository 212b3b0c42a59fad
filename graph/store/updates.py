"""Changes as SPARQL updates and as lines of N-Triples, so many at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad


def of_quads(what: str, name: NamedNode, quads: Iterable[Quad]) -> str:
    """Quads of a graph as part of an update. Oxigraph's serialisation does the escaping."""
    return data(what, name, map(line, quads))


def line(quad: Quad) -> str:
    """A quad as a line of N-Triples."""
    return f"{quad.triple} ."


def data(what: str, name: NamedNode, lines: Iterable[str]) -> str:
    """Lines of N-Triples of a graph as part of an update, because two could be cut in half."""
    return "\n".join([what, "DATA { GRAPH", str(name), "{", *lines, "} }"])


def gathered(parts: Iterable[Collection[str]], size: int) -> Iterator[list[str]]:
    """Lines in parts that are worth loading by themselves."""
    lines: list[str] = []
    for part in parts:
        lines += part
        if len(lines) >= size:
            yield lines
            lines = []
    if lines:
        yield lines


def batched(lines: Iterable[str], size: int) -> Iterator[list[str]]:
    """So many at a time."""
    left = iter(lines)
    while part := list(islice(left, size)):
        yield part
