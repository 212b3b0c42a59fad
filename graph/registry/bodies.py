"""Which body is which: mentions of bodies in all documents, joined by name.

A name with a capital in it is taken as the body's own wherever it stands. A common noun ("de werkgroep",
"de directie") means something only among the people who use it, so it stays within the minutes of one body.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.registry.entity import Entity, Written, entity_iri, other_forms, preferred
from graph.registry.identity import Identity
from graph.registry.short_names import is_abbreviation, short_forms
from graph.registry.slugs import slug, without_article

_UNDECIDED = Identity()


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A name of a body with where it stands. `fact` None: named in the heading of the minutes only."""

    name: str
    forms: tuple[str, ...]
    fact: str | None
    document: str
    scope: str


def _proper(name: str) -> bool:
    return any(char.isupper() for char in name)


def bodies(
    mentions: Iterable[BodyMention], identity: Identity = _UNDECIDED
) -> tuple[list[Entity], dict[tuple[str, str], str]]:
    """The bodies, in order of IRI, and which body each (document, compared name) means.

    `identity`: what people decided; it goes before what the names say.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.document, mention.fact or "", mention.name))
    iris = [entity_iri("body", key) for key in keys(ordered, identity)]
    mentioned = {mention.fact: iri for mention, iri in zip(ordered, iris, strict=True) if mention.fact}
    one = identity.by(mentioned).joined(iris)
    groups: dict[str, list[BodyMention]] = defaultdict(list)
    former: dict[str, set[str]] = defaultdict(set)
    for mention, iri in zip(ordered, iris, strict=True):
        groups[one[iri]].append(mention)
        former[one[iri]].add(iri)
    entities = [_entity(iri, groups[iri], former[iri] - {iri}) for iri in sorted(groups)]
    names = {
        (mention.document, without_article(mention.name)): iri
        for iri in sorted(groups)
        for mention in groups[iri]
    }
    return entities, names


def keys(mentions: list[BodyMention], identity: Identity = _UNDECIDED) -> list[str]:
    """The slug of the body that each mention means.

    It follows from which names there are and in whose minutes, not from how often: each may be given once.
    """
    proper = {without_article(mention.name) for mention in mentions if _proper(mention.name)}
    circles: dict[str, set[str]] = defaultdict(set)  # in whose minutes a proper name is used
    for mention in mentions:
        if _proper(mention.name):
            circles[without_article(mention.name)].add(mention.scope)
    short = short_forms(
        (mention.name, mention.forms, mention.scope) for mention in mentions if _proper(mention.name)
    )
    found = []
    for mention in mentions:
        name = without_article(mention.name)
        full = short.get(name, name)
        if full != name and identity.are_apart(_addresses(mention, name), [entity_iri("body", slug(full))]):
            full = name
        own = without_article(mention.scope)
        of_own = _proper(mention.name) or " " in name or mention.scope in circles[full]
        if full in proper and of_own:
            found.append(slug(full))
        elif own in proper and not _proper(mention.name) and _is_short_for_own(name, own):
            found.append(slug(short.get(own, own)))
        else:
            found.append(slug(f"{name} {mention.scope}"))
    return _set_apart(mentions, found, identity)


def that_met(mentions: Iterable[BodyMention], identity: Identity = _UNDECIDED) -> dict[str, str]:
    """Which body each name means by which minutes call the body that met, where they name it so."""
    ordered = list(mentions)
    names = sorted({mention.scope for mention in ordered if mention.name == mention.scope})
    probes = [BodyMention(name, (), None, "", name) for name in names]
    iris = [entity_iri("body", key) for key in keys([*ordered, *probes], identity)]
    mentioned = {mention.fact: iri for mention, iri in zip(ordered, iris, strict=False) if mention.fact}
    one = identity.by(mentioned).joined(iris)
    return {name: one[iri] for name, iri in zip(names, iris[len(ordered) :], strict=True)}


def _is_short_for_own(name: str, own: str) -> bool:
    """Whether a common noun is the word for the body whose minutes these are («de stuurgroep»)."""
    if " " in name:
        return own.startswith(f"{name} ")
    return name in own.split() and name != own


def _set_apart(mentions: list[BodyMention], keys: list[str], identity: Identity) -> list[str]:
    """The keys, that of a mention which somebody said is not what its name says an own one."""
    if not identity.apart:
        return keys
    key_of = {mention.fact: key for mention, key in zip(mentions, keys, strict=True) if mention.fact}
    apart = []
    for mention, key in zip(mentions, keys, strict=True):
        others = identity.apart.get(mention.fact or "", frozenset())
        if any(key_of.get(other) == key or other == entity_iri("body", key) for other in others):
            digest = hashlib.sha256((mention.fact or "").encode()).hexdigest()
            apart.append(f"{key}-{digest[:6]}")
        else:
            apart.append(key)
    return apart


def _addresses(mention: BodyMention, name: str) -> list[str]:
    """The IRIs by which people may decide what this mention means."""
    return [entity_iri("body", slug(name)), *([mention.fact] if mention.fact else [])]


def _entity(iri: str, mentions: list[BodyMention], former: Iterable[str]) -> Entity:
    written = Counter((mention.name, mention.forms) for mention in mentions)
    facts = {mention.fact for mention in mentions if mention.fact}
    return replace(body_entity(iri, written, former), mentions=tuple(sorted(facts)))


def body_entity(iri: str, written: Written, former: Iterable[str]) -> Entity:
    """A body, without its mentions, from how often each name was written with which other forms."""
    names: Counter[str] = Counter()
    for (name, _), times in written.items():
        names[name] += times
    label = preferred(Counter({name: names[name] for name in names if not is_abbreviation(name)}) or names)
    forms = {form for name, others in written for form in (name, *others)}
    return Entity(iri, "body", label, other_forms(label, forms), former=tuple(sorted(former)))
