"""Which body is which: mentions of bodies in all documents, joined by name.

A name with a capital in it is taken as the body's own wherever it stands. A common noun ("de werkgroep",
"de directie") means something only among the people who use it, so it stays within the minutes of one body.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.registry.entity import Entity, entity_iri, other_forms, preferred
from graph.registry.identity import Identity
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
    iris = [entity_iri("body", key) for key in _keys(ordered, identity)]
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
        for iri, group in groups.items()
        for mention in group
    }
    return entities, names


def _keys(mentions: list[BodyMention], identity: Identity) -> list[str]:
    """The slug of the body that each mention means."""
    proper = {without_article(mention.name) for mention in mentions if _proper(mention.name)}
    circles: dict[str, set[str]] = defaultdict(set)  # in whose minutes a proper name is used
    for mention in mentions:
        if _proper(mention.name):
            circles[without_article(mention.name)].add(mention.scope)
    short = _short_forms(mentions)
    keys = []
    for mention in mentions:
        name = without_article(mention.name)
        full = short.get(name, name)
        if full != name and identity.are_apart(_addresses(mention, name), [entity_iri("body", slug(full))]):
            full = name
        if full in proper and (_proper(mention.name) or mention.scope in circles[full]):
            keys.append(slug(full))
        else:
            keys.append(slug(f"{name} {mention.scope}"))
    return _set_apart(mentions, keys, identity)


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


def _short_forms(mentions: list[BodyMention]) -> dict[str, str]:
    """Short name → full name.

    Where a document gives the short one as another form and no other body claims it.

    Only the beginning of a full name, two words or more, is short for it elsewhere too («Eenheid Oost» for
    «Eenheid Oost NL»); what else a document calls a body («deze structuur») holds for that document alone.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        name = without_article(mention.name)
        for form in map(without_article, mention.forms):
            if " " in form and name.startswith(form + " "):
                full[form].add(name)
    proper = {mention.name for mention in mentions if _proper(mention.name)}
    for name in proper:
        full[without_article(name)].update(map(without_article, _spelled_out(name, proper)))
    return {form: min(names) for form, names in full.items() if len(names) == 1}


def _spelled_out(name: str, proper: Iterable[str]) -> list[str]:
    """The names that begin with the words of which this one begins with the first letters.

    «Bestuurlijk Overleg Jeugd Oost» for «BOJ Oost»: the rest has to be the same, and there has to be a rest.
    """
    letters, _, rest = name.partition(" ")
    if not (rest and letters.isupper() and len(letters) > 1):
        return []
    return [
        other
        for other in proper
        if "".join(word[:1] for word in other.split()[: len(letters)]) == letters
        and " ".join(other.split()[len(letters) :]) == rest
    ]


def _entity(iri: str, mentions: list[BodyMention], former: Iterable[str]) -> Entity:
    label = preferred([mention.name for mention in mentions])
    forms = [form for mention in mentions for form in (mention.name, *mention.forms)]
    facts = {mention.fact for mention in mentions if mention.fact}
    mentioned = tuple(sorted(facts))
    return Entity(iri, "body", label, other_forms(label, forms), mentioned, tuple(sorted(former)))
