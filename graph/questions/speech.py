"""What somebody says: the sentences of one speaker that are about what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph.questions.aim import Aim
from graph.questions.algebra import Is, Query
from graph.questions.looked_for import broader
from graph.questions.passages import MASK, Passage, Weighed, held, says, weighed
from graph.questions.shelf import Shelf
from graph.questions.spoken import Spoken, statement_at

_MOST = 6  # sentences
_FEW = 3  # of which what is said behind them is shown too
_DOCUMENTS = 60  # the last in which somebody speaks
_ENOUGH = 0.45  # of what was asked about
_STRONG = 1.0  # weight of a word that says what the question is about
_ACT = 0.2  # what it adds that somebody does there what was asked
_AS_GOOD = 0.75  # of the best
_THE_WORD = 0.7


def speech(shelf: Shelf, aim: Aim, within: frozenset[str]) -> list[Weighed]:
    """What the speaker says about it, in the order of the minutes; empty when that is nothing."""
    if aim.speaker is None:
        return []
    own = [*_own(shelf, aim, within)]
    looked = broader(aim.looked, shelf.nearly)
    if any(word.weight >= _STRONG for word in looked):
        rated = [(weighed(shelf.passages, passage, looked), statement) for passage, statement in own]
        chosen = _best(aim, rated)
    elif aim.acts:
        chosen = [Weighed(passage, 1.0, 1.0) for passage, each in own if each.acts & aim.acts][-_MOST:]
    else:
        chosen = []
    if len(chosen) <= _FEW:
        chosen += _going_on([passage for passage, _ in own], chosen)
    return sorted(dict.fromkeys(chosen), key=lambda each: (each.passage.document, each.passage.start))


def _going_on(own: list[Passage], chosen: list[Weighed]) -> list[Weighed]:
    """What the speaker goes on to say right behind what was found, in the same paragraph."""
    found = {each.passage for each in chosen}
    behind = {(each.document, each.paragraph, each.number + 1) for each in found}
    more = [each for each in own if (each.document, each.paragraph, each.number) in behind - _places(found)]
    return [Weighed(each, 0.0, 0.0) for each in more]


def _places(passages: Iterable[Passage]) -> set[tuple[str, int, int]]:
    return {(each.document, each.paragraph, each.number) for each in passages}


def _best(aim: Aim, rated: list[tuple[Weighed, Spoken]]) -> list[Weighed]:
    """The sentences that hold enough; those that do what was asked before the others."""
    enough = [
        (each.score + _ACT * (bool(statement.acts & aim.acts) + _does(aim, each.passage)), each)
        for each, statement in rated
        if each.score >= (_ENOUGH / 2 if _does(aim, each.passage) else _ENOUGH)
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


def _does(aim: Aim, passage: Passage) -> bool:
    """Whether a sentence has the very word for what is asked that the speaker does («mist»: gemist)."""
    return any(held(passage.quote, word) >= _THE_WORD for word in aim.doing)


def _own(shelf: Shelf, aim: Aim, within: frozenset[str]) -> Iterator[tuple[Passage, Spoken]]:
    """The sentences of somebody, in the last documents that have any."""
    names = {each.name for each in aim.called}
    called = tuple(NamedNode(each.iri) for each in aim.called)
    rows = shelf.rows(Query("statements", ("document", "date"), (Is("person", called),)))
    spoke = {shelf.document_id(row["document"]): row["date"] or "" for row in rows}
    last = sorted(spoke.keys() & within, key=lambda each: (spoke[each], each))[-_DOCUMENTS:]
    for document in last:
        statements = shelf.spoken(document)
        for passage in shelf.passages.sentences(document):
            if not says(passage) or MASK in passage.quote:
                continue
            statement = statement_at(statements, passage.start, passage.end)
            if statement is not None and names.intersection(statement.names):
                yield passage, statement
