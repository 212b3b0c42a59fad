"""The order of the boxes in each column, so that few lines cross.

Layer by layer, as Sugiyama and Graphviz dot do it, for each part that hangs together by itself: a column is
put in the order of what it is joined to, to and fro; then boxes change places for as long as that saves
crossings. To find the fewest is too hard for any program; several beginnings find fewer than one.
Same network, same order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from random import Random

import networkx as nx

from graph.map import style

Order = dict[str, list[str]]
_Near = Mapping[str, Sequence[str]]
_Ways = tuple[_Near, _Near]
_Ends = tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]
"""The rows that the lines of each node of a column lead to, on the left and on the right."""

_SWEEPS, _IN_VAIN = 16, 6
_MANY, _FEW, _WORK, _MOST = 150, 4, 1500, 60
"""From so many lines on fewer beginnings are tried; lines × times that an order is shaken, and how often at
most: nobody waits for one crossing less."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """What every node is joined to, in the columns before and after its own."""

    before: _Near
    after: _Near
    columns: tuple[str, ...]

    @property
    def ways(self) -> tuple[_Ways, _Ways]:
        """What a column looks at, going left and going right: both ways, or only back."""
        both = {node: (*self.before[node], *self.after[node]) for node in self.before}
        return (both, both), (self.after, self.before)


def in_order(network: nx.DiGraph) -> Order:
    """The nodes of each column from top to bottom; lines join columns beside each other, or within one.

    Parts that do not hang together stand below each other: their lines never cross.
    """
    given = as_given(network)
    joined = _joined(network, given)
    first = _rows(network)
    parts = sorted(
        nx.weakly_connected_components(network), key=lambda part: min(map(first.__getitem__, part))
    )
    solved = [_fewest(network, _only(given, part), joined) for part in parts]
    order = {name: [node for part in solved for node in part[name]] for name in given}
    return _with_kin(network, order, joined)


def as_given(network: nx.DiGraph) -> Order:
    """The nodes of each column in the order of the network."""
    at = dict(network.nodes(data="column"))
    known = {name: [node for node in network if at[node] == name] for name in style.COLUMNS}
    return {name: nodes for name, nodes in known.items() if nodes}


def crossings(network: nx.DiGraph, order: Order) -> int:
    """How often two lines between the same two columns cross."""
    return _count(order, _joined(network, order))


def _only(order: Order, part: set[str]) -> Order:
    return {name: [node for node in nodes if node in part] for name, nodes in order.items()}


def _joined(network: nx.DiGraph, order: Order) -> _Joined:
    columns = tuple(order)
    place = {node: at for at, name in enumerate(columns) for node in order[name]}
    before: dict[str, list[str]] = {node: [] for node in place}
    after: dict[str, list[str]] = {node: [] for node in place}
    for ends in network.edges:
        left, right = sorted(ends, key=place.__getitem__)
        if place[left] != place[right]:
            after[left].append(right)
            before[right].append(left)
    return _Joined(before, after, columns)


def _rows(nodes: Iterable[str]) -> dict[str, int]:
    return {node: row for row, node in enumerate(nodes)}


def _count(order: Order, joined: _Joined) -> int:
    return sum(_between(order[left], order[right], joined.after) for left, right in pairwise(joined.columns))


def _between(left: Sequence[str], right: Sequence[str], after: _Near) -> int:
    """The crossings between two columns: pairs of lines whose ends stand the other way round."""
    row, seen, count = _rows(right), list[int](), 0
    for node in left:
        ends = [row[other] for other in after[node]]
        count += sum(len(seen) - bisect_right(seen, end) for end in ends)
        for end in ends:
            insort(seen, end)
    return count


def _fewest(network: nx.DiGraph, part: Order, joined: _Joined) -> Order:
    """The order of one part with the fewest crossings that any beginning leads to, or chance from there."""
    best, fewest = part, _count(part, joined)
    lines = sum(len(joined.after[node]) for nodes in part.values() for node in nodes)
    tries = _FEW if lines > _MANY else None
    for start, near in islice(_beginnings(network, part, joined.ways), tries):
        if not fewest:
            return best
        order = _best_of(start, near, joined)
        count = _count(order, joined)
        if count < fewest:
            best, fewest = order, count
    return _shaken(best, fewest, joined, min(_MOST, _WORK // lines)) if fewest else best


def _beginnings(network: nx.DiGraph, part: Order, ways: tuple[_Ways, _Ways]) -> Iterator[tuple[Order, _Ways]]:
    """Orders to begin from, and how to look: as walks along the lines meet them."""
    nodes = [node for column in part.values() for node in column]
    lines = nx.Graph()  # of its own: the views of networkx go through sets, each run in another order
    lines.add_nodes_from(nodes)
    lines.add_edges_from(network.edges(nodes))
    for root in (nodes[-1], nodes[0]):
        wide = _rows((root, *(node for _, node in nx.bfs_edges(lines, root))))
        deep = _rows(nx.dfs_preorder_nodes(lines, root))
        yield from ((_by(part, walk), near) for walk in (wide, deep) for near in ways)


def _shaken(best: Order, fewest: int, joined: _Joined, times: int) -> Order:
    """An order with fewer crossings, if shaking up a stretch of a column here and there leads to one."""
    names = [name for name, nodes in best.items() if len(nodes) > 1]
    chance = Random(fewest)  # noqa: S311 - nothing secret: the same network is shaken the same way
    for _ in range(times):
        order = {name: list(nodes) for name, nodes in best.items()}
        for name in chance.sample(names, min(2, len(names))):
            nodes = order[name]
            first, last = sorted(chance.sample(range(len(nodes) + 1), 2))
            nodes[first:last] = chance.sample(nodes[first:last], last - first)
        _improve(order, joined, _sifted)
        count = _count(order, joined)
        if count <= fewest:
            best, fewest = order, count
    return best


def _by(part: Order, rows: Mapping[str, int]) -> Order:
    return {name: sorted(column, key=rows.__getitem__) for name, column in part.items()}


def _best_of(start: Order, near: _Ways, joined: _Joined) -> Order:
    """The order with the fewest crossings that sweeping from a beginning finds."""
    order = {name: list(nodes) for name, nodes in start.items()}
    fewest, best, in_vain = _count(order, joined), start, 0
    for sweep in range(_SWEEPS):
        _sweep(order, near, joined, sweep)
        count = _count(order, joined)
        in_vain = 0 if count < fewest else in_vain + 1
        if count < fewest:
            fewest, best = count, {name: list(nodes) for name, nodes in order.items()}
        if not fewest or in_vain > _IN_VAIN // 2:
            break
    found = {name: list(nodes) for name, nodes in best.items()}
    _improve(found, joined, _sifted)
    return found


def _sweep(order: Order, near: _Ways, joined: _Joined, number: int) -> None:
    """Every column in turn, to the right or back, by what it is joined to; then neighbours change places.

    In turns they do so where it merely costs nothing: a saving further on may wait for that.
    """
    rightward = number % 2 == 0
    heights = {node: at for nodes in order.values() for node, at in _heights(nodes).items()}
    for name in joined.columns if rightward else joined.columns[::-1]:
        order[name] = _by_mean(order[name], heights, near[rightward])
        heights |= _heights(order[name])
    if number % 4 > 1:
        for at, name in enumerate(joined.columns):
            _exchanged(order[name], _ends(order, joined, at), least=0)
    _improve(order, joined, _exchanged)


def _by_mean(nodes: Sequence[str], heights: Mapping[str, float], near: _Near) -> list[str]:
    """A column by the mean height of what its nodes are joined to; those joined to nothing stay."""
    means = {
        node: sum([heights[other] for other in others]) / len(others)
        for node in nodes
        if (others := near[node])
    }
    moving = iter(sorted(means, key=means.__getitem__))
    return [next(moving) if node in means else node for node in nodes]


def _heights(nodes: Sequence[str]) -> dict[str, float]:
    """How far down its column every node stands: 0 is the top, 1 the bottom."""
    return {node: row / len(nodes) for row, node in enumerate(nodes)}


def _improve(order: Order, joined: _Joined, change: Callable[[list[str], _Ends], bool]) -> None:
    """Changes columns, and those beside what changed, for as long as that saves crossings."""
    columns = range(len(joined.columns))
    waiting = list(columns)
    while waiting:
        at = waiting.pop(0)
        if change(order[joined.columns[at]], _ends(order, joined, at)):
            beside = (near for near in (at - 1, at, at + 1) if near in columns)
            waiting += [near for near in beside if near not in waiting]


def _ends(order: Order, joined: _Joined, at: int) -> _Ends:
    """Where the lines of the nodes of a column lead."""
    nodes = order[joined.columns[at]]
    left = _rows(order[joined.columns[at - 1]]) if at else {}
    right = _rows(order[joined.columns[at + 1]]) if at + 1 < len(joined.columns) else {}
    return (
        {node: sorted(map(left.__getitem__, joined.before[node])) for node in nodes},
        {node: sorted(map(right.__getitem__, joined.after[node])) for node in nodes},
    )


def _saved(upper: str, lower: str, ends: _Ends) -> int:
    """How many crossings fewer there are when the lower of two nodes comes to stand above the other."""
    saved = 0
    for rows in ends:
        above, below = rows[upper], rows[lower]
        if above and below:
            saved += _pair(above, below) - _pair(below, above)
    return saved


def _pair(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How often lines from the upper of two boxes cross those from the lower."""
    return sum([bisect_left(lower, end) for end in upper])


