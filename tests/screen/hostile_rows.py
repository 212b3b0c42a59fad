"""The invented rows once for each hostile text, with that text in every field that holds words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from graph.answers.model import FactMark, GovernanceMap, MapEdge, MapNode, StoredDocument
from tests.hostile import HOSTILE
from tests.screen import fake_answers, invented

_Row = TypeVar("_Row")

# Codes, days, and names of files: what the program makes itself and no minutes can fill.
_OWN = frozenset(
    {
        "answer",
        "status",
        "kind",
        "severity",
        "sort",
        "column",
        "relation",
        "certainty",
        "publicity",
        "version",
    }
    | {
        "capacity",
        "what",
        "holder_answer",
        "group",
        "page",
        "filter",
        "statuses",
        "reviews",
        "decision",
        "id",
    }
    | {"document", "source", "target", "key", "language", "sparql", "query", "params", "name_of_query"}
)
_DAY_OR_IRI = re.compile(r"\d{4}-\d\d-\d\d|https?://.*|")


def with_text(value: _Row, text: str, number: int) -> _Row:
    """A row with this text in every field that holds words, and IRIs of its own."""
    changed: _Row = _with(value, text, number, "")
    return changed


def _with(value: Any, text: str, number: int, name: str) -> Any:
    if isinstance(value, str):
        return _word(value, text, number, name)
    if isinstance(value, tuple):
        return tuple(_with(each, text, number, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: _with(getattr(value, each.name), text, number, each.name) for each in fields(value)
        }
        return replace(value, **changed)
    return value


def _word(value: str, text: str, number: int, name: str) -> str:
    if value.startswith("https://w3id.org"):
        return f"{value}-{number}"
    if name in _OWN or _DAY_OR_IRI.fullmatch(value):
        return value
    return text


def each(rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
    """Every row once for each text."""
    return tuple(with_text(row, text, number) for number, text in enumerate(HOSTILE) for row in rows)


def _first(rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
    """The first row once for each text."""
    return each(rows[:1])


def document() -> StoredDocument:
    """Minutes whose every line is such a text, and a fact that says so again."""
    lines, marks, start = [], [], 0
    for number, text in enumerate(HOSTILE):
        line = " ".join(text.split())
        model = invented.STORED.marks[number % len(invented.STORED.marks)]
        marks.append(_mark(model, text, number, start, start + len(line)))
        lines.append(line)
        start += len(line) + 1
    whole = "\n".join(lines)
    agenda = tuple(
        replace(invented.STORED.agenda[0], key=text, title=text, start=mark.start, end=mark.end)
        for text, mark in zip(HOSTILE[::5], marks[::5], strict=True)
    )
    return replace(
        invented.STORED,
        meeting=with_text(invented.MEETING, HOSTILE[0], 0),
        place=HOSTILE[1],
        text=whole,
        agenda=agenda,
        marks=tuple(marks),
        unread=((0, len(lines[0])),),
    )


def _mark(model: FactMark, text: str, number: int, start: int, end: int) -> FactMark:
    return replace(model, fact=f"{model.fact}-{number}", kind_label=text, summary=text, start=start, end=end)


def board() -> GovernanceMap:
    """A map of bodies and themes with such names, each joined to the next."""
    nodes: tuple[MapNode, ...] = each((invented.MAP.nodes[3], invented.MAP.nodes[10]))
    named = tuple(replace(node, id=f"{node.id}-{number}") for number, node in enumerate(nodes))
    edges: tuple[MapEdge, ...] = tuple(
        replace(invented.MAP.edges[0], source=one.id, target=other.id, label=text)
        for one, other, text in zip(named, named[1:], HOSTILE, strict=False)
    )
    return GovernanceMap(named, edges)


_STORED = document()
_MEETING = replace(_STORED.meeting, document=invented.DOCUMENT)
_ANSWER = replace(
    invented.ANSWER,
    answer=" ".join(HOSTILE[:20]),
    rows=tuple({"theme": text, "body": text, "holder": text, "value": text} for text in HOSTILE),
    evidence=_first((invented.HELD,)),
    sentences=HOSTILE,
)

FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: fake_answers.gives(rows)
    for name, rows in {
        "documents": (_MEETING, *each((invented.MEETING,))),
        "overview_of": replace(
            invented.OVERVIEW, figures=_first(invented.OVERVIEW.figures), documents=(_MEETING,)
        ),
        "portfolios": each(invented.PORTFOLIOS[:3]),
        "coverage": each(invented.COVERAGE[:1]),
        "gaps": each(invented.GAPS[:2]),
        "gap_list": each(invented.GAPS[:2]),
        "promises": each(invented.PROMISES[:2]),
        "ledger": each(invented.PROMISES[:2]),
        "timeline": each(invented.LANES[:3]),
        "changes": each(invented.CHANGES),
        "governance": board(),
        "things": each(invented.THINGS),
        "spoken_of": each(invented.SPOKEN),
        "attendees": each(invented.ATTENDEES),
        "search": replace(invented.HITS, found=each(invented.HITS.found)),
        "kept_queries": each(invented.QUERIES[:1]),
        "document": _STORED,
        "thing": with_text(invented.KNOWN[0], HOSTILE[10], 10),
    }.items()
}
"""The answers over these rows; those that are not here are `fake_answers`'."""
QUESTIONS: dict[str, Callable[..., Any]] = {
    "ask": lambda _snapshot, question, _as_of=None: replace(_ANSWER, question=question),
    "examples": lambda *_: HOSTILE,
    "follow_ups": lambda *_: HOSTILE,
}
ALL = fake_answers.FUNCTIONS | FUNCTIONS
ALL_QUESTIONS = fake_answers.QUESTIONS | QUESTIONS
