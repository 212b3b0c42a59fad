"""Which reports belong to one promise: the minutes of one body, in order of date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class _Known:
    """The promises of a body so far, to be looked up by their words: there are many after some years."""

    threads: list[Thread] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, thread: Thread) -> None:
        self.threads.append(thread)
        self.index(len(self.threads) - 1, thread.things)

    def index(self, number: int, things: Iterable[Thing]) -> None:
        for name in {name for thing in things for name in thing.keys}:
            if number not in self.by_key[name]:
                self.by_key[name].append(number)

    def sharing_words_with(self, thing: Thing) -> list[int]:
        """Those that may be about the same, in order; all of them for a thing without words of its own."""
        if not thing.own:
            return list(range(len(self.threads)))
        return sorted({number for name in thing.keys for number in self.by_key.get(name, ())})


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
                    known.threads[number].take(report)
                    known.index(number, known.threads[number].things)
                elif report.makes and (report.thing.own or report.status not in ENDED):
                    started = Thread([])
                    started.take(report)
                    known.add(started)
        return known.threads

    def _of(self, report: Report, known: _Known) -> int | None:
        """The one promise that a report belongs to; None when there is none, or two fit as well."""
        open_to = [
            number
            for number in known.sharing_words_with(report.thing)
            if _can_go_on(known.threads[number], report)
        ]
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
        at_once = [each for each in thread.reports if each.date == report.date]
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