def _exchanged(nodes: list[str], ends: _Ends, least: int = 1) -> bool:
    """Neighbours change places where that saves at least so many crossings; whether any did save."""
    better = False
    for at in range(len(nodes) - 1):
        upper, lower = nodes[at], nodes[at + 1]
        saved = _saved(upper, lower, ends)
        if saved >= least:
            nodes[at], nodes[at + 1] = lower, upper
            better |= saved > 0
    return better


def _sifted(nodes: list[str], ends: _Ends) -> bool:
    """Every node goes to where in its column it has the fewest crossings; whether any moved."""
    better = False
    for node in tuple(nodes):
        here = nodes.index(node)
        others = [*nodes[:here], *nodes[here + 1 :]]
        costs = [0]
        for other in others:
            costs.append(costs[-1] - _saved(node, other, ends))
        best = min(range(len(costs)), key=costs.__getitem__)
        if costs[best] < costs[here]:
            nodes[:] = [*others[:best], node, *others[best:]]
            better = True
    return better


def _with_kin(network: nx.DiGraph, order: Order, joined: _Joined) -> Order:
    """What a line joins within a column right under each other, where that costs no crossing."""
    fewest = _count(order, joined)
    for name in order:
        tried = order | {name: _next_of_kin(network, order[name])}
        if _count(tried, joined) <= fewest:
            order = tried
    return order


def _next_of_kin(network: nx.DiGraph, nodes: Sequence[str]) -> list[str]:
    here, found = set(nodes), dict[str, None]()
    for node in nodes:
        stack = [node]
        while stack:
            top = stack.pop()
            if top not in found:
                found[top] = None
                stack += [near for near in nx.all_neighbors(network, top) if near in here]
    return list(found)
