"""Tables of portfolios: which column holds the themes, which their holders, which the deputies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph import ontology
from graph.dutch import names
from graph.facts.mentions import Mention
from graph.minutes.model import Cell, Table

_SHORT = 5  # words of a line that only announces a list
_FURTHER = re.compile(
    r" (?:met|van|voor|in|op|rond|aan|bij|tegen|zonder|door) [^\W\d_][\w -]+"
)  # «… met verblijf»
_LONGEST, _MOST_WORDS = 60, 6  # characters and words of a cell that is the name of a theme


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of `division` in `portfolios.yaml`, as patterns."""

    lead: re.Pattern[str]
    holder: re.Pattern[str]
    deputy: re.Pattern[str]
    theme: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    vacant: re.Pattern[str]


@lru_cache(maxsize=1)
def wording() -> Wording:
    """How lists and tables of portfolios are announced and headed."""
    words: dict[str, list[str]] = ontology.load_yaml("wording/portfolios.yaml")["division"]

    def either(name: str) -> str:
        return "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))

    return Wording(
        re.compile(rf"\b(?:{either('lead')})\b", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(words['before_holder'])})?(?:{either('holder')})\b", re.IGNORECASE),
        re.compile(rf"(?:{either('deputy')})", re.IGNORECASE),
        re.compile(rf"(?:{either('theme')})\b", re.IGNORECASE),
        re.compile(rf"(?:{either('since')})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either('until')})\b", re.IGNORECASE),
        re.compile(rf"\W*(?:{either('vacant')})\W*", re.IGNORECASE),
    )


def announces(line: str, *, title: bool) -> bool:
    """Whether a line announces a list of portfolios: a title, or a line that is short or ends in a colon."""
    heading = title or line.endswith(":") or len(line.split()) <= _SHORT
    return heading and bool(wording().lead.search(line))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cell of the theme, and those of the other columns where there are such."""

    theme: Cell
    holder: Cell | None
    deputy: Cell | None
    since: Cell | None = None


def rows(text: str, tables: tuple[Table, ...]) -> Iterator[Row]:
    """The rows of every table with a column for themes and one for their holders, without the heading."""
    for table in tables:
        yield from _unheaded(text, table)
        head, *rest = table.rows
        holder = _column(text, head, wording().holder)
        theme = _column(text, head, wording().theme, but=holder)
        deputy, since = (_column(text, head, words) for words in (wording().deputy, wording().since))
        if theme is not None and holder is not None:
            for row in rest:
                if theme in row:
                    yield Row(
                        row[theme],
                        row.get(holder),
                        None if deputy is None else row.get(deputy),
                        None if since is None else row.get(since),
                    )


def _unheaded(text: str, table: Table) -> Iterator[Row]:
    """The rows of a table of two columns without a heading, below a line that announces who does what."""
    above = text[: table.start].rstrip().rpartition("\n")[2]
    if not wording().lead.search(above) or any(set(row) != {0, 1} for row in table.rows):
        return
    holders = sum(_is_holder(text, row[1]) for row in table.rows)
    if holders * 3 >= len(table.rows) * 2 and not any(_is_holder(text, row[0]) for row in table.rows):
        yield from (Row(row[0], row[1], None) for row in table.rows)


def _is_holder(text: str, cell: Cell) -> bool:
    """Whether a cell names somebody in full, or nobody («vacant»)."""
    written = re.sub(r"\([^)]*\)", "", text[cell.start : cell.end]).strip()
    name = names.parse(written) if "," not in written else None
    full = name is not None and bool(name.given_name or name.initials or name.honorific)
    return full or wording().vacant.fullmatch(written) is not None


def _column(text: str, head: dict[int, Cell], words: re.Pattern[str], but: int | None = None) -> int | None:
    written = ((n, text[cell.start : cell.end].strip()) for n, cell in head.items() if n != but)
    return next((n for n, content in written if words.match(content)), None)


def new_themes(text: str, tables: tuple[Table, ...], known: list[Mention]) -> Iterator[Mention]:
    """What the column of themes names that the vocabulary does not know: a theme all the same."""
    ends = dict(sorted((mention.start, mention.end) for mention in known))
    starts = list(ends)
    for row in rows(text, tables):
        start, end = row.theme.start, row.theme.end
        label = text[start:end].strip()
        before = bisect_left(starts, end)  # themes that begin before the cell's end; the last may be in it
        is_known = before > 0 and ends[starts[before - 1]] > start
        if is_known and starts[before - 1] == text.find(label, start):
            is_known = not _FURTHER.fullmatch(
                text, ends[starts[before - 1]], text.find(label, start) + len(label)
            )
        if is_known or not label[:1].isalpha():
            continue
        if len(label) <= _LONGEST and len(label.split()) <= _MOST_WORDS and "\n" not in label:
            first = text.index(label, start)
            yield Mention(first, first + len(label), "theme", label[:1].upper() + label[1:])
