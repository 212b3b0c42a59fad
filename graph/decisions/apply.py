"""Decisions applied to what documents say: a pure function, which leaves the documents as they are.

What a person adds or corrects is told by a document of its own kind: the decision. Its reason is the text
and the evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.decisions.effect import Effect
from graph.decisions.fields import changed, made
from graph.decisions.mentions import mentions
from graph.decisions.model import Decision
from graph.facts.identity import identified
from graph.facts.model import Coverage, Evidence, Fact, Reading
from graph.minutes.model import Document, Meeting
from graph.minutes.sort import DECISION
from graph.store.identifiers import document_iri, fact_iri


@dataclass(frozen=True, slots=True)
class Applied:
    """Readings as they count, those of decisions among them; and facts that decisions speak of in vain."""

    readings: tuple[Reading, ...]
    gone: frozenset[str]

    @property
    def of_decisions(self) -> tuple[Reading, ...]:
        """The readings that decisions brought."""
        return tuple(reading for reading in self.readings if reading.document.sort == DECISION)


def applied(readings: Iterable[Reading], effect: Effect) -> Applied:
    """The readings without what was rejected, with what was corrected or added told by the decision."""
    verdicts = dict(effect.verdicts)
    kept: list[Reading] = []
    told: list[Reading] = [_added(decision) for decision in effect.added]
    seen: set[str] = set()
    for reading in readings:
        found = dict(_judged(reading, verdicts))
        seen |= found.keys()
        told += [
            _corrected(decision, fact, reading)
            for fact, decision in ((_by_iri(reading, iri), verdicts[iri]) for iri in sorted(found))
            if decision.kind == "correct"
        ]
        kept.append(_without(reading, {found[iri] for iri in found if verdicts[iri].kind != "confirm"}))
    return Applied((*kept, *told), frozenset(verdicts.keys() - seen))


def _judged(reading: Reading, verdicts: dict[str, Decision]) -> Iterator[tuple[str, str]]:
    """The facts of a reading that something was decided about: IRI and id."""
    if verdicts:
        document = document_iri(reading.document.id)
        for fact in reading.facts:
            iri = fact_iri(document, fact.id).value
            if iri in verdicts:
                yield iri, fact.id


def _by_iri(reading: Reading, iri: str) -> Fact:
    document = document_iri(reading.document.id)
    return next(fact for fact in reading.facts if fact_iri(document, fact.id).value == iri)


def _without(reading: Reading, ids: set[str]) -> Reading:
    if not ids:
        return reading
    return replace(reading, facts=tuple(fact for fact in reading.facts if fact.id not in ids))


def _corrected(decision: Decision, fact: Fact, of: Reading) -> Reading:
    """The fact as it should be, known since the meeting whose minutes have it otherwise."""
    right = changed(fact, dict(decision.fields))
    return _told(decision, right, of.meeting.body, of.meeting.date)


def _added(decision: Decision) -> Reading:
    return _told(
        decision, made(decision.fact_kind or "", dict(decision.fields)), decision.body, decision.date
    )


def _told(decision: Decision, fact: Fact, body: str | None, date: str | None) -> Reading:
    text = decision.text
    evidence = (Evidence(0, len(text), text),)
    name = f"besluit-{decision.id}"
    fact = replace(fact, id="", certainty="stated", agenda_item=None, reason=None, evidence=evidence)
    facts = tuple(identified(name, (*mentions(fact, evidence), fact)))
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(name, "", "besluit", digest, len(text), f"Besluit van {decision.by}", sort=DECISION)
    meeting = Meeting(body, None, date, None, None, None)
    return Reading(document, meeting, (), text, facts, Coverage(0, 0, ()))
