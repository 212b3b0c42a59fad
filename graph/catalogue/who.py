"""Who is who, brought up to date: only those that share a name with a document that is new, changed or gone.

After it every mention has its entity, and the documents whose names mean something else are marked.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.catalogue.catalogue import Catalogue
from graph.catalogue.mentions import parts_of, person_mention, unpacked
from graph.registry import (
    BodyMention,
    Entity,
    Identity,
    ThemeScheme,
    body_entity,
    body_keys,
    entity_iri,
    labels_apart,
    one_theme,
    persons,
    theme_entity,
)
from graph.store.identifiers import ID

Written = dict[tuple[str, tuple[str, ...]], int]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The themes as decisions leave them: labels set apart, and themes that stand for others."""

    scheme: ThemeScheme
    one: Mapping[str, str]

    def iri(self, label: str) -> str:
        """The theme with this label."""
        own = self.scheme.iri(label)
        return self.one.get(own, own)


def identify(catalogue: Catalogue, scheme: ThemeScheme, identity: Identity) -> Vocabulary:
    """Bring every mention's entity up to date. `identity`: what people decided about who is who."""
    who = _Who(catalogue, identity, _vocabulary(catalogue, scheme, identity))
    who.see_decisions()
    who.bodies()
    who.persons()  # a bare surname means somebody within one body's minutes
    who.themes()
    catalogue.db.execute("DELETE FROM touched WHERE kind != 'meeting'")
    return who.vocabulary


def _vocabulary(catalogue: Catalogue, scheme: ThemeScheme, identity: Identity) -> Vocabulary:
    decided = {iri for pair in (*identity.same, *identity.different) for iri in pair}
    label_of: dict[str, str] = dict(
        catalogue.db.among("SELECT fact, name FROM mention WHERE kind = 'theme' AND fact IN (…)", decided)
    )
    scheme = scheme.with_apart(labels_apart(label_of, identity))
    if not identity.same:
        return Vocabulary(scheme, {})
    there = {
        scheme.iri(name) for (name,) in catalogue.db.execute("SELECT name FROM name WHERE kind = 'theme'")
    }
    return Vocabulary(scheme, one_theme(label_of, there, scheme, identity))


_WRITTEN = "SELECT name, forms, times FROM name WHERE entity = ?"
_WRITTEN_BY_MENTION = "SELECT name, forms, count(*) FROM mention WHERE entity = ? GROUP BY name, forms"
_LINKED = "SELECT DISTINCT b.surname FROM link a JOIN link b ON a.by = b.by WHERE a.surname IN (…)"
_THAT_MET = (
    "SELECT DISTINCT scope, entity FROM name WHERE kind = 'body' AND name = scope AND entity IS NOT NULL"
)
_IN_MINUTES_OF = "SELECT DISTINCT key FROM mention WHERE kind = 'person' AND scope = ?"
_OF_SURNAMES = "SELECT document, fact, data, scope, entity FROM mention WHERE kind = 'person' AND key IN (…)"
_SINGLE = "SELECT name, forms, fact, scope FROM mention WHERE kind = 'body' AND fact IN (…)"
_KEY_OF = "SELECT key FROM mention WHERE kind = 'body' AND fact = ?"
_ENTITY_OF = "SELECT entity FROM mention WHERE kind = 'body' AND fact = ?"


