"""From minutes to facts: all that one document says."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from graph.facts.context import Context, prepare
from graph.facts.extract import (
    becoming,
    conflicts,
    corrections,
    decisions,
    events,
    passing,
    people,
    portfolios,
    progress,
    promises,
    roles,
    statements,
    structure,
    subjects,
    successions,
)
from graph.facts.identity import identified
from graph.facts.listed.items import items
from graph.facts.model import Body, Coverage, Evidence, Fact, Missing, Portfolio, Reading, Structure
from graph.facts.sentence import Sentence
from graph.minutes import read as minutes_reader
from graph.minutes.model import Minutes


def read(path: Path) -> Reading:
    """Read one file. Raises InputError when it cannot be read or holds no meeting."""
    return reading(minutes_reader.read(path))


def reading(minutes: Minutes) -> Reading:
    """All facts of a document, in the order of their kinds and places."""
    context = prepare(minutes)
    facts = tuple(identified(minutes.document.id, _facts(context)))
    return Reading(
        minutes.document,
        minutes.meeting,
        minutes.agenda,
        minutes.text,
        facts,
        _coverage(context, facts),
        minutes.warnings,
    )


def renamed(reading: Reading, document_id: str) -> Reading:
    """The same reading for a document that goes by another id, with the ids of its facts to match."""
    document = replace(reading.document, id=document_id)
    return replace(reading, document=document, facts=tuple(identified(document_id, reading.facts)))


def _facts(context: Context) -> list[Fact]:
    records = list(people.attendance(context))
    lacks = list(structure.missing(context))
    relations = list(becoming.dated(context, structure.structures(context)))
    listed = items(context)
    held, followed = list(roles.roles(context)), list(successions.successions(context))
    divided: list[Fact] = list(portfolios.portfolios(context))
    followed += list(
        passing.from_holdings(held, [each for each in divided if isinstance(each, Portfolio)], followed)
    )
    held = successions.settled(held, followed)
    promised, disputes = promises.promises(context, listed)
    return [
        *people.persons(context),
        *records,
        *people.offices(context),
        *subjects.themes(context),
        *_bodies(context, relations, lacks),
        *relations,
        *divided,
        *held,
        *successions.from_successions(followed, held),
        *followed,
        *lacks,
        *statements.statements(context, listed),
        *decisions.decisions(context, listed),
        *promised,
        *progress.progress(context, listed),
        *corrections.corrections(context),
        *events.events(context),
        *conflicts.conflicts(context, records, disputes, divided),
    ]


def _bodies(context: Context, relations: list[Structure], lacks: list[Missing]) -> list[Body]:
    """Bodies that are named, with what becomes of them; then others that follow from what is missed."""
    statuses = structure.not_there(context, lacks) | structure.what_becomes(relations)
    named = list(subjects.bodies(context, statuses, structure.levels(relations)))
    names = {body.name.lower() for body in named}
    implied = structure.implied_bodies(context, lacks)
    return [*named, *(body for body in implied if body.name.lower() not in names)]


def _coverage(context: Context, facts: tuple[Fact, ...]) -> Coverage:
    """Sentences with a fact of their own; that a person or theme is named is not enough to call one read."""
    slight = ("person", "theme", "body")
    covered = sorted({(e.start, e.end) for fact in facts if fact.kind not in slight for e in fact.evidence})
    starts = [start for start, _ in covered]
    reach = list(accumulate((end for _, end in covered), max))
    unread = [s for s in context.sentences if not s.title and not _touched(s, starts, reach)]
    total = sum(not sentence.title for sentence in context.sentences)
    return Coverage(total, total - len(unread), tuple(Evidence(s.start, s.end, s.text) for s in unread))


def _touched(sentence: Sentence, starts: list[int], reach: list[int]) -> bool:
    """Whether some evidence that starts before the sentence's end reaches into it."""
    before = bisect_left(starts, sentence.end)
    return before > 0 and reach[before - 1] > sentence.start
