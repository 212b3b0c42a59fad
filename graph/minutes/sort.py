"""What sort of document a file is, and whether it is a concept, as its title and first lines say."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.minutes.labels import wording
from graph.minutes.model import Field, Line

CONCEPT, ADOPTED = "concept", "adopted"
MINUTES, DECISIONS, DIVISION, MEMBERS = "minutes", "decision_list", "portfolio_division", "member_list"
DECISION = "person_decision"  # no file: what a person decided, told like a document
_FIRST_LINES, _TOP_LINES = 8, 3
_LONGEST_TITLE = 150  # characters


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sort, re.compile(words, re.IGNORECASE)) for sort, words in wording()["sorts"].items())


def sort_of(title: str | None, text: str, lines: tuple[Line, ...]) -> str:
    """The sort of source: minutes, decision_list, portfolio_division or member_list.

    The title decides; a heading further down does not: minutes may hold a list of members too.
    """
    if re.search(wording()["minutes"], title or "", re.IGNORECASE):
        return MINUTES
    top = [text[line.start : line.end] for line in lines[:_TOP_LINES] if line.kind in ("heading", "text")]
    for content in [title or "", *(part for part in top if len(part) <= _LONGEST_TITLE)]:
        for sort, pattern in _patterns():
            if pattern.search(content):
                return sort
    return MINUTES


@lru_cache(maxsize=1)
def _versions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = wording()["versions"]
    return re.compile(words["concept"], re.IGNORECASE), re.compile(words["adopted"], re.IGNORECASE)


def version_of(
    title: str | None, text: str, lines: tuple[Line, ...], fields: tuple[Field, ...]
) -> str | None:
    """`concept` or `adopted` where the document says which; None where it does not."""
    concept, adopted = _versions()
    status = [
        text[field.start : field.end]
        for field in fields
        if field.label.strip().lower().startswith(("status", "versie"))
    ]
    top = [text[line.start : line.end] for line in lines[:_TOP_LINES] if line.kind in ("heading", "text")]
    for content in [*status, title or "", *(part for part in top if len(part) <= _LONGEST_TITLE)]:
        if concept.search(content):
            return CONCEPT
        if adopted.search(content):
            return ADOPTED
    last = [text[line.start : line.end] for line in lines[-_FIRST_LINES:]]
    return ADOPTED if any(_SIGNED.match(part.strip()) for part in last) else None


_SIGNED = re.compile(
    r"(?:aldus )?(?:vastgesteld|goedgekeurd) (?:in|op|door|te|d\.d\.)\b.{0,80}\d", re.IGNORECASE
)
