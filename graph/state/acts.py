"""Promises and decisions that nobody has to carry out, or that have no date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graph.facts.model import Body, Decision, Promise, Structure
from graph.state.finding import finding, shortened
from graph.state.model import Finding
from graph.state.questions import Asking
from graph.state.records import Minutes, Said
from graph.state.rules import Rules

RULE = "act_without_owner"
_OPEN = frozenset({"open", "in_progress"})


def acts_without_owner(
    minutes: Minutes, asked: Sequence[Asking], told: Collection[str], rules: Rules
) -> Iterator[Finding]:
    """By the rule act_without_owner: decisions and promises without an owner or a date.

    `told`: the facts that other rules report; their sentences are not reported twice.
    """
    covered = _told_already(minutes, asked, told)
    promises = minutes.all(Promise)
    unowned = [
        (said, _decided(said, promises, rules))
        for said in minutes.all(Decision)
        if _is_unowned(said, promises, rules)
    ]
    lacking: list[tuple[Said[Decision] | Said[Promise], str | None]] = [
        *unowned,
        *((said, _lacks(said, rules)) for said in promises),
    ]
    undated: list[Said[Promise]] = []
    for said, code in lacking:
        sentences = minutes.sentences(said.fact)
        if code is None or sentences & covered:
            continue
        covered |= sentences
        if code == "deadline" and isinstance(said.fact, Promise):
            undated.append(said)
        else:
            yield _unowned(said, code)
    if len(undated) >= rules[RULE].number("together"):
        yield _undated(undated, rules)
    else:
        yield from (_unowned(said, "deadline") for said in undated)


def _undated(promises: Sequence[Said[Promise]], rules: Rules) -> Finding:
    """The promises of one meeting that have no date, as one finding."""
    first = promises[0]
    return finding(
        first,
        RULE,
        subject=next(iter(rules[RULE].words("undated"))),
        people=tuple(dict.fromkeys(owner for said in promises for owner in said.fact.owners)),
        what=shortened(first.fact.text),
        code="deadlines",
        response=str(len(promises)),
        rule=RULE,
        evidence=tuple(said.iri for said in promises),
    )


def _is_unowned(said: Said[Decision], promises: Sequence[Said[Promise]], rules: Rules) -> bool:
    """Whether somebody has to carry the decision out, and no promise in the same sentence says who."""
    sentences = said.minutes.sentences(said.fact)
    owned = any(each.fact.owners and sentences & each.minutes.sentences(each.fact) for each in promises)
    return said.fact.outcome in rules[RULE].words("outcomes") and not owned


def _decided(said: Said[Decision], promises: Sequence[Said[Promise]], rules: Rules) -> str | None:
    """Whether the sentence also tells of an act that is to be done; None when it asks for none.

    Then it is more pressing that nobody has to.
    """
    sentences = said.minutes.sentences(said.fact)
    if any(sentences & each.minutes.sentences(each.fact) for each in promises):
        return "decision_to_act"
    acts = "|".join(map(re.escape, rules[RULE].words("acts")))
    told = f"{said.fact.text} {said.minutes.sentence_text(said.fact)}"
    return "decision" if re.search(rf"(?:{acts})\b", told, re.IGNORECASE) else None


def _unowned(said: Said[Decision] | Said[Promise], code: str) -> Finding:
    due = said.fact.due.text if isinstance(said.fact, Promise) and said.fact.due else None
    owners = said.fact.owners if isinstance(said.fact, Promise) else ()
    return finding(
        said,
        RULE,
        subject=shortened(said.fact.text),
        people=owners,
        what=said.fact.text,
        code=code,
        response=due,
        rule=RULE,
    )


def _lacks(promise: Said[Promise], rules: Rules) -> str | None:
    """What a promise lacks: an owner, or (when one person owns it) a date.

    What a body owns is on its agenda.
    """
    fact, minutes = promise.fact, promise.minutes
    if fact.status not in _OPEN:
        return None
    if not fact.owners:
        return None if _on_an_agenda(promise, rules) else "promise"
    persons_only = all(minutes.person(owner) for owner in fact.owners)
    return "deadline" if persons_only and fact.due is None else None


def _on_an_agenda(promise: Said[Promise], rules: Rules) -> bool:
    """Whether it is an item for a dated meeting of a body: that body then has it in hand."""
    due = promise.fact.due
    if due is None or due.start is None or due.start != due.end:
        return False
    sentence = promise.minutes.sentence_text(promise.fact)
    before = "|".join(map(re.escape, rules[RULE].words("before_a_meeting")))
    names = [promise.minutes.reading.meeting.body or ""]
    names += [name for said in promise.minutes.all(Body) for name in (said.fact.name, *said.fact.forms)]
    # A name in a compound («DVO-leden») is not the meeting itself.
    return any(
        re.search(
            rf"\b(?:{before})\s+(?:(?:de|het|een)\s+)?{re.escape(name)}(?![\w-])", sentence, re.IGNORECASE
        )
        for name in names
        if name
    )


def _told_already(minutes: Minutes, asked: Sequence[Asking], told: Collection[str]) -> set[int]:
    """The sentences that other findings tell of, and those that speak of bodies to come or to go."""
    sentences = {
        number for said in minutes.every if said.iri in told for number in minutes.sentences(said.fact)
    }
    for structure in minutes.all(Structure):
        if structure.fact.relation in {"starts", "ends"}:
            sentences |= minutes.sentences(structure.fact)
    for asking in asked:
        if asking.response and not asking.answered:
            sentences |= minutes.sentences(asking.response.fact)
    return sentences
