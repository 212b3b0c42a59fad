"""Stretches of a document under a heading that announces a list: of actions, of decisions, or of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Any

from graph import ontology
from graph.minutes.model import Line, Minutes, Table

_DATED = r"(?:d\.?d\.?|van|per|n\.a\.v\.|uit|t/m|tot en met)?\s*[\d\-/.]+\s*(?:\w+\s*\d{4})?"
_TAIL = re.compile(rf"[\s:.*_]*(?:\([^()]*\)|{_DATED})?[\s:.*_]*$")
_TICKED = re.compile(r"^\s*(?:\[[ xXvV✓]?\]|[☐☑☒])\s")
_WITH_OWNER = re.compile(r"\s[–-]\s\S.{0,60}$|\([^()]{2,60}\)(?:\s*:[^:]{1,40})?[\s.;]*$")
_NUMBER = re.compile(
    r"^[\W_]*(?:(?:agendapunt\s+)?\d{1,2}[a-z]?(?:\.\d{1,2})*[.):]?\s+|[a-zA-Z][.)]\s+)?", re.IGNORECASE
)
_LONGEST = 60  # characters of a heading
_OPEN_DECISION = re.compile(r"^\W*(?:besluit|besluiten)\s*:\s*(?:[^.:;]{0,60}):?\s*$", re.IGNORECASE)
_LETTER = re.compile(r"^\s*(?:[a-z]|\d{1,2}|i{1,3}|iv)[.)]\s+\S")
_MOST_LETTERS = 12
_LABEL_REACH = 1  # paragraphs of running text that a mere label («Actie:») announces


@dataclass(frozen=True, slots=True)
class Section:
    """The lines and tables under such a heading. `kind` is actions, decisions or both."""

    kind: str
    heading: Line
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    boxed: bool = False  # every line is one: they are lettered below «Besluit: het bestuur»
    reviewed: bool = False  # the actions of before are gone through: a line says how one stands


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The wording of lists, from `ontology/wording/lists.yaml`."""
    loaded: dict[str, Any] = ontology.load_yaml("wording/lists.yaml")
    return loaded


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in wording()["headings"].items() for word in words}


@lru_cache(maxsize=2048)
def kind_of(heading: str) -> str | None:
    """What a heading announces, or None when it announces no list."""
    if len(heading) > _LONGEST:
        return None
    clean = _before().sub("", _NUMBER.sub("", heading.strip()))
    return _kinds().get(_TAIL.sub("", clean).strip().lower())


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """What a heading says of the meeting that its actions come from («van vorige keer»)."""
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, wording()['before']))})(?=\W*$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _decides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence ends that leads up to decisions («het college besluit:»), and what makes it none."""
    leads, unless = (wording()[key] for key in ("decides", "decides_not"))
    return re.compile(rf"(?:^|[.;]\s)[^.;]*\b(?:{leads})\b[^.:;]{{0,60}}:\s*$", re.IGNORECASE), re.compile(
        rf"\b(?:{unless})\b", re.IGNORECASE
    )


def leads_to_decisions(content: str) -> bool:
    """Whether a line ends by announcing that what follows is decided."""
    said = content.rstrip()
    if not said.endswith(":"):  # most lines, and the pattern looks at all of one before it finds out
        return False
    leads, unless = _decides()
    match = leads.search(said)
    return bool(match and not unless.search(match[0]))


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    """The end of a sentence that leads up to the actions of before («de actielijst loopt men door:»)."""
    return re.compile(rf"\b(?:{wording()['reviews']})\b[^.:;]*:\s*$", re.IGNORECASE)


def sections(minutes: Minutes) -> Iterator[Section]:
    """Every such stretch, in order; one that a label inside an item announces ends with its list."""
    starts = frozenset(item.start for item in minutes.agenda)
    lines = minutes.lines
    by_number = {table.number: table for table in minutes.tables}
    for number, line in enumerate(lines):
        if line.start < minutes.head or line.kind not in ("heading", "text", "bullet"):
            continue
        content = minutes.quote(line)
        kind = kind_of(content)
        if line.kind == "bullet" and not content.rstrip().endswith(":"):
            if _TICKED.match(content):
                yield Section("actions", line, (line,), ())
            continue
        if kind is None and line.kind == "text" and _leads().search(content):
            gone_through = tuple(takewhile(lambda other: other.kind == "bullet", lines[number + 1 :]))
            yield Section("actions", line, gone_through, (), reviewed=True)
            continue
        if kind is None:
            decided = _decided(minutes, lines, number)
            if decided:
                yield Section("decisions", line, decided, (), boxed=True)
            continue
        heads = line.kind == "heading" or line.start in starts
        numbered = frozenset() if heads else _numbered_on(minutes, lines[number + 1 :], starts)
        following = list(_following(minutes, lines[number + 1 :], starts - numbered, whole=heads))
        inside = {line.table for line in following if line.table is not None}
        tables = tuple(by_number[number] for number in sorted(inside))
        plain = tuple(line for line in following if line.kind in ("bullet", "text"))
        yield Section(kind, line, plain, tables)


def _numbered_on(minutes: Minutes, lines: tuple[Line, ...], starts: frozenset[int]) -> frozenset[int]:
    """The numbered lines right below a label that are no agenda items: their numbers do not go on from it."""
    below = tuple(takewhile(lambda line: line.start in starts and line.kind == "text", lines))
    if not below:
        return frozenset()
    at = next(number for number, item in enumerate(minutes.agenda) if item.start == below[0].start)
    first, before = minutes.agenda[at].key or "", (minutes.agenda[at - 1].key if at else None) or ""
    follows = int(before) + 1 if before.isdigit() else 1
    goes_on = first.isdigit() and int(first) == follows
    return frozenset() if goes_on else frozenset(line.start for line in below)


def _decided(minutes: Minutes, lines: tuple[Line, ...], number: int) -> tuple[Line, ...]:
    """The lines «a. … b. …» or «- …» below «Besluit: het bestuur», which is no sentence without them."""
    content = minutes.quote(lines[number])
    below = lines[number + 1 : number + 1 + _MOST_LETTERS]
    found: tuple[Line, ...] = ()
    if leads_to_decisions(content):
        found = tuple(takewhile(lambda line: line.kind == "bullet", below))
    if not found and (_OPEN_DECISION.match(content) or leads_to_decisions(content)):
        found = tuple(takewhile(lambda line: _LETTER.match(minutes.quote(line)), below))
    return found


def _following(
    minutes: Minutes, lines: tuple[Line, ...], starts: frozenset[int], *, whole: bool
) -> Iterator[Line]:
    listed, numbered = False, True  # «1. …» below the label goes on with «2. …»
    for number, line in enumerate(lines):
        numbered = numbered and bool(_LETTER.match(minutes.quote(line)))
        if line.kind == "heading" or (line.start in starts and line.kind != "cell"):
            return
        if kind_of(minutes.quote(line)) and line.kind == "text":
            return
        after_table = line.kind == "text" and number > 0 and lines[number - 1].kind == "cell"
        goes_on = number >= _LABEL_REACH and not numbered and not _WITH_OWNER.search(minutes.quote(line))
        if after_table or (not whole and line.kind == "text" and (listed or goes_on)):
            return
        listed = listed or line.kind != "text"
        yield line
