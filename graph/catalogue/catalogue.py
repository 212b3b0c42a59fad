"""The catalogue: one SQLite file beside the store, for the one process that writes.

It may be thrown away at any time, or be behind after a crash: then it is brought level with the store.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from graph.catalogue.mentions import Mention, key_of, mentions_of
from graph.catalogue.nodes import Claim
from graph.catalogue.packing import pack_lines, pack_reading, unpack_lines, unpack_reading
from graph.facts.model import Reading
from graph.minutes.sort import DECISION
from graph.registry.slugs import folded
from graph.state.circles import group_names

Known = tuple[str, str, tuple[str, ...], tuple[str, ...], str | None]
"""Kind, label, other forms, past addresses and first date of an entity."""

_AT_ONCE = 500  # values in one query
_STANDS_FOR = (
    "SELECT entity FROM former WHERE iri = ?",
    "SELECT entity FROM mention WHERE fact = ?",
    "SELECT iri FROM entity WHERE iri = ?",
)
_SCHEMA = Path(__file__).with_name("schema.sql")


class Catalogue:
    """What is known of every document and what follows from it. Use `open_catalogue`.

    `rewrite`: the state graph is to be written afresh, so that it does not matter what in it has changed.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Over a connection to a database with the catalogue's tables."""
        self.db = connection
        self.db.execute("BEGIN")
        self.rewrite = False
        self._gone: set[str] = set()
        self._come: set[str] = set()

    def close(self) -> None:
        """Let go of the file; what was not committed is gone."""
        self.db.close()

    def commit(self) -> None:
        """Keep what was done up to now."""
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def among(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in which `(…)` stands for these values, however many there are."""
        left = iter(sorted(values))
        while batch := list(islice(left, _AT_ONCE)):
            yield from self.db.execute(query.replace("(…)", f"({', '.join('?' * len(batch))})"), batch)

    # -------------------- what it says of itself

    def meta(self, key: str) -> str | None:
        """A value that was kept under a name."""
        found = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value under a name."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def forget_meta(self, key: str) -> None:
        """Let go of a value."""
        self.db.execute("DELETE FROM meta WHERE key = ?", (key,))

    # -------------------- documents

    def put(self, reading: Reading, reader: str, *, judged: bool = False) -> None:
        """Take in a reading as it counts, in the place of an earlier one of the same document."""
        document = reading.document
        number = self.node("document", document.id)
        before = self.db.execute(
            "SELECT reading, judged FROM document WHERE number = ?", (number,)
        ).fetchone()
        packed = pack_reading(reading)
        if before and before[0] == packed:
            self.db.execute(
                "UPDATE document SET reader = ?, judged = ? WHERE number = ?", (reader, judged, number)
            )
            return
        self._forget_mentions(number)
        self._touch_meeting(number)
        self.db.execute(
            "INSERT OR REPLACE INTO document (number, id, file, sha256, reader, sort, version, date, meeting,"
            " facts, judged, reading) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                document.id,
                document.file,
                document.sha256,
                reader,
                document.sort,
                document.version,
                reading.meeting.date,
                json.dumps(
                    [
                        (reading.meeting.body or document.id).casefold(),
                        reading.meeting.date,
                        document.sort,
                    ]
                ),
                len(reading.facts),
                judged,
                packed,
            ),
        )
        self._touch_meeting(number)
        self._keep_mentions(number, mentions_of(reading))
        self.db.execute("DELETE FROM speaks_of_group WHERE document = ?", (number,))
        self.db.executemany(
            "INSERT INTO speaks_of_group VALUES (?, ?)",
            [(number, folded(name)) for name in sorted(group_names(reading))],
        )
        self.mark([number])
        self.has_to_be_indexed(document.id)

    def drop(self, document: str) -> None:
        """Let go of a document."""
        row = self.db.execute("SELECT number FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            return
        (number,) = row
        self._touch_meeting(number)
        self._forget_mentions(number)
        for table in ("document", "speaks_of_group", "refers"):
            column = "number" if table == "document" else "document"
            self.db.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))  # noqa: S608 - our own names
        self.mark([number])
        self.has_to_be_indexed(document)

    def reading(self, document: str) -> Reading | None:
        """A document's reading as it counts, without coverage and warnings."""
        found = self.db.execute("SELECT reading FROM document WHERE id = ?", (document,)).fetchone()
        return unpack_reading(found[0]) if found else None

    def files(self) -> Iterator[tuple[str, str, str, str]]:
        """Of each document that a file holds its id, the hash of its bytes, its reader and its name."""
        yield from self.db.execute(
            "SELECT id, sha256, reader, file FROM document WHERE sort != ?", (DECISION,)
        )

    def has_to_be_indexed(self, document: str) -> None:
        """Note that the search index is behind for a document."""
        self.db.execute("INSERT OR IGNORE INTO unindexed VALUES (?)", (document,))

    def take_unindexed(self) -> list[str]:
        """The documents that came, changed or went since this was asked last."""
        found = self.db.execute("SELECT document FROM unindexed ORDER BY document").fetchall()
        self.db.execute("DELETE FROM unindexed")
        return [name for (name,) in found]

    def version(self, document: str) -> str | None:
        """What a document is known by as it is now; None for one that does not count, or is none."""
        found = self.db.execute(
            "SELECT reading FROM document WHERE id = ? AND sort != ? AND replaced_by IS NULL",
            (document, DECISION),
        ).fetchone()
        return hashlib.sha256(found[0]).hexdigest() if found else None

    def versions(self) -> dict[str, str]:
        """The same of every document that counts."""
        found = self.db.execute(
            "SELECT id, reading FROM document WHERE sort != ? AND replaced_by IS NULL", (DECISION,)
        )
        return {name: hashlib.sha256(reading).hexdigest() for name, reading in found}

    def is_read(self, sha256: str, reader: str) -> bool:
        """Whether a file with this content was read by this version of the reader."""
        found = self.db.execute(
            "SELECT 1 FROM document WHERE sha256 = ? AND reader = ? AND sort != ?", (sha256, reader, DECISION)
        )
        return found.fetchone() is not None

    def reader(self, document: str) -> str:
        """The version of what read a document."""
        found = self.db.execute("SELECT reader FROM document WHERE id = ?", (document,)).fetchone()
        return found[0] if found else ""

    def judged(self) -> set[str]:
        """The documents of which decisions changed what is read from them."""
        found = self.db.execute("SELECT id FROM document WHERE judged AND sort != ?", (DECISION,))
        return {name for (name,) in found}

    def added(self) -> set[str]:
        """What decisions added, as documents."""
        return {name for (name,) in self.db.execute("SELECT id FROM document WHERE sort = ?", (DECISION,))}

    def of_same_meetings(self, documents: Iterable[str]) -> set[str]:
        """These documents, those of them that there are, with the others of the same meetings."""
        return {
            name
            for document in documents
            for (name,) in self.db.execute(
                "SELECT b.id FROM document a JOIN document b ON a.meeting = b.meeting"
                " WHERE a.id = ? AND b.sort != ?",
                (document, DECISION),
            )
        }

    def entities_of(self, addresses: Iterable[str]) -> dict[str, str]:
        """Addresses of persons, bodies and themes, past or present, or of mentions → what each stands for."""
        found: dict[str, str] = {}
        for address in addresses:
            for query in _STANDS_FOR:
                row = self.db.execute(query, (address,)).fetchone()
                if row and row[0]:
                    found[address] = row[0]
        return found

    def shred(self) -> None:
        """Leave nothing in the files of what was let go of."""
        self.db.execute("COMMIT")
        self.db.execute("VACUUM")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.db.execute("BEGIN")

    def counts(self) -> tuple[int, int]:
        """How many documents there are, and how many facts they have."""
        found = self.db.execute(
            "SELECT count(*), coalesce(sum(facts), 0) FROM document WHERE sort != ?", (DECISION,)
        ).fetchone()
        return int(found[0]), int(found[1])

    def last_date(self) -> str | None:
        """The date of the last meeting of which there is a document."""
        found = self.db.execute("SELECT max(date) FROM document WHERE sort != ?", (DECISION,)).fetchone()
        return str(found[0]) if found[0] else None

    # -------------------- nodes

    def node(self, kind: str, key: str) -> int:
        """The number of a node, which is made when there is none."""
        found = self.db.execute("SELECT number FROM node WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        if found is None:
            found = (self.db.execute("INSERT INTO node (kind, key) VALUES (?, ?)", (kind, key)).lastrowid,)
        return int(found[0])

    def mark(self, numbers: Iterable[int]) -> None:
        """Have nodes worked out again."""
        self.db.executemany(
            "UPDATE node SET dirty = 1 WHERE number = ? AND dirty = 0", [(number,) for number in numbers]
        )

    def touch(self, kind: str, keys: Iterable[str]) -> None:
        """Have what goes by these keys worked out again."""
        self.db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", [(kind, key) for key in keys])

    def _touch_meeting(self, number: int) -> None:
        self.db.execute(
            "INSERT OR IGNORE INTO touched SELECT 'meeting', meeting FROM document WHERE number = ?",
            (number,),
        )

    def dirty(self, kind: str) -> list[tuple[int, str]]:
        """The nodes of a kind that have to be worked out again, which counts as done when they were given."""
        found = self.db.execute(
            "SELECT number, key FROM node WHERE kind = ? AND dirty ORDER BY key", (kind,)
        ).fetchall()
        self.db.execute("UPDATE node SET dirty = 0 WHERE kind = ? AND dirty", (kind,))
        return found

    def forget(self, number: int) -> None:
        """Let go of a node."""
        self.db.execute("DELETE FROM node WHERE number = ?", (number,))

    def told(self, number: int) -> Iterator[bytes]:
        """What a node is told by others, in order."""
        found = self.db.execute("SELECT data FROM claim WHERE target = ? ORDER BY sort, source", (number,))
        return (data for (data,) in found)

    def tell(self, source: int, claims: Iterable[Claim]) -> None:
        """Keep what a node tells others in the place of what it told before, and mark whom it concerns."""
        new = {(self.node(each.kind, each.key), each.sort, each.data) for each in claims}
        old = set(self.db.execute("SELECT target, sort, data FROM claim WHERE source = ?", (source,)))
        self.db.executemany(
            "DELETE FROM claim WHERE source = ? AND target = ? AND sort = ? AND data = ?",
            [(source, *each) for each in old - new],
        )
        self.db.executemany(
            "INSERT INTO claim (target, sort, source, data) VALUES (?, ?, ?, ?)",
            [(target, sort, source, data) for target, sort, data in new - old],
        )
        self.mark({target for target, _, _ in old ^ new})

    def set_lines(self, number: int, lines: set[str]) -> None:
        """Put lines in the place of those that a node adds to the state graph."""
        (data,) = self.db.execute("SELECT triples FROM node WHERE number = ?", (number,)).fetchone()
        before = unpack_lines(data)
        if before != lines:
            if not self.rewrite:
                self._gone |= before - lines
                self._come |= lines - before
            self.db.execute("UPDATE node SET triples = ? WHERE number = ?", (pack_lines(lines), number))

    def take_changes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The lines that left the state graph and those that came since this was asked last."""
        # What one node no longer says and another does stays as it is.
        changes = frozenset(self._gone - self._come), frozenset(self._come - self._gone)
        self._gone, self._come = set(), set()
        return changes

    def all_lines(self) -> Iterator[set[str]]:
        """The whole state graph, node by node."""
        for (data,) in self.db.execute(
            "SELECT triples FROM node WHERE triples IS NOT NULL ORDER BY kind, key"
        ):
            yield unpack_lines(data)

    def entity(self, iri: str) -> Known | None:
        """A person, body or theme that is mentioned."""
        found = self.db.execute(
            "SELECT kind, label, forms, former FROM entity WHERE iri = ?", (iri,)
        ).fetchone()
        if found is None:
            return None
        seen = self.db.execute(
            "SELECT date FROM mention WHERE entity = ? AND date IS NOT NULL AND fact IS NOT NULL"
            " ORDER BY date LIMIT 1",
            (iri,),
        ).fetchone()
        forms, former = (tuple(json.loads(value)) for value in found[2:])
        return found[0], found[1], forms, former, seen[0] if seen else None

    # -------------------- mentions

    def _keep_mentions(self, number: int, found: Iterable[Mention]) -> None:
        for each in found:
            self.db.execute(
                "INSERT INTO mention (document, kind, fact, key, name, forms, scope, data)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, each.kind, each.fact, each.key, each.name, each.forms, each.scope, each.data),
            )
            self.touch(each.kind, [each.key])
            for by in each.links:
                self.db.execute(
                    "INSERT INTO link VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
                    (each.key, by),
                )
            if each.kind != "person":
                self._count_name(each)

    def _count_name(self, each: Mention) -> None:
        new = self.db.execute(
            "UPDATE name SET times = times + 1 WHERE kind = ? AND key = ? AND forms = ?",
            (each.kind, each.key, each.forms),
        )
        if new.rowcount == 0:
            self.db.execute(
                "INSERT INTO name VALUES (?, ?, ?, ?, ?, 1, NULL)",
                (each.kind, each.key, each.name, each.forms, each.scope),
            )
            self.touch(f"{each.kind}-names", [""])

    def _forget_mentions(self, number: int) -> None:
        rows = self.db.execute(
            "SELECT kind, key, forms, data, scope, entity FROM mention WHERE document = ?", (number,)
        ).fetchall()
        for kind, key, forms, data, scope, entity in rows:
            self.touch(kind, [key])
            if entity:
                self.touch("entity", [entity])
            for by in key_of(data, scope).links if kind == "person" else ():
                self.db.execute("UPDATE link SET times = times - 1 WHERE surname = ? AND by = ?", (key, by))
            if kind != "person":
                self.db.execute(
                    "UPDATE name SET times = times - 1 WHERE kind = ? AND key = ? AND forms = ?",
                    (kind, key, forms),
                )
                gone = self.db.execute(
                    "DELETE FROM name WHERE kind = ? AND key = ? AND forms = ? AND times = 0",
                    (kind, key, forms),
                )
                if gone.rowcount:
                    self.touch(f"{kind}-names", [""])
        self.db.execute("DELETE FROM link WHERE times = 0")
        self.db.execute("DELETE FROM mention WHERE document = ?", (number,))


def open_catalogue(place: Path | None, version: str) -> Catalogue:
    """The catalogue in a file, which is made when there is none; None: one in memory.

    One that another version of the program made, or that cannot be read, is begun anew, without documents.
    """
    if place is None:
        return _fresh(sqlite3.connect(":memory:", isolation_level=None), version)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = _connect(place)
        found = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        if found and found[0] == version:
            return Catalogue(connection)
        connection.close()
    except sqlite3.DatabaseError:
        pass  # unreadable, or none yet: it is made again
    for file in (place, *place.parent.glob(place.name + "-*")):
        file.unlink(missing_ok=True)
    return _fresh(_connect(place), version)


def _connect(place: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _fresh(connection: sqlite3.Connection, version: str) -> Catalogue:
    connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
    return Catalogue(connection)
