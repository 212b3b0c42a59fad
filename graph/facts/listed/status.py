"""How an action stands, by the words in its cell or at its end."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.facts.listed.sections import wording

_LAST_WORDS = re.compile(r"[.:–(-]\s*([^.:()–-]{1,40})[.)\s]*$")


@lru_cache(maxsize=1)
def _statuses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?!\w)"))
        for code, words in wording()["statuses"].items()
    )


def status_of(content: str) -> str | None:
    """The status that a cell's first words say; None when they say none."""
    lowered = content.lower().strip(" (*_-–:.")
    found = [(code, match) for code, pattern in _statuses() if (match := pattern.match(lowered))]
    return max(found, key=lambda pair: pair[1].end())[0] if found else None


def closing(text: str) -> tuple[str, int]:
    """The status in the last words of an item («… rondsturen. Gereed»), and where what comes before ends."""
    match = _LAST_WORDS.search(text)
    status = status_of(match[1]) if match else None
    return (status, match.start()) if match and status else ("open", len(text))
