"""What the minutes say of one portfolio, as it holds at any date.

Who holds it, that it is vacant, or that they disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.facts.model import Portfolio
from graph.state.departures import RULE, Departure, Departures
from graph.state.model import Holding
from graph.state.records import Said
from graph.state.timeline import day_after, ends_of

Claim = Said[Portfolio]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who holds a portfolio at some time.

    `answer` None: the minutes name no holder and do not say that it is vacant. `left`: who held it until, by
    a rule, the end of an office.
    """

    answer: str | None = None
    holdings: tuple[Holding, ...] = ()
    rule: str | None = None
    requested_by: str | None = None
    requested_profile: str | None = None
    left: frozenset[str] = frozenset()
    evidence: tuple[str, ...] = field(default=(), compare=False)


NOTHING_STATED = Answer()
_LEAVES = frozenset({"ended", "handed_over"})


def join_holdings(first: tuple[Holding, ...], later: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """The same holdings, attested on the dates of both, with the evidence of both."""
    same = {holding: holding for holding in later}
    return tuple(
        replace(
            holding,
            attested=tuple(sorted({*holding.attested, *same.get(holding, holding).attested})),
            evidence=ends_of((*holding.evidence, *same.get(holding, holding).evidence)),
        )
        for holding in first
    )


def join_answers(first: Answer, later: Answer) -> Answer:
    """Two equal answers of successive dates as one, with the evidence of both."""
    return replace(
        first,
        holdings=join_holdings(first.holdings, later.holdings),
        evidence=ends_of((*first.evidence, *later.evidence)),
    )


@dataclass(slots=True, eq=False)
class _Known:
    """A claim with what is asked of it for every date."""

    claim: Claim
    holder: str | None
    effective: str
    end: str | None
    main: bool
    _sentence: str | None = None

    @classmethod
    def of(cls, claim: Claim) -> _Known:
        fact = claim.fact
        holder = claim.minutes.person(fact.holder)
        end = fact.end.end if fact.end else None
        return cls(claim, holder, claim_effective(claim), end, fact.capacity in {None, "holder"})

    @property
    def status(self) -> str:
        return self.claim.fact.status

    @property
    def leaves(self) -> bool:
        return self.claim.fact.status in _LEAVES

    @property
    def start(self) -> str | None:
        start = self.claim.fact.start
        return start.start if start else None

    def attests(self) -> bool:
        """Whether it says that somebody has it, or still has it until a day to come."""
        said = self.status == "held" or self.effective > self.claim.date
        return said and self.claim.minutes.attests

    def shares(self, shared_words: Sequence[str]) -> bool:
        if self._sentence is None:
            self._sentence = self.claim.minutes.sentence_text(self.claim.fact).casefold()
        return any(word in self._sentence for word in shared_words)


@dataclass(slots=True)
class _Course:
    """What is said of a portfolio up to some date, taken in date by date.

    `standing`: the claims that hold, those included of which the end has passed; `known`: all that have
    begun to hold; `attested`, `leaving`: per person, also by what is said of a day to come.
    """

    shared_words: Sequence[str]
    departures: Departures = field(default_factory=dict)
    standing: list[_Known] = field(default_factory=list)
    known: list[_Known] = field(default_factory=list)
    attested: dict[str | None, set[str]] = field(default_factory=lambda: defaultdict(set))
    leaving: dict[str | None, list[_Known]] = field(default_factory=lambda: defaultdict(list))

    def hear(self, claims: Iterable[_Known]) -> None:
        """Take in what is said on a date."""
        for claim in claims:
            if claim.attests():
                self.attested[claim.holder].add(claim.claim.date)
            if claim.leaves:
                self.leaving[claim.holder].append(claim)

    def begin(self, claims: list[_Known]) -> None:
        """Take in what holds from a date on."""
        if claims:
            self.known += claims
            self.standing = _after(self.standing, claims, self.shared_words)

    def answer(self, when: str) -> Answer:
        """The answer at a date, by all that was taken in up to it."""
        standing = [claim for claim in self.standing if not (claim.end and claim.end < when)]
        told = [claim for claim in standing if claim.status == "held"]
        held = [claim for claim in told if self._gone(claim, when) is None]
        if held:
            return _held(held, self)
        vacant = [claim.claim for claim in standing if claim.status == "vacant"]
        if vacant:
            return _vacant(vacant)
        return self._without_office(told, when) if told else _nobody(self.known, when)

    def _gone(self, claim: _Known, when: str) -> Departure | None:
        """The end of the holder's office since a claim that they have the portfolio, if it came."""
        days = self.departures.get(claim.holder or "", ())
        return next((each for each in days if claim.effective < each.day <= when), None)

    def _without_office(self, told: Sequence[_Known], when: str) -> Answer:
        ends = [each.fact for claim in told if (each := self._gone(claim, when))]
        return Answer(
            rule=RULE,
            left=frozenset(claim.holder for claim in told if claim.holder),
            evidence=ends_of((*ends, *(claim.claim.iri for claim in told))),
        )


def stated_over_time(
    claims: Iterable[Claim], shared_words: Sequence[str], departures: Departures | None = None
) -> list[tuple[str, Answer]]:
    """The stated answer from each date on which it may change, in order of date."""
    gone = departures or {}
    known = map(_Known.of, claims)
    ordered = sorted(
        known, key=lambda each: (each.effective, each.claim.date, each.claim.place, each.claim.iri)
    )
    said, beginning = defaultdict(list), defaultdict(list)
    for each in ordered:
        said[each.claim.date].append(each)
        beginning[each.effective].append(each)
    ends = {day_after(each.end) for each in ordered if each.end and each.end >= each.effective}
    first = min((each.effective for each in ordered), default="")
    holders = {each.holder for each in ordered if each.holder}
    ends |= {each.day for person in holders for each in gone.get(person, ()) if each.day > first}
    course = _Course(shared_words, gone)
    answers = []
    for when in sorted(said.keys() | beginning.keys() | ends):
        course.hear(said.get(when, ()))
        course.begin(beginning.get(when, []))
        answers.append((when, course.answer(when)))
    return answers


def claim_effective(claim: Claim) -> str:
    """From when a claim holds: from its meeting, or later when it says so («per 1 september»)."""
    said = claim.fact.start if claim.fact.status == "held" else claim.fact.end
    start = said.start if said and claim.fact.status != "vacant" else None
    return max(claim.date, start) if start else claim.date


def _nobody(known: Sequence[_Known], when: str) -> Answer:
    """Nobody any more, by the claims that say that somebody left; or nothing said at all."""
    left = [claim for claim in known if claim.leaves or (claim.end and claim.end < when)]
    return Answer(evidence=ends_of(claim.claim.iri for claim in reversed(left))) if left else NOTHING_STATED


def _after(before: list[_Known], today: list[_Known], shared_words: Sequence[str]) -> list[_Known]:
    """The claims that stand after a day on which some were made.

    A holder takes the place of earlier ones and of a vacancy, unless the words say that they share it; a
    deputy or an acting holder stands beside the holder, and a deputy stays when the holder changes. Who is
    said to have left is gone.
    """
    gone = {claim.holder for claim in today if claim.leaves}
    before = [claim for claim in before if claim.status != "held" or claim.holder not in gone]
    held = [claim for claim in today if claim.status == "held" and claim.holder]
    if any(claim.main for claim in held) and not any(claim.shares(shared_words) for claim in held):
        names = {claim.holder for claim in held}
        kept = (claim for claim in before if claim.status == "held")
        return [
            claim for claim in kept if claim.holder in names or claim.claim.fact.capacity == "deputy"
        ] + held
    if held:
        return [claim for claim in before if claim.status == "held"] + held
    vacant = [claim for claim in today if claim.status == "vacant"]
    still = [claim for claim in before if claim.status == "vacant"]
    return still + vacant if vacant else before


def _held(standing: list[_Known], course: _Course) -> Answer:
    claims = [*_rivals(standing, course), *standing]
    mains = {claim.holder for claim in claims if claim.main}
    exclusive = len(mains) > 1 and not _together(claims, course.shared_words)
    return Answer(
        "contradicted" if exclusive else "stated",
        _holdings(claims, course),
        evidence=tuple(dict.fromkeys(claim.claim.iri for claim in claims)),
    )


def _rivals(standing: list[_Known], course: _Course) -> list[_Known]:
    """Earlier claims that somebody else held it, for a time for which a standing claim says otherwise."""
    since = min(
        (
            claim.start
            for claim in standing
            if claim.main and claim.start and not claim.shares(course.shared_words)
        ),
        default=None,
    )
    if since is None:
        return []
    names = {claim.holder for claim in standing} | {None}
    return [
        claim
        for claim in course.known
        if claim.status == "held" and claim.main and claim.holder not in names and since <= claim.claim.date
    ]


def _together(claims: list[_Known], shared_words: Sequence[str]) -> bool:
    """Whether the holders are named in one sentence, or with words that say that they share it."""
    mains = [claim for claim in claims if claim.main]
    if any(claim.shares(shared_words) for claim in mains):
        return True
    return len({_sentence(claim.claim) for claim in mains}) == 1


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.minutes.iri, min(claim.minutes.sentences(claim.fact), default=-1)


def _holdings(claims: list[_Known], course: _Course) -> tuple[Holding, ...]:
    of: dict[str, list[_Known]] = defaultdict(list)
    for claim in claims:
        if claim.holder:
            of[claim.holder].append(claim)
    return tuple(_holding(person, theirs, course) for person, theirs in sorted(of.items()))


def _holding(person: str, theirs: list[_Known], course: _Course) -> Holding:
    """Somebody's holding; when it ends is also told by later claims that they no longer have it."""
    first = min(claim.claim.date for claim in theirs)
    left = (claim for claim in course.leaving.get(person, ()) if claim.claim.date >= first)
    return Holding(
        person,
        theirs[-1].claim.fact.capacity or "holder",
        min((claim.start for claim in theirs if claim.start), default=None),
        max((claim.end for claim in (*theirs, *left) if claim.end), default=None),
        tuple(sorted(course.attested.get(person, ()))),
        ends_of(claim.claim.iri for claim in theirs),
    )


def _vacant(claims: list[Claim]) -> Answer:
    asked = [claim for claim in claims if claim.fact.requested_by]
    asking = asked[0] if asked else None
    profiles = [claim.fact.requested_profile for claim in claims if claim.fact.requested_profile]
    return Answer(
        "vacant",
        requested_by=asking.minutes.anybody(asking.fact.requested_by) if asking else None,
        requested_profile=profiles[0] if profiles else None,
        evidence=tuple(dict.fromkeys(claim.iri for claim in claims)),
    )
