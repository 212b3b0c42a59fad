"""Where the minutes of another meeting begin in the same file; they are left alone, and reported."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.dutch import dates
from graph.minutes.labels import PRESENCE, role_of, wording
from graph.minutes.model import Line

_LONGEST = 160  # characters of such a heading
_FIRST_LINES = 5  # of the document itself
_REACH = 14  # lines below the heading, among which somebody is said to be present


def annex(text: str, lines: tuple[Line, ...]) -> Line | None:
    """The line that heads the minutes of a second meeting; None when there is one meeting only.

    It names a document («Verslag werkgroep Milieu, 9 januari»), with a date of its own, and a list of those
    present follows. An annex that is no report of a meeting stays part of the document.
    """
    for number, line in enumerate(lines[_FIRST_LINES:], start=_FIRST_LINES):
        content = text[line.start : line.end]
        heads = _heading().match(content) or (line.kind == "heading" and _excerpt().match(content))
        if line.kind == "cell" or len(content) > _LONGEST or not heads:
            continue
        if not any(_presence(text, other) for other in lines[:number]):
            continue  # who was at the first meeting is still to come
        if _excerpt().match(content):
            return line
        below = lines[number + 1 : number + 1 + _REACH]
        dated = [content, *(text[other.start : other.end] for other in below[:4])]
        if any(dates.exact(part) for part in dated) and any(_presence(text, other) for other in below):
            return line
    return None


@lru_cache(maxsize=1)
def _heading() -> re.Pattern[str]:
    return re.compile(
        rf"^\W*(?:(?:bijlage|annex)\b[\s\w]{{0,4}}[:.–-]?\s*)?(?:{wording()['document_words']})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _excerpt() -> re.Pattern[str]:
    """A heading over what another body's minutes say («Uit het verslag van de programmaraad»)."""
    return re.compile(wording()["excerpt"], re.IGNORECASE)


def _presence(text: str, line: Line) -> bool:
    return role_of(text[line.start : line.end].split(":", maxsplit=1)[0]) in PRESENCE
