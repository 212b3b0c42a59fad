"""What stands at the head of minutes: labelled fields, the title, and from them the meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from graph import ontology
from graph.dutch import dates
from graph.minutes.model import Field, Line, Meeting

_TIME = re.compile(r"\b([01]?\d|2[0-4])[.:]([0-5]\d)\b")
_LABELLED = re.compile(r"^\s*(?P<label>[^\s:\t][^:\t]{0,48}?)\s*(?:\([^()]*\)\s*)?:(?=\s|$)\s*")
_HEAD_LINES = 60
_LETTERHEAD_LINES = 15  # among these a label that the wording does not know is a label too
_LONGEST_LABEL, _LABEL_WORDS = 60, 5  # on a line: characters, words
_LONGEST_CELL, _CELL_WORDS = 50, 6  # in a cell
_SHORTEST_TITLE, _LONGEST_TITLE = 9, 150  # characters
_LONGEST_BODY = 90  # characters


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The wording of heads, from `ontology/wording/headings.yaml`."""
    loaded: dict[str, Any] = ontology.load_yaml("wording/headings.yaml")
    return loaded


@lru_cache(maxsize=1)
def _labels() -> list[tuple[str, str]]:
    pairs = [(word, role) for role, words in wording()["fields"].items() for word in words]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


@lru_cache(maxsize=1024)
def role_of(label: str) -> str | None:
    """What a label stands for (`date`, `present`, `chair`, …), or None when the wording does not know it."""
    clean = re.sub(r"[\s:]+", " ", re.sub(r"\([^)]*\)", "", label)).strip().lower().rstrip(".")
    for word, role in _labels():
        if clean == word.rstrip(".") or (clean.startswith(word + " ") and len(clean) < len(word) + 25):
            return role
    return "absent" if re.search(wording()["absence"], clean) else None


def fields(text: str, lines: tuple[Line, ...]) -> tuple[Field, ...]:
    """Label-and-value pairs: rows of two cells, and lines «Label: value», up to the first agenda item."""
    found: list[Field] = []
    head = lines[:_HEAD_LINES]
    for number, line in enumerate(head):
        content = text[line.start : line.end]
        if line.kind == "cell":
            if line.column == 0 and _short(content):
                found.extend(_cell_field(content, line, head[number + 1 :]))
            continue
        match = _LABELLED.match(content)
        if match and _is_field(match["label"], number):
            found.append(Field(match["label"], line.start + match.end(), line.end))
        elif role_of(content) in ("present", "absent", "guests") and _is_label(content):
            found.append(Field(content.strip(" :"), line.end, line.end))
    return tuple(found)


def _is_field(label: str, number: int) -> bool:
    """Whether what stands before a colon is a label: a known one, or any on the first lines."""
    return bool(role_of(label) or number < _LETTERHEAD_LINES) and len(label.split()) <= _LABEL_WORDS


def _is_label(content: str) -> bool:
    """Whether a line by itself can be a label; «Dhr. A is verhinderd.» is a sentence."""
    return len(content) < _LONGEST_LABEL and not content.rstrip().endswith((".", "!", "?", ";"))


def _short(content: str) -> bool:
    return 1 < len(content.strip()) <= _LONGEST_CELL and len(content.split()) <= _CELL_WORDS


def _cell_field(label: str, line: Line, following: tuple[Line, ...]) -> list[Field]:
    values = [other for other in following if other.row == line.row and other.column == 1]
    if not values or re.fullmatch(wording()["agenda_key"] + r"\.?", label.strip()):
        return []
    return [Field(label.strip(" :"), values[0].start, values[-1].end)]


def title(text: str, lines: tuple[Line, ...]) -> str | None:
    """The title: the first line that names a kind of document, else the first heading or line of text."""
    words = re.compile(r"\b" + wording()["document_words"] + r"\b", re.IGNORECASE)
    short = [line for line in lines[:25] if line.end - line.start <= _LONGEST_TITLE]
    plain = [line for line in short if line.kind in ("heading", "text")]
    for line in plain:
        if words.match(text[line.start : line.end]) and line.end - line.start >= _SHORTEST_TITLE:
            return text[line.start : line.end]
    numbered = re.compile(rf"^{wording()['agenda_key']}[.)]?\s")
    named = [line for line in plain if not numbered.match(text[line.start : line.end])]
    first = min(named, key=lambda line: (line.kind != "heading", line.start), default=None)
    return text[first.start : first.end] if first else None


def _value(text: str, found: tuple[Field, ...], role: str) -> str | None:
    for item in found:
        if role_of(item.label) == role and item.end > item.start:
            return text[item.start : item.end].strip()
    return None


def _body(heading: str | None) -> str | None:
    """The body in a title: what remains without the words for the document and the date."""
    if not heading:
        return None
    rest = re.sub(r"^\W*" + wording()["document_words"] + r"\b", " ", heading, flags=re.IGNORECASE)
    for item in reversed(dates.find(rest, None)):
        rest = rest[: item.start] + " " + rest[item.end :]
    noise, before = wording()["title_noise"], None
    while before != rest:
        before = rest
        rest = re.sub(rf"^[\W_]*{noise}[\W_]", " ", rest.strip(), flags=re.IGNORECASE)
    tail = rf"[\s,\-–:|(]*(?:{noise}[\s,\-–:|(.]*)*$"
    rest = re.sub(tail, "", rest.strip(), flags=re.IGNORECASE)
    rest = re.sub(r"\s+", " ", rest).strip(" ,-–:|.")
    return rest if 1 < len(rest) <= _LONGEST_BODY and re.search(r"[A-Z]", rest) else None


def _combined(texts: list[str], body: str | None) -> tuple[str, ...]:
    for content in texts:
        for pattern in wording()["combined"]:
            for part in [content, *re.findall(r"\(([^()]+)\)", content)]:
                match = re.search(pattern, part.strip())
                if match:
                    pair = [match[name].strip() for name in ("other", "own") if name in match.re.groupindex]
                    return tuple(name for name in pair if name != body)
    return ()


def meeting(text: str, lines: tuple[Line, ...], found: tuple[Field, ...]) -> Meeting:
    """The meeting that the head describes. What it does not say is None."""
    heading = title(text, lines)
    when = _value(text, found, "date")
    date = next((day for source in (when, heading) if source and (day := dates.exact(source))), None)
    if date is None:
        opening = text[: lines[min(len(lines), 12) - 1].end] if lines else ""
        date = dates.exact(opening)
    body = _value(text, found, "body") or _body(heading)
    times = _TIME.findall(" ".join(filter(None, (_value(text, found, "time"), _without_date(when)))))
    clock = [f"{int(hour):02d}:{minute}" for hour, minute in times[:2]]
    heads = [content for role in ("time", "date", "subject") if (content := _value(text, found, role))]
    return Meeting(
        body=body,
        kind=_kind(body),
        date=date.isoformat() if date else None,
        start=clock[0] if clock else None,
        end=clock[1] if len(clock) > 1 else None,
        place=_value(text, found, "place"),
        combined_with=_combined([*heads, heading or ""], body),
    )


def _without_date(content: str | None) -> str | None:
    if content is None:
        return None
    for item in reversed(dates.find(content, None)):
        content = content[: item.start] + content[item.end :]
    return content


def _kind(body: str | None) -> str | None:
    lowered = (body or "").lower()
    return next((kind for kind in wording()["meeting_kinds"] if kind in lowered), None)
