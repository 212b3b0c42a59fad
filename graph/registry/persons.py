"""Who is who: mentions of persons in all documents joined into persons, only where that is safe.

Two spellings that occur in one document as two persons stay two. Across documents, spellings join when each
is compatible with every other one that it could be; as soon as two candidates exclude each other, all stay
apart. A bare surname says too little on its own: it joins only within the minutes of one body, by whatever
name they call it, but whom it joins there may be known elsewhere too. Where it fits nobody, or two, that says
nothing of the others.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from types import MappingProxyType

from graph.dutch.names import Name, compatible, long_prefix
from graph.facts.model import Person
from graph.registry.entity import Entity, entity_iri, other_forms, preferred
from graph.registry.identity import Identity
from graph.registry.slugs import folded, slug
from graph.registry.together import groups

_UNDECIDED = Identity()


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person fact with where it stands. `scope`: the meeting's body, else the document."""

    person: Person
    fact: str
    document: str
    scope: str


@dataclass(slots=True)
class _Spelling:
    """All mentions with the same name parts."""

    name: Name
    slug: str
    scope: str | None  # given for bare surnames: they mean somebody only within one body's minutes
    identity: Identity
    bodies: Mapping[str, str]  # the name by which minutes call the body that met → the body
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def circles(self) -> set[str]:
        """The bodies in whose minutes this is written; the document itself where none is known."""
        return {self.bodies.get(mention.scope, mention.scope) for mention in self.mentions}

    @property
    def addresses(self) -> set[str]:
        """The IRIs by which people may decide who this is: its own, and those of its mentions."""
        return {entity_iri("person", self.slug), *(mention.fact for mention in self.mentions)}

    @property
    def other_surnames(self) -> frozenset[str]:
        """Surnames, folded, that minutes say this person bore before or bears since."""
        return frozenset(folded(name) for mention in self.mentions for name in mention.person.other_surnames)

    @property
    def fullness(self) -> tuple[bool, bool, int, str]:
        """Sorts the spelling that tells most last."""
        name = self.name
        return bool(name.given_name), bool(name.initials), len(name.full), self.slug


@dataclass(frozen=True, slots=True)
class PersonLinks:
    """By what a mention may be one with others, or be mixed up with them: only those that share any count."""

    surname: str
    others: tuple[str, ...]
    slug: str


def links(mention: PersonMention) -> PersonLinks:
    """The links of a mention."""
    name = _name(mention.person)
    surname = folded(name.surname)
    others = tuple(sorted({folded(each) for each in mention.person.other_surnames} - {surname}))
    return PersonLinks(surname, others, _slug(name, mention.scope))


def _name(person: Person) -> Name:
    return Name(person.name, person.surname, person.prefix, person.given_name, person.initials)


def _slug(name: Name, scope: str) -> str:
    return slug(name.full if name.given_name or name.initials else f"{name.full} {scope}")


def persons(
    mentions: Iterable[PersonMention],
    identity: Identity = _UNDECIDED,
    bodies: Mapping[str, str] = MappingProxyType({}),
) -> list[Entity]:
    """The persons that these mentions stand for, in order of IRI.

    The order of the mentions does not matter. `identity`: what people decided; it goes before the names.
    `bodies`: which body each name of one that met means, where the registry knows.
    """
    spellings = _spellings(mentions, identity, bodies)
    _tell_apart(spellings)
    joined = _joined(_groups(spellings), identity)
    return sorted((_entity(group) for group in joined), key=lambda entity: entity.iri)


def _spellings(
    mentions: Iterable[PersonMention], identity: Identity, bodies: Mapping[str, str]
) -> list[_Spelling]:
    found: dict[tuple[str, ...], _Spelling] = {}
    for mention in sorted(mentions, key=lambda mention: mention.fact):
        person = mention.person
        name = _name(person)
        bare = not (person.given_name or person.initials)
        parts = (
            folded(person.surname),
            long_prefix(person.prefix),
            folded(person.given_name or ""),
            (person.initials or "").casefold(),
            mention.scope if bare else "",
            mention.fact if mention.fact in identity.apart else "",
        )
        readable = _slug(name, mention.scope)
        if parts[-1]:  # somebody said that this very mention is not somebody else: it stands by itself
            readable += "-" + hashlib.sha256(mention.fact.encode()).hexdigest()[:6]
        new = _Spelling(name, readable, mention.scope if bare else None, identity, bodies)
        spelling = found.setdefault(parts, new)
        spelling.mentions.append(mention)
    return [found[parts] for parts in sorted(found)]


def _tell_apart(spellings: list[_Spelling]) -> None:
    """Give spellings that would get one IRI a longer one: «Jan (J.P.) Bos» and «Jan (J.H.) Bos»."""
    by_slug: dict[str, list[_Spelling]] = defaultdict(list)
    for spelling in spellings:
        by_slug[spelling.slug].append(spelling)
    for alike in by_slug.values():
        if any(not _joinable(one, other) for one, other in combinations(alike, 2)):
            for number, spelling in enumerate(alike, start=1):
                initials = slug(spelling.name.initials) if spelling.name.initials else str(number)
                spelling.slug = f"{spelling.slug}-{initials}"


