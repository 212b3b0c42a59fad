"""Agenda items (numbered rows, headings, numbered or bold lines), each with the text that belongs to it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from graph import ontology
from graph.minutes.labels import role_of, wording
from graph.minutes.model import AgendaItem, Line

_LONGEST_TITLE = 120  # characters
_LABELS = (
    "present",
    "absent",
    "guests",
    "members",
    "date",
    "time",
    "place",
    "chair",
    "note_taker",
)  # a heading of these is no agenda item
_LETTER = re.compile(r"^(?P<key>[A-Z])[.)]?\s+(?P<title>[A-ZÀ-Þ].*)$")
_FEWEST_LETTERS = 3  # items
_SHORTEST_CAPITALS = 6  # letters of a title in capitals
_SHORTEST_SENTENCE = 5  # words, with a full stop behind them


def items(text: str, lines: tuple[Line, ...], head: int) -> tuple[AgendaItem, ...]:
    """The agenda in order; an item runs up to the next one, the last to the end of the text.

    Args:
        text: The document's text.
        lines: Its lines.
        head: Where its head ends; no item stands before it.
    """
    starts: list[tuple[int, str | None, str | None]] = []
    lettered = _lettered(text, lines, head)
    below = _Below()
    for number, line in enumerate(lines):
        found = lettered.get(number) or _item(text, lines, number)
        if found and below.lists(found, line):
            continue
        if found and line.start >= min(head, lines[-1].start) and (not starts or starts[-1][0] < line.start):
            starts.append((line.start, *found))
    ends = [*(start for start, _, _ in starts[1:]), len(text)]
    return tuple(
        AgendaItem(key, title, start, end) for (start, key, title), end in zip(starts, ends, strict=False)
    )


@lru_cache(maxsize=1)
def _lists() -> frozenset[str]:
    """The headings of lists of actions and decisions."""
    headings = ontology.load_yaml("wording/lists.yaml")["headings"]
    return frozenset(word for words in headings.values() for word in words)


class _Below:
    """What stands below «4. Besluiten»: its numbers are those of a list, up to the item that goes on."""

    def __init__(self) -> None:
        """Below nothing."""
        self._above: str | None = None
        self._listed = 0

    def lists(self, found: tuple[str | None, str | None], line: Line) -> bool:
        """Whether what would be an item is one of the list; any other is the item above from now."""
        key, title = found
        if self._above is not None and line.kind not in ("heading", "cell") and not self._goes_on(key):
            self._listed += 1
            return True
        self._above = key if key and line.kind != "cell" and (title or "").lower() in _lists() else None
        self._listed = 0
        return False

    def _goes_on(self, key: str | None) -> bool:
        """Whether a number is the one behind that of the item above, and not the next of the list."""
        if not (key and key.isdigit() and self._above and self._above.isdigit()):
            return False
        return int(key) == int(self._above) + 1 != self._listed + 1


def _lettered(text: str, lines: tuple[Line, ...], head: int) -> dict[int, tuple[str, str]]:
    """The lines that are items by their letters, A and those behind it in order: number → key and title.

    A letter before a short line says little («C. Smit»); that all of them follow each other does.
    """
    found: dict[int, tuple[str, str]] = {}
    for number, line in enumerate(lines):
        plain = line.kind == "text" and line.start >= head
        match = _LETTER.match(text[line.start : line.end].strip()) if plain else None
        if match and ord(match["key"]) == ord("A") + len(found) and _is_title(match["title"]):
            found[number] = (match["key"], match["title"].rstrip(": "))
    return found if len(found) >= _FEWEST_LETTERS else {}


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """«4. Titel», «Agendapunt 4: Titel»; the first group is the number."""
    return re.compile(
        rf"^(?:{wording()['agenda_word']} )?({wording()['agenda_key']})(?: ?[.):/]|\s)\s*(?=\S)"
    )


def _item(text: str, lines: tuple[Line, ...], number: int) -> tuple[str | None, str | None] | None:
    line = lines[number]
    content = text[line.start : line.end].strip()
    if line.kind == "cell":
        return _row_item(text, lines, number, content)
    match = _numbered().match(content)
    rest = content[match.end() :] if match else content
    if line.kind == "heading":
        label = match is None and role_of(rest) in _LABELS
        return None if label else (match[1] if match else None, rest.rstrip(": "))
    if not match or not _is_title(rest):
        return None
    bold = any(mark.kind == "bold" and mark.end >= line.end - 1 for mark in line.marks)
    sign = content[match.end(1) : match.end()].strip()
    numbered = sign and sign in ".):/" and (match[1][0].isdigit() or match.start(1) > 0)
    return (match[1], rest.rstrip(": ")) if bold or numbered or in_capitals(rest) else None


def in_capitals(words: str) -> bool:
    """Whether words are written in capitals as titles are («WELKOM EN OPENING»), and are no abbreviation."""
    return words.isupper() and len(re.findall(r"[^\W\d_]", words)) >= _SHORTEST_CAPITALS


def _row_item(
    text: str, lines: tuple[Line, ...], number: int, content: str
) -> tuple[str | None, str | None] | None:
    line = lines[number]
    if line.column != 0 or not re.fullmatch(wording()["agenda_key"] + r"\.?", content):
        return None
    following = (lines[place] for place in range(number + 1, len(lines)))
    row = takewhile(lambda other: other.row == line.row, following)
    cell = next((other for other in row if other.column == 1), None)
    if cell is None or cell.start == cell.end:
        return None
    title = text[cell.start : cell.end].strip()
    return content.rstrip("."), title if _is_title(title) else None


def _is_title(content: str) -> bool:
    sentence_like = content.endswith((".", "!", "?", ";")) and len(content.split()) >= _SHORTEST_SENTENCE
    return 1 < len(content) <= _LONGEST_TITLE and not sentence_like
