"""The fields of a fact as a person gives them: `FIELD=VALUE`, with the names and codes of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any

from graph.dutch import names
from graph.dutch.period import Period
from graph.errors import InputError
from graph.facts.model import KINDS, Body, Fact, Person, Theme
from graph.facts.skos import concepts
from graph.store import records
from graph.store.encoding import Code, Date, Flag, Many, When

_OF_KIND = {kind.kind: kind for kind in KINDS}
ADDABLE = (
    "portfolio", "role", "succession", "structure", "body", "theme", "promise", "decision", "missing",
    "attendance", "office", "person",
)  # fmt: skip
_CONTRACT = {"from": "start", "to": "end", "owner": "owners", "speaker": "speakers"}
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_CAPACITY, _HOLDER = "capacity", "holder"


def given(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """`FIELD=VALUE` texts as pairs; an InputError for one without a field."""
    pairs = [text.partition("=") for text in texts]
    for (field, sign, _), text in zip(pairs, texts, strict=True):
        if not (field.strip() and sign):
            raise InputError(text, "is geen VELD=WAARDE", "schrijf bijvoorbeeld holder=«A. de Boer»")
    return tuple((field.strip(), value.strip()) for field, _, value in pairs)


def changed(fact: Fact, values: Mapping[str, str]) -> Fact:
    """The fact with these fields. InputError for a field or value that this kind of fact cannot have."""
    right = replace(fact, **parsed(fact.kind, values))
    # The name that the minutes write stays among its forms: their other facts lead to it by that.
    if isinstance(fact, Theme) and isinstance(right, Theme) and right.label != fact.label:
        return replace(right, forms=_with(right.forms, fact.label))
    if isinstance(fact, Body) and isinstance(right, Body) and right.name != fact.name:
        return replace(right, forms=_with(right.forms, fact.name))
    if isinstance(fact, Person) and isinstance(right, Person) and right.name != fact.name:
        return replace(_taken_apart(right, values), forms=_with(right.forms, fact.name))
    return right


def _with(forms: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*forms, name)))


def _taken_apart(person: Person, values: Mapping[str, str]) -> Person:
    """The person with the parts of the new name, but for those that are given themselves."""
    name = names.parse(person.name)
    if name is None:
        return person
    parts: dict[str, Any] = {
        "surname": name.surname, "prefix": name.prefix, "given_name": name.given_name,
        "initials": name.initials,
    }  # fmt: skip
    return replace(person, **{part: value for part, value in parts.items() if part not in values})


def made(kind: str, values: Mapping[str, str]) -> Fact:
    """A fact of a kind with these fields, its evidence left open. InputError when that cannot be made."""
    if kind not in ADDABLE:
        raise InputError(
            kind, "is geen soort feit dat kan worden toegevoegd", f"kies uit {', '.join(ADDABLE)}"
        )
    record, taken = _OF_KIND[kind], parsed(kind, values)
    if kind == "portfolio" and taken.get(_HOLDER):
        taken.setdefault(_CAPACITY, "holder")
    required = {field.name for field in fields(record) if field.default is MISSING} - {"id", "evidence"}
    if missing := sorted(name for name in required if taken.get(name) is None):
        raise InputError(kind, f"mist {', '.join(missing)}", "geef die velden als VELD=WAARDE")
    return record(id="", evidence=(), **taken)


def parsed(kind: str, values: Mapping[str, str]) -> dict[str, Any]:
    """The attributes of a kind of fact that these fields stand for. InputError for what it cannot have."""
    codings = {coding.name: coding for coding in records.FACTS[kind]}
    taken: dict[str, Any] = {}
    for field, value in values.items():
        name = _CONTRACT.get(field, field)
        if name not in codings or isinstance(codings[name], Flag):
            raise InputError(field, f"is geen veld van {kind}", f"kies uit {', '.join(names_of(kind))}")
        taken[name] = _value(codings[name], field, value)
    return taken


def names_of(kind: str) -> list[str]:
    """The names of the fields that a kind of fact can be given."""
    said = {name: field for field, name in _CONTRACT.items()}
    codings = [coding for coding in records.FACTS[kind] if not isinstance(coding, Flag)]
    return sorted(said.get(coding.name, coding.name) for coding in codings)


def _value(coding: Any, field: str, value: str) -> Any:
    if isinstance(coding, Many):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    if not value or value == "null":
        return None
    for kind, parse in _PARSERS.items():
        if isinstance(coding, kind):
            return parse(coding, field, value)
    return value


def _code(coding: Code, field: str, value: str) -> str:
    codes = sorted(each.code for each in concepts("kinds.ttl") if each.scheme == coding.scheme)
    if value not in codes:
        raise InputError(field, "heeft een onbekende waarde", f"kies uit {', '.join(codes)}")
    return value


def _period(_coding: When, field: str, value: str) -> Period:
    start, _, end = value.partition("/")
    first = _day(field, start) if start else None
    last = (_day(field, end) if end else None) if "/" in value else first
    return Period(value, first, last)


def _day(field: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if _ISO.fullmatch(value) else _no_date(field)
    except ValueError:
        return _no_date(field)


def _no_date(field: str) -> str:
    todo = "schrijf jaar-maand-dag, zoals 2024-03-14, of een tijdvak als 2024-09-01/2024-12-31"
    raise InputError(field, "is geen bestaande datum", todo)


_PARSERS: dict[type, Callable[[Any, str, str], Any]] = {
    Code: _code,
    When: _period,
    Date: lambda _coding, field, value: _day(field, value),
}
