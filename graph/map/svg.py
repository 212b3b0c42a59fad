"""The map as SVG: for print and for documents, sharp at every size. The same places as on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from graph.map import labels, style


def svg(drawn: dict[str, Any], title: str) -> str:
    """What the browser would draw (the payload of a `Picture`), as an SVG document that refers to nothing."""
    width, height = drawn["size"]
    parts = (
        *(part for band in drawn["bands"] for part in _band(band, height)),
        *map(_line, drawn["lines"]),
        *(part for node in drawn["nodes"] for part in _box(node, drawn)),
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="{escape(style.FONT_FACE)}" font-size="{style.FONT_SIZE}">'
        f"<title>{_text(title)}</title>{_ARROW}"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


_ARROW = (
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    f'orient="auto"><path d="M0 0 8 4 0 8Z" fill="{style.LINE}"/></marker></defs>'
)


def _band(band: dict[str, Any], height: int) -> Iterator[str]:
    x, width = band["x"], band["width"]
    yield f'<rect x="{x}" y="0" width="{width}" height="{height}" fill="{band["tint"]}"/>'
    yield f'<rect x="{x}" y="0" width="{width}" height="4" fill="{band["bar"]}"/>'
    words = band["heading"].split(" ")
    half = (len(words) + 1) // 2
    lines = [" ".join(words[:half]), " ".join(words[half:])] if len(words) > 1 else words
    for number, line in enumerate(lines):
        y = 33 + (number - (len(lines) - 1) / 2) * 17
        yield (
            f'<text x="{x + width / 2}" y="{y}" text-anchor="middle" font-weight="bold" '
            f'fill="{band["bar"]}">{_text(line)}</text>'
        )


def _line(line: dict[str, Any]) -> str:
    dash = f' stroke-dasharray="{" ".join(map(str, line["dash"]))}"' if line["dash"] else ""
    arrow = ' marker-end="url(#arrow)"' if line["arrow"] else ""
    return (
        f'<path d="{line["path"]}" fill="none" stroke="{line["color"]}" '
        f'stroke-width="{line["width"]}"{dash}{arrow}/>'
    )


def _box(node: dict[str, Any], drawn: dict[str, Any]) -> Iterator[str]:
    margin = 2 * drawn["options"]["nodes"]["margin"]
    width, height = (node[f"{side}Constraint"]["minimum"] + margin for side in ("width", "height"))
    left, top = node["x"] - width / 2, node["y"] - height / 2
    dash = node["shapeProperties"]["borderDashes"]
    dashes = f' stroke-dasharray="{" ".join(map(str, dash))}"' if dash else ""
    yield (
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="5" '
        f'fill="{node["color"]["background"]}" stroke="{node["color"]["border"]}" '
        f'stroke-width="{node["borderWidth"]}"{dashes}/>'
    )
    yield from _lines(labels.lines(node["label"]), node)
    if node["mark"]:
        mark = drawn["marks"][node["mark"]]
        room = len(mark["words"]) * 7 + 8
        yield f'<rect x="{left}" y="{top - 15}" width="{room}" height="15" fill="{mark["tint"]}"/>'
        yield (
            f'<text x="{left + 4}" y="{top - 4}" font-size="{drawn["mark_size"]}" font-weight="bold" '
            f'fill="#ffffff">{_text(mark["words"])}</text>'
        )


def _lines(rows: Sequence[tuple[str, bool]], node: dict[str, Any]) -> Iterator[str]:
    first = node["y"] - (len(rows) - 1) * style.LINE_HEIGHT / 2 + 5
    for number, (said, is_bold) in enumerate(rows):
        bold = ' font-weight="bold"' if is_bold else ""
        yield (
            f'<text x="{node["x"]}" y="{first + number * style.LINE_HEIGHT}" text-anchor="middle"{bold} '
            f'fill="{node["font"]["color"]}">{_text(said)}</text>'
        )


def _text(said: str) -> str:
    """Escaped, and without the characters that XML does not have."""
    return escape("".join(sign for sign in said if sign >= " " or sign in "\t\n"))
