"""When a fact that was read and a gold fact are the same, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.dutch import names
from graph.score.gold import plain

Fact = dict[str, Any]
Places = list[tuple[int, int]]

HALF_THE_QUOTE = 0.5  # evidence that covers at least this share of a gold quote is about the same place


def overlap(read: Fact, places: Places) -> float:
    """The largest share of a gold quote that the reader's evidence covers."""
    best = 0.0
    for start, end in places:
        for item in read["evidence"]:
            shared = min(end, item["end"]) - max(start, item["start"])
            best = max(best, shared / (end - start) if shared > 0 else 0.0)
    return best


def _whole_surname(name: names.Name) -> names.Name:
    """The name with its tussenvoegsel as part of the surname («a/d Stegge», «Huis in 't Veld»)."""
    return replace(name, surname=name.last, prefix=None)


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
        or names.compatible(_whole_surname(left), _whole_surname(right))
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


def listed(value: Any) -> list[Any]:
    """The values of a field that holds either one or a list."""
    return value if isinstance(value, list) else [value]


def _equal(read: Fact, gold: Fact, field: str) -> bool:
    return read[field] in (gold[field], *gold.get("also_right", {}).get(field, []))


def _either_person(read: Fact, gold: Fact, field: str) -> bool:
    return any(
        same_person(read.get(field), right)
        for right in (gold.get(field), *gold.get("also_right", {}).get(field, []))
    )


def _speakers(read: Fact, gold: Fact) -> bool:
    return any(same_person(a, b) for a in listed(read["speaker"]) for b in listed(gold["speaker"]))


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


def _attendance(read: Fact, gold: Fact, _near: float) -> bool:
    return same_person(read["person"], gold["person"]) and _equal(read, gold, "status")


def _office(read: Fact, gold: Fact, _near: float) -> bool:
    return same_person(read["person"], gold["person"]) and _equal(read, gold, "office")


def _person(read: Fact, gold: Fact, _near: float) -> bool:
    return same_person(read["name"], gold["name"])


def _theme(read: Fact, gold: Fact, _near: float) -> bool:
    return same_name(read, gold, "label")


def _body(read: Fact, gold: Fact, _near: float) -> bool:
    return same_name(read, gold, "name")


def _structure(read: Fact, gold: Fact, _near: float) -> bool:
    return (
        same_value(read, gold, "body")
        and _equal(read, gold, "relation")
        and (gold["object"] is None or same_value(read, gold, "object"))
    )


def _portfolio(read: Fact, gold: Fact, _near: float) -> bool:
    return (
        same_value(read, gold, "theme")
        and _either_person(read, gold, "holder")
        and _equal(read, gold, "status")
    )


def _role(read: Fact, gold: Fact, near: float) -> bool:
    """A role that nobody has is known only by its place."""
    return (
        same_value(read, gold, "role", loose=True)
        and _either_person(read, gold, "person")
        and _equal(read, gold, "status")
        and (read["person"] is not None or near >= HALF_THE_QUOTE)
    )


def _succession(read: Fact, gold: Fact, _near: float) -> bool:
    return _either_person(read, gold, "predecessor") and _either_person(read, gold, "successor")


def _missing(read: Fact, gold: Fact, near: float) -> bool:
    same = same_value(read, gold, "what", loose=True) and same_value(read, gold, "theme")
    return same or near >= HALF_THE_QUOTE


def _statement(read: Fact, gold: Fact, near: float) -> bool:
    return _speakers(read, gold) and near >= HALF_THE_QUOTE


def _event(read: Fact, gold: Fact, near: float) -> bool:
    return (_dates(read, gold) and near >= HALF_THE_QUOTE) or same_name(read, gold, "label")


def _same_place(_read: Fact, _gold: Fact, near: float) -> bool:
    return near >= HALF_THE_QUOTE


_KEYS: dict[str, Callable[[Fact, Fact, float], bool]] = {
    "attendance": _attendance,
    "office": _office,
    "person": _person,
    "theme": _theme,
    "body": _body,
    "structure": _structure,
    "portfolio": _portfolio,
    "role": _role,
    "succession": _succession,
    "missing": _missing,
    "statement": _statement,
    "decision": _same_place,
    "promise": _same_place,
    "event": _event,
    "conflict": _same_place,
}


def pairs(kind: str, read: Fact, gold: Fact, places: Places) -> float:
    """How well a read fact and a gold fact pair: 0 when they do not, else higher is better."""
    near = overlap(read, places)
    return 1.0 + near if _KEYS[kind](read, gold, near) else 0.0


# The fields outside the key whose values are counted apart.
ACCURACY = {
    "attendance": ("organisation",),
    "statement": ("act",),
    "decision": ("outcome",),
    "promise": ("owner", "status", "due"),
    "body": ("status",),
    "portfolio": ("requested_by",),
    "role": ("body", "theme"),
    "missing": ("said_by",),
}


def right_field(read: Fact, gold: Fact, field: str) -> bool:
    """Whether a field outside the key has the gold's value."""
    if field == "due":
        wanted = [gold.get("due"), *gold.get("also_right", {}).get("due", [])]
        return any(_day(read["due"]) == _day(due) for due in wanted)
    if field in ("owner", "said_by", "requested_by"):
        right = [*listed(gold[field]), *gold.get("also_right", {}).get(field, [])]
        return any(_same_party(a, b) for a in listed(read[field]) for b in right)
    return same_value(read, gold, field)


def _same_party(a: object, b: object) -> bool:
    """The same person, or the same name of a body."""
    return same_person(a, b) or (a is not None and b is not None and _label(a) == _label(b))
