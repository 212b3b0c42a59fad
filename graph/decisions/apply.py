"""Decisions applied to what documents say: a pure function, which leaves the documents as they are.

What a person adds or corrects is told by a document of its own kind: the decision. Its reason is the text
and the evidence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.decisions.effect import Effect
from graph.decisions.fields import changed, made
from graph.decisions.mentions import mentions
from graph.decisions.model import Decision
from graph.errors import InputError
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
    told = [_usable(_added, decision) for decision in effect.added]
    seen: set[str] = set()
    for reading in readings:
        found = dict(_judged(reading, verdicts))
        seen |= found.keys()
        wrong = {fact.id for iri, fact in found.items() if verdicts[iri].kind == "reject"}
        for iri, fact in sorted(found.items()):
            if verdicts[iri].kind == "correct":
                right = _usable(_corrected, verdicts[iri], fact, reading)
                told.append(right)
                wrong |= {fact.id} if right else set()
        kept.append(_without(reading, wrong))
    return Applied((*kept, *filter(None, told)), frozenset(verdicts.keys() - seen))


def _usable(tell: Callable[..., Reading], decision: Decision, *more: object) -> Reading | None:
    """What the decision tells; None where the fields it gives do not exist any more."""
    try:
        return tell(decision, *more)
    except InputError:
        return None


def _judged(reading: Reading, verdicts: Mapping[str, Decision]) -> Iterator[tuple[str, Fact]]:
    """The facts of a reading that something was decided about, by IRI."""
    if verdicts:
        document = document_iri(reading.document.id)
        for fact in reading.facts:
            iri = fact_iri(document, fact.id).value
            if iri in verdicts:
                yield iri, fact


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
