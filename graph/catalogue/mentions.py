"""The mentions of a reading as rows: what tells who or what each may be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from graph.catalogue.packing import spread, squeeze
from graph.facts.model import Person, Reading, Theme
from graph.registry import PersonMention, body_mentions, fact_of, person_links, person_mentions

_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention; `key` and `links`: by which those that may be one with it are found."""

    kind: str
    fact: str | None
    key: str
    name: str
    forms: str
    scope: str
    data: bytes | None = None
    links: tuple[str, ...] = ()


def mentions_of(reading: Reading) -> Iterator[Mention]:
    """All mentions of a reading."""
    for person in person_mentions(reading):
        key, links = _of_person(person)
        data = squeeze(msgspec.msgpack.encode(replace(person.person, id="", evidence=(), agenda_item=None)))
        yield Mention(
            "person",
            person.fact,
            key,
            person.person.name,
            packed(person.person.forms),
            person.scope,
            data,
            links,
        )
    for body in body_mentions(reading):
        yield Mention(
            "body", body.fact, body_key(body.name, body.scope), body.name, packed(body.forms), body.scope
        )
    for fact in reading.facts:
        if isinstance(fact, Theme):
            yield Mention("theme", fact_of(reading, fact), fact.label, fact.label, packed(fact.forms), "")


def body_key(name: str, scope: str) -> str:
    """What decides which body a name means: the name, and in whose minutes it stands."""
    return f"{name}{_SEPARATOR}{scope}"


def parts_of(key: str) -> tuple[str, str]:
    """The name, and in whose minutes it stands, of which a key was made."""
    name, _, scope = key.partition(_SEPARATOR)
    return name, scope


def packed(forms: tuple[str, ...]) -> str:
    """Forms of a name as one value."""
    return json.dumps(forms, ensure_ascii=False)


def unpacked(forms: str) -> tuple[str, ...]:
    """The forms that were packed."""
    return tuple(json.loads(forms))


@dataclass(frozen=True, slots=True)
class Key:
    """The surname of a person, and by what it is linked to others."""

    surname: str
    links: tuple[str, ...]


_person = msgspec.msgpack.Decoder(Person).decode


def key_of(data: bytes, scope: str) -> Key:
    """The key of a person that was kept."""
    return Key(*_of_person(PersonMention(_person(spread(data)), "", "", scope)))


def person_mention(data: bytes, fact: str, scope: str) -> PersonMention:
    """The mention of a person that was kept."""
    return PersonMention(_person(spread(data)), fact, fact.rpartition("/fact/")[0], scope)


def _of_person(mention: PersonMention) -> tuple[str, tuple[str, ...]]:
    found = person_links(mention)
    return found.surname, (
        f"slug {found.slug}",
        f"name {found.surname}",
        *(f"name {each}" for each in found.others),
    )
