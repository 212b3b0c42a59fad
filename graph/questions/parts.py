"""Several questions in one: «wie … en wanneer …?»."""

from __future__ import annotations

import re

_NEXT = re.compile(
    r"\s*(?:[?;.,]\s+(?:en\s+)?|\s(?:en|and)\s)"
    r"(?=(?:(?:op|met|door|bij|van|voor|aan|in|sinds|from|by|with|for|to)\s)?"
    r"(?:wie|wat|wanneer|waar|waarom|hoe|hoeveel|welke?|is|zijn|was|staat|heeft|who|what|when|where|why|how|which)\b)",
    re.IGNORECASE,
)


def parts(question: str) -> tuple[str, ...]:
    """The questions that one text asks, in order; the text alone when it asks one."""
    found = tuple(part.strip(" ?") for part in _NEXT.split(question.strip(" ?")))
    return tuple(part for part in found if part) if len(found) > 1 else (question,)
