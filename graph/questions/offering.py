"""Questions to choose from, to begin with and to go on with after an answer: each is one that is answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, islice, zip_longest

from graph.language import said
from graph.ontology import load_yaml
from graph.questions.algebra import During, Query
from graph.questions.asking import ask
from graph.questions.kinds import Kind, kinds
from graph.questions.matching import slots_of
from graph.questions.model import Answer, Entity
from graph.questions.shelf import NO_DATE, Shelf, shelf_of
from graph.questions.suggesting import PLACES
from graph.questions.words import key
from graph.store.snapshot import Snapshot

_TRIED = 3  # entities of a kind of question
_MOST = 8  # questions that are tried after an answer
_NAMES_IN = ("theme", "person", "holder", "name", "owner", "body")  # columns of answers with a name


def examples(snapshot: Snapshot, as_of: str | None = None, count: int = 6) -> tuple[str, ...]:
    """Questions that can be answered at a date, of different kinds, about what is in the minutes.

    Raises:
        InputError: `as_of` is no ISO date.
    """
    shelf = shelf_of(snapshot)
    by_id = _suggested()
    found = (_first_answered(shelf, by_id[name], as_of) for name in _offered()["examples"] if name in by_id)
    return tuple(islice(filter(None, found), count))


def follow_ups(snapshot: Snapshot, answer: Answer, count: int = 3) -> tuple[str, ...]:
    """What more can be asked of what an answer is about, as things stood at its date."""
    shelf = shelf_of(snapshot)
    said = {answer.answer}
    found: list[str] = []
    for question in islice(_further(shelf, answer), _MOST):
        other = ask(snapshot, question, answer.as_of)
        if other.status == "answered" and other.answer not in said:
            said.add(other.answer)
            found.append(question)
        if len(found) == count:
            break
    return tuple(found)


@cache
def _offered() -> dict[str, list[str]]:
    loaded = load_yaml("questions/offered.yaml")
    return {"examples": loaded["examples"], **loaded["next"]}


@cache
def _suggested() -> dict[str, Kind]:
    return {kind.id: kind for kind in kinds() if kind.suggest}


def _first_answered(shelf: Shelf, kind: Kind, as_of: str | None) -> str | None:
    """A question of a kind that is answered, about the first of the candidates that makes it so."""
    for question in islice(_filled(shelf, kind, as_of), _TRIED):
        if ask(shelf.snapshot, question, as_of).status == "answered":
            return question
    return None


def _filled(shelf: Shelf, kind: Kind, as_of: str | None) -> Iterator[str]:
    question = said(kind.suggest or "")
    sorts = slots_of(question)
    if not sorts:
        yield question
    elif len(sorts) == 1:
        for entity in _likely(shelf, sorts[0], as_of):
            yield question.replace(PLACES[sorts[0]], entity.name)


def _likely(shelf: Shelf, sort: str, as_of: str | None) -> Iterator[Entity]:
    """What people ask about: what a portfolio is held for, by whom and where; then whatever else there is."""
    when = as_of or shelf.last_date or NO_DATE
    rows = shelf.rows(Query("holders", ("person", "theme", "body", "bodyName"), (), During(when, when)))
    names = sorted({row[sort] or "" for row in rows})
    entities = shelf.lexicon.entities
    held = (entities[iri] for iri in names if iri in entities)
    known = sorted(
        (each for each in entities.values() if each.sort == sort and each.known), key=lambda each: each.name
    )
    if sort == "body":
        known.sort(key=lambda each: each.iri not in shelf.lexicon.meeting)
    return iter(dict.fromkeys(chain(held, known)))


def _further(shelf: Shelf, answer: Answer) -> Iterator[str]:
    """Questions about the things that a question and its answer name, in turn; then those about nothing."""
    by_id, own = _suggested(), key(answer.question)
    about = _about(shelf, answer)
    for_each = [
        [
            said(by_id[name].suggest or "").replace(PLACES[entity.sort], entity.name)
            for name in _offered()[entity.sort]
            if name in by_id
        ]
        for entity in about
    ]
    general = (said(by_id[name].suggest or "") for name in _offered()["nothing"] if name in by_id)
    turns = chain(chain.from_iterable(zip_longest(*for_each)), general)
    return (question for question in dict.fromkeys(filter(None, turns)) if key(question) != own)


def _about(shelf: Shelf, answer: Answer) -> tuple[Entity, ...]:
    """One theme, one person and one body that the question and the answer name, the first of each."""
    params = answer.understood_as.params if answer.understood_as else {}
    names = chain(params.values(), (row.get(column) for row in answer.rows[:1] for column in _NAMES_IN))
    found: dict[str, Entity] = {}
    for entity in _named(shelf, names):
        found.setdefault(entity.sort, entity)
    return tuple(found[sort] for sort in ("theme", "person", "body") if sort in found)


def _named(shelf: Shelf, names: Iterable[str | None]) -> Iterator[Entity]:
    for name in names:
        entities = shelf.lexicon.named.get(key(name or ""), ())
        if len(entities) == 1 and entities[0].known:
            yield entities[0]
