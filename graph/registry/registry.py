"""The registry: the mentions of all documents → the people, bodies and themes they stand for.

A pure function of the readings and the theme vocabulary, so the order in which documents are read cannot
matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from graph.facts.model import Body, Fact, Person, Reading, Theme
from graph.registry.bodies import BodyMention, bodies, that_met
from graph.registry.entity import Entity, entity_iri, other_forms, preferred
from graph.registry.identity import Identity
from graph.registry.persons import PersonMention, persons
from graph.registry.slugs import slug, without_article
from graph.registry.themes import ThemeScheme
from graph.store.identifiers import ID, document_iri, fact_iri

_UNDECIDED = Identity()


@dataclass(frozen=True)
class Registry:
    """Who and what the documents talk about, and which entity a name in a document stands for."""

    entities: Mapping[str, Entity]
    scheme: ThemeScheme
    _persons: Mapping[tuple[str, str], str]
    _bodies: Mapping[tuple[str, str], str]
    _themes: Mapping[tuple[str, str], str]
    _one_theme: Mapping[str, str]  # themes that people decided to be others → those

    def person(self, document: str, name: str | None) -> str | None:
        """The person that `name` means in the document with this id; None when it names no person, or two."""
        return self._persons.get((document, name)) if name else None

    def body(self, document: str, name: str | None) -> str | None:
        """The body that `name` means in the document with this id; None when it names none."""
        return self._bodies.get((document, without_article(name))) if name else None

    def theme(self, document: str, label: str | None) -> str | None:
        """The theme that `label` means in the document with this id. Every label means one."""
        if not label:
            return None
        return self._themes.get((document, label)) or self._one(self.scheme.iri(label))

    def _one(self, theme: str) -> str:
        return self._one_theme.get(theme, theme)

    def named_in(self, document: str) -> list[tuple[tuple[str, str], str]]:
        """Every name of a document that means one entity, as ((kind, name), IRI), in order."""
        return self._by_document.get(document, [])

    @cached_property
    def _by_document(self) -> dict[str, list[tuple[tuple[str, str], str]]]:
        found: dict[str, list[tuple[tuple[str, str], str]]] = defaultdict(list)
        kinds = (("person", self._persons), ("body", self._bodies), ("theme", self._themes))
        for kind, names in kinds:
            for (document, name), iri in names.items():
                found[document].append(((kind, name), iri))
        return {document: sorted(entries) for document, entries in found.items()}

    def label(self, iri: str) -> str:
        """The name to show for an entity.

        For a theme that no document has as a fact of its own, the vocabulary's.
        """
        entity = self.entities.get(iri)
        concept = self.scheme.concepts.get(iri)
        return (
            entity.label if entity else concept.label if concept else iri.rpartition("/")[2].replace("-", " ")
        )


def build_registry(
    readings: Iterable[Reading], scheme: ThemeScheme, identity: Identity = _UNDECIDED
) -> Registry:
    """The registry of these readings. `identity`: what people decided about who is who."""
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    of_bodies = [mention for each in ordered for mention in body_mentions(each)]
    known_bodies, body_names = bodies(of_bodies, identity)
    people = persons(
        (mention for each in ordered for mention in person_mentions(each)),
        identity,
        that_met(of_bodies, identity),
    )
    label_of = _label_of(ordered) if identity.same or identity.different else {}
    scheme = scheme.with_apart(labels_apart(label_of, identity))
    one = one_theme(label_of, set(map(scheme.iri, label_of.values())), scheme, identity)
    themes, theme_names = _theme_entities(ordered, scheme, one)
    return Registry(
        {entity.iri: entity for entity in (*people, *known_bodies, *themes)},
        scheme,
        _person_names(ordered, people),
        body_names | _body_forms(ordered, body_names),
        theme_names,
        one,
    )


def _label_of(readings: Iterable[Reading]) -> dict[str, str]:
    """The label of every mention of a theme."""
    return {
        fact_of(reading, fact): fact.label
        for reading in readings
        for fact in reading.facts
        if isinstance(fact, Theme)
    }


def fact_of(reading: Reading, fact: Fact) -> str:
    """The IRI of a fact of this reading: of one that stands elsewhere (what a decision tells) its id."""
    if fact.id.startswith(ID):
        return fact.id
    return fact_iri(document_iri(reading.document.id), fact.id).value


def _scope(reading: Reading) -> str:
    return reading.meeting.body or reading.document.id


def person_mentions(reading: Reading) -> list[PersonMention]:
    """The persons that a reading names, with where they stand."""
    return [
        PersonMention(fact, iri, iri.rpartition("/fact/")[0], _scope(reading))
        for fact in reading.facts
        if isinstance(fact, Person)
        for iri in [fact_of(reading, fact)]
    ]


def body_mentions(reading: Reading) -> list[BodyMention]:
    """The bodies that a reading names, those in its heading too."""
    document, scope = reading.document.id, _scope(reading)
    named = [
        BodyMention(fact.name, fact.forms, fact_of(reading, fact), document, scope)
        for fact in reading.facts
        if isinstance(fact, Body)
    ]
    known = {without_article(mention.name) for mention in named}
    heading = [name for name in (reading.meeting.body, *reading.meeting.combined_with) if name]
    return named + [
        BodyMention(name, (), None, document, scope) for name in heading if without_article(name) not in known
    ]


def _person_names(readings: list[Reading], people: list[Entity]) -> dict[tuple[str, str], str]:
    """(document, name or other form) → person, where exactly one person of that document is written so."""
    person_of = {mention: entity.iri for entity in people for mention in entity.mentions}
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        for fact in reading.facts:
            if isinstance(fact, Person):
                iri = person_of[fact_of(reading, fact)]
                names[reading.document.id, fact.name].add(iri)
                for form in fact.forms:
                    forms[reading.document.id, form].add(iri)
    return _single(forms) | _single(names)


def _body_forms(readings: list[Reading], names: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """(document.

    Other form) → body, where one body of that document has the form and none has it as its name.
    """
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        document = reading.document.id
        for fact in reading.facts:
            if isinstance(fact, Body):
                for form in fact.forms:
                    forms[document, without_article(form)].add(names[document, without_article(fact.name)])
    return {key: iri for key, iri in _single(forms).items() if key not in names}


def _single(found: Mapping[tuple[str, str], set[str]]) -> dict[tuple[str, str], str]:
    return {key: min(iris) for key, iris in found.items() if len(iris) == 1}


def labels_apart(label_of: Mapping[str, str], identity: Identity) -> list[tuple[str, str]]:
    """The labels of mentions (fact → label) of which people decided that they are different themes."""
    return [
        (label_of[one], label_of[other])
        for one, other in identity.different
        if one in label_of and other in label_of
    ]


def one_theme(
    label_of: Mapping[str, str], there: Container[str], scheme: ThemeScheme, identity: Identity
) -> dict[str, str]:
    """Themes that people decided to be the same → the one that stands for them, the vocabulary's first.

    `label_of`: the label of each mention that decisions speak of; `there`: the themes that minutes mention.
    """
    if not identity.same:
        return {}
    decided = identity.by({fact: scheme.iri(label) for fact, label in label_of.items()})
    themes = {iri for pair in decided.same for iri in pair if iri in there or iri in scheme.concepts}
    groups: dict[str, list[str]] = defaultdict(list)
    for iri, first in decided.joined(themes).items():
        groups[first].append(iri)
    return {
        iri: first
        for group in groups.values()
        for first in [min(group, key=lambda each: (each not in scheme.concepts, each))]
        for iri in group
    }


def _theme_entities(
    readings: list[Reading], scheme: ThemeScheme, one_theme: Mapping[str, str]
) -> tuple[list[Entity], dict[tuple[str, str], str]]:
    groups: dict[str, list[tuple[str, Theme]]] = defaultdict(list)
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading in readings:
        for fact in reading.facts:
            if isinstance(fact, Theme):
                iri = one_theme.get(own := scheme.iri(fact.label), own)
                groups[iri].append((fact_of(reading, fact), fact))
                for form in (fact.label, *fact.forms):
                    names[reading.document.id, form].add(iri)
    former: dict[str, set[str]] = defaultdict(set)
    for theme, one in one_theme.items():
        former[one].add(theme)
    entities = [
        replace(_theme(iri, groups[iri], scheme), former=tuple(sorted(former[iri] - {iri})))
        for iri in sorted(groups)
    ]
    return entities, _single(names)


def _theme(iri: str, mentions: list[tuple[str, Theme]], scheme: ThemeScheme) -> Entity:
    written = Counter((theme.label, theme.forms) for _, theme in mentions)
    facts = tuple(sorted(fact for fact, _ in mentions))
    return replace(theme_entity(iri, written, scheme), mentions=facts)


def theme_entity(
    iri: str,
    written: Mapping[tuple[str, tuple[str, ...]], int],
    scheme: ThemeScheme,
    former: Iterable[str] = (),
) -> Entity:
    """A theme, without its mentions, from how often each label was written with which other forms."""
    concept, labels = scheme.concepts.get(iri), Counter[str]()
    for (label, _), times in written.items():
        labels[label] += times
    # One word for it in all minutes: that word. Several: the vocabulary's, under which they come together.
    label = concept.label if concept and len(labels) > 1 else preferred(labels)
    forms = {form for name, others in written for form in (name, *others)}
    return Entity(iri, "theme", label, other_forms(label, forms), former=tuple(sorted(former)))


def coined_body(name: str) -> str:
    """The IRI for a body that facts refer to without a mention of its own."""
    return entity_iri("body", slug(name))
