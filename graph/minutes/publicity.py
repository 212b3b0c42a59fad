"""What of a document is closed (*besloten*): all of it, or agenda items, as its title and its words say.

In doubt closed: a sentence that closes the doors closes the item that it stands in and those behind it, up to
one that opens them again.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.minutes.labels import wording
from graph.minutes.model import AgendaItem, Field, Line

PUBLIC, CLOSED = "public", "closed"
_TOP_LINES = 4
_LONGEST_TITLE = 150  # characters


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words, re.IGNORECASE) for name, words in wording()["publicity"].items()}


def of_document(title: str | None, text: str, lines: tuple[Line, ...], fields: tuple[Field, ...]) -> str:
    """Whether the whole document is closed: its title, its first lines or one of these labels say so."""
    top = [
        line for line in lines[:_TOP_LINES] if line.kind != "cell" and line.end - line.start < _LONGEST_TITLE
    ]
    said = [title or "", *(text[line.start : line.end] for line in top)]
    said += [text[field.start : field.end] for field in fields if _patterns()["label"].search(field.label)]
    return CLOSED if any(map(_is_closed, said)) else PUBLIC


def _is_closed(words: str) -> bool:
    """«Besloten vergadering», but not «Openbare besluitenlijst van de besloten vergadering»."""
    patterns = _patterns()
    return bool(patterns["closed"].search(words)) and not patterns["public"].match(words)


def of_items(text: str, items: tuple[AgendaItem, ...], document: str) -> tuple[AgendaItem, ...]:
    """The agenda with the items marked that are closed."""
    if document == CLOSED:
        return tuple(replace(item, publicity=CLOSED) for item in items)
    marked, behind_closed_doors = [], False
    for item in items:
        said = _patterns()
        title, words = item.title or "", text[item.start : item.end]
        closes = said["closes"].search(words)
        if said["public_part"].search(title):
            behind_closed_doors = False
        closed = behind_closed_doors or bool(closes) or _is_closed(title)
        if closes or said["closed_part"].search(title):
            behind_closed_doors = True
        opens = said["opens"].search(words) if behind_closed_doors else None
        if opens and not (closes and closes.start() > opens.start()):
            behind_closed_doors = False
        marked.append(replace(item, publicity=CLOSED) if closed else item)
    return tuple(marked)
