"""The state as it went: per portfolio, role, body and relation one answer after the other, up to a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.answers.lookup import Row, code, select
from graph.store.snapshot import Snapshot

NONE = "none"
"""The answer where there is none: not spoken of, not there, not filled."""


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody in a portfolio or role. `since`/`until` as stated, `first_seen`/`last_seen` meeting dates."""

    person: str
    name: str
    capacity: str | None
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None
    node: str  # what the evidence for this person hangs on


@dataclass(frozen=True, slots=True)
class Stretch:
    """One answer, from a date until (not including) another; `valid_until` None: as far as is known.

    `about`: portfolio, role, body, structure or open_post; `answer`: its code. `scope`: the body in whose
    minutes something is told that belongs to none. `since`: from when, as stated.
    """

    about: str
    subject: str
    name: str | None
    body: str | None
    answer: str
    valid_from: str
    valid_until: str | None
    node: str
    people: tuple[Held, ...] = ()
    theme: str | None = None
    scope: str | None = None
    kind: str | None = None
    person: str | None = None
    asker: str | None = None
    relation: str | None = None
    object: str | None = None
    since: str | None = None

    def on(self, date: str) -> bool:
        """Whether this is the answer on that date."""
        return self.valid_from <= date and (self.valid_until is None or date < self.valid_until)


History = Mapping[str, tuple[Stretch, ...]]
"""Subject → its stretches in order of time; those of several persons in one role may overlap."""


def history(snapshot: Snapshot, until: str) -> History:
    """Everything that held at some time up to and including a date, as it was known on that date."""
    people = _people(snapshot, until)
    found: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in (
        *_portfolios(snapshot, until, people),
        *_roles(snapshot, until, people),
        *_open_posts(snapshot, until),
        *_bodies(snapshot, until),
        *_relations(snapshot, until),
    ):
        found[stretch.subject].append(stretch)
    return {
        subject: tuple(sorted(found[subject], key=lambda each: (each.valid_from, each.node)))
        for subject in sorted(found)
    }


_People = Mapping[str, Sequence[Held]]


def _people(snapshot: Snapshot, until: str) -> _People:
    found: dict[str, list[Held]] = defaultdict(list)
    for row in select(snapshot, "queries", "holdings", asOf=until):
        held = Held(
            _text(row, "person"),
            _text(row, "name"),
            code(row["capacity"]),
            row["since"],
            row["until"],
            row["firstSeen"],
            row["lastSeen"],
            _text(row, "holding"),
        )
        found[_text(row, "node")].append(held)
    return found


def _text(row: Row, column: str) -> str:
    return row[column] or ""


def _portfolios(snapshot: Snapshot, until: str, people: _People) -> Iterator[Stretch]:
    for row in select(snapshot, "queries", "portfolio_history", asOf=until):
        node, answer = _text(row, "situation"), code(row["answer"]) or NONE
        yield Stretch(
            "portfolio",
            _text(row, "portfolio"),
            row["label"],
            row["body"],
            answer,
            _text(row, "validFrom"),
            row["validUntil"],
            node,
            tuple(people.get(node, ())),
            asker=row["requestedBy"],
        )


def _roles(snapshot: Snapshot, until: str, people: _People) -> Iterator[Stretch]:
    for row in select(snapshot, "queries", "roles", asOf=until):
        node = _text(row, "holding")
        yield Stretch(
            "role",
            _text(row, "post"),
            row["role"],
            row["body"],
            code(row["status"]) or NONE,
            _text(row, "validFrom"),
            row["validUntil"],
            node,
            tuple(people.get(node, ())),
            theme=row["theme"],
            scope=row["toldIn"],
        )


def _open_posts(snapshot: Snapshot, until: str) -> Iterator[Stretch]:
    for row in select(snapshot, "queries", "open_posts", asOf=until):
        node = _text(row, "node")
        yield Stretch(
            "open_post",
            node,
            row["role"],
            row["body"],
            _text(row, "sort"),
            _text(row, "validFrom"),
            row["validUntil"],
            node,
            theme=row["theme"],
            person=row["person"],
            since=row["since"],
        )


def _bodies(snapshot: Snapshot, until: str) -> Iterator[Stretch]:
    for row in select(snapshot, "queries", "body_history", asOf=until):
        yield Stretch(
            "body",
            _text(row, "body"),
            row["name"],
            None,
            code(row["status"]) or NONE,
            _text(row, "validFrom"),
            row["validUntil"],
            _text(row, "situation"),
            kind=code(row["kind"]),
            since=row["since"],
        )


def _relations(snapshot: Snapshot, until: str) -> Iterator[Stretch]:
    for row in select(snapshot, "queries", "relations", asOf=until):
        yield Stretch(
            "structure",
            _text(row, "finding"),
            row["name"],
            None,
            code(row["relation"]) or NONE,
            _text(row, "validFrom"),
            None,
            _text(row, "finding"),
            relation=code(row["relation"]),
            object=row["objectName"],
        )
