"""Markup inside a line: tags and Markdown become emphasis; what they would run or fetch is dropped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from graph.minutes.draft import Paragraph

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]{0,2000}>|<!--(?:(?!<!--).){0,10000}?-->", re.DOTALL)
_SILENT = re.compile(
    r"<(script|style|iframe|object|svg|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_BREAKS = frozenset(
    [
        "p",
        "br",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "details",
        "summary",
        "section",
        "article",
        "blockquote",
    ]
)
_EMPHASIS = {"u": "underline", "ins": "underline", "b": "bold", "strong": "bold"}
_MARKDOWN = re.compile(
    r"(\*\*\*|\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"
)
_NO_LETTER = re.compile(r"&(#[xX]?[0-9a-fA-F]{9})")
_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^()\s]{0,1000}(?:\([^()\s]*\)[^()\s]*)?\)")


def split(line: str, make: Paragraph, *, markdown: bool) -> Iterator[Paragraph]:
    """The paragraphs that one line of source stands for, all placed as `make` is (kind, table, row…)."""
    line = _SILENT.sub(" ", line)
    if markdown:
        line = _LINK.sub(lambda match: "" if match[0].startswith("!") else match[1], line)
    current, emphasis, last = _like(make), frozenset[str](), 0
    for tag in _TAG.finditer(line):
        _add(current, line[last : tag.start()], emphasis)
        last = tag.end()
        name = (tag[2] or "").lower()
        if name in _BREAKS and current.pieces:
            yield current
            current = _like(make)
        elif name in _EMPHASIS:
            kind = frozenset({_EMPHASIS[name]})
            emphasis = emphasis - kind if tag[1] else emphasis | kind
    _add(current, line[last:], emphasis)
    if current.pieces:
        yield current


def _like(make: Paragraph) -> Paragraph:
    return Paragraph(make.kind, make.level, make.table, make.row, make.column)


def _add(paragraph: Paragraph, text: str, emphasis: frozenset[str]) -> None:
    last = 0
    marked = "*" in text or "_" in text
    for match in _MARKDOWN.finditer(text) if marked else ():
        paragraph.add(_unescaped(text[last : match.start()]), emphasis)
        bold = emphasis | {"bold"} if match[1] else emphasis
        paragraph.add(_unescaped(match[2] or match[3] or match[4]), bold)
        last = match.end()
    rest = _unescaped(text[last:])
    if rest.strip() or (rest and paragraph.pieces):
        paragraph.add(rest, emphasis)


def _unescaped(text: str) -> str:
    """The text with «&eacute;» and «&#233;» as letters; a number that no letter has stays as it is."""
    return html.unescape(_NO_LETTER.sub(lambda match: f"&amp;{match[1]}", text)) if "&" in text else text
