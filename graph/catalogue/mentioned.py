"""Who and what the documents mention: rows by which those are found that may be one."""

from __future__ import annotations

import json
from collections.abc import Iterable

from graph.catalogue.database import Database
from graph.catalogue.mentions import Mention, key_of

Known = tuple[str, str, tuple[str, ...], tuple[str, ...], str | None]
"""Kind, label, other forms, past addresses and first date of an entity."""

_STANDS_FOR = (
    "SELECT entity FROM former WHERE iri = ?",
    "SELECT entity FROM mention WHERE fact = ?",
    "SELECT iri FROM entity WHERE iri = ?",
)


class Mentioned:
    """The mentions of a catalogue, the names in them, and the entities that they stand for."""

    def __init__(self, db: Database) -> None:
        """Of a database."""
        self._db = db

    def touch(self, kind: str, keys: Iterable[str]) -> None:
        """Have what goes by these keys worked out again."""
        self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", [(kind, key) for key in keys])

    def entity(self, iri: str) -> Known | None:
        """A person, body or theme that is mentioned."""
        found = self._db.execute(
            "SELECT kind, label, forms, former FROM entity WHERE iri = ?", (iri,)
        ).fetchone()
        if found is None:
            return None
        seen = self._db.execute(
            "SELECT date FROM mention WHERE entity = ? AND date IS NOT NULL AND fact IS NOT NULL"
            " ORDER BY date LIMIT 1",
            (iri,),
        ).fetchone()
        forms, former = (tuple(json.loads(value)) for value in found[2:])
        return found[0], found[1], forms, former, seen[0] if seen else None

    def count(self, iri: str) -> int:
        """How many facts mention an entity."""
        found = self._db.one("SELECT count(*) FROM mention WHERE entity = ? AND fact IS NOT NULL", (iri,))
        return int(found[0])

    def entities_of(self, addresses: Iterable[str]) -> dict[str, str]:
        """Addresses of persons, bodies and themes, past or present, or of mentions → what each stands for."""
        found: dict[str, str] = {}
        for address in addresses:
            for query in _STANDS_FOR:
                row = self._db.execute(query, (address,)).fetchone()
                if row and row[0]:
                    found[address] = row[0]
        return found

    def keep(self, number: int, found: Iterable[Mention]) -> None:
        """Keep the mentions of a document that has none."""
        for each in found:
            self._db.execute(
                "INSERT INTO mention (document, kind, fact, key, name, forms, scope, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, each.kind, each.fact, each.key, each.name, each.forms, each.scope, each.data),
            )
            self.touch(each.kind, [each.key])
            for by in each.links:
                self._db.execute(
                    "INSERT INTO link VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                    (each.key, by),
                )
            if each.kind != "person":
                self._count_name(each)

    def _count_name(self, each: Mention) -> None:
        new = self._db.execute(
            "UPDATE name SET times = times + 1 WHERE kind = ? AND key = ? AND forms = ?",
            (each.kind, each.key, each.forms),
        )
        if new.rowcount == 0:
            self._db.execute(
                "INSERT INTO name VALUES (?, ?, ?, ?, ?, 1, NULL)",
                (each.kind, each.key, each.name, each.forms, each.scope),
            )
            self.touch(f"{each.kind}-names", [""])

    def forget(self, number: int) -> None:
        """Let go of the mentions of a document."""
        rows = self._db.execute(
            "SELECT kind, key, forms, data, scope, entity FROM mention WHERE document = ?", (number,)
        ).fetchall()
        for kind, key, forms, data, scope, entity in rows:
            self.touch(kind, [key])
            if entity:
                self.touch("entity", [entity])
            if kind == "person":
                self._unlink(key, key_of(data, scope).links)
            else:
                self._uncount_name(kind, key, forms)
        self._db.execute("DELETE FROM mention WHERE document = ?", (number,))

    def _unlink(self, surname: str, links: Iterable[str]) -> None:
        for by in links:
            self._db.execute("UPDATE link SET times = times - 1 WHERE surname = ? AND by = ?", (surname, by))
        self._db.execute("DELETE FROM link WHERE surname = ? AND times = 0", (surname,))

    def _uncount_name(self, kind: str, key: str, forms: str) -> None:
        name = (kind, key, forms)
        self._db.execute("UPDATE name SET times = times - 1 WHERE kind = ? AND key = ? AND forms = ?", name)
        gone = self._db.execute(
            "DELETE FROM name WHERE kind = ? AND key = ? AND forms = ? AND times = 0", name
        )
        if gone.rowcount:
            self.touch(f"{kind}-names", [""])
