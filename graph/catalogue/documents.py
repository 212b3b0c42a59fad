"""Documents: what each tells of bodies, roles and portfolios, once it is known whom and what it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from graph.catalogue.catalogue import Catalogue
from graph.catalogue.mentions import unpacked
from graph.catalogue.nodes import Claim, lines
from graph.catalogue.packing import pack, spread, squeeze, unpack_reading
from graph.catalogue.who import Vocabulary
from graph.facts.model import Fact, Reading
from graph.minutes.sort import ADOPTED, CONCEPT
from graph.registry import Entity, Registry
from graph.registry.slugs import folded, without_article
from graph.state.circles import circles_of, content
from graph.state.derive import summary
from graph.state.groups import ThemeNames
from graph.state.records import Minutes
from graph.state.roles import FollowClaim, RoleClaim, follow_claims_in, group_of, role_claims_in
from graph.state.structure import said_of_bodies
from graph.state.triples import document_triples, mention_triple
from graph.store.identifiers import document_iri

_KNOWN = "SELECT id, date, reading, names FROM document WHERE id IN (…) AND names IS NOT NULL"
_LABELS = "SELECT iri, kind, label FROM entity WHERE iri IN (…)"
_SEPARATOR = "\x1f"
_Meant = dict[str, set[str]]
_FEW = 20  # labels for which looking through all names one by one is quicker


class Names(msgspec.Struct, array_like=True):
    """What the names in one document mean: name → IRI."""

    person: dict[str, str]
    body: dict[str, str]
    theme: dict[str, str]

    @property
    def meant(self) -> set[str]:
        """All that is named."""
        return {iri for table in (self.person, self.body, self.theme) for iri in table.values()}


_names = msgspec.msgpack.Decoder(Names).decode


@dataclass
class Documents:
    """The documents of a catalogue, with the vocabulary by which their themes are known."""

    catalogue: Catalogue
    vocabulary: Vocabulary

    # -------------------- which of them count

    def replace_concepts(self) -> None:
        """A concept counts no more when the adopted minutes of the same meeting are there."""
        db = self.catalogue.db
        meetings = db.execute("SELECT key FROM touched WHERE kind = 'meeting'").fetchall()
        for (meeting,) in meetings:
            rows = db.execute(
                "SELECT number, id, version, replaced_by FROM document WHERE meeting = ?", (meeting,)
            ).fetchall()
            adopted = min((name for _, name, version, _ in rows if version == ADOPTED), default=None)
            for number, name, version, before in rows:
                now = adopted if version == CONCEPT else None
                if now != before:
                    self.catalogue.has_to_be_indexed(name)
                    db.execute("UPDATE document SET replaced_by = ? WHERE number = ?", (now, number))
                    self.catalogue.network.mark([number])
        db.execute("DELETE FROM touched WHERE kind = 'meeting'")

    def see_coined_themes(self) -> None:
        """A theme that minutes coin, or coin no more, changes what the name of a group speaks of."""
        db = self.catalogue.db
        before = dict(db.execute("SELECT label, iri FROM coined"))
        if before == self._coined:
            return
        changed = {label for label, _ in before.items() ^ self._coined.items()}
        db.execute("DELETE FROM coined")
        db.executemany("INSERT INTO coined VALUES (?, ?)", self._coined.items())
        if before:
            self.catalogue.network.mark(self._speaking_of(changed))

    @cached_property
    def _coined(self) -> dict[str, str]:
        found = self.catalogue.db.execute("SELECT label, iri FROM entity WHERE kind = 'theme' ORDER BY iri")
        return {folded(label): iri for label, iri in found}

    def _speaking_of(self, labels: set[str]) -> list[int]:
        """The documents that name a group with one of these labels in its name."""
        db = self.catalogue.db
        if len(labels) <= _FEW:
            query = "SELECT DISTINCT document FROM speaks_of_group WHERE instr(' ' || name || ' ', ?)"
            return [number for label in sorted(labels) for (number,) in db.execute(query, (f" {label} ",))]
        longest = max(label.count(" ") for label in labels) + 1
        return [
            number
            for number, name in db.execute("SELECT document, name FROM speaks_of_group")
            if any(stretch in labels for stretch in _stretches(name.split(), longest))
        ]

    @cached_property
    def theme_names(self) -> ThemeNames:
        """What finds the theme that the name of a group speaks of."""
        return ThemeNames(self.vocabulary.scheme, self._coined)

    # -------------------- what their names mean

    def minutes(self, documents: Sequence[str]) -> list[Minutes]:
        """The minutes with these ids, in order of date and id; all know the names of all."""
        rows = [
            (name, date, unpack_reading(reading), _names(spread(names)))
            for name, date, reading, names in self.catalogue.db.among(_KNOWN, documents)
        ]
        rows.sort(key=lambda row: (row[1], row[0]))
        registry = self._registry({name: names for name, _, _, names in rows})
        return [Minutes(reading, registry, date) for _, date, reading, _ in rows]

    def _registry(self, names: Mapping[str, Names]) -> Registry:
        meant = {
            iri for of in names.values() for table in (of.person, of.body, of.theme) for iri in table.values()
        }
        # Themes that a document only refers to have the name that others give them.
        every = meant | set(self.vocabulary.one.values())
        return Registry(
            {iri: Entity(iri, kind, label) for iri, (kind, label) in self._labels(every).items()},
            self.vocabulary.scheme,
            {(document, name): iri for document, of in names.items() for name, iri in of.person.items()},
            {(document, name): iri for document, of in names.items() for name, iri in of.body.items()},
            {(document, name): iri for document, of in names.items() for name, iri in of.theme.items()},
            self.vocabulary.one,
        )

    def _labels(self, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
        return {iri: (kind, label) for iri, kind, label in self.catalogue.db.among(_LABELS, iris)}

    def label(self, iri: str) -> str:
        """The name to show for an entity."""
        return self._registry_of_one(iri).label(iri)

    def _registry_of_one(self, iri: str) -> Registry:
        found = {of: Entity(of, kind, label) for of, (kind, label) in self._labels([iri]).items()}
        return Registry(found, self.vocabulary.scheme, {}, {}, {}, {})

    def _resolve(self, number: int, reading: Reading) -> Names:
        """What the names in a document mean, as its mentions are known by now."""
        tables: dict[str, tuple[_Meant, _Meant]] = {
            kind: (defaultdict(set), defaultdict(set)) for kind in ("person", "body", "theme")
        }
        for kind, name, forms, iri in self.catalogue.db.execute(
            "SELECT kind, name, forms, entity FROM mention WHERE document = ?", (number,)
        ):
            names, others = tables[kind]
            plain = without_article if kind == "body" else str
            names[plain(name)].add(iri)
            for form in unpacked(forms):
                others[plain(form)].add(iri)
        people, bodies, themes = tables["person"], tables["body"], tables["theme"]
        body = {name: max(iris) for name, iris in bodies[0].items()}
        # Another form means what the names with it mean.
        body |= {form: iri for form, iri in self._other_forms(number, body).items() if form not in body}
        theme = _single({name: themes[0][name] | themes[1][name] for name in (*themes[0], *themes[1])})
        for label in (label for fact in reading.facts for label in _themes(fact)):
            theme.setdefault(label, self.vocabulary.iri(label))
        return Names(_single(people[1]) | _single(people[0]), body, theme)

    def _other_forms(self, number: int, body: Mapping[str, str]) -> dict[str, str]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, forms in self.catalogue.db.execute(
            "SELECT name, forms FROM mention WHERE document = ? AND kind = 'body' AND fact IS NOT NULL",
            (number,),
        ):
            for form in unpacked(forms):
                found[without_article(form)].add(body[without_article(name)])
        return _single(found)

    # -------------------- what they tell

    def work_out(self, number: int, document: str) -> None:
        """Everything that a document tells; nothing when it is gone."""
        db = self.catalogue.db
        row = db.execute(
            "SELECT reading, date, replaced_by, names FROM document WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            self.catalogue.network.tell(number, [])
            self.catalogue.network.set_lines(number, set())
            self.catalogue.network.forget(number)
            return
        reading, replaced_by = unpack_reading(row[0]), row[2]
        date = row[1] if not replaced_by else None
        names = self._resolve(number, reading)
        packed = squeeze(msgspec.msgpack.encode(names))
        if packed != row[3]:
            db.execute("UPDATE document SET names = ? WHERE number = ?", (packed, number))
        registry = self._registry({document: names})
        body = registry.body(document, reading.meeting.body)
        mentions = db.execute(
            "SELECT fact, entity, date FROM mention WHERE document = ?", (number,)
        ).fetchall()
        if any(before != date for _, _, before in mentions):
            db.execute("UPDATE mention SET date = ? WHERE document = ?", (date, number))
        self._refer(number, names.meant - {entity for _, entity, _ in mentions})
        self.catalogue.network.mark(
            self.catalogue.network.node("entity", entity)
            for entity in sorted({entity for _, entity, before in mentions if before != date})
        )
        own = f"{document_iri(document).value}/fact/"
        triples = [
            *document_triples(summary(reading, body, replaced_by)),
            *(mention_triple(entity, fact) for fact, entity, _ in mentions if fact and fact.startswith(own)),
        ]
        self.catalogue.network.set_lines(number, lines(triples))
        elsewhere = [
            Claim("entity", entity, fact, pack((fact,)))
            for fact, entity, _ in mentions
            if fact and not fact.startswith(own)
        ]
        minutes = Minutes(reading, registry, date) if date else None
        told = self._told(minutes) if minutes else ()
        self.catalogue.network.tell(number, [*told, *elsewhere, *_reasons(reading)])

    def _refer(self, number: int, entities: set[str]) -> None:
        """Keep of what a document speaks besides what it mentions."""
        db = self.catalogue.db
        db.execute("DELETE FROM refers WHERE document = ?", (number,))
        db.executemany("INSERT INTO refers VALUES (?, ?)", [(iri, number) for iri in sorted(entities)])

    def _told(self, minutes: Minutes) -> Iterator[Claim]:
        """What minutes that count tell the bodies, roles and others."""
        place = f"{minutes.date}{_SEPARATOR}{minutes.document}{_SEPARATOR}"
        hashed = content(minutes, self.theme_names).hex()
        for body in sorted(circles_of(minutes), key=str):
            yield Claim("circle", body or "", place, pack((minutes.document, hashed)))
        yield Claim("spoken", minutes.document, "", pack((hashed,)))
        for number, said in enumerate(said_of_bodies(minutes)):
            yield Claim("body", said.body, f"{place}{number:05}", pack(said))
        follows = list(follow_claims_in(minutes))
        claims: list[RoleClaim | FollowClaim] = [*role_claims_in(minutes), *follows]
        for number, claim in enumerate(claims):
            if group := group_of(claim):
                key = f"{group[0] or ''}{_SEPARATOR}{group[1]}"
                yield Claim("role", key, f"{place}{number:05}", pack(claim))
        for number, follow in enumerate(follows):
            yield Claim("told", minutes.document, f"{number:05}", pack(follow))


def _reasons(reading: Reading) -> Iterator[Claim]:
    told = sorted({(fact.reason.id, fact.reason.text) for fact in reading.facts if fact.reason})
    return (Claim("rule", rule, text, pack((text,))) for rule, text in told)


def _single(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: min(iris) for name, iris in found.items() if len(iris) == 1}


def _stretches(words: Sequence[str], longest: int) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + longest) + 1):
            yield " ".join(words[start:end])


def _themes(fact: Fact) -> tuple[str, ...]:
    theme = getattr(fact, "theme", None)
    themes: tuple[str, ...] = getattr(fact, "themes", ())
    return (theme, *themes) if theme else themes
