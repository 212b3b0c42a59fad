"""HTML: the visible text of the body, table cells in their rows. Scripts, styles and links do nothing."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.errors import InputError
from graph.minutes.draft import Paragraph
from graph.minutes.formats.html_guard import is_too_deep, plain
from graph.minutes.source import Source, check_length, decode

_SKIP = frozenset(
    [
        "script", "style", "head", "template", "noscript", "iframe", "object", "svg",
        "nav", "footer", "aside", "form", "button",
    ]
)  # fmt: skip
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "blockquote",
        "details",
        "summary",
        "pre",
        "br",
    ]
)
_DEFINITIONS = frozenset(("dt", "dd"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EMPHASIS = {"u": "underline", "ins": "underline", "b": "bold", "strong": "bold"}


class _Walk:
    """Goes through the tree once, without recursion on depth, and cuts it into paragraphs."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self.current = Paragraph()
        self.table = self.row = self.column = 0
        self.place: tuple[int, int, int] | None = None
        self.defining: tuple[int, int, int] | None = None  # where the list of definitions under way is

    def cut(self, kind: str = "text", level: int = 0) -> None:
        """End the paragraph under way and begin one of another kind, in the same cell if there is one."""
        if self.current.pieces:
            self.done.append(self.current)
        self.current = Paragraph("cell", 0, *self.place) if self.place else Paragraph(kind, level)

    def enter(self, tag: str) -> None:
        """Open an element."""
        if tag == "table":
            self.table += 1
        elif tag == "tr":
            self.row, self.column = self.row + 1, 0
        elif tag in ("td", "th"):
            self.cut()
            self.place = (self.table, self.row, self.column)
            self.column += 1
            self.cut()
        elif tag in _DEFINITIONS:
            self._enter_definition(tag)
        elif tag in _HEADINGS:
            self.cut("heading", _HEADINGS[tag])
        elif tag in _BLOCKS:
            self.cut("bullet" if tag == "li" else "text")

    def _enter_definition(self, tag: str) -> None:
        """A list of definitions is a table of two columns: a label, and one or more values in one cell."""
        self.cut()
        if tag == "dt" or self.defining is None:
            self.table += self.defining is None
            self.row += 1
        self.defining = (self.table, self.row, int(tag == "dd"))
        self.place = self.place or self.defining
        self.cut()

    def leave(self, tag: str) -> None:
        """Close an element."""
        if tag in _DEFINITIONS and self.place == self.defining:
            self.cut()
            self.place = None
            self.current = Paragraph()
        elif tag == "dl":
            self.cut()
            self.defining = None
        elif tag in ("td", "th") and self.place:
            self.cut()
            last = self.done[-1] if self.done else Paragraph()
            if (last.table, last.row, last.column) != self.place:
                self.done.append(Paragraph("cell", 0, *self.place))  # an empty cell keeps its place
            self.place = None
            self.current = Paragraph()
        elif tag in _HEADINGS or tag in _BLOCKS:
            self.cut()


def read(source: Source) -> tuple[list[Paragraph], tuple[str, ...]]:
    """Paragraphs of an HTML page."""
    text, warnings = decode(source)
    check_length(source, len(text))
    page = plain(text)
    if is_too_deep(page):
        raise InputError(
            source.name,
            "is dieper genest dan een gewone pagina",
            "open het in een browser en bewaar het opnieuw",
        )
    body = LexborHTMLParser(page).body
    walk = _Walk()
    if body is not None:
        _walk(body, walk)
    walk.cut()
    return walk.done, warnings


def _walk(body: LexborNode, walk: _Walk) -> None:
    emphasis: list[str] = []
    stack: list[tuple[LexborNode | None, str]] = [(body.child, "")]
    while stack:
        node, closing = stack.pop()
        if node is None:
            if closing:
                walk.leave(closing)
                if closing in _EMPHASIS and emphasis:
                    emphasis.pop()
            continue
        stack.append((node.next, closing))
        tag = str(node.tag)
        if tag == "-text":
            walk.current.add(str(node.text(deep=False)), frozenset(emphasis))
        elif tag not in _SKIP and not tag.startswith(("-", "!", "_")):
            walk.enter(tag)
            if tag in _EMPHASIS:
                emphasis.append(_EMPHASIS[tag])
            stack.append((node.child, tag))
