"""What `read --json` prints: a reading in the shape that the command-line contract fixes."""

from __future__ import annotations

from typing import Any

from graph.dutch.period import Period
from graph.facts.model import Evidence, Fact, Reading

_RENAMED = {"speakers": "speaker", "owners": "owner", "start": "from", "end": "to"}
_INTERNAL = frozenset({"known", "move", "concern", "subject", "when", "done", "other_surnames"})
NOT_PRINTED = frozenset({"progress", "correction"})  # kinds that serve the state alone
_LISTS = frozenset({"forms", "themes"})


def as_json(reading: Reading) -> dict[str, Any]:
    """The whole reading: document, meeting, agenda, facts, coverage."""
    document, meeting, coverage = reading.document, reading.meeting, reading.coverage
    return {
        "document": {
            "id": document.id, "file": document.file, "format": document.format, "sha256": document.sha256,
            "characters": document.characters, "title": document.title, "sort": document.sort,
            "version": document.version,
        },
        "meeting": {
            "body": meeting.body, "kind": meeting.kind, "date": meeting.date, "start": meeting.start,
            "end": meeting.end, "place": meeting.place, "combined_with": list(meeting.combined_with),
        },
        "agenda": [
            {"key": item.key, "title": item.title, "start": item.start, "end": item.end}
            for item in reading.agenda
        ],
        "facts": [fact_json(fact) for fact in reading.facts if fact.kind not in NOT_PRINTED],
        "coverage": {
            "sentences": coverage.sentences, "with_a_fact": coverage.with_a_fact,
            "unread": [_evidence(item) for item in coverage.unread],
        },
    }  # fmt: skip


def fact_json(fact: Fact) -> dict[str, Any]:
    """One fact with every field of its kind; what does not apply is None."""
    made: dict[str, Any] = {
        "id": fact.id,
        "kind": fact.kind,
        "certainty": fact.certainty,
        "agenda_item": fact.agenda_item,
        "evidence": [_evidence(item) for item in fact.evidence],
        "rule": {"id": fact.reason.id, "reason": fact.reason.text} if fact.reason else None,
    }
    for name in _fields(type(fact)):
        made[_RENAMED.get(name, name)] = _value(name, getattr(fact, name))
    return made


def _fields(kind: type[Fact]) -> list[str]:
    shared = {*Fact.__dataclass_fields__, *_INTERNAL}
    return [name for name in kind.__dataclass_fields__ if name not in shared]


def _value(name: str, value: object) -> object:
    if isinstance(value, Period):
        return {"text": value.text, "from": value.start, "to": value.end}
    if isinstance(value, tuple):
        if name in _LISTS:
            return list(value)
        return None if not value else value[0] if len(value) == 1 else list(value)
    return value


def _evidence(item: Evidence) -> dict[str, Any]:
    return {"start": item.start, "end": item.end, "quote": item.quote}