def _groups(spellings: list[_Spelling]) -> list[list[_Spelling]]:
    """Spellings that belong together: connected ones, where every pair can be the same person."""
    return [
        group
        for alike in _of_one_surname(spellings)
        for group in _with_bare(
            _safe([each for each in alike if each.scope is None]),
            [each for each in alike if each.scope is not None],
        )
    ]


def _safe(spellings: list[_Spelling]) -> list[list[_Spelling]]:
    """Connected spellings, where every pair can be the same person; the others each by itself."""
    found: list[list[_Spelling]] = []
    for component in _components(spellings):
        safe = all(_may_be_one(one, other) for one, other in combinations(component, 2))
        found.extend([component] if safe else [[spelling] for spelling in component])
    return found


def _with_bare(groups: list[list[_Spelling]], bare: list[_Spelling]) -> list[list[_Spelling]]:
    """The groups, each bare surname with the only one of its circle that it may be.

    One that fits none, or several, says nothing of whether the others are one person.
    """
    joined: dict[int, list[_Spelling]] = defaultdict(list)
    alone: list[_Spelling] = []
    for spelling in bare:
        near = [
            number for number, group in enumerate(groups) if any(_joinable(spelling, each) for each in group)
        ]
        fits = len(near) == 1 and all(
            _may_be_one(spelling, each) for each in (*groups[near[0]], *joined[near[0]])
        )
        (joined[near[0]] if fits else alone).append(spelling)
    return [*([*group, *joined[number]] for number, group in enumerate(groups)), *_safe(alone)]


def _joined(spelled: list[list[_Spelling]], identity: Identity) -> list[list[_Spelling]]:
    """The groups, those of which people decided that they are one person put together."""
    if not identity.same:
        return spelled
    number_of = {
        address: number
        for number, group in enumerate(spelled)
        for spelling in group
        for address in spelling.addresses
    }
    # Of numbers of groups, and of addresses that join them.
    together: list[tuple[int | str, int | str]] = [
        (number, identity.one[address]) for address, number in number_of.items() if address in identity.one
    ]
    return [
        [spelling for number in numbers for spelling in spelled[number]]
        for found in groups(range(len(spelled)), together)
        if (numbers := sorted(node for node in found if isinstance(node, int)))
    ]


def _of_one_surname(spellings: list[_Spelling]) -> list[list[_Spelling]]:
    """Spellings with one surname; surnames of which minutes say that somebody bore both count as one."""
    by_surname: dict[str, list[_Spelling]] = defaultdict(list)
    changes: list[tuple[str, str]] = []
    for spelling in spellings:
        surname = folded(spelling.name.surname)
        by_surname[surname].append(spelling)
        changes += ((surname, other) for other in spelling.other_surnames)
    return [
        [spelling for surname in sorted(bearing) for spelling in by_surname.get(surname, ())]
        for bearing in sorted(map(sorted, groups(by_surname, changes)))
    ]


def _components(spellings: list[_Spelling]) -> list[list[_Spelling]]:
    left, components = list(spellings), []
    while left:
        component, frontier = [], [left.pop(0)]
        while frontier:
            spelling = frontier.pop()
            component.append(spelling)
            near = [other for other in left if _joinable(spelling, other)]
            left = [other for other in left if other not in near]
            frontier.extend(near)
        components.append(component)
    return components


def _joinable(one: _Spelling, other: _Spelling) -> bool:
    return _same_circle(one, other) and _may_be_one(one, other)


def _may_be_one(one: _Spelling, other: _Spelling) -> bool:
    """Whether nothing says that they are two people."""
    documents = {mention.document for mention in one.mentions}
    if any(mention.document in documents for mention in other.mentions):
        return False  # one document names both: it means two people
    if one.identity.are_apart(one.addresses, other.addresses):
        return False
    return compatible(one.name, other.name) or _renamed(one, other) or _renamed(other, one)


def _renamed(one: _Spelling, other: _Spelling) -> bool:
    """Whether minutes say of the one that they bore, or bear since, the surname of the other."""
    return folded(other.name.surname) in one.other_surnames and compatible(
        replace(one.name, surname=other.name.surname, prefix=other.name.prefix), other.name
    )


def _same_circle(one: _Spelling, other: _Spelling) -> bool:
    return bool(one.circles & other.circles) or (one.scope is None and other.scope is None)


def _entity(group: list[_Spelling]) -> Entity:
    best = max(group, key=lambda spelling: spelling.fullness)
    iri = entity_iri("person", best.slug)
    mentions = [mention for spelling in group for mention in spelling.mentions]
    label = preferred([mention.person.name for mention in best.mentions])
    forms = [form for mention in mentions for form in (mention.person.name, *mention.person.forms)]
    former = {entity_iri("person", spelling.slug) for spelling in group} - {iri}
    facts = tuple(sorted(mention.fact for mention in mentions))
    return Entity(iri, "person", label, other_forms(label, forms), facts, tuple(sorted(former)))
