"""A snapshot as questions see it: what is worked out once for a generation, and how it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import local
from typing import Any, TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolutions

from graph.answers import (
    Gap,
    MeetingRef,
    PromiseRow,
    Standing,
    documents,
    gap_list,
    ledger,
    promises_of,
    with_sentences,
)
from graph.answers.lookup import Dates, evidence, of_fact
from graph.answers.model import Evidence
from graph.language import current
from graph.questions import lexicon as lexicons
from graph.questions import wording
from graph.questions.algebra import Is, Query
from graph.questions.compiler import compiled
from graph.questions.headings import headings
from graph.questions.indexed import FromIndex, index_of
from graph.questions.lexicon import Lexicon
from graph.questions.model import Asked, Entity, Row
from graph.questions.passages import Passages, Texts, Wanted, WholeText, named_thing
from graph.questions.reading import read
from graph.questions.sentence_words import alike
from graph.questions.spoken import Spoken, placed
from graph.questions.words import key
from graph.store.embedded_snapshot import EmbeddedSnapshot
from graph.store.identifiers import KINDS, last_segment
from graph.store.snapshot import Snapshot

_KEPT = 12
_FEW = 40  # documents that are looked through without an index
_SPOKEN = 512  # documents
_HEAD = 0.4  # of the minutes, before which agenda items begin
Kept = TypeVar("Kept")
NO_DATE = "9999-12-31"
_EARLIEST, _LATEST = date(1000, 1, 1), date(9000, 12, 31)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its key and title, and where it stands."""

    key: str | None
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class Shelf:
    """A snapshot with its lexicon, its documents and its sentences."""

    snapshot: Snapshot
    known: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    agendas: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    asked: local = field(default_factory=local)  # several people ask at once
    statements: dict[str, tuple[Spoken, ...]] = field(default_factory=dict)

    @property
    def last_query(self) -> str | None:
        """The query that was run last, since it was last forgotten."""
        found: str | None = getattr(self.asked, "query", None)
        return found

    def forget_query(self) -> None:
        """Begin anew: what ran before is of another question."""
        self.asked.query = None

    @cached_property
    def lexicon(self) -> Lexicon:
        """All names."""
        return lexicons.build(self.snapshot)

    @cached_property
    def documents(self) -> tuple[MeetingRef, ...]:
        """The documents that count, in order of date."""
        return tuple(ref for ref in documents(self.snapshot) if ref.replaced_by is None)

    @cached_property
    def by_id(self) -> dict[str, str]:
        """Document id → its IRI."""
        return {ref.document: ref.iri for ref in self.documents}

    @cached_property
    def dates(self) -> dict[str, str | None]:
        """Document id → the date of its meeting."""
        return {ref.document: ref.date for ref in documents(self.snapshot)}

    @cached_property
    def bodies(self) -> dict[str, str | None]:
        """Document id → the name of its body."""
        return {ref.document: ref.body for ref in documents(self.snapshot)}

    @cached_property
    def met(self) -> frozenset[str]:
        """The dates of the meetings."""
        return frozenset(ref.date for ref in self.documents if ref.date)

    @cached_property
    def last_date(self) -> str | None:
        """The date of the last meeting."""
        return max((ref.date for ref in self.documents if ref.date), default=None)

    @cached_property
    def passages(self) -> Passages:
        """The sentences of all documents that count."""
        texts = Texts(self.text, self.title, self.body_of)
        # An endpoint has no index beside it: then the texts themselves are looked through, as they are where
        # there are few, since parts of compounds are found in them too.
        many = len(self.documents) > _FEW
        folder = (
            index_of(self.snapshot.path) if many and isinstance(self.snapshot, EmbeddedSnapshot) else None
        )
        return WholeText(self.documents, texts) if folder is None else FromIndex(folder, texts, self.text)

    def iris(self, documents: Collection[str]) -> tuple[str, ...]:
        """The IRIs of documents, in order of date."""
        return tuple(ref.iri for ref in self.documents if ref.document in documents)

    def promises(self, when: str) -> tuple[PromiseRow, ...]:
        """The promise ledger at a date, worked out once."""
        return self.kept(f"promises {when}", lambda: promises_of(self.snapshot, self.ledger(when), when))

    def ledger(self, when: str) -> tuple[Standing, ...]:
        """How every promise stands at a date, without words and sentences."""
        return self.kept(f"ledger {when}", lambda: ledger(self.snapshot, when))

    def promises_of(self, these: Sequence[Standing], when: str) -> tuple[PromiseRow, ...]:
        """Some promises of the ledger at a date, in the order of all."""
        if len(these) == len(self.ledger(when)):
            return self.promises(when)
        return promises_of(self.snapshot, these, when)

    def gaps(self, when: str) -> tuple[Gap, ...]:
        """The gaps at a date without their sentences, worked out once."""
        return self.kept(f"gaps {when}", lambda: gap_list(self.snapshot, when))

    def with_sentences(self, these: Iterable[Gap], when: str) -> tuple[Gap, ...]:
        """Some gaps of the list of a date with what they rest on."""
        return with_sentences(self.snapshot, these, when)

    def kept(self, name: str, work: Callable[[], tuple[Kept, ...]]) -> tuple[Kept, ...]:
        """What was worked out before under this name, a few dates back; else worked out now."""
        name = f"{current()} {name}"  # what is kept has words of ours in it
        if name not in self.known:
            while len(self.known) >= _KEPT:
                self.known.pop(next(iter(self.known)))
            self.known[name] = work()
        return self.known[name]

    def synonyms(self, word: str) -> tuple[str, ...]:
        """What else a word may be in minutes: other names of its theme, the Dutch for an English word."""
        themes = [each for each in self.lexicon.named.get(key(word), ()) if each.sort == "theme"]
        translated = wording.translations().get(word)
        return (
            *((translated,) if translated else ()),
            *wording.alike().get(word, ()),
            *(form for theme in themes for form in self._names(theme)),
        )

    def nearly(self, word: str) -> tuple[str, ...]:
        """What says about the same as a word, in sentences."""
        return alike(word)

    def theme(self, entity: Entity) -> Wanted:
        """A theme as what is looked for in sentences: any of its names."""
        return named_thing(entity.name, self._names(entity))

    def _names(self, theme: Entity) -> tuple[str, ...]:
        return (theme.name, *self.lexicon.forms.get(theme.iri, ()))

    @cached_property
    def _renames(self) -> dict[str, frozenset[str]]:
        """Body → the bodies that it was or became, under another name."""
        near: dict[str, set[str]] = defaultdict(set)
        replaced = (NamedNode(f"{KINDS}relation/replaced_by"),)
        for row in self.rows(Query("relations", ("body", "object"), (Is("relation", replaced),))):
            if row["body"] and row["object"]:
                near[row["body"]].add(row["object"])
                near[row["object"]].add(row["body"])
        return {body: frozenset(others) for body, others in near.items()}

    def renamed(self, body: str) -> tuple[str, ...]:
        """The bodies that a body was before or became, under another name."""
        found = {body}
        while more := {other for each in found for other in self._renames.get(each, ())} - found:
            found |= more
        return tuple(sorted(found - {body}))

    def text(self, document: str) -> str:
        """The masked text of a document."""
        iri = self.by_id.get(document)
        return (self.snapshot.text(NamedNode(iri)) if iri else None) or ""

    def read(self, question: str, when: str | None) -> Asked:
        """A question as it is read at a date."""
        anchor = date.fromisoformat(when or self.last_date or NO_DATE)
        anchor = min(max(anchor, _EARLIEST), _LATEST)  # so that «volgend jaar» and «vorig jaar» exist
        return read(question, self.lexicon, anchor, self.passages.knows, self.passages.often, self.met)

    def items(self, document: str) -> tuple[Item, ...]:
        """The agenda items of a document, in order."""
        if document not in self.agendas:
            iri = self.by_id.get(document)
            rows = (
                self.rows(
                    Query("agenda", ("key", "title", "first", "last"), (Is("document", (NamedNode(iri),)),))
                )
                if iri
                else []
            )
            items = (
                Item(row["key"], row["title"] or "", int(row["first"] or 0), int(row["last"] or 0))
                for row in rows
            )
            self.agendas[document] = self._with_headings(document, sorted(items, key=lambda item: item.start))
        return self.agendas[document]

    def _with_headings(self, document: str, items: list[Item]) -> tuple[Item, ...]:
        """The agenda items; where none were read in the first part of the minutes, its headings too."""
        text = self.text(document)
        first = items[0].start if items else len(text)
        if first < _HEAD * len(text):
            return tuple(items)
        shaped = headings(text[:first])
        ends = (*(each.start for each in shaped[1:]), first)
        return (
            *(Item(each.key, each.title, each.start, end) for each, end in zip(shaped, ends, strict=False)),
            *items,
        )

    def spoken(self, document: str) -> tuple[Spoken, ...]:
        """What is said in a document, by whom, in the order of its text; of the last documents asked for."""
        if document not in self.statements:
            while len(self.statements) >= _SPOKEN:
                self.statements.pop(next(iter(self.statements)))
            rows = self.rows(said_in_document(self.by_id[document])) if document in self.by_id else []
            self.statements[document] = placed(self.text(document), rows)
        return self.statements[document]

    def speaks(self, person: Entity) -> bool:
        """Whether somebody says anything in minutes."""
        return bool(self.rows(Query("statements", ("document",), (Is("person", (NamedNode(person.iri),)),))))

    def item(self, document: str, place: int) -> str | None:
        """The key of the agenda item that a place stands under."""
        return next(
            (item.key or str(item.start) for item in self.items(document) if item.start <= place < item.end),
            None,
        )

    def body_of(self, document: str) -> int:
        """Where the first agenda item begins: before it stands the head."""
        return min((item.start for item in self.items(document)), default=0)

    def title(self, document: str, place: int) -> str:
        """The title of the agenda item that a place stands under; empty where there is none."""
        return next((item.title for item in self.items(document) if item.start <= place < item.end), "")

    def rows(self, query: Query) -> list[Row]:
        """The rows of a query of the algebra."""
        text = compiled(query)
        self.asked.query = text
        solutions = self.snapshot.query(text)
        if not isinstance(solutions, QuerySolutions):
            return []
        columns = [variable.value for variable in solutions.variables]
        return [
            {
                column: found.value if isinstance(found := solution[column], Literal | NamedNode) else None
                for column in columns
            }
            for solution in solutions
        ]

    @cached_property
    def _looked_up(self) -> Dates:
        return Dates(self.snapshot)

    def evidence(self, of: str | None, when: str) -> tuple[Evidence, ...]:
        """The sentences under something in the state."""
        return evidence(self.snapshot, of, when, self._looked_up)

    def of_fact(self, fact: str | None) -> tuple[Evidence, ...]:
        """The places of a fact of a document."""
        return tuple(of_fact(self.snapshot, NamedNode(fact))) if fact else ()

    def document_id(self, iri: str | None) -> str:
        """The id of a document from its IRI."""
        return last_segment(NamedNode(iri)) if iri else ""


def said_in_document(iri: str) -> Query:
    """The query for who says what in a document."""
    return Query("statements", ("name", "act", "words", "position"), (Is("document", (NamedNode(iri),)),))


_shelves: dict[Snapshot, Shelf] = {}
_OPEN = 4  # shelves: what is kept forever keeps its store open


def shelf_of(snapshot: Snapshot) -> Shelf:
    """The shelf of a snapshot, made on the first question and kept until there are newer ones."""
    shelf = _shelves.get(snapshot)
    if shelf is None:
        for oldest in list(_shelves)[: max(0, len(_shelves) + 1 - _OPEN)]:
            _shelves.pop(oldest, None)
        shelf = _shelves.setdefault(snapshot, Shelf(snapshot))
    return shelf
