from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.registry.together import groups

_THINGS = st.integers(0, 12)


@given(st.lists(_THINGS), st.lists(st.tuples(_THINGS, _THINGS)))
def test_what_a_row_of_pairs_joins_is_one_group(things: list[int], pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(things)
    assert sorted(map(sorted, groups(things, pairs))) == sorted(map(sorted, nx.connected_components(graph)))