class _Who:
    def __init__(self, catalogue: Catalogue, identity: Identity, vocabulary: Vocabulary) -> None:
        self._catalogue = catalogue
        self._db = catalogue.db
        self._identity = identity
        self.vocabulary = vocabulary
        self._decided = sorted({iri for pair in (*identity.same, *identity.different) for iri in pair})
        self._joined: Mapping[str, set[str]] = {}  # each body that others were joined to → those
        self._one_by_one: Mapping[
            str, str
        ] = {}  # mentions that decisions speak of → the body that each means
        self._that_met: Mapping[str, str] = {}  # the name of a body in its own minutes → the body

    # -------------------- decisions

    def see_decisions(self) -> None:
        """When people decided something else than before, all that either speaks of is worked out again."""
        now = json.dumps([self._identity.same, self._identity.different, sorted(self.vocabulary.one.items())])
        before = self._catalogue.db.meta("identity") or json.dumps([[], [], []])
        if now == before:
            return
        old = json.loads(before)
        spoken_of = {*self._decided, *(iri for pairs in old[:2] for pair in pairs for iri in pair)}
        self._catalogue.mentioned.touch("person", self._surnames_of(spoken_of))
        for fact in spoken_of:
            self._catalogue.mentioned.touch("body", [key for (key,) in self._db.execute(_KEY_OF, (fact,))])
            self._catalogue.mentioned.touch(
                "entity", [iri for (iri,) in self._db.execute(_ENTITY_OF, (fact,)) if iri]
            )
            self._db.execute("UPDATE mention SET entity = NULL WHERE kind = 'body' AND fact = ?", (fact,))
        self._catalogue.mentioned.touch("body-names", [""])
        self._catalogue.mentioned.touch("theme-names", [""])
        self._catalogue.db.set_meta("identity", now)

    def _surnames_of(self, addresses: Iterable[str]) -> set[str]:
        """The surnames of persons that addresses, of mentions or of persons past or present, speak of."""
        found: set[str] = set()
        for address in addresses:
            slug = address.removeprefix(entity_iri("person", "x").removesuffix("x"))
            queries = (
                ("SELECT key FROM mention WHERE kind = 'person' AND fact = ?", address),
                ("SELECT key FROM mention WHERE kind = 'person' AND entity = ?", address),
                ("SELECT m.key FROM former f JOIN mention m ON m.entity = f.entity WHERE f.iri = ?", address),
                ("SELECT surname FROM link WHERE by = ?", f"slug {slug}"),
            )
            found |= {key for query, value in queries for (key,) in self._db.execute(query, (value,))}
        return found

    # -------------------- persons

    def persons(self) -> None:
        """Every group of surnames that somebody touched, or whose person lost a mention, group by group."""
        done: set[str] = set()
        self._that_met = dict(self._db.execute(_THAT_MET).fetchall())
        decided = self._surnames_of(self._decided)
        left = self._left("person")
        waiting = {key for (key,) in self._db.execute("SELECT key FROM touched WHERE kind = 'person'")}
        waiting |= self._surnames_of_persons(left)
        while waiting:
            surnames = self._linked(min(waiting), decided)
            lost = self._surnames(surnames)
            left |= lost
            done |= surnames
            waiting = (waiting | self._surnames_of_persons(lost)) - done
        self._settle({iri for iri in left if not self._is_mentioned(iri)}, ())

    def _surnames_of_persons(self, persons: set[str]) -> set[str]:
        query = "SELECT DISTINCT key FROM mention WHERE kind = 'person' AND entity IN (…)"
        return {key for (key,) in self._catalogue.db.among(query, persons)}

    def _linked(self, surname: str, decided: set[str]) -> set[str]:
        """The surnames whose persons may be mixed up with those of this one."""
        found, left = set[str](), {surname}
        while left:
            found |= left
            if decided & found:
                found |= decided
            left = {other for (other,) in self._catalogue.db.among(_LINKED, found)} - found
        return found

    def _is_mentioned(self, iri: str) -> bool:
        return (
            self._db.execute("SELECT 1 FROM mention WHERE entity = ? LIMIT 1", (iri,)).fetchone() is not None
        )

    def _surnames(self, surnames: set[str]) -> set[str]:
        """Who bears these surnames; the persons that lost a mention."""
        rows = list(self._catalogue.db.among(_OF_SURNAMES, surnames))
        people = persons(
            (person_mention(data, fact, scope) for _, fact, data, scope, _ in rows),
            self._identity,
            self._that_met,
        )
        entity_of = {fact: person.iri for person in people for fact in person.mentions}
        changed = [
            (entity_of[fact], document, fact, before)
            for document, fact, _, _, before in rows
            if before != entity_of[fact]
        ]
        self._db.executemany(
            "UPDATE mention SET entity = ? WHERE document = ? AND fact = ?",
            [(iri, document, fact) for iri, document, fact, _ in changed],
        )
        self._catalogue.network.mark({document for _, document, _, _ in changed})
        self._settle(set(), people)
        return {before for *_, before in changed if before}

    # -------------------- bodies

    def bodies(self) -> None:
        """What each name of a body means, when there is a new name or one less; and the bodies touched."""
        touched = self._new_names("body") if self._touched("body-names") or self._decided else set()
        touched |= self._give_entities("body") | self._touched_entities("body")
        there = [
            body_entity(iri, written, self._joined.get(iri, set()) - {iri})
            for iri in sorted(touched)
            if (written := self._written(iri))
        ]
        self._settle(touched, there)

    def _new_names(self, kind: str) -> set[str]:
        """The entities whose names changed."""
        means = self._bodies_meant() if kind == "body" else self._themes_meant()
        touched: set[str] = set()
        for key, before in self._db.execute(
            "SELECT DISTINCT key, entity FROM name WHERE kind = ?", (kind,)
        ).fetchall():
            now = means(key)
            if now != before:
                touched |= {now, before} - {None}
                self._rename(kind, key, now)
        return touched

    def _rename(self, kind: str, key: str, entity: str) -> None:
        self._db.execute("UPDATE name SET entity = ? WHERE kind = ? AND key = ?", (entity, kind, key))
        self._db.execute(
            "UPDATE node SET dirty = 1 WHERE number IN"
            " (SELECT document FROM mention WHERE kind = ? AND key = ?)",
            (kind, key),
        )
        self._db.execute(
            "UPDATE mention SET entity = NULL WHERE kind = ? AND key = ? AND entity IS NOT NULL", (kind, key)
        )
        self._catalogue.mentioned.touch(kind, [key])
        name, scope = parts_of(key) if kind == "body" else ("", None)
        if name == scope:  # the body that met is another than before: bare surnames may mean others then
            surnames = self._db.execute(_IN_MINUTES_OF, (scope,)).fetchall()
            self._catalogue.mentioned.touch("person", [surname for (surname,) in surnames])

    def _bodies_meant(self) -> Callable[[str], str]:
        names = [
            (key, BodyMention(name, unpacked(forms), None, "", scope))
            for key, name, forms, scope in self._db.execute(
                "SELECT key, name, forms, scope FROM name WHERE kind = 'body'"
            )
        ]
        single = self._decided_bodies()
        every = [*(mention for _, mention in names), *single]
        iris = [entity_iri("body", key) for key in body_keys(every, self._identity)]
        mentioned = {
            each.fact: iri for each, iri in zip(single, iris[len(names) :], strict=True) if each.fact
        }
        one = self._identity.by(mentioned).joined(iris)
        joined: dict[str, set[str]] = defaultdict(set)
        for iri in iris:
            joined[one[iri]].add(iri)
        self._joined = joined
        self._one_by_one = {fact: one[iri] for fact, iri in mentioned.items()}
        return {key: one[iri] for (key, _), iri in zip(names, iris, strict=False)}.__getitem__

    def _decided_bodies(self) -> list[BodyMention]:
        return [
            BodyMention(name, unpacked(forms), fact, "", scope)
            for name, forms, fact, scope in self._catalogue.db.among(_SINGLE, self._decided)
        ]

    # -------------------- themes

    def themes(self) -> None:
        """Likewise for themes, which the vocabulary tells apart."""
        touched = self._new_names("theme") if self._touched("theme-names") else set()
        touched |= self._give_entities("theme") | self._touched_entities("theme")
        former: dict[str, set[str]] = defaultdict(set)
        for theme, one in self.vocabulary.one.items():
            former[one].add(theme)
        there = [
            theme_entity(iri, written, self.vocabulary.scheme, former[iri] - {iri})
            for iri in sorted(touched)
            if (written := self._written(iri))
        ]
        self._settle(touched, there)

    def _themes_meant(self) -> Callable[[str], str]:
        return self.vocabulary.iri

    # -------------------- together

    def _touched(self, kind: str) -> bool:
        return (
            self._db.execute("SELECT 1 FROM touched WHERE kind = ? LIMIT 1", (kind,)).fetchone() is not None
        )

    def _left(self, kind: str) -> set[str]:
        """The entities that a mention left."""
        prefix = f"{ID}{kind}/"
        return {
            iri
            for (iri,) in self._db.execute("SELECT key FROM touched WHERE kind = 'entity'")
            if iri.startswith(prefix)
        }

    def _touched_entities(self, kind: str) -> set[str]:
        """The entities of what is touched, and those that a mention left."""
        return self._left(kind) | {
            iri
            for (iri,) in self._db.execute(
                "SELECT DISTINCT n.entity FROM touched t JOIN name n ON n.kind = t.kind AND n.key = t.key"
                " WHERE t.kind = ?",
                (kind,),
            )
            if iri
        }

    def _give_entities(self, kind: str) -> set[str]:
        """Give the mentions of what is touched the entity of their name.

        Those that decisions speak of one by one get their own; these entities are the answer.
        """
        self._db.execute(
            "UPDATE mention SET entity = (SELECT n.entity FROM name n"
            " WHERE n.kind = mention.kind AND n.key = mention.key LIMIT 1)"
            " WHERE kind = ?1 AND entity IS NULL AND key IN (SELECT key FROM touched WHERE kind = ?1)",
            (kind,),
        )
        touched: set[str] = set()
        for fact, iri in self._one_by_one.items() if kind == "body" else ():
            for document, before in self._db.execute(
                "SELECT document, entity FROM mention WHERE fact = ?", (fact,)
            ).fetchall():
                touched |= {iri, before}
                if before != iri:
                    self._db.execute("UPDATE mention SET entity = ? WHERE fact = ?", (iri, fact))
                self._catalogue.network.mark([document])
        return touched

    def _written(self, iri: str) -> Written:
        """How often each name of an entity is written, with which other forms."""
        # What decisions say of single mentions only those know, and then there are few to look through.
        query = _WRITTEN_BY_MENTION if self._one_by_one else _WRITTEN
        found: Written = defaultdict(int)
        for name, forms, times in self._db.execute(query, (iri,)):
            found[name, unpacked(forms)] += times
        return found

    def _settle(self, touched: set[str], entities: Iterable[Entity]) -> None:
        """Keep entities, let go of those of the touched ones that are no more, and mark what shows them."""
        there: set[str] = set()
        for entity in entities:
            there.add(entity.iri)
            row = (entity.iri, entity.kind, entity.label, json.dumps(entity.forms), json.dumps(entity.former))
            before = self._db.execute("SELECT * FROM entity WHERE iri = ?", (entity.iri,)).fetchone()
            if before == row:
                continue
            self._db.execute("INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?)", row)
            self._former(entity)
            if before is None or before[2] != entity.label:
                self._shown(entity.iri)
        for iri in touched - there:
            self._db.execute("DELETE FROM entity WHERE iri = ?", (iri,))
            self._db.execute("DELETE FROM former WHERE entity = ?", (iri,))
            self._shown(iri)
        self._catalogue.network.mark(
            self._catalogue.network.node("entity", iri) for iri in sorted(touched | there)
        )

    def _former(self, entity: Entity) -> None:
        self._db.execute("DELETE FROM former WHERE entity = ?", (entity.iri,))
        self._db.executemany("INSERT INTO former VALUES (?, ?)", [(iri, entity.iri) for iri in entity.former])

    def _shown(self, iri: str) -> None:
        """Mark the documents that show an entity's name."""
        self._db.execute(
            "UPDATE node SET dirty = 1 WHERE number IN (SELECT document FROM mention WHERE entity = ?1"
            " UNION SELECT document FROM refers WHERE entity = ?1)",
            (iri,),
        )
