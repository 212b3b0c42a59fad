"""Lines cross no more often than those of Graphviz dot, for the same network in the same columns."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.answers.model import GovernanceMap
from graph.map import VIEWS, Choice, style
from graph.map.lanes import with_lanes
from graph.map.network import to_network
from graph.map.ordering import Order, as_given, crossings, in_order
from graph.map.picture import places
from tests.map.find_graphviz import dot
from tests.screen.invented import edge, node

DOT = dot()


def _as_dot(network: nx.DiGraph) -> Iterator[str]:
    """The network for dot: a rank for every column, in their order."""
    names = {each: f"n{number}" for number, each in enumerate(network)}
    columns = as_given(network)
    yield "digraph { rankdir=LR; node [shape=box]; edge [style=invis];"
    yield " -> ".join(f"column{at}" for at in range(len(columns))) + ";"
    for at, nodes in enumerate(columns.values()):
        yield f"{{ rank=same; column{at}; {'; '.join(map(names.__getitem__, nodes))} }}"
    place = {each: at for at, nodes in enumerate(columns.values()) for each in nodes}
    for ends in network.edges:
        left, right = sorted(ends, key=place.__getitem__)
        yield f"{names[left]} -> {names[right]};"
    yield "}"


def _order_of_dot(network: nx.DiGraph) -> Order:
    assert DOT is not None
    drawn = subprocess.run(
        [DOT, "-Tplain"], input="\n".join(_as_dot(network)), capture_output=True, text=True, check=True
    ).stdout
    height = {
        words[1]: float(words[3]) for line in drawn.splitlines() if (words := line.split())[:1] == ["node"]
    }
    names = {each: f"n{number}" for number, each in enumerate(network)}
    return {
        column: sorted(nodes, key=lambda each: height[names[each]])
        for column, nodes in as_given(network).items()
    }


@pytest.mark.skipif(DOT is None, reason="no Graphviz on this machine")
@pytest.mark.parametrize("view", VIEWS)
def test_lines_cross_no_more_often_than_those_of_graphviz(boards: list[GovernanceMap], view: str) -> None:
    network = places(boards, Choice(view)).network
    assert crossings(network, in_order(network)) <= crossings(network, _order_of_dot(network))


_LEFT, _RIGHT = 7, 7
_LINES = st.lists(st.tuples(st.integers(0, _LEFT), st.integers(0, _RIGHT)), unique=True, max_size=25)


@given(_LINES)
def test_every_node_keeps_its_column_and_the_order_is_never_worse_than_the_one_given(
    lines: list[tuple[int, int]],
) -> None:
    nodes = [node(f"left {at}", "unit") for at in range(_LEFT + 1)]
    nodes += [node(f"right {at}", "local") for at in range(_RIGHT + 1)]
    edges = [edge(f"left {left}", f"right {right}") for left, right in lines]
    network = with_lanes(to_network(GovernanceMap(tuple(nodes), tuple(edges))))
    given_order, found = as_given(network), in_order(network)
    assert {name: sorted(column) for name, column in found.items()} == {
        name: sorted(column) for name, column in given_order.items()
    }
    assert crossings(network, found) <= crossings(network, given_order)
    assert found == in_order(network)


def _by_counting(order: Order, lines: list[tuple[str, str]]) -> int:
    row = {each: at for nodes in order.values() for at, each in enumerate(nodes)}
    return sum(
        (row[one[0]] - row[other[0]]) * (row[one[1]] - row[other[1]]) < 0
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


@given(_LINES)
def test_crossings_are_pairs_of_lines_the_other_way_round(lines: list[tuple[int, int]]) -> None:
    left, right = ([f"{side} {at}" for at in range(8)] for side in ("left", "right"))
    network = nx.DiGraph()
    network.add_nodes_from(left, column=style.COLUMNS[0])
    network.add_nodes_from(right, column=style.COLUMNS[1])
    named = [(f"left {one}", f"right {other}") for one, other in lines]
    network.add_edges_from(named)
    order = as_given(network)
    assert crossings(network, order) == _by_counting(order, named)
