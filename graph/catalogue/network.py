"""The network of nodes: what each is told by others, and what each adds to the state graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.catalogue.database import Database
from graph.catalogue.nodes import Claim
from graph.catalogue.packing import pack_lines, unpack_lines

_MOST = 500_000  # lines that are remembered one by one


class Network:
    """The nodes of a catalogue.

    `rewrite`: the state graph is to be written afresh, so that it does not matter what in it has changed.
    """

    def __init__(self, db: Database) -> None:
        """Of a database."""
        self._db = db
        self.rewrite = False
        self._gone: set[str] = set()
        self._come: set[str] = set()

    def node(self, kind: str, key: str) -> int:
        """The number of a node, which is made when there is none."""
        found = self._db.execute("SELECT number FROM node WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        if found is None:
            found = (self._db.execute("INSERT INTO node (kind, key) VALUES (?, ?)", (kind, key)).lastrowid,)
        return int(found[0])

    def mark(self, numbers: Iterable[int]) -> None:
        """Have nodes worked out again."""
        self._db.executemany(
            "UPDATE node SET dirty = 1 WHERE number = ? AND dirty = 0", [(number,) for number in numbers]
        )

    def dirty(self, kind: str) -> list[tuple[int, str]]:
        """The nodes of a kind that have to be worked out again, which counts as done when they were given."""
        found = self._db.execute(
            "SELECT number, key FROM node WHERE kind = ? AND dirty ORDER BY key", (kind,)
        ).fetchall()
        self._db.execute("UPDATE node SET dirty = 0 WHERE kind = ? AND dirty", (kind,))
        return found

    def forget(self, number: int) -> None:
        """Let go of a node."""
        self._db.execute("DELETE FROM node WHERE number = ?", (number,))

    def told(self, number: int) -> Iterator[bytes]:
        """What a node is told by others, in order."""
        found = self._db.execute("SELECT data FROM claim WHERE target = ? ORDER BY sort, source", (number,))
        return (data for (data,) in found)

    def tell(self, source: int, claims: Iterable[Claim]) -> None:
        """Keep what a node tells others in the place of what it told before, and mark whom it concerns."""
        new = {(self.node(each.kind, each.key), each.sort, each.data) for each in claims}
        old = set(self._db.execute("SELECT target, sort, data FROM claim WHERE source = ?", (source,)))
        self._db.executemany(
            "DELETE FROM claim WHERE source = ? AND target = ? AND sort = ? AND data = ?",
            [(source, *each) for each in old - new],
        )
        self._db.executemany(
            "INSERT INTO claim (target, sort, source, data) VALUES (?, ?, ?, ?)",
            [(target, sort, source, data) for target, sort, data in new - old],
        )
        self.mark({target for target, _, _ in old ^ new})

    def set_lines(self, number: int, lines: set[str]) -> None:
        """Put lines in the place of those that a node adds to the state graph."""
        (data,) = self._db.execute("SELECT triples FROM node WHERE number = ?", (number,)).fetchone()
        before = unpack_lines(data)
        if before != lines:
            if not self.rewrite:
                self._gone |= before - lines
                self._come |= lines - before
                self._give_up()
            self._db.execute("UPDATE node SET triples = ? WHERE number = ?", (pack_lines(lines), number))

    def _give_up(self) -> None:
        """Where nearly everything changes, what changed is not worth remembering: it would take gigabytes."""
        if len(self._gone) + len(self._come) > _MOST:
            self.rewrite, self._gone, self._come = True, set(), set()

    def take_changes(self) -> tuple[frozenset[str], frozenset[str]]:
        """The lines that left the state graph and those that came since this was asked last."""
        # What one node no longer says and another does stays as it is.
        changes = frozenset(self._gone - self._come), frozenset(self._come - self._gone)
        self._gone, self._come = set(), set()
        return changes

    def all_lines(self) -> Iterator[set[str]]:
        """The whole state graph, node by node."""
        for (data,) in self._db.execute(
            "SELECT triples FROM node WHERE triples IS NOT NULL ORDER BY kind, key"
        ):
            yield unpack_lines(data)
