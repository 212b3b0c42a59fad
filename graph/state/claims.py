"""What the minutes say of one portfolio, as it holds at any date.

Who holds it, that it is vacant, or that they disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.facts.model import Portfolio
from graph.state.model import Holding
from graph.state.records import Said
from graph.state.timeline import day_after, ends_of

Claim = Said[Portfolio]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who holds a portfolio at some time.

    `answer` None: the minutes name no holder and do not say that it is vacant.
    """

    answer: str | None = None
    holdings: tuple[Holding, ...] = ()
    rule: str | None = None
    requested_by: str | None = None
    requested_profile: str | None = None
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


def stated_over_time(claims: Iterable[Claim], shared_words: Sequence[str]) -> list[tuple[str, Answer]]:
    """The stated answer from each date on which it may change, in order of date."""
    ordered = sorted(claims, key=lambda claim: (claim_effective(claim), claim.date, claim.place, claim.iri))
    dates = {claim_effective(claim) for claim in ordered} | {claim.date for claim in ordered}
    dates |= {day_after(end) for claim in ordered if (end := _end(claim)) and end >= claim_effective(claim)}
    return [(when, _stated_at(when, ordered, shared_words)) for when in sorted(dates)]


def claim_effective(claim: Claim) -> str:
    """From when a claim holds: from its meeting, or later when it says so («per 1 september»)."""
    said = claim.fact.start if claim.fact.status == "held" else claim.fact.end
    start = said.start if said and claim.fact.status != "vacant" else None
    return max(claim.date, start) if start else claim.date


def _end(claim: Claim) -> str | None:
    return claim.fact.end.end if claim.fact.end else None


def _stated_at(when: str, claims: Sequence[Claim], shared_words: Sequence[str]) -> Answer:
    told = [claim for claim in claims if claim.date <= when]
    known = [claim for claim in told if claim_effective(claim) <= when]
    standing: list[Claim] = []
    for day in sorted({claim_effective(claim) for claim in known}):
        standing = _after(standing, [claim for claim in known if claim_effective(claim) == day], shared_words)
    standing = [claim for claim in standing if not ((end := _end(claim)) and end < when)]
    held = [claim for claim in standing if claim.fact.status == "held"]
    if held:
        return _held(held, known, told, shared_words)
    vacant = [claim for claim in standing if claim.fact.status == "vacant"]
    return _vacant(vacant) if vacant else _nobody(known, when)


def _nobody(known: Sequence[Claim], when: str) -> Answer:
    """Nobody any more, by the claims that say that somebody left; or nothing said at all."""
    left = [claim for claim in known if _is_left(claim, when)]
    return Answer(evidence=ends_of(claim.iri for claim in reversed(left))) if left else NOTHING_STATED


def _is_left(claim: Claim, when: str) -> bool:
    return claim.fact.status in _LEAVES or bool((end := _end(claim)) and end < when)


def _after(before: list[Claim], today: list[Claim], shared_words: Sequence[str]) -> list[Claim]:
    """The claims that stand after a day on which some were made.

    A holder takes the place of earlier ones and of a vacancy, unless the words say that they share it; a
    deputy or an acting holder stands beside the holder, and a deputy stays when the holder changes. Who is
    said to have left is gone.
    """
    gone = {_holder(claim) for claim in today if claim.fact.status in _LEAVES}
    before = [claim for claim in before if claim.fact.status != "held" or _holder(claim) not in gone]
    held = [claim for claim in today if claim.fact.status == "held" and _holder(claim)]
    if any(_is_main(claim) for claim in held) and not any(_shares(claim, shared_words) for claim in held):
        names = {_holder(claim) for claim in held}
        kept = (claim for claim in before if claim.fact.status == "held")
        return [claim for claim in kept if _holder(claim) in names or claim.fact.capacity == "deputy"] + held
    if held:
        return [claim for claim in before if claim.fact.status == "held"] + held
    vacant = [claim for claim in today if claim.fact.status == "vacant"]
    still = [claim for claim in before if claim.fact.status == "vacant"]
    return still + vacant if vacant else before


def _is_main(claim: Claim) -> bool:
    return claim.fact.capacity in {None, "holder"}


def _holder(claim: Claim) -> str | None:
    return claim.minutes.person(claim.fact.holder)


def _shares(claim: Claim, shared_words: Sequence[str]) -> bool:
    sentence = claim.minutes.sentence_text(claim.fact).casefold()
    return any(word in sentence for word in shared_words)


def _held(
    standing: list[Claim], known: list[Claim], told: list[Claim], shared_words: Sequence[str]
) -> Answer:
    rival = _rivals(standing, known, shared_words)
    claims = [*rival, *standing]
    mains = {_holder(claim) for claim in claims if _is_main(claim)}
    exclusive = len(mains) > 1 and not _together(claims, shared_words)
    return Answer(
        "contradicted" if exclusive else "stated",
        _holdings(claims, told),
        evidence=tuple(dict.fromkeys(claim.iri for claim in claims)),
    )


def _rivals(standing: list[Claim], known: list[Claim], shared_words: Sequence[str]) -> list[Claim]:
    """Earlier claims that somebody else held it, for a time for which a standing claim says otherwise."""
    since = [
        claim.fact.start.start
        for claim in standing
        if _is_main(claim)
        and claim.fact.start
        and claim.fact.start.start
        and not _shares(claim, shared_words)
    ]
    names = {_holder(claim) for claim in standing}
    return [
        claim
        for claim in known
        if claim.fact.status == "held"
        and _is_main(claim)
        and _holder(claim) not in names | {None}
        and any(start <= claim.date for start in since)
    ]


def _together(claims: list[Claim], shared_words: Sequence[str]) -> bool:
    """Whether the holders are named in one sentence, or with words that say that they share it."""
    mains = [claim for claim in claims if _is_main(claim)]
    if any(_shares(claim, shared_words) for claim in mains):
        return True
    sentences = {(claim.minutes.iri, min(claim.minutes.sentences(claim.fact), default=-1)) for claim in mains}
    return len(sentences) == 1


def _holdings(claims: list[Claim], told: list[Claim]) -> tuple[Holding, ...]:
    holdings = []
    for person in sorted({holder for claim in claims if (holder := _holder(claim))}):
        theirs = [claim for claim in claims if _holder(claim) == person]
        attested = {claim.date for claim in told if _holder(claim) == person and _attests(claim)}
        starts = [claim.fact.start.start for claim in theirs if claim.fact.start and claim.fact.start.start]
        ends = [end for claim in (*theirs, *_leaving(person, told, theirs)) if (end := _end(claim))]
        capacity = theirs[-1].fact.capacity or "holder"
        holdings.append(
            Holding(
                person,
                capacity,
                min(starts, default=None),
                max(ends, default=None),
                tuple(sorted(attested)),
                ends_of(claim.iri for claim in theirs),
            )
        )
    return tuple(holdings)


def _leaving(person: str, told: Sequence[Claim], theirs: Sequence[Claim]) -> list[Claim]:
    """The claims, made after they began, that say from which day somebody no longer has it."""
    first = min(claim.date for claim in theirs)
    return [
        claim
        for claim in told
        if claim.fact.status in _LEAVES and _holder(claim) == person and claim.date >= first
    ]


def _attests(claim: Claim) -> bool:
    """Whether a claim says that somebody has it, or still has it until a day to come."""
    said = claim.fact.status == "held" or claim_effective(claim) > claim.date
    return said and claim.minutes.attests


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
