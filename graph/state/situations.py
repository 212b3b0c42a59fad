"""The answer in every slot of every portfolio, over time.

What the minutes say, else what a rule concludes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from graph.facts.model import Role
from graph.registry.slugs import folded
from graph.state.circles import Circle
from graph.state.claims import NOTHING_STATED, Answer, join_answers
from graph.state.groups import ThemeNames, covers_over_time, join_covers, role_theme
from graph.state.leads import CHAIRS, Lead, leads_over_time
from graph.state.model import Situation
from graph.state.records import Minutes, Said
from graph.state.rules import Rules
from graph.state.timeline import ends_of, spans
from graph.state.topics import Key, Topic, portfolio_iri
from graph.state.unnamed import Unnamed

T = TypeVar("T")
LeadChanges = Sequence[tuple[str, Lead | None]]


def leads(
    circle: Circle, unnamed: Sequence[Unnamed], names: ThemeNames, rules: Rules
) -> dict[Key, LeadChanges]:
    """Who probably leads each theme in a body, over time."""
    without_theme = {
        entry.person: [(each.valid_from, each.valid_until, each.evidence[0]) for each in entry.situations]
        for entry in unnamed
    }
    chairs = [chair for minutes in circle.meetings for chair in _chairs(minutes, names, rules)]
    changes = leads_over_time(circle.meetings, without_theme, chairs, rules)
    return {(theme, circle.body): changed for theme, changed in changes.items()}


def _chairs(minutes: Minutes, names: ThemeNames, rules: Rules) -> Iterator[tuple[str, Said[Role]]]:
    words = tuple(map(folded, rules[CHAIRS].words("roles")))
    for said in minutes.all(Role):
        theme = role_theme(said, names) if said.fact.body else None
        role = folded(said.fact.role)
        if (
            theme
            and said.fact.status == "held"
            and any(role == word or role.startswith(f"{word} ") for word in words)
        ):
            yield theme, said


def situations(
    found: Mapping[Key, Topic], lead_of: Mapping[Key, LeadChanges], rules: Rules
) -> list[Situation]:
    """All situations of all portfolios, in order of portfolio, slot and date."""
    shared_words = rules["contradicted_portfolio"].words("shared_words")
    result: list[Situation] = []
    for key, topic in found.items():
        iri = portfolio_iri(*key)
        result.extend(_of_holders(iri, topic, lead_of.get(key, ()), shared_words))
        result.extend(_of_groups(iri, topic))
    return result


def _of_holders(
    iri: str, topic: Topic, lead: LeadChanges, shared_words: Sequence[str]
) -> Iterator[Situation]:
    stated = topic.stated(shared_words)
    came_up = min(date for date, _ in topic.came_up)
    dates = sorted({came_up, *(when for when, _ in stated), *(when for when, _ in lead)})
    answers = [
        (when, _answer(_at(stated, when, NOTHING_STATED), _at(lead, when, None), topic)) for when in dates
    ]
    for span in spans(answers, join_answers):
        answer = span.value
        yield Situation(
            iri,
            "portfolio_holder",
            answer.answer or "not_named",
            span.start,
            span.until,
            answer.holdings,
            rule=answer.rule,
            requested_by=answer.requested_by,
            requested_profile=answer.requested_profile,
            evidence=answer.evidence,
        )


def _answer(stated: Answer, lead: Lead | None, topic: Topic) -> Answer:
    """What the minutes say goes before what a rule concludes; where neither tells, nobody is named."""
    if stated.answer:
        return stated
    if lead and lead.holding().person not in stated.left:
        return Answer("inferred", (lead.holding(),), lead.rule, evidence=lead.evidence)
    # All of it, also what comes later: whoever asks for a date is shown what was known by then.
    spoken = ends_of([fact for _, fact, _ in topic.spoken] or [fact for _, fact in topic.came_up])
    return Answer("not_named", rule=stated.rule, evidence=stated.evidence or spoken)


def _at(changes: Sequence[tuple[str, T]], when: str, before: T) -> T:
    """The value at a date: that of the last change on or before it."""
    value = before
    for date, changed in changes:
        if date > when:
            break
        value = changed
    return value


def _of_groups(iri: str, topic: Topic) -> Iterator[Situation]:
    told = defaultdict(list)
    for entry in topic.news:
        told[entry.slot].append(entry)
    for slot in sorted(told):
        for span in spans(covers_over_time(told[slot]), join_covers):
            cover = span.value
            yield Situation(
                iri,
                slot,
                cover.answer,
                span.start,
                span.until,
                cover.holdings,
                cover.values,
                cover.rule,
                evidence=cover.evidence,
            )
