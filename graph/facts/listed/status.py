"""How an action stands, by the words in its cell or at its end."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.facts.listed.sections import wording

_IN_BRACKETS = re.compile(r",\s*([^,()]{1,40})\)\W*$")  # «(Els Vos, gereed)»
_TICK = re.compile(r"^\s*(?:\[[xXvV✓]\]|[☑☒])\s")
_BEHIND_OWNER = re.compile(
    r"\)\s*[:–-]\s*(?=\S)"
)  # «… bijwerken (Els Vos): loopt, de helft heeft gereageerd»
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


def is_status(written: str) -> bool:
    """Whether words say no more than how an action stands."""
    return len(written) > 1 and any(written.lower() in words for words in wording()["statuses"].values())


def closing(text: str) -> tuple[str, int]:
    """The status in the last words of an item («… rondsturen. Gereed»), and where what comes before ends."""
    match = _LAST_WORDS.search(text)
    status = status_of(match[1]) if match else None
    if match and status:
        return status, match.start()
    behind = _BEHIND_OWNER.search(text)
    told = status_of(text[behind.end() :]) if behind else None
    if behind and told:
        return told, behind.start() + 1
    inside = _IN_BRACKETS.search(text)
    return (status_of(inside[1]) if inside else None) or "open", len(text)


def is_ticked(line: str) -> bool:
    """Whether the box before an action is ticked («[x] planning maken»)."""
    return bool(_TICK.match(line))
