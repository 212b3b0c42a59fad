"""When a fact that was read and a gold fact are the same, kind by kind."""

from __future__ import annotations

import re
from typing import Any

from graph.dutch import names
from graph.score.gold import plain

Fact = dict[str, Any]
Places = list[tuple[int, int]]


def overlap(read: Fact, places: Places) -> float:
    """The largest share of a gold quote that the reader's evidence covers."""
    best = 0.0
    for start, end in places:
        for item in read["evidence"]:
            shared = min(end, item["end"]) - max(start, item["start"])
            best = max(best, shared / (end - start) if shared > 0 else 0.0)
    return best


def same_person(a: object, b: object) -> bool:
    """Same surname; given name, initials and tussenvoegsel compatible. Two missing persons are the same."""
    if a is None or b is None:
        return a is b
    left, right = names.parse(str(a)), names.parse(str(b))
    if left is None or right is None:
        return plain(str(a)) == plain(str(b))
    return (
        plain(str(a)) == plain(str(b))
        or names.compatible(left, right)
        or plain(left.last) == plain(right.last)
    )


def _label(text: object) -> str:
    return re.sub(r"^(?:de|het|een)\s+", "", plain(str(text)).strip("'\" ."))


def same_name(read: Fact, gold: Fact, field: str) -> bool:
    """Equal to the name, one of the forms, or what is also right, without articles."""
    own = {_label(name) for name in (read[field], *read.get("forms", []))}
    other = {
        _label(name)
        for name in (gold[field], *gold.get("forms", []), *gold.get("also_right", {}).get(field, []))
    }
    return bool(own & other)


def same_value(read: Fact, gold: Fact, field: str, *, loose: bool = False) -> bool:
    """A field's value, or one that is also right; `loose`: one may contain the other."""
    for right in (gold.get(field), *gold.get("also_right", {}).get(field, [])):
        if right is None or read.get(field) is None:
            if right is read.get(field):
                return True
            continue
        a, b = _label(read[field]), _label(right)
        if a == b or (loose and (a in b or b in a)):
            return True
    return False


def _either_person(read: Fact, gold: Fact, field: str) -> bool:
    return any(
        same_person(read.get(field), right)
        for right in (gold.get(field), *gold.get("also_right", {}).get(field, []))
    )


def _speakers(read: Fact, gold: Fact) -> bool:
    said = read["speaker"] if isinstance(read["speaker"], list) else [read["speaker"]]
    right = gold["speaker"] if isinstance(gold["speaker"], list) else [gold["speaker"]]
    return any(same_person(a, b) for a in said for b in right)


def _dates(read: Fact, gold: Fact) -> bool:
    return any(
        _day(read.get("date")) == _day(right)
        for right in (gold.get("date"), *gold.get("also_right", {}).get("date", []))
    )


def _day(value: object) -> object:
    """What decides about a date: `to`, or `from` where there is no `to`."""
    if isinstance(value, dict):
        return value.get("to") or value.get("from")
    return str(value) if value is not None else None


def pairs(kind: str, read: Fact, gold: Fact, places: Places) -> float:
    """How well a read fact and a gold fact pair: 0 when they do not, else higher is better."""
    near = overlap(read, places)
    return 1.0 + near if _KEYS[kind](read, gold, near) else 0.0


_KEYS: dict[str, Any] = {
    "attendance": lambda r, g, _: same_person(r["person"], g["person"]) and r["status"] == g["status"],
    "office": lambda r, g, _: same_person(r["person"], g["person"]) and r["office"] == g["office"],
    "person": lambda r, g, _: same_person(r["name"], g["name"]),
    "theme": lambda r, g, _: same_name(r, g, "label"),
    "body": lambda r, g, _: same_name(r, g, "name"),
    "structure": lambda r, g, _: same_value(r, g, "body") and r["relation"] == g["relation"] and (g["object"] is None or same_value(r, g, "object")),
    "portfolio": lambda r, g, _: same_value(r, g, "theme") and _either_person(r, g, "holder") and r["status"] == g["status"],
    "role": lambda r, g, near: same_value(r, g, "role", loose=True) and _either_person(r, g, "person") and r["status"] == g["status"] and (r["person"] is not None or near >= 0.5),
    "succession": lambda r, g, _: _either_person(r, g, "predecessor") and _either_person(r, g, "successor"),
    "missing": lambda r, g, near: (same_value(r, g, "what", loose=True) and same_value(r, g, "theme")) or near >= 0.5,
    "statement": lambda r, g, near: _speakers(r, g) and near >= 0.5,
    "decision": lambda r, g, near: near >= 0.5,
    "promise": lambda r, g, near: near >= 0.5,
    "event": lambda r, g, near: (_dates(r, g) and near >= 0.5) or same_name(r, g, "label"),
    "conflict": lambda r, g, near: near >= 0.5,
}  # fmt: skip

ACCURACY = {
    "attendance": ("organisation",), "statement": ("act",), "decision": ("outcome",), "promise": ("owner", "status", "due"),
    "body": ("status",), "portfolio": ("requested_by",), "role": ("body", "theme"), "missing": ("said_by",),
}  # fmt: skip


def right_field(read: Fact, gold: Fact, field: str) -> bool:
    """Whether a field outside the key has the gold's value."""
    if field == "due":
        wanted = [gold.get("due"), *gold.get("also_right", {}).get("due", [])]
        return any(_day(read["due"]) == _day(due) for due in wanted)
    if field in ("owner", "said_by", "requested_by"):
        own = read[field] if isinstance(read[field], list) else [read[field]]
        right = gold[field] if isinstance(gold[field], list) else [gold[field]]
        right = [*right, *gold.get("also_right", {}).get(field, [])]
        return any(
            same_person(a, b) or (a is not None and b is not None and _label(a) == _label(b))
            for a in own
            for b in right
        )
    return same_value(read, gold, field)
