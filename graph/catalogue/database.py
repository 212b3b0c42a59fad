"""The catalogue's file: one SQLite database, for the one process that writes the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

_AT_ONCE = 500  # values in one query
_SCHEMA = Path(__file__).with_name("schema.sql")


class Database:
    """The tables of schema.sql. What is done counts from the next `commit`. Use `open_database`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Over a connection to a database with the catalogue's tables."""
        self._connection = connection
        connection.execute("BEGIN")

    def execute(self, query: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        """Carry out a statement."""
        return self._connection.execute(query, tuple(values))

    def executemany(self, query: str, rows: Iterable[tuple[Any, ...]]) -> sqlite3.Cursor:
        """Carry out a statement for each of some rows."""
        return self._connection.executemany(query, rows)

    def one(self, query: str, values: Iterable[Any] = ()) -> Any:
        """The first row of a query; None when there is none."""
        return self.execute(query, values).fetchone()

    def close(self) -> None:
        """Let go of the file; what was not committed is gone."""
        self._connection.close()

    def commit(self) -> None:
        """Keep what was done up to now."""
        self.execute("COMMIT")
        self.execute("BEGIN")

    def among(self, query: str, values: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query in which `(…)` stands for these values, however many there are."""
        left = iter(sorted(values))
        while batch := list(islice(left, _AT_ONCE)):
            yield from self.execute(query.replace("(…)", f"({', '.join('?' * len(batch))})"), batch)

    def meta(self, key: str) -> str | None:
        """A value that was kept under a name."""
        found = self.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value under a name."""
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def forget_meta(self, key: str) -> None:
        """Let go of a value."""
        self.execute("DELETE FROM meta WHERE key = ?", (key,))

    def shred(self) -> None:
        """Leave nothing in the files of what was let go of."""
        self.execute("COMMIT")
        self.execute("VACUUM")
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.execute("BEGIN")


def open_database(place: Path | None, version: str) -> Database:
    """The database in a file, which is made when there is none; None: one in memory.

    One that another version of the program made, or that cannot be read, is begun anew, without documents.
    """
    if place is None:
        return _fresh(sqlite3.connect(":memory:", isolation_level=None), version)
    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(sqlite3.DatabaseError):  # unreadable, or none yet: it is made again
        connection = _connect(place)
        found = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
        if found and found[0] == version:
            return Database(connection)
        connection.close()
    for file in (place, *place.parent.glob(place.name + "-*")):
        file.unlink(missing_ok=True)
    return _fresh(_connect(place), version)


def _connect(place: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _fresh(connection: sqlite3.Connection, version: str) -> Database:
    connection.executescript(_SCHEMA.read_text(encoding="utf-8"))
    connection.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
    return Database(connection)
