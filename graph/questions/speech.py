"""What somebody says: the sentences of one speaker that are about what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.questions.aim import Aim
from graph.questions.algebra import Is, Query
from graph.questions.model import Entity
from graph.questions.passages import MASK, Passage, Weighed, says, weighed
from graph.questions.shelf import Shelf
from graph.questions.spoken import Spoken, statement_at

_MOST = 6  # sentences
_DOCUMENTS = 60  # the last in which somebody speaks
_ENOUGH = 0.45  # of what was asked about
_STRONG = 1.0  # weight of a word that says what the question is about
_ACT = 0.2  # what it adds that somebody does there what was asked
_AS_GOOD = 0.75  # of the best


def speech(shelf: Shelf, aim: Aim, within: frozenset[str]) -> list[Weighed]:
    """What the speaker says about it, in the order of the minutes; empty when that is nothing."""
    if aim.speaker is None:
        return []
    own = [*_own(shelf, aim.speaker, within)]
    if any(word.weight >= _STRONG for word in aim.looked):
        rated = [(_rated(shelf, aim, passage), statement) for passage, statement in own]
        chosen = _best(aim, rated)
    elif aim.acts:
        chosen = [Weighed(passage, 1.0, 1.0) for passage, each in own if each.acts & aim.acts][-_MOST:]
    else:
        chosen = []
    return sorted(chosen, key=lambda each: (each.passage.document, each.passage.start))


def _rated(shelf: Shelf, aim: Aim, passage: Passage) -> Weighed:
    return weighed(shelf.passages, passage, aim.looked)


def _best(aim: Aim, rated: list[tuple[Weighed, Spoken]]) -> list[Weighed]:
    """The sentences that hold enough; those that do what was asked before the others."""
    enough = [
        (each.score + _ACT * bool(statement.acts & aim.acts), each)
        for each, statement in rated
        if each.score >= _ENOUGH
    ]
    if not enough:
        enough = [
            (each.score + _ACT, each)
            for each, statement in rated
            if statement.acts & aim.acts and each.score >= _ENOUGH / 2
        ]
    best = max((worth for worth, _ in enough), default=0.0)
    chosen = [(worth, each) for worth, each in enough if worth >= _AS_GOOD * best]
    return [each for _, each in sorted(chosen, key=lambda pair: -pair[0])][:_MOST]


def _own(shelf: Shelf, speaker: Entity, within: frozenset[str]) -> Iterator[tuple[Passage, Spoken]]:
    """The sentences of somebody, in the last documents that have any."""
    rows = shelf.rows(Query("statements", ("document", "date"), (Is("person", (NamedNode(speaker.iri),)),)))
    spoke = {shelf.document_id(row["document"]): row["date"] or "" for row in rows}
    last = sorted(spoke.keys() & within, key=lambda each: (spoke[each], each))[-_DOCUMENTS:]
    for document in last:
        statements = shelf.spoken(document)
        for passage in shelf.passages.sentences(document):
            if not says(passage) or MASK in passage.quote:
                continue
            statement = statement_at(statements, passage.start, passage.end)
            if statement is not None and speaker.name in statement.names:
                yield passage, statement
