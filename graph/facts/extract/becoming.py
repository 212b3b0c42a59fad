"""Whether what becomes of a body has happened, or is only announced; and on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from graph import ontology
from graph.dutch.cues import Sought
from graph.dutch.period import Period
from graph.facts.context import Context
from graph.facts.model import Structure
from graph.facts.sentence import Sentence
from graph.facts.template import compile_template

BECOMES = frozenset({"starts", "ends", "replaced_by"})


def dated(context: Context, relations: Iterable[Structure]) -> Iterator[Structure]:
    """The relations; those that change a body with their date, and whether that has come to pass."""
    for relation in relations:
        sentence = _sentence(context, relation)
        if relation.relation not in BECOMES or sentence is None:
            yield relation
            continue
        when = _only_date(context, sentence)
        yield replace(relation, when=when, done=_has_happened(context, sentence, when))


def _sentence(context: Context, relation: Structure) -> Sentence | None:
    place = relation.evidence[0]
    return next(iter(context.sentences_in(place.start, place.end)), None)


def _only_date(context: Context, sentence: Sentence) -> Period | None:
    """The date in the sentence; none where there are several, which may belong to something else."""
    found = [
        context.periods[date.start] for date in sentence.of_kind("date") if date.start in context.periods
    ]
    return found[0] if len(found) == 1 else None


def _has_happened(context: Context, sentence: Sentence, when: Period | None) -> bool:
    """By its date where that tells, else by the words: «is opgeheven», not «wordt opgeheven»."""
    held = context.minutes.meeting.date
    if held and when and (when.start or when.end):
        if (when.start or "") > held:
            return False
        if when.end and when.end <= held:
            return True
    patterns = _patterns()
    words = sentence.key.folded
    return any(p.search(words) for p in patterns["done"]) and not any(
        p.search(words) for p in patterns["to_come"]
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[Sought, ...]]:
    wording = ontology.load_yaml("wording/structure.yaml")
    return {name: tuple(map(compile_template, wording[name])) for name in ("done", "to_come")}
