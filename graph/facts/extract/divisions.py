"""Lists and tables of portfolios: who has which, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.facts.context import Context
from graph.facts.extract.make import place
from graph.facts.model import Portfolio
from graph.facts.sentence import Sentence
from graph.facts.wording import Hit
from graph.minutes.model import Cell

_SHORT = 5  # words of a line that only announces the list


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of `division` in `portfolios.yaml`, as patterns."""

    lead: re.Pattern[str]
    holder: re.Pattern[str]
    deputy: re.Pattern[str]
    theme: re.Pattern[str]
    vacant: re.Pattern[str]


@lru_cache(maxsize=1)
def _wording() -> _Wording:
    words: dict[str, list[str]] = ontology.load_yaml("wording/portfolios.yaml")["division"]

    def either(name: str) -> str:
        return "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))

    return _Wording(
        re.compile(rf"\b(?:{either('lead')})\b", re.IGNORECASE),
        re.compile(rf"(?:{either('holder')})\b", re.IGNORECASE),
        re.compile(rf"(?:{either('deputy')})", re.IGNORECASE),
        re.compile(rf"(?:{either('theme')})\b", re.IGNORECASE),
        re.compile(rf"\W*(?:{either('vacant')})\W*", re.IGNORECASE),
    )


def lines(context: Context) -> Iterator[tuple[Sentence, Hit]]:
    """The lines of every list of portfolios, with the rule that reads them."""
    inside, of_item = False, None
    for sentence in context.sentences:
        if _announces(sentence):
            inside, of_item = True, sentence.item if sentence.title else of_item
            continue
        found = list(sentence.hits("listed"))
        inside = bool(found) and inside
        if inside or (found and of_item is not None and of_item == sentence.item):
            yield from ((sentence, hit) for hit in found)


def _announces(sentence: Sentence) -> bool:
    heading = sentence.title or sentence.text.endswith(":") or len(sentence.text.split()) <= _SHORT
    return heading and bool(_wording().lead.search(sentence.text))


def rows(context: Context) -> Iterator[Portfolio]:
    """The rows of every table with a column for themes, one for their holders, and perhaps one for deputies."""
    for table in context.minutes.tables:
        head, *rest = table.rows
        holder = _column(context, head, _wording().holder)
        theme = _column(context, head, _wording().theme, but=holder)
        deputy = _column(context, head, _wording().deputy)
        if theme is None or holder is None:
            continue
        for row in rest:
            if theme in row and holder in row:
                yield from _row(context, row[theme], row[holder], "holder")
            if theme in row and deputy is not None and deputy in row:
                yield from _row(context, row[theme], row[deputy], "deputy")


def _column(
    context: Context, head: dict[int, Cell], words: re.Pattern[str], but: int | None = None
) -> int | None:
    written = ((n, context.text[cell.start : cell.end].strip()) for n, cell in head.items() if n != but)
    return next((n for n, content in written if words.match(content)), None)


def _row(context: Context, theme: Cell, holder: Cell, capacity: str) -> Iterator[Portfolio]:
    """A portfolio for each theme of the one cell and each holder, or deputy, in the other."""
    themes, holders = _named(context, "theme", theme), _named(context, "person", holder)
    vacant = bool(_wording().vacant.fullmatch(context.text[holder.start : holder.end]))
    start, end = min(theme.start, holder.start), max(theme.end, holder.end)
    for label in themes if len(themes) == 1 or vacant or len(holders) == 1 else ():
        for person in holders or ((None,) if vacant else ()):
            yield Portfolio(
                id="",
                evidence=(place(context.text, start, end),),
                agenda_item=context.item_at(start),
                theme=label,
                holder=person,
                capacity=capacity if person or capacity == "deputy" else None,
                status="held" if person else "vacant",
            )


def _named(context: Context, kind: str, cell: Cell) -> list[str]:
    inside = context.mentions_in(cell.start, cell.end)
    return list(dict.fromkeys(mention.value for mention in inside if mention.kind == kind))
