"""Which reports belong to one promise: the minutes of one body, in order of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from graph.state.promises.reports import Owners, Report
from graph.state.promises.words import RULE, Thing, Words, alike, named_in_general, told_of
from graph.state.rules import Rules

ENDED = frozenset({"closed", "dropped"})
_SAME_OWNER, _SAME_NUMBER = 0.3, 0.2  # what these add to how well a promise fits
_WORDS_OF_ANOTHER = 2  # words of its own that a row must have to be known when it passes to somebody else


@dataclass(slots=True)
class Thread:
    """One promise with all that is said of it, in order of date and place."""

    reports: list[Report]
    things: list[Thing] = field(default_factory=list)
    owners: Owners = field(default_factory=Owners)
    _ended: str | None = None

    @property
    def ended(self) -> str | None:
        """The date on which it was said to be done or dropped."""
        return self._ended

    @property
    def number(self) -> str | None:
        """The number of its last row in a list."""
        return next((report.number for report in reversed(self.reports) if report.listed), None)

    def take(self, report: Report) -> None:
        """Add what is said of it."""
        self._ended = self._ended or (report.date if report.status in ENDED else None)
        self.reports.append(report)
        self.owners = report.owners or self.owners
        if report.makes and report.thing and report.thing not in self.things:
            self.things.append(report.thing)


def _index() -> dict[str, set[int]]:
    return defaultdict(set)


@dataclass(slots=True)
class _Index:
    """Promises by their words: all words of each, and of each of its things one word that few others have."""

    numbers: set[int] = field(default_factory=set)
    by_key: dict[str, set[int]] = field(default_factory=_index)
    by_rare: dict[str, set[int]] = field(default_factory=_index)

    def add(self, number: int, things: Iterable[Thing]) -> None:
        self.numbers.add(number)
        for names in filter(None, (thing.keys for thing in things)):
            rare = min(names, key=lambda name: (len(self.by_key.get(name, ())), name))
            self.by_rare[rare].add(number)
            for name in names:
                self.by_key[name].add(number)

    def remove(self, number: int, things: Iterable[Thing]) -> None:
        self.numbers.discard(number)
        for name in {name for thing in things for name in thing.keys}:
            self.by_key[name].discard(number)
            self.by_rare[name].discard(number)

    def near(self, thing: Thing) -> set[int]:
        """Those that may be about the same: of two that are alike, one has all words of the other.

        All of them for a thing without words of its own.
        """
        names = thing.keys
        if not names:
            return self.numbers
        with_all = set.intersection(*sorted((self.by_key.get(name, set()) for name in names), key=len))
        return with_all.union(*(self.by_rare.get(name, ()) for name in names))


@dataclass(slots=True)
class _Known:
    """The promises of a body so far: there are many after some years, and most of them have ended."""

    threads: list[Thread] = field(default_factory=list)
    going_on: _Index = field(default_factory=_Index)
    ended: _Index = field(default_factory=_Index)

    def start(self, report: Report) -> None:
        """Begin a new promise."""
        self.threads.append(Thread([]))
        self.take(len(self.threads) - 1, report)

    def take(self, number: int, report: Report) -> None:
        """Add what is said of a promise."""
        thread = self.threads[number]
        was_over, had = thread.ended is not None, len(thread.things)
        thread.take(report)
        if thread.ended is None or was_over:
            (self.ended if was_over else self.going_on).add(number, thread.things[had:])
        else:
            self.going_on.remove(number, thread.things)
            self.ended.add(number, thread.things)

    def near(self, report: Report) -> set[int]:
        """Those that a report may be about; one that has ended can only be told once more to have ended."""
        found = self.going_on.near(report.thing)
        return found | self.ended.near(report.thing) if report.status in ENDED else found


@dataclass(frozen=True, slots=True)
class Grouping:
    """How reports are put together, by the rule one_promise."""

    words: Words
    share: float
    share_at_once: float
    margin: float

    @classmethod
    def of(cls, rules: Rules) -> Grouping:
        """As the rule says."""
        rule = rules[RULE]
        return cls(Words.of(rules), rule.number("share"), rule.number("share_at_once"), rule.number("margin"))

    def threads(self, meetings: Iterable[Sequence[Report]]) -> list[Thread]:
        """The promises of one body; `meetings` are the reports of each of its minutes, in order of date."""
        known = _Known()
        for reports in meetings:
            for report in reports:
                number = self._of(report, known)
                if number is not None:
                    known.take(number, report)
                elif report.makes and (report.thing.own or report.status not in ENDED):
                    known.start(report)
        return known.threads

    def _of(self, report: Report, known: _Known) -> int | None:
        """The one promise that a report belongs to; None when there is none, or two fit as well."""
        open_to = [number for number in known.near(report) if _can_go_on(known.threads[number], report)]
        if not report.thing:
            found = [number for number in open_to if self._is_meant(report, known.threads[number])]
            return found[0] if len(found) == 1 else None
        ranked = sorted(
            ((fit, number) for number in open_to if (fit := self._fit(report, known.threads[number]))),
            reverse=True,
        )
        if not ranked:
            return None
        sure = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= self.margin
        return ranked[0][1] if sure else None

    def _fit(self, report: Report, thread: Thread) -> float:
        """How well a report fits a promise; 0 when it does not."""
        best = max((self._likeness(report, thread, thing) for thing in thread.things), default=0.0)
        if not best:
            return 0.0
        meet = report.owners.meet(thread.owners)
        if report.owners and thread.owners and not meet and not self._passed_on(report, thread):
            return 0.0
        number = report.number is not None and report.number == thread.number
        return best + _SAME_OWNER * meet + _SAME_NUMBER * number

    def _likeness(self, report: Report, thread: Thread, thing: Thing) -> float:
        if not report.thing.own and thing.own:
            own = report.owners and report.owners.meet(thread.owners)
            return self.share if own and named_in_general(thing, report.thing) else 0.0
        if not report.makes:
            return told_of(thing, report.thing, self.words)
        at_once = list(takewhile(lambda each: each.date == report.date, reversed(thread.reports)))
        if report.listed and any(each.listed and each.thing != report.thing for each in at_once):
            return 0.0  # two rows of one list are two promises
        return alike(thing, report.thing, self.words, self.share_at_once if at_once else self.share)

    def _passed_on(self, report: Report, thread: Thread) -> bool:
        """Whether a row of a list, word for word, now has another owner."""
        known = report.listed and len(report.thing.own) >= _WORDS_OF_ANOTHER
        return known and any(each.listed and each.thing == report.thing for each in thread.reports)

    def _is_meant(self, report: Report, thread: Thread) -> bool:
        """Whether a report without words may mean a promise: by its number, else by its owner."""
        if report.makes and report.status not in ENDED:
            return False
        if report.number:
            return thread.number == report.number
        return bool(report.owners) and report.owners.meet(thread.owners)


def _can_go_on(thread: Thread, report: Report) -> bool:
    """Whether a report can be about a promise: it has not ended, and news comes from a later meeting."""
    ended = thread.ended
    if ended is not None and not (report.status in ENDED and (report.makes or ended == report.date)):
        return False
    return report.makes or thread.reports[0].date < report.date
