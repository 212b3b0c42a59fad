"""The persons, bodies and themes that a fact names, as mentions of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.dutch.names import parse
from graph.facts.model import Body, Evidence, Fact, Person, Reading, Theme
from graph.store import records
from graph.store.encoding import Many, Name


def mentions(fact: Fact, evidence: tuple[Evidence, ...]) -> Iterator[Fact]:
    """Each name in the fact's fields as a mention of a person, body or theme, once."""
    for name, kinds in _names(fact):
        yield _mention(name, kinds, evidence)


def unnamed(fact: Fact, reading: Reading) -> Iterator[Fact]:
    """Mentions, without id and evidence, of whom and what the fact names and the reading does not."""
    known = {
        (each.kind, name)
        for each in reading.facts
        if isinstance(each, Person | Body | Theme)
        for name in (each.label if isinstance(each, Theme) else each.name, *each.forms)
    }
    for name, kinds in _names(fact):
        if not any((kind, name) in known for kind in kinds):
            yield _mention(name, kinds, ())


def _names(fact: Fact) -> Iterable[tuple[str, tuple[str, ...]]]:
    return dict.fromkeys(
        (name, kinds) for coding in records.FACTS[fact.kind] for name, kinds in _named(coding, fact)
    )


def _named(coding: Any, fact: Fact) -> Iterator[tuple[str, tuple[str, ...]]]:
    of = coding.each if isinstance(coding, Many) else coding
    if isinstance(of, Name):
        value = getattr(fact, of.name)
        for name in value if isinstance(value, tuple) else (value,):
            if name:
                yield name, of.kinds


def _mention(name: str, kinds: tuple[str, ...], evidence: tuple[Evidence, ...]) -> Fact:
    if kinds == ("theme",):
        return Theme(id="", evidence=evidence, label=name, forms=(name,))
    parsed = parse(name) if "person" in kinds else None
    if parsed is None or ("body" in kinds and not (parsed.initials or parsed.given_name or parsed.honorific)):
        return Body(id="", evidence=evidence, name=name, forms=(name,))
    return Person(
        id="", evidence=evidence, name=name, forms=(name,), honorific=parsed.honorific,
        initials=parsed.initials, given_name=parsed.given_name, prefix=parsed.prefix, surname=parsed.surname,
    )  # fmt: skip
