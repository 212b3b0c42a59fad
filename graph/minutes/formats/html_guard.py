"""What a page must be before an HTML parser sees it: not nested so deep, or so often reopened, that it hangs.

Parsers take quadratic time over depth, and open formatting elements that nobody closed again and again; at
most three of each are reopened when they have no attributes.
"""

from __future__ import annotations

import re

_DEEPEST = 500  # elements inside each other
_FOREIGN = re.compile(
    r"<(?:svg|math)\b[^<>]*/>"
    r"|<(script|style|iframe|object|svg|math|template|noscript)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_FORMATTING = re.compile(r"<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\s[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)")
_VOID = frozenset(
    (
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
        "link", "meta", "param", "source", "track", "wbr",
    )
)  # fmt: skip
_IN_TABLES = frozenset(("table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"))
_ENDED_BY = {
    "p": frozenset(["p"]),
    "li": frozenset(["p", "li"]),
    "dt": frozenset(["p", "dt", "dd"]),
    "dd": frozenset(["p", "dt", "dd"]),
    "td": frozenset(["p", "li", "td", "th"]),
    "th": frozenset(["p", "li", "td", "th"]),
    "tr": frozenset(["p", "li", "td", "th", "tr"]),
    "option": frozenset(["option"]),
}  # which open elements end, unsaid, where another begins


def plain(text: str) -> str:
    """The page without what is no text of it, and with formatting elements that have no attributes."""
    return _FORMATTING.sub(r"<\1>", _FOREIGN.sub(" ", text))


def is_too_deep(text: str) -> bool:
    """Whether more elements are open at some place than any page needs."""
    path: list[str] = []
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if tag[1]:
            _close(path, name)
        elif name not in _VOID:
            ended = _ENDED_BY.get(name, frozenset())
            while path and path[-1] in ended:
                path.pop()
            path.append(name)
            if len(path) > _DEEPEST:
                return True
    return False


def _close(path: list[str], name: str) -> None:
    """End an element with all that is open in it; from inside a table only what belongs to tables ends it."""
    for place in range(len(path) - 1, -1, -1):
        if path[place] == name:
            del path[place:]
            return
        if path[place] in _IN_TABLES and name not in _IN_TABLES:
            return
