"""Every name that a question may use: of persons, bodies, themes and roles, in minutes and vocabulary.

Made once for a generation of the store. A name is looked up by its letters alone, so that «ex-detentie»,
«exdetentie» and «Ex detentie» are one; what is typed almost right goes through `spelling`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph import ontology
from graph.answers.lookup import select
from graph.answers.wording import label
from graph.dutch import names as dutch_names
from graph.facts.skos import Concept, concepts
from graph.questions.model import Entity
from graph.questions.spelling import Spelling
from graph.questions.words import key, tokens
from graph.store.snapshot import Snapshot

MOST_WORDS = 10
_BEGINNING = 5  # letters
_LEAST = 2  # words of a short name that still says which body


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names and what they stand for."""

    named: dict[str, tuple[Entity, ...]]
    spelling: Spelling
    kinds: dict[str, str]  # body → code of its kind
    entities: dict[str, Entity]
    meeting: frozenset[str]  # bodies whose minutes are here
    themes: dict[str, Concept]
    places: dict[
        str, tuple[Entity, ...]
    ]  # the place in the name of a body that meets → all bodies of that place
    the: dict[
        str, tuple[Entity, ...]
    ]  # a kind («stuurgroep») → the one body of it with minutes: «de stuurgroep»
    begun: dict[str, tuple[Entity, ...]]  # the first letters of one theme's names alone; a part of its name
    forms: dict[str, tuple[str, ...]]  # theme → its names, in minutes and in the vocabulary


@dataclass(frozen=True, slots=True)
class _Names:
    """The names as they come in."""

    found: dict[str, dict[Entity, None]] = field(default_factory=lambda: defaultdict(dict))
    words: set[str] = field(default_factory=set)
    entities: dict[str, Entity] = field(default_factory=dict)
    themes: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, entity: Entity, forms: Iterable[str]) -> None:
        """What something is called."""
        self.entities.setdefault(entity.iri, entity)
        for form in forms:
            if entity.sort == "theme":
                self.themes[entity.iri][form] = None
            if len(key(form)) > 1:
                self.found[key(form)][entity] = None
                self.words.update(token.key for token in tokens(form))

    def of(self, sort: str) -> list[Entity]:
        """What is known of a sort so far."""
        return [each for each in self.entities.values() if each.sort == sort]


def build(snapshot: Snapshot) -> Lexicon:
    """The lexicon of a snapshot."""
    meeting = {row["body"] or "" for row in select(snapshot, "queries", "bodies_that_meet")}
    vocabulary = {concept.iri: concept for concept in concepts("themes.ttl")}
    names = _Names()
    kinds = _add_written(names, snapshot)
    _add_short(names, kinds, meeting)
    the = _only_ones(names, kinds, meeting)
    _add_vocabulary(names, vocabulary)
    _abbreviations(names, meeting)
    return Lexicon(
        {form: tuple(each) for form, each in names.found.items()},
        Spelling(names.words),
        kinds,
        names.entities,
        frozenset(meeting),
        vocabulary,
        _places(names.entities, meeting),
        the,
        _begun(names) | _parts(names),
        {iri: tuple(forms) for iri, forms in names.themes.items()},
    )


def _add_written(names: _Names, snapshot: Snapshot) -> dict[str, str]:
    """Add what is named in minutes; body → code of its kind."""
    kinds: dict[str, str] = {}
    for row in select(snapshot, "queries", "names"):
        entity = Entity(row["sort"] or "", row["entity"] or "", row["name"] or "")
        if entity.sort == "body" and row["kind"]:
            kinds[entity.iri] = row["kind"].rsplit("/", 1)[-1]
        names.add(entity, (*_forms(entity, entity.name), *_forms(entity, row["form"] or entity.name)))
    return kinds


def _add_short(names: _Names, kinds: dict[str, str], meeting: set[str]) -> None:
    """Add what bodies are called for short."""
    bodies = names.of("body")
    often = Counter(key(word) for body in bodies for word in set(body.name.split()))
    for body in bodies:
        names.add(body, _short_forms(body, kinds.get(body.iri), body.iri in meeting))
        if body.iri in meeting:
            names.add(body, (each for each in _own_words(body) if often[key(each)] == 1))


def _own_words(body: Entity) -> Iterator[str]:
    """The nouns in the name of a body by which it may be called: «de Veiligheidsregio»."""
    words = body.name.split()
    return (each for each in words[1:-1] if each[0].isupper() and len(each) >= _LONG_NOUN)


_LONG_NOUN = 9  # letters: of a compound


def _only_ones(names: _Names, kinds: dict[str, str], meeting: set[str]) -> dict[str, tuple[Entity, ...]]:
    """A kind («stuurgroep») → the one body of it with minutes."""
    alone = Counter(kinds.get(iri) for iri in meeting)
    return {
        key(label("body", kinds[body.iri])): (body,)
        for body in names.of("body")
        if body.iri in kinds and body.iri in meeting and alone[kinds[body.iri]] == 1
    }


def _abbreviations(names: _Names, meeting: set[str]) -> None:
    """What is called «BVO» is the one body with minutes whose name that stands for, and no theme."""
    bodies = [names.entities[iri] for iri in sorted(meeting) if iri in names.entities]
    written = {each.name for each in names.entities.values() if each.sort in ("theme", "body")}
    for short in sorted(
        each for each in written if each.isupper() and each.isalpha() and len(each) <= _LETTERS
    ):
        meant = [body for body in bodies if _stands_for(short, body.name)]
        if len(meant) == 1 and meant[0].name != short:
            same = [each for each in names.found[key(short)] if each.sort == "body"]
            others = (replace(each, name=meant[0].name) for each in same)
            names.found[key(short)] = dict.fromkeys((meant[0], *others))


