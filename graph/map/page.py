"""The map as one HTML page that fetches nothing: pyvis' drawing library is in it, its policy forbids more."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from graph.answers.model import GovernanceMap
from graph.language import current
from graph.map import style
from graph.map.drawing import as_drawn, draw
from graph.map.folding import fold
from graph.map.lanes import with_lanes
from graph.map.layout import Board, lay_out
from graph.map.network import to_network
from graph.map.outline import Entry, outline
from graph.map.picture import bands

_HERE = Path(__file__).parent
_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"


def render(board: GovernanceMap, *, title: str, limit: int = style.MAX_NODES) -> str:
    """The map as a file of its own: heading, drawing, legend, and the same content as a list below it.

    `limit`: how many boxes are drawn at most; the list has them all.
    """
    told = f'<section class="legend" aria-label="{escape(style.LEGEND_HEADING)}">{legend()}</section>'
    network, places = _placed(board, limit)
    hidden = len(fold(board).nodes) - sum(1 for _, row in network.nodes(data="row") if row)
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        language=current(),
        title=escape(title),
        css=(_HERE / "page.css").read_text(encoding="utf-8"),
        before=f"<h1>{escape(title)}</h1>",
        region=escape(style.REGION_LABEL),
        width=places.width,
        height=places.height,
        legend=told,
        note=f"<p>{escape(style.left_out(hidden))}</p>" if hidden > 0 else "",
        after=_list(board),
        library=_library(),
        data=_as_script(_only_to_look_at(as_drawn(draw(network, places))) | bands(places)),
        drawing=_drawing(),
    )


def _placed(board: GovernanceMap, limit: int) -> tuple[nx.DiGraph, Board]:
    network = with_lanes(to_network(fold(board), limit=limit))
    return network, lay_out(network)


def _only_to_look_at(drawn: dict[str, Any]) -> dict[str, Any]:
    """Without what only a click asks for: which line or thing something is."""
    return drawn | {
        "nodes": [{name: each[name] for name in each if name != "about"} for each in drawn["nodes"]],
        "lines": [{name: each[name] for name in each if name != "lines"} for each in drawn["lines"]],
    }


def _drawing() -> str:
    """What draws, shared with the component on the screen: a page that stands by itself cannot import it."""
    shared = (
        (_HERE / "component" / "draw.js").read_text(encoding="utf-8").replace("export function", "function")
    )
    return shared + (_HERE / "page.js").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _library() -> str:
    """The vis-network that pyvis ships, safe inside a script element."""
    return files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8").replace("</script", "<\\/script")


def _as_script(value: dict[str, Any]) -> str:
    """JSON that cannot end the script element it stands in, whatever the minutes say."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def legend() -> str:
    """What the boxes mean, as HTML."""
    items = []
    for sign, words in style.LEGEND:
        look = style.LOOKS[sign]
        line = "solid" if look.dash is None else "dotted" if look.dash[0] < look.dash[1] else "dashed"
        box = f"background:{look.fill};border:{look.width}px {line} {look.border}"
        items.append(f'<li><span class="sign" style="{box}" aria-hidden="true"></span>{escape(words)}</li>')
    return f"<ul>{''.join(items)}</ul>"


def _list(board: GovernanceMap) -> str:
    sections = (
        f"<h3>{escape(section.heading)}</h3><ul>{''.join(map(_item, section.entries))}</ul>"
        for section in outline(board)
    )
    return f"<h2>{escape(style.LIST_HEADING)}</h2>{''.join(sections) or f'<p>{escape(style.EMPTY)}</p>'}"


def _item(entry: Entry) -> str:
    words = "; ".join(part for part in (entry.words, *entry.notes, *entry.relations) if part)
    quotes = "".join(
        f'<blockquote lang="nl">{escape(found.quote)}</blockquote>' for found in entry.evidence[:1]
    )
    return f"<li><strong>{escape(entry.name)}</strong>{f': {escape(words)}' if words else ''}{quotes}</li>"
