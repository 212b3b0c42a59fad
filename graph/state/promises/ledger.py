"""From the threads of each body to the promises of the state, with the course of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from graph.dutch.period import Period
from graph.state.model import PromiseStep, TrackedPromise
from graph.state.promises.reports import Owners, Report, reports
from graph.state.promises.threads import ENDED, Grouping, Thread
from graph.state.promises.words import RULE, SEVERAL, Thing, Words, key, same, told_of
from graph.state.records import Minutes
from graph.state.rules import Rules
from graph.store.identifiers import identifier

# What a meeting says of a promise; where it says several things the last of these counts.
_STEPS = ("made", "repeated", "still_open", "in_progress", "postponed", "dropped", "closed")


def ledger(meetings: Sequence[Minutes], rules: Rules) -> tuple[TrackedPromise, ...]:
    """Every promise of these minutes, in order of IRI; minutes of no known body stand by themselves."""
    grouping = Grouping.of(rules)
    found: list[TrackedPromise] = []
    for body, later in _by_body(meetings).items():
        spoken = _Spoken(later, grouping.words)
        threads = grouping.threads(tuple(reports(minutes, grouping.words)) for minutes in later)
        found += (_promise(thread, body, spoken) for thread in threads)
    return tuple(sorted(found, key=attrgetter("iri")))


def _by_body(meetings: Sequence[Minutes]) -> dict[str, list[Minutes]]:
    found: dict[str, list[Minutes]] = defaultdict(list)
    for minutes in sorted(meetings, key=lambda minutes: (minutes.date, minutes.document)):
        found[minutes.body or minutes.iri].append(minutes)
    return found


@dataclass(frozen=True)
class _Spoken:
    """What the sentences of a body's meetings are about; worked out when it is first asked for."""

    meetings: Sequence[Minutes]
    words: Words

    @cached_property
    def sentences(self) -> list[tuple[Thing, list[int]]]:
        """What the sentences are about, each once, with the numbers of the meetings where they stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, minutes in enumerate(self.meetings):
            for text in dict.fromkeys(minutes.sentence_texts):
                found[text].append(number)
        return [(self.words.thing(text), numbers) for text, numbers in found.items()]

    @cached_property
    def own(self) -> _Places:
        """Where words stand that tell one thing from another."""
        return _Places.of((thing.own for thing, _ in self.sentences), self.words.typo)

    @cached_property
    def general(self) -> _Places:
        """Where general words stand."""
        return _Places.of((thing.general for thing, _ in self.sentences), self.words.typo)

    def of(self, thing: Thing) -> set[int]:
        """The numbers of the meetings of which a sentence is surely about a thing."""
        if not thing.own:
            return set()
        # Such a sentence has all words of the thing, and a general one where its own words are few.
        places = set.intersection(*sorted(map(self.own.of_word, thing.own), key=len))
        if thing.general and len(thing.own) < SEVERAL:
            places &= set().union(*map(self.general.of_word, thing.general))
        found: set[int] = set()
        for place in places:
            sentence, meetings = self.sentences[place]
            if not found.issuperset(meetings) and told_of(thing, sentence, self.words) == 1.0:
                found.update(meetings)
        return found


@dataclass(frozen=True)
class _Places:
    """In which of many texts a word stands, in any of its forms."""

    by_key: Mapping[str, Mapping[str, set[int]]]
    typo: float
    found: dict[str, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[frozenset[str]], typo: float) -> _Places:
        """Those of texts that are given as their words."""
        by_key: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for place, words in enumerate(texts):
            for word in words:
                by_key[key(word)][word].add(place)
        return cls(by_key, typo)

    def of_word(self, word: str) -> set[int]:
        """The numbers of the texts in which a word stands."""
        if word not in self.found:
            forms = self.by_key.get(key(word), {}).items()
            there = (places for form, places in forms if same(word, form, self.typo))
            self.found[word] = set().union(*there)
        return self.found[word]


def _promise(thread: Thread, body: str, spoken: _Spoken) -> TrackedPromise:
    first = thread.reports[0]
    steps = tuple(_steps(thread))
    return TrackedPromise(
        iri=identifier("promise", first.document, first.fact).value,
        text=first.text,
        body=body if any(minutes.body == body for minutes in spoken.meetings) else None,
        first_seen=first.date,
        made_on=None if first.status in ENDED else first.date,
        steps=steps,
        mentioned=tuple(_mentioned(thread, steps, spoken)),
        recognisable=any(thing.own for thing in thread.things),
        rule=RULE if len(thread.reports) > 1 else None,
    )


def _steps(thread: Thread) -> Iterator[PromiseStep]:
    """One step for each meeting that says something of the promise, with the term as it is from then on."""
    due: Period | None = None
    owners = Owners()
    for date, group in groupby(thread.reports, key=attrgetter("date")):
        told: list[tuple[str, str]] = []
        for report in group:
            step, due = _step(report, due, first=report is thread.reports[0])
            told.append((step, report.iri))
            owners = report.owners or owners
        ranks = [_STEPS.index(step) for step, _ in told]
        main = max(ranks)
        if "made" in {step for step, _ in told} and _STEPS[main] not in ENDED:
            main = 0
        evidence = sorted(zip(ranks, (iri for _, iri in told), strict=True), key=lambda e: e[0] != main)
        yield PromiseStep(
            date, _STEPS[main], owners.entities, owners.names, due, tuple(iri for _, iri in evidence)
        )
        if _STEPS[main] in ENDED:
            return


def _step(report: Report, due: Period | None, *, first: bool) -> tuple[str, Period | None]:
    """What a report says of its promise, and the term as it is after it."""
    if report.status in ENDED:
        return report.status, due
    if report.status == "postponed":
        return "postponed", report.due
    changed = report.due if report.due and _differs(report.due, due) else None
    if first:
        return "made", report.due
    if changed and due and _end(changed) > _end(due):
        return "postponed", changed
    going_on = {"in_progress": "in_progress"}.get(report.status, "repeated" if report.makes else "still_open")
    return going_on, changed or due


def _differs(new: Period, old: Period | None) -> bool:
    """Whether a list gives another term; the same words, read again in a later year, do not."""
    if old is None:
        return True
    if new.text.casefold() == old.text.casefold() or _end(new) == "":
        return False
    return (new.start, new.end) != (old.start, old.end)


def _end(due: Period) -> str:
    return due.end or due.start or ""


def _mentioned(thread: Thread, steps: Sequence[PromiseStep], spoken: _Spoken) -> Iterator[str]:
    """Later meetings that speak of the thing without saying how it stands.

    Only those behind the first term are looked for: before it, nobody has forgotten anything.
    """
    ends = [step.due.end for step in steps if step.due and step.due.end]
    told = {step.date for step in steps}
    last = steps[-1].date if steps[-1].what in ENDED else "9999"
    if not ends:
        return
    for number in sorted({number for thing in thread.things for number in spoken.of(thing)}):
        date = spoken.meetings[number].date
        if min(ends) < date < last and date not in told:
            yield date
