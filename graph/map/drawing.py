"""Boxes and lines as pyvis holds them, physics off, every coordinate computed beforehand."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
from pyvis.network import Network

from graph.answers.model import MapNode
from graph.map import boxes, style
from graph.map.layout import Board, Place

_VIS_MARGIN = 4  # vis adds it outside the constraints; with 0 it draws no box at all

_ACROSS = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.6}
_STRAIGHT = {"enabled": False, "type": "continuous", "roundness": 0}

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "selectable": False,
        "hover": True,
        "keyboard": False,
    },
    "layout": {"improvedLayout": False},
}


def draw(network: nx.DiGraph, board: Board) -> Network:
    """A pyvis network with the boxes where the board says, and the lines from side to side."""
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = OPTIONS
    numbers = {node: number for number, node in enumerate(network.nodes)}
    for node, row in network.nodes(data="row"):
        if row:
            drawing.add_node(numbers[node], **_box(row, board.places[node]))
        else:
            _add_lane(drawing, numbers[node], _lane_status(network, node), board.places[node])
    for source, target, edge in network.edges(data=True):
        ends = _ends(drawing, numbers, board, source, target)
        _add_line(drawing, *ends, edge["row"].status, arrow=edge["arrow"])
    return drawing


def _ends(
    drawing: Network, numbers: dict[str, int], board: Board, source: str, target: str
) -> tuple[Any, Any, dict[str, Any]]:
    """Where a line begins and ends, and its curve."""
    start, end = board.places[source], board.places[target]
    if start.x == end.x:
        return numbers[source], numbers[target], _within_column(start, end)
    rightward = start.x < end.x
    return (
        _port(drawing, numbers[source], start, right=rightward),
        _port(drawing, numbers[target], end, right=not rightward),
        _ACROSS,
    )


def _port(drawing: Network, number: int, place: Place, *, right: bool) -> str:
    """An invisible point in the middle of a side, where lines begin and end: none runs behind a box."""
    name = f"{number} {'right' if right else 'left'}"
    x = place.x + (place.width / 2 if right else -place.width / 2)
    drawing.add_node(name, label=" ", x=x, y=place.y, shape="dot", size=0.1, opacity=0, chosen=False)
    return name


def _add_lane(drawing: Network, number: int, status: str, place: Place) -> None:
    """A straight line through a column, between the boxes."""
    sides = (_port(drawing, number, place, right=False), _port(drawing, number, place, right=True))
    _add_line(drawing, *sides, _STRAIGHT, status, arrow=False)


def _lane_status(network: nx.DiGraph, lane: str) -> str:
    edges = [*network.in_edges(lane, data="row"), *network.out_edges(lane, data="row")]
    return str(edges[0][2].status)


def _add_line(  # noqa: PLR0913 - what a line is
    drawing: Network, start: Any, end: Any, curve: dict[str, Any], status: str, *, arrow: bool
) -> None:
    dash = style.EDGE_DASH.get(status)
    drawing.add_edge(
        start,
        end,
        color={"color": style.LINE, "hover": style.LINE},
        width=1.3,
        hoverWidth=0,
        dashes=list(dash) if dash else False,
        arrows={"to": {"enabled": arrow, "scaleFactor": 0.45}},
        smooth=curve,
    )


def _box(row: MapNode, place: Place) -> dict[str, Any]:
    look = boxes.look(row)
    return {
        "label": _label(row),
        "x": place.x,
        "y": place.y,
        "shape": "box",
        "margin": _VIS_MARGIN,
        "borderWidth": look.width,
        "shapeProperties": {"borderDashes": list(look.dash) if look.dash else False, "borderRadius": 5},
        "color": {
            "background": look.fill,
            "border": look.border,
            "hover": {"background": look.fill, "border": look.border},
        },
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


def _label(row: MapNode) -> str:
    """The name in bold, the words under it. vis reads tags in a label, so the text's own are escaped."""
    name, words = boxes.lines(row)
    return "\n".join([f"<b>{_escaped(line)}</b>" for line in name] + [_escaped(line) for line in words])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


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
