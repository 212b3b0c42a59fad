"""The catalogue: what is known of every document, beside the store.

It may be thrown away at any time, or be behind after a crash: then it is brought level with the store.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.catalogue.database import Database, open_database
from graph.catalogue.mentioned import Mentioned
from graph.catalogue.mentions import mentions_of
from graph.catalogue.network import Network
from graph.catalogue.packing import pack_reading, unpack_reading
from graph.facts.model import Reading
from graph.minutes.sort import DECISION
from graph.registry.slugs import folded
from graph.state.circles import group_names

_DROP = (
    "DELETE FROM document WHERE number = ?",
    "DELETE FROM speaks_of_group WHERE document = ?",
    "DELETE FROM refers WHERE document = ?",
)


class Catalogue:
    """The documents of a catalogue. Use `open_catalogue`.

    `mentioned`: whom and what they mention; `network`: what follows from them.
    """

    def __init__(self, db: Database) -> None:
        """Over a database with the catalogue's tables."""
        self.db = db
        self.network = Network(db)
        self.mentioned = Mentioned(db)

    def put(self, reading: Reading, reader: str, *, judged: bool = False) -> None:
        """Take in a reading as it counts, in the place of an earlier one of the same document."""
        number = self.network.node("document", reading.document.id)
        before = self.db.one("SELECT reading FROM document WHERE number = ?", (number,))
        packed = pack_reading(reading)
        if before and before[0] == packed:
            change = "UPDATE document SET reader = ?, judged = ? WHERE number = ?"
            self.db.execute(change, (reader, judged, number))
            return
        self.mentioned.forget(number)
        self._touch_meeting(number)
        self._write(number, reading, (reader, judged, packed))
        self._touch_meeting(number)
        self.mentioned.keep(number, mentions_of(reading))
        self.db.execute("DELETE FROM speaks_of_group WHERE document = ?", (number,))
        groups = [(number, folded(name)) for name in sorted(group_names(reading))]
        self.db.executemany("INSERT INTO speaks_of_group VALUES (?, ?)", groups)
        self.network.mark([number])
        self.has_to_be_indexed(reading.document.id)

    def _write(self, number: int, reading: Reading, more: tuple[str, bool, bytes]) -> None:
        document, meeting = reading.document, reading.meeting
        same = json.dumps([(meeting.body or document.id).casefold(), meeting.date, document.sort])
        self.db.execute(
            "INSERT OR REPLACE INTO document (number, id, file, sha256, sort, version, date, meeting, facts,"
            " reader, judged, reading) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                document.id,
                document.file,
                document.sha256,
                document.sort,
                document.version,
                meeting.date,
                same,
                len(reading.facts),
                *more,
            ),
        )

    def drop(self, document: str) -> None:
        """Let go of a document."""
        row = self.db.execute("SELECT number FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            return
        (number,) = row
        self._touch_meeting(number)
        self.mentioned.forget(number)
        for delete in _DROP:
            self.db.execute(delete, (number,))
        self.network.mark([number])
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

    def _touch_meeting(self, number: int) -> None:
        self.db.execute(
            "INSERT OR IGNORE INTO touched SELECT 'meeting', meeting FROM document WHERE number = ?",
            (number,),
        )


def open_catalogue(place: Path | None, version: str) -> Catalogue:
    """The catalogue in a file, which is made when there is none; None: one in memory.

    One that another version of the program made, or that cannot be read, is begun anew, without documents.
    """
    return Catalogue(open_database(place, version))
