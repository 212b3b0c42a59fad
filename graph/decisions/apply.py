"""Decisions applied to what documents say: a pure function, which leaves the documents as they are.

What a person corrects stays where it stands in the minutes, with its sentence; what a person adds is told by
a document of its own kind, the decision, whose reason is the text and the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.decisions.effect import Effect
from graph.decisions.fields import changed, made
from graph.decisions.mentions import unnamed
from graph.decisions.model import Decision
from graph.decisions.telling import told
from graph.errors import InputError
from graph.facts.model import Fact, Reading
from graph.facts.read import renamed
from graph.facts.versions import replacements
from graph.store.identifiers import document_iri, fact_iri


@dataclass(frozen=True)
class Applied:
    """What counts, and what decisions tell.

    `readings`: those of documents as they count, and of what was added. `told`: what each decision tells, to
    be kept beside the documents. `revised`: a fact that was corrected or confirmed → the id of what tells so.
    `gone`: facts that decisions speak of and no document has any more.
    `problems`: id of a decision → why it has no effect.
    """

    readings: tuple[Reading, ...]
    told: tuple[Reading, ...]
    revised: Mapping[str, str]
    gone: frozenset[str]
    problems: Mapping[str, str]

    @cached_property
    def telling(self) -> frozenset[str]:
        """The ids of what decisions tell."""
        return frozenset(reading.document.id for reading in self.told)


def applied(readings: Iterable[Reading], effect: Effect) -> Applied:
    """The readings without what was rejected, and with what was corrected, confirmed or added."""
    every = list(readings)
    verdicts = dict(effect.verdicts)
    judge = _Judge(_carried_over(every, verdicts) | verdicts)
    counted = [judge.judged(reading) for reading in every]
    added = list(judge.added(effect.added))
    return Applied(
        (*counted, *added),
        (*judge.told.values(), *added),
        judge.revised,
        frozenset(verdicts.keys() - judge.seen),
        judge.problems,
    )


def _carried_over(readings: Sequence[Reading], verdicts: Mapping[str, Decision]) -> dict[str, Decision]:
    """What was decided about a fact of a concept, for the same fact of the adopted minutes."""
    found: dict[str, Decision] = {}
    by_id = {reading.document.id: reading for reading in readings} if verdicts else {}
    for concept, adopted in replacements(readings).items() if verdicts else ():
        as_concept = renamed(by_id[adopted], concept).facts
        for old, fact in zip(as_concept, by_id[adopted].facts, strict=True):
            decision = verdicts.get(_iri(concept, old))
            if decision:
                found[_iri(adopted, fact)] = decision
    return found


def _iri(document: str, fact: Fact) -> str:
    return fact_iri(document_iri(document), fact.id).value


class _Judge:
    """Applies verdicts to readings, and keeps what came of each."""

    def __init__(self, verdicts: Mapping[str, Decision]) -> None:
        self._verdicts = verdicts
        self.seen: set[str] = set()
        self.told: dict[str, Reading] = {}
        self.revised: dict[str, str] = {}
        self.problems: dict[str, str] = {}

    def judged(self, reading: Reading) -> Reading:
        """The reading as it counts."""
        if not self._verdicts:
            return reading
        kept: list[Fact] = []
        for fact in reading.facts:
            decision = self._verdicts.get(iri := _iri(reading.document.id, fact))
            if decision is None:
                kept.append(fact)
                continue
            self.seen.add(iri)
            if decision.kind != "reject":
                kept.extend(self._as_it_is(fact, decision, reading))
        return reading if tuple(kept) == reading.facts else replace(reading, facts=tuple(kept))

    def _as_it_is(self, fact: Fact, decision: Decision, reading: Reading) -> Iterator[Fact]:
        """The fact as somebody confirmed or corrected it, and whom it names that the minutes do not."""
        try:
            right = changed(fact, dict(decision.fields))
        except InputError as error:  # the log outlives the fields and codes of today
            self.problems[decision.id] = f"{error.where} {error.what}"
            yield fact
            return
        if decision.kind == "correct" or fact.certainty == "inferred":
            right = replace(right, certainty="decided", reason=None)
        facts = (right,) if decision.kind == "correct" else ()
        self.told[decision.id] = saying = told(decision, facts, reading.meeting.body, reading.meeting.date)
        self.revised[_iri(reading.document.id, fact)] = saying.document.id
        yield right
        for mention in unnamed(right, reading):
            (new,) = (each for each in saying.facts if _names_alike(each, mention))
            # It stands in the decision's own graph, so its whole address is its id here.
            yield replace(new, id=_iri(saying.document.id, new), evidence=right.evidence)

    def added(self, decisions: Iterable[Decision]) -> Iterator[Reading]:
        """What decisions add, each as a reading of its own."""
        for decision in decisions:
            try:
                fact = made(decision.fact_kind or "", dict(decision.fields))
            except InputError as error:
                self.problems[decision.id] = f"{error.where} {error.what}"
                continue
            yield told(decision, (replace(fact, certainty="decided"),), decision.body, decision.date)


def _names_alike(one: Fact, other: Fact) -> bool:
    return type(one) is type(other) and replace(one, id="", evidence=()) == replace(other, id="", evidence=())
