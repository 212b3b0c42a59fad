"""Boxes and lines as pyvis holds them, physics off, every coordinate computed beforehand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
from pyvis.network import Network

from graph.answers.model import GovernanceMap, MapEdge, MapNode
from graph.map import boxes, labels, style
from graph.map.layout import Board, Place
from graph.map.series import ENDED, Mark
from graph.map.views import keyed

_VIS_MARGIN = 4  # vis adds it outside the constraints; with 0 it draws no box at all

_ACROSS = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.6}
_STRAIGHT = {"enabled": False, "type": "continuous", "roundness": 0}

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
    (`about`), every line which lines run there (`lines`, the keys that `keyed` gives).
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
        _add_lane(network, pen, lane)
    for source, target, edge in network.edges(data=True):
        if rows := _present(pen, edge["rows"]):
            _add_line(pen, _ends(pen, source, target), rows, arrow=edge["arrow"])
    return drawing


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


def _ends(pen: _Pen, source: str, target: str) -> tuple[Any, Any, dict[str, Any]]:
    """Where a line begins and ends, and its curve."""
    start, end = pen.board.places[source], pen.board.places[target]
    if start.x == end.x:
        return pen.numbers[source], pen.numbers[target], _within_column(start, end)
    rightward = start.x < end.x
    return (
        _port(pen, source, right=rightward),
        _port(pen, target, right=not rightward),
        _ACROSS,
    )


def _port(pen: _Pen, node: str, *, right: bool) -> str:
    """An invisible point in the middle of a side, where lines begin and end: none runs behind a box."""
    place = pen.board.places[node]
    name = f"{pen.numbers[node]} {'right' if right else 'left'}"
    x = place.x + (place.width / 2 if right else -place.width / 2)
    about = node if node in pen.nodes else None
    pen.drawing.add_node(
        name, label=" ", x=x, y=place.y, shape="dot", size=0.1, opacity=0, chosen=False, about=about
    )
    return name


def _add_lane(network: nx.DiGraph, pen: _Pen, node: str) -> None:
    """A straight line through a column, between the boxes."""
    sides = (_port(pen, node, right=False), _port(pen, node, right=True))
    _add_line(pen, (*sides, _STRAIGHT), _through(network, pen, node), arrow=False)


def _add_line(pen: _Pen, ends: tuple[Any, Any, dict[str, Any]], rows: list[MapEdge], *, arrow: bool) -> None:
    start, end, curve = ends
    gone = all(_has_ended(pen, keyed(row)) for row in rows)
    status = "gone" if gone else rows[0].status
    dash = style.EDGE_DASH.get(status)
    color = style.EDGE_ENDS.get(status, style.LINE)
    pen.drawing.add_edge(
        start,
        end,
        lines=[keyed(row) for row in rows],
        color={"color": color, "hover": color, "highlight": color},
        width=1.3,
        hoverWidth=1,
        selectionWidth=1.7,
        dashes=list(dash) if dash else False,
        arrows={"to": {"enabled": arrow, "scaleFactor": 0.45}},
        smooth=curve,
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
        "margin": _VIS_MARGIN,
        "borderWidth": look.width,
        "borderWidthSelected": look.width + 2,
        "shapeProperties": {"borderDashes": list(look.dash) if look.dash else False, "borderRadius": 5},
        "color": colors | {"hover": colors, "highlight": colors},
        "font": {
            "size": style.FONT_SIZE,
            "face": style.FONT_FACE,
            "color": look.ink,
            "multi": "html",
            "bold": {"size": style.FONT_SIZE, "face": style.FONT_FACE, "color": look.ink, "mod": "bold"},
        },
        "widthConstraint": place.width - 2 * _VIS_MARGIN,
        "heightConstraint": {"minimum": place.height - 2 * _VIS_MARGIN, "valign": "middle"},
    }


def _within_column(source: Place, target: Place) -> dict[str, Any]:
    distance = abs(source.y - target.y)
    if distance < (source.height + target.height) / 2 + 2 * style.ROW_GAP:
        return _STRAIGHT
    kind = "curvedCW" if source.y < target.y else "curvedCCW"  # both bulge to the right
    return {"enabled": True, "type": kind, "roundness": _bulge(distance)}


def _bulge(distance: float) -> float:
    """The roundness with which vis' curve clears the boxes between its ends.

    vis puts the control point (r + 1) / 2 · sin(90° · r) times the distance sideways; half of that is bulge.
    """
    needed = 2 * (style.BOX_WIDTH / 2 + style.COLUMN_GAP / 3) / distance
    steps = (step / 20 for step in range(1, 21))
    return next((r for r in steps if (r + 1) / 2 * math.sin(math.pi / 2 * r) >= needed), 1.0)
