"""Labels as vis reads them: a line between <b> tags is bold, all else is meant as text.

vis 9.1 cannot undo entities: at an ampersand it takes the whole label for a regular expression, which shows
`&amp;` as it stands and stops at a label that is none. So an ampersand is written as its wide form, and what
would be a tag is broken by a sign without width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WIDE, _NO_WIDTH = "\uff06", "\u2060"
_TAG = re.compile(r"<(?=/?(?:b|i|code)>)")
_BOLD = re.compile(r"<b>(.*)</b>")


def label(bold: Iterable[str], plain: Iterable[str]) -> str:
    """A label of these lines."""
    return "\n".join([f"<b>{_text(line)}</b>" for line in bold] + [_text(line) for line in plain])


def lines(written: str) -> list[tuple[str, bool]]:
    """The lines of a label as they were, and whether each is bold."""
    found = ((line, _BOLD.fullmatch(line)) for line in written.split("\n"))
    return [(_undone(bold[1] if bold else line), bold is not None) for line, bold in found]


def _text(line: str) -> str:
    return _TAG.sub(f"<{_NO_WIDTH}", line).replace("&", _WIDE)


def _undone(line: str) -> str:
    return line.replace(f"<{_NO_WIDTH}", "<").replace(_WIDE, "&")
