"""Boxes and lines as pyvis holds them, physics off, every coordinate computed beforehand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
from pyvis.network import Network

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import boxes, labels, lines, style
from graph.map.layout import Board
from graph.map.lines import Course
from graph.map.series import ENDED, Mark
from graph.map.views import keyed

_LANE = "dot"
_OF_A_LINE = ("lines", "path", "color", "width", "dash", "arrow")
_VIS_MARGIN = 4  # vis adds it outside the constraints; with 0 it draws no box at all

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "selectable": True,
        "selectConnectedEdges": False,
        "hover": True,
        "keyboard": False,
    },
    "layout": {"improvedLayout": False},
    # What all boxes share is said once: that is less to send and less to read.
    "nodes": {
        "shape": "box",
        "margin": _VIS_MARGIN,
        "shapeProperties": {"borderRadius": 5},
    },
}


@dataclass(frozen=True, slots=True)
class _Pen:
    """What is drawn now on a board that has room for more: the rows by id and key, and how they differ."""

    drawing: Network
    numbers: Mapping[str, int]
    board: Board
    nodes: Mapping[str, MapNode]
    edges: Mapping[str, MapEdge]
    marks: Mapping[str, Mark] = field(default_factory=dict)


def draw(
    network: nx.DiGraph,
    board: Board,
    now: GovernanceMap | None = None,
    marks: Mapping[str, Mark] | None = None,
) -> Network:
    """A pyvis network with the boxes where the board says, and the lines from side to side.

    `now`: what is drawn of the network, where that is not all of it. Every box says which node it is about
    (`about`), every line how it runs (`path`) and which lines run there (`lines`, the keys of `keyed`).
    """
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = OPTIONS
    shown = now or _whole(network)
    pen = _Pen(
        drawing,
        {node: number for number, node in enumerate(network.nodes)},
        board,
        {node.id: node for node in shown.nodes},
        {keyed(edge): edge for edge in shown.edges},
        marks or {},
    )
    for node in network.nodes:
        if node in pen.nodes:
            drawing.add_node(pen.numbers[node], **_box(pen, node))
    for lane in _lanes_in_use(network, pen):
        drawing.add_node(pen.numbers[lane], label=" ", shape=_LANE)
        _add_line(pen, (lane, lane), lines.through(board.places[lane]), _through(network, pen, lane))
    for source, target, edge in network.edges(data=True):
        if rows := _present(pen, edge["rows"]):
            run = lines.course(board.places[source], board.places[target])
            _add_line(pen, (source, target), run, rows, arrow=edge["arrow"])
    return drawing


def as_drawn(drawing: Network) -> dict[str, Any]:
    """What the browser needs of it: boxes for vis, and lines with their paths, which are drawn beneath them.

    For vis a line between the sides of two boxes would take two nodes more, and a lane as many: that would be
    four fifths of all nodes of a large map.
    """
    nodes, edges, *_, options = drawing.get_network_data()
    return {
        "nodes": [node for node in nodes if node["shape"] == "box"],
        "lines": [{name: edge[name] for name in _OF_A_LINE} for edge in edges],
        "options": json.loads(options),
    }


def _whole(network: nx.DiGraph) -> GovernanceMap:
    rows = (row for _, row in network.nodes(data="row") if row)
    edges = {keyed(row): row for *_, rows in network.edges(data="rows") for row in rows}
    return GovernanceMap(tuple(rows), tuple(edges.values()))


def _present(pen: _Pen, rows: tuple[MapEdge, ...]) -> list[MapEdge]:
    """The lines of these that there are now, as they are now."""
    return [pen.edges[key] for key in map(keyed, rows) if key in pen.edges]


def _lanes_in_use(network: nx.DiGraph, pen: _Pen) -> list[str]:
    return [node for node, row in network.nodes(data="row") if row is None and _through(network, pen, node)]


def _through(network: nx.DiGraph, pen: _Pen, lane: str) -> list[MapEdge]:
    """The lines that there are now which run through a lane."""
    edges = (*network.in_edges(lane, data="rows"), *network.out_edges(lane, data="rows"))
    found = {keyed(row): row for *_, rows in edges for row in _present(pen, rows)}
    return list(found.values())


def _add_line(
    pen: _Pen, ends: tuple[str, str], run: Course, rows: list[MapEdge], *, arrow: bool = False
) -> None:
    gone = all(_has_ended(pen, keyed(row)) for row in rows)
    status = "gone" if gone else rows[0].status
    pen.drawing.add_edge(
        *map(pen.numbers.__getitem__, ends),
        lines=[keyed(row) for row in rows],
        path=run.path,
        color=style.EDGE_ENDS.get(status, style.LINE),
        width=1.3,
        dash=list(style.EDGE_DASH.get(status, ())),
        arrow=[run.x, run.y, round(run.angle, 4)] if arrow else None,
    )


def _has_ended(pen: _Pen, key: str) -> bool:
    return key in pen.marks and pen.marks[key].what == ENDED


def _box(pen: _Pen, node: str) -> dict[str, Any]:
    row, place = pen.nodes[node], pen.board.places[node]
    look = style.LOOKS["gone"] if _has_ended(pen, node) else boxes.look(row)
    mark = pen.marks.get(node)
    colors = {"background": look.fill, "border": look.border}
    return {
        "about": node,
        "mark": mark.what if mark else None,
        "label": labels.label(*boxes.lines(row)),
        "x": place.x,
        "y": place.y,
        "shape": "box",
        "borderWidth": look.width,
        "borderWidthSelected": look.width + 2,
        "shapeProperties": {"borderDashes": list(look.dash) if look.dash else False},
        "color": colors | {"hover": colors, "highlight": colors},
        "font": {"color": look.ink},
        "widthConstraint": {"minimum": place.width - 2 * _VIS_MARGIN},
        "heightConstraint": {"minimum": place.height - 2 * _VIS_MARGIN, "valign": "middle"},
    }
