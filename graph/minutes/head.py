"""Where the head of minutes ends and what was said begins."""

from __future__ import annotations

import re

from graph.dutch import names
from graph.minutes.agenda import in_capitals
from graph.minutes.labels import PRESENCE, is_just_presence, role_of, wording
from graph.minutes.model import Line

_SEARCHED = 200  # lines among which a label of presence belongs to the head
_WITHOUT_ITEMS = 60  # lines of a head after which nothing looks like an agenda item
_SEVERAL = 3  # rows of a table that begin an item, or lines of running text
_LONG = 90  # characters of a line that says something
_TITLE_LINES = 4  # a heading among these is the title of the document
_LONGEST_LABEL = 60  # characters


def end_of_head(text: str, lines: tuple[Line, ...]) -> int:
    """The offset of the first agenda item behind the last label of presence near the top.

    Presence is labelled further on too («Insprekers», a list at the end), where it is no head.
    """
    last, begun, told = -1, 0, 0
    for number, line in enumerate(lines[:_SEARCHED]):
        if begun >= _SEVERAL or told >= _SEVERAL:
            break
        if _presence(text, line):
            last, told = number, 0
        item = _begins_item(text, line, top=False)
        begun += item and line.kind == "cell"
        told += line.end - line.start >= _LONG and bool(
            re.search(r"[a-z]\.\W*$", text[line.start : line.end])
        )
    for number, line in enumerate(lines):
        if number > last and _begins_item(text, line, top=last < 0 and number < _TITLE_LINES):
            return line.start
    return lines[_WITHOUT_ITEMS].start if len(lines) > _WITHOUT_ITEMS else len(text)


def _presence(text: str, line: Line) -> str | None:
    """The presence that a line labels: who was there, was not, or came as a guest."""
    label = text[line.start : line.end].split(":", maxsplit=1)[0]
    role = role_of(label) if len(label) <= _LONGEST_LABEL else None
    inside = line.kind == "cell" and bool(line.column)  # where an action may begin with such a word
    return role if role in PRESENCE and not (inside and not is_just_presence(label)) else None


def _begins_item(text: str, line: Line, *, top: bool) -> bool:
    """Whether an agenda item begins here; `top`: where a heading is the title of the document."""
    content = text[line.start : line.end].strip()
    if line.kind == "heading":
        return not top and role_of(content) is None
    if line.kind == "cell":
        return line.column == 0 and bool(re.fullmatch(wording()["agenda_key"] + r"\.?", content))
    key = rf"^(?:{wording()['agenda_word']} ?)?{wording()['agenda_key']}"
    match = re.match(rf"{key}(?:[.):]| /)\s+(?=\S)", content)
    if match is None:
        match = re.match(rf"{key}\s+(?=\S)", content)
        return match is not None and in_capitals(content[match.end() :])
    return names.parse(content[match.end() :].split("(")[0]) is None
