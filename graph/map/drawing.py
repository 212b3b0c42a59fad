"""Boxes and lines as pyvis holds them, physics off, every coordinate computed beforehand."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
from pyvis.network import Network

from graph.answers.model import MapEdge, MapNode
from graph.map import boxes, style
from graph.map.layout import Board, Place

_VIS_MARGIN = 4  # vis adds it outside the constraints; with 0 it draws no box at all

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
    """A pyvis network with the boxes where the board says."""
    drawing = Network(directed=True, cdn_resources="in_line")
    numbers = {node: number for number, node in enumerate(network.nodes)}
    for node, row in network.nodes(data="row"):
        place = board.places[node]
        drawing.add_node(numbers[node], **(_box(row, place) if row else _lane(place)))
    for source, target, edge in network.edges(data=True):
        line = _line(edge["row"], board.places[source], board.places[target])
        line["arrows"]["to"]["enabled"] = edge["arrow"]
        drawing.add_edge(numbers[source], numbers[target], **line)
    drawing.options = OPTIONS
    return drawing


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


def _lane(place: Place) -> dict[str, Any]:
    """A point that no one sees; it only leads a line past the boxes of a column."""
    return {
        "label": " ",
        "x": place.x,
        "y": place.y,
        "shape": "dot",
        "size": 0.1,
        "opacity": 0,
        "chosen": False,
    }


def _label(row: MapNode) -> str:
    """The name in bold, the words under it. vis reads tags in a label, so the text's own are escaped."""
    name, words = boxes.lines(row)
    return "\n".join([f"<b>{_escaped(line)}</b>" for line in name] + [_escaped(line) for line in words])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _line(row: MapEdge, source: Place, target: Place) -> dict[str, Any]:
    dash = style.EDGE_DASH.get(row.status)
    return {
        "color": {"color": style.LINE, "hover": style.INK, "opacity": 0.75},
        "width": 1.3,
        "hoverWidth": 1.2,
        "dashes": list(dash) if dash else False,
        "arrows": {"to": {"scaleFactor": 0.45}},
        "smooth": _curve(source, target),
    }


def _curve(source: Place, target: Place) -> dict[str, Any]:
    if source.x != target.x:
        return {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}
    distance = abs(source.y - target.y)
    if distance < (source.height + target.height) / 2 + 2 * style.ROW_GAP:
        return {"enabled": False, "type": "continuous", "roundness": 0}  # next-door: straight
    kind = "curvedCW" if source.y < target.y else "curvedCCW"  # both bulge to the right
    return {"enabled": True, "type": kind, "roundness": _bulge(distance)}


def _bulge(distance: float) -> float:
    """The roundness with which vis' curve clears the boxes between its ends.

    vis puts the control point (r + 1) / 2 · sin(90° · r) times the distance sideways; half of that is bulge.
    """
    needed = 2 * (style.BOX_WIDTH / 2 + style.COLUMN_GAP / 3) / distance
    steps = (step / 20 for step in range(1, 21))
    return next((r for r in steps if (r + 1) / 2 * math.sin(math.pi / 2 * r) >= needed), 1.0)
