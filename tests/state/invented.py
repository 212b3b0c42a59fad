"""Readings from a few lines of YAML or Python: invented meetings for the tests of registry, state.

Gaps and answers.

A meeting is `{date, body, says: [SENTENCE…]}`; a sentence is `{text, item, KIND: FIELDS…}`, where FIELDS
(or a list of them) are those of the fact model, with `start`, `end`, `due` and `date` as `{text, from,
to}`. People, bodies and themes that facts name become facts of their own; what is given as such is kept.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.dutch.names import parse
from graph.dutch.period import Period
from graph.facts import model
from graph.minutes.model import AgendaItem, Document, Meeting

_PERIODS = frozenset({"start", "end", "due", "date", "when"})
_KINDS = {kind.kind: kind for kind in model.KINDS}
_PEOPLE = ("speakers", "holder", "person", "requested_by", "said_by", "owners", "predecessor", "successor")
_SHORT_OF = {"theme": "label", "body": "name", "person": "name"}


def readings(meetings: Iterable[Mapping[str, Any]]) -> list[model.Reading]:
    """The readings of these meetings."""
    return [reading(meeting, number) for number, meeting in enumerate(meetings, start=1)]


def reading(meeting: Mapping[str, Any], number: int = 1) -> model.Reading:
    """The reading of one meeting; `id` may name the document."""
    says: Sequence[Mapping[str, Any]] = meeting["says"]
    text = "".join(sentence["text"] + "\n" for sentence in says)
    document = meeting.get("id", f"verslag-{meeting.get('date') or 'zonder-datum'}-{number}")
    facts = tuple(_facts(says, document))
    return model.Reading(
        Document(
            document, f"{document}.txt", "txt", hashlib.sha256(text.encode()).hexdigest(), len(text), None
        ),
        Meeting(meeting.get("body"), None, meeting.get("date"), None, None, None),
        _agenda(says),
        text,
        (*facts, *_mentions(facts, document)),
        model.Coverage(len(says), len(says), ()),
    )


def _agenda(says: Sequence[Mapping[str, Any]]) -> tuple[AgendaItem, ...]:
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for sentence in says:
        end = at + len(sentence["text"])
        key = sentence.get("item")
        if key:
            places[key] = (places.get(key, (at, end))[0], end)
        at = end + 1
    return tuple(AgendaItem(key, None, start, end) for key, (start, end) in places.items())


def _facts(says: Sequence[Mapping[str, Any]], document: str) -> Iterable[model.Fact]:
    at = 0
    for number, sentence in enumerate(says):
        text = sentence["text"]
        evidence = (model.Evidence(at, at + len(text), text),)
        at += len(text) + 1
        for kind, given in sentence.items():
            if kind in _KINDS:
                for index, fields in enumerate(given if isinstance(given, list) else [given]):
                    fact_id = f"{document}-{kind}-{number}-{index}"
                    told = {"id": fact_id, "agenda_item": sentence.get("item"), "evidence": evidence}
                    yield _fact(kind, told | _fields(fields), text)


def _fields(given: Mapping[str, Any]) -> dict[str, Any]:
    fields = {name: _value(name, value) for name, value in given.items()}
    if fields.get("certainty") == "inferred":
        fields["reason"] = model.Reason("an_invented_rule", "Zo staat het in een verzonnen regel.")
    return fields


def _fact(kind: str, fields: dict[str, Any], text: str) -> model.Fact:
    cls = _KINDS[kind]
    if "text" in {field.name for field in dataclasses.fields(cls)}:
        fields.setdefault("text", text)
    if kind == "person":
        fields.setdefault("surname", fields["name"].split()[-1])
    return cls(**fields)


def _value(name: str, value: Any) -> Any:
    if name in _PERIODS and isinstance(value, Mapping):
        return Period(value["text"], value.get("from"), value.get("to"))
    return tuple(value) if isinstance(value, list) else value


def _mentions(facts: Sequence[model.Fact], document: str) -> Iterable[model.Fact]:
    """People, bodies and themes that facts name and that are no facts yet."""
    told = {(fact.kind, getattr(fact, _SHORT_OF[fact.kind])) for fact in facts if fact.kind in _SHORT_OF}
    for kind, name, evidence in _named(facts):
        if (kind, name) not in told:
            told.add((kind, name))
            yield _mention(kind, name, f"{document}-{kind}-{name}", evidence)


def _named(facts: Sequence[model.Fact]) -> Iterable[tuple[str, str, tuple[model.Evidence, ...]]]:
    for fact in facts:
        for field in dataclasses.fields(fact):
            value = getattr(fact, field.name)
            for name in value if isinstance(value, tuple) else [value]:
                if isinstance(name, str) and field.name in {"theme", "themes"}:
                    yield "theme", name, fact.evidence
                elif isinstance(name, str) and field.name in _PEOPLE and _is_person(name):
                    yield "person", name, fact.evidence
                elif isinstance(name, str) and field.name == "body":
                    yield "body", name, fact.evidence


def _is_person(name: str) -> bool:
    parsed = parse(name)
    return parsed is not None and bool(parsed.initials or parsed.given_name) and name[:1].isupper()


def _mention(kind: str, name: str, fact_id: str, evidence: tuple[model.Evidence, ...]) -> model.Fact:
    if kind == "theme":
        return model.Theme(id=fact_id, label=name, forms=(name,), evidence=evidence)
    if kind == "body":
        return model.Body(id=fact_id, name=name, forms=(name,), evidence=evidence)
    parsed = parse(name)
    assert parsed is not None
    return model.Person(
        id=fact_id,
        name=name,
        forms=(name,),
        initials=parsed.initials,
        given_name=parsed.given_name,
        prefix=parsed.prefix,
        surname=parsed.surname,
        evidence=evidence,
    )
