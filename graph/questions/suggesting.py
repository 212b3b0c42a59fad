"""Questions that can be answered, near to one that cannot."""

from __future__ import annotations

from graph.language import said
from graph.questions.kinds import kinds
from graph.questions.matching import slots_of
from graph.questions.model import Asked, Entity
from graph.questions.shelf import Shelf

_HOW_MANY = 3
PLACES = {"theme": "{thema}", "person": "{persoon}", "body": "{orgaan}"}
"""Where a question takes what: sort → the slot in a suggestion."""


def suggestions(shelf: Shelf, asked: Asked) -> tuple[str, ...]:
    """Three questions of the kinds that share most words with it, their slots filled with what there is."""
    rated = []
    for order, kind in enumerate(kinds()):
        if not kind.suggest:
            continue
        groups = {group for phrasing in kind.phrasings for atom in phrasing.atoms for group in atom.groups}
        shared = sum(group in asked.groups for group in groups) + 2 * sum(
            any(span.sort == sort for span in asked.spans) for sort in slots_of(kind.suggest)
        )
        rated.append((-shared, order, _filled(shelf, asked, said(kind.suggest))))
    found = dict.fromkeys(question for _, _, question in sorted(rated) if question)
    return tuple(found)[:_HOW_MANY]


def _filled(shelf: Shelf, asked: Asked, template: str) -> str | None:
    question = template
    for sort, slot in PLACES.items():
        if slot in question:
            entity = _entity(shelf, asked, sort)
            if entity is None:
                return None
            question = question.replace(slot, entity.name)
    return question


def _entity(shelf: Shelf, asked: Asked, sort: str) -> Entity | None:
    """One that the question names itself, else one of the minutes."""
    named = [entity for span in asked.of(sort) for entity in span.entities if entity.known]
    if named:
        return named[0]
    lexicon = shelf.lexicon
    known = [each for each in lexicon.entities.values() if each.sort == sort and each.known]
    if sort == "body":
        known = [each for each in known if each.iri in lexicon.meeting] or known
    return min(known, key=lambda each: each.name, default=None)