_LETTERS = 6  # of an abbreviation, at most


def _stands_for(short: str, name: str) -> bool:
    """Whether the letters stand in the name in order, with the first of every word but that of its region."""
    words = name.split()
    letters, whole = iter(short.casefold()), iter("".join(words).casefold())
    own = [word[0].casefold() for word in (words[:-1] if len(words) > _LEAST else words) if word[0].isupper()]
    return (
        len(words) > 1
        and name[0].casefold() == short[0].casefold()
        and all(letter in letters for letter in own)
        and all(letter in whole for letter in short.casefold())
    )


def _add_vocabulary(names: _Names, vocabulary: dict[str, Concept]) -> None:
    """Add the themes of the vocabulary: by the name in the minutes where these have them."""
    known = {theme.iri: theme.name for theme in names.of("theme")}
    for concept in vocabulary.values():
        theme = Entity(
            "theme", concept.iri, known.get(concept.iri, concept.label), known=concept.iri in known
        )
        english = _english().get(concept.iri, ())
        names.add(theme, (*concept.labels, *_plain(concept.label), *english))


def _places(entities: dict[str, Entity], meeting: set[str]) -> dict[str, tuple[Entity, ...]]:
    bodies = [each for each in entities.values() if each.sort == "body" and " " in each.name]
    behind = (each.name.rsplit(" ", 1)[1] for each in bodies if each.iri in meeting)
    last = {key(word) for word in behind if not word.isupper()}
    return {
        place: tuple(each for each in bodies if key(each.name.rsplit(" ", 1)[1]) == place)
        for place in sorted(last)
    }


def _begun(names: _Names) -> dict[str, tuple[Entity, ...]]:
    """The beginnings of first words in the names of one theme of the minutes alone («cyber»)."""
    themes: dict[str, set[Entity]] = defaultdict(set)
    for iri, forms in names.themes.items():
        theme = names.entities[iri]
        for word in {words[0].key for form in forms if theme.known and (words := tokens(form))}:
            for length in range(_BEGINNING, len(word)):
                themes[word[:length]].add(theme)
    return {
        beginning: tuple(each)
        for beginning, each in themes.items()
        if len(each) == 1 and beginning not in names.found
    }


AND = re.compile(r"\s+(?:en|and|&)\s+|,\s*|\s*/\s*", re.IGNORECASE)  # between the parts of a theme's name
_PART = 4  # letters
_GENERAL = 3  # themes that have a part in common, which then says nothing of which one is meant


def _parts(names: _Names) -> dict[str, tuple[Entity, ...]]:
    """What stands beside «en» in the name of one theme of the minutes: «jeugd» for «Jeugd en veiligheid»."""
    themes: dict[str, dict[str, Entity]] = defaultdict(dict)
    for iri, forms in names.themes.items():
        for form in forms:
            for part in AND.split(form) if AND.search(form) else ():
                if len(part) >= _PART and not part.endswith("-"):
                    themes[key(part)][iri] = names.entities[iri]
    return {
        part: known
        for part, each in themes.items()
        if len(known := tuple(theme for theme in each.values() if theme.known)) == 1
        and len(each) < _GENERAL
        and not any(each.known or each.sort != "theme" for each in names.found.get(part, ()))
    }


@cache
def _english() -> dict[str, tuple[str, ...]]:
    """The English names of themes."""
    found: dict[str, list[str]] = defaultdict(list)
    for triple in parse(ontology.path("themes.ttl").read_bytes(), format=RdfFormat.TURTLE):
        if (
            isinstance(triple.object, Literal)
            and triple.object.language == "en"
            and isinstance(triple.subject, NamedNode)
        ):
            found[triple.subject.value].append(triple.object.value)
    return {iri: tuple(labels) for iri, labels in found.items()}


def _forms(entity: Entity, form: str) -> Iterator[str]:
    yield form
    if entity.sort == "person":
        yield from _person_forms(entity.name)
        yield from _person_forms(form)
    if entity.sort == "theme":
        yield from _plain(form)


def _plain(form: str) -> Iterator[str]:
    """A theme without «-thema's» and the like behind it."""
    for tail in ("-thema's", "-thema’s", " thema's"):
        if form.lower().endswith(tail):
            yield form[: -len(tail)]


def _person_forms(written: str) -> Iterator[str]:
    """The ways in which somebody is called: surname, with and without tussenvoegsel, given name, initials."""
    name = dutch_names.parse(written)
    if name is None:
        return
    yield name.last
    yield name.surname
    yield f"{dutch_names.long_prefix(name.prefix)} {name.surname}".strip()
    if name.given_name:
        yield name.given_name
    if name.initials:
        yield f"{name.initials} {name.last}"
        yield f"{name.initials[0]} {name.last}"
    if "-" in name.surname:
        yield name.surname.split("-")[0]


def _short_forms(body: Entity, kind: str | None, meets: bool) -> Iterator[str]:  # noqa: FBT001 - a fact of the body
    """What a body is called for short: with its kind, without its last words, by its place if it meets."""
    words = body.name.split()
    if kind:
        yield f"{label('body', kind)} {body.name}"
    for number in range(_LEAST, len(words)):
        if words[number - 1][0].isupper() and words[0].isalpha():
            yield " ".join(words[:number])
            if kind:
                yield f"{label('body', kind)} {' '.join(words[1:number])}"
    if len(words) > _LEAST:
        yield "".join(word[0] for word in words if word[0].isupper())
        letters = "".join(word[0] for word in words[:-1] if word[0].isupper())
        yield f"{letters} {words[-1]}" if letters else body.name
    if meets and len(words) > 1:
        yield f"{words[0]} {words[-1]}"
        yield f"{words[-1]} {words[0]}"
        yield f"overleg {words[-1]}"
        yield " ".join(words[1:])
