"""Who probably leads a theme for which the minutes name no holder.

Worked out by rules, and never said to be stated.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter, itemgetter

from graph.facts.model import Role, Statement
from graph.state.model import Holding
from graph.state.records import Minutes, Said
from graph.state.rules import Rule, Rules
from graph.state.timeline import ends_of

LEAD, UNNAMED, CHAIRS = "likely_lead", "likely_theme_of_unnamed_portfolio", "likely_lead_chairs_group"


@dataclass(frozen=True, slots=True)
class Lead:
    """A conclusion that somebody probably leads a theme."""

    person: str
    rule: str
    dates: tuple[str, ...] = field(compare=False)
    evidence: tuple[str, ...] = field(compare=False)

    def holding(self) -> Holding:
        """The holding that this conclusion amounts to."""
        return Holding(self.person, None, attested=self.dates)


Spoken = Mapping[str, Mapping[str, Sequence[Said[Statement]]]]
"""Theme → person → statements in which the person speaks for the theme."""


@dataclass(slots=True)
class Speaking:
    """What was said for which theme by whom in the minutes of one body, up to some date."""

    rules: Rules
    by_theme: dict[str, dict[str, list[Said[Statement]]]] = field(default_factory=dict)

    def hear(self, minutes: Minutes) -> set[str]:
        """Take in the statements of a meeting; the themes that were spoken for."""
        counted = frozenset(self.rules[LEAD].words("acts"))
        heard = set()
        for said in minutes.statements:
            if said.fact.act in counted:
                for theme in dict.fromkeys(map(minutes.theme, said.fact.themes)):
                    for person in dict.fromkeys(map(minutes.person, said.fact.speakers)):
                        if theme and person:
                            self.by_theme.setdefault(theme, {}).setdefault(person, []).append(said)
                            heard.add(theme)
        return heard

    def leader(self, theme: str) -> Lead | None:
        """By the rule likely_lead.

        Who speaks for the theme again and again, and clearly more than anyone else.
        """
        rule = self.rules[LEAD]
        first, second = _two_loudest(self.by_theme.get(theme, {}))
        if first is None or not _enough(first[1], rule):
            return None
        presented = sum(said.fact.move == "presents" for said in first[1])
        if presented < rule.number("presentations") or len(first[1]) < rule.number("times_the_next") * second:
            return None
        return _lead(first[0], LEAD, first[1])

    def theme_of(self, person: str) -> tuple[str, list[Said[Statement]]] | None:
        """By the rule likely_theme_of_unnamed_portfolio: the one theme for which this person speaks most."""
        rule = self.rules[UNNAMED]
        found = []
        for theme, speakers in sorted(self.by_theme.items()):
            first, second = _two_loudest(speakers)
            if first and first[0] == person and len(first[1]) > second and _enough(first[1], rule):
                found.append((theme, first[1]))
        return found[0] if len(found) == 1 else None


def _enough(statements: Sequence[Said[Statement]], rule: Rule) -> bool:
    items = {said.item for said in statements}
    return len(statements) >= rule.number("statements") and len(items) >= rule.number("agenda_items")


def _two_loudest(
    speakers: Mapping[str, list[Said[Statement]]],
) -> tuple[tuple[str, list[Said[Statement]]] | None, int]:
    """Who speaks most, with what, and how often the next one does."""
    ranked = sorted(speakers.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return (ranked[0] if ranked else None), (len(ranked[1][1]) if len(ranked) > 1 else 0)


def _lead(person: str, rule: str, said: Iterable[Said[Statement]], more: Iterable[str] = ()) -> Lead:
    known = list(said)
    return Lead(
        person,
        rule,
        tuple(sorted({statement.date for statement in known})),
        ends_of([*more, *(statement.iri for statement in known)]),
    )


def leads_over_time(
    meetings: Sequence[Minutes],
    unnamed: Mapping[str, Sequence[tuple[str, str | None, str]]],
    chairs: Iterable[tuple[str, Said[Role]]],
    rules: Rules,
) -> dict[str, list[tuple[str, Lead | None]]]:
    """Per theme of one body: who probably leads it, from each date on which that may change.

    `unnamed`: person → (from, until, fact) of a portfolio that is not named. `chairs`: (theme, role) of who
    chairs its group.
    """
    speaking = Speaking(rules)
    chairing = _Chairing.of(chairs)
    last: dict[str, Lead | None] = {}
    changes: dict[str, list[tuple[str, Lead | None]]] = defaultdict(list)
    spoken: dict[str, Lead | None] = {}
    for date, together in groupby(sorted(meetings, key=attrgetter("date")), key=attrgetter("date")):
        for minutes in together:
            spoken |= {theme: speaking.leader(theme) for theme in sorted(speaking.hear(minutes))}
        found: dict[str, list[Lead]] = defaultdict(list)
        for theme, lead in [*_unnamed(speaking, unnamed, date), *chairing.until(date), *spoken.items()]:
            if lead:
                found[theme].append(lead)
        for theme in sorted(set(found) | set(last)):
            lead = _one_person(found.get(theme, []), rules)
            if lead != last.get(theme) or lead:
                changes[theme].append((date, lead))
            last[theme] = lead
    return changes


def _one_person(leads: Sequence[Lead], rules: Rules) -> Lead | None:
    """The conclusion to show: none when the rules point at different people."""
    if len({lead.person for lead in leads}) != 1:
        return None
    return min(leads, key=lambda lead: rules[lead.rule].rank)


def _unnamed(
    speaking: Speaking, unnamed: Mapping[str, Sequence[tuple[str, str | None, str]]], date: str
) -> list[tuple[str, Lead]]:
    found = []
    for person, spans in sorted(unnamed.items()):
        claims = [fact for start, until, fact in spans if start <= date and (until is None or date < until)]
        theme = speaking.theme_of(person) if claims else None
        if theme:
            found.append((theme[0], _lead(person, UNNAMED, theme[1], claims)))
    return found


@dataclass(slots=True)
class _Chairing:
    """Who chairs each theme's groups, by the latest minutes that say so, taken in date by date."""

    waiting: deque[tuple[str, Said[Role]]]
    latest: dict[tuple[str, str], list[Said[Role]]] = field(default_factory=dict)

    @classmethod
    def of(cls, chairs: Iterable[tuple[str, Said[Role]]]) -> _Chairing:
        """Of all that is said, in order of date."""
        return cls(deque(sorted(chairs, key=lambda chair: (chair[1].date, chair[1].iri))))

    def until(self, date: str) -> list[tuple[str, Lead]]:
        """The conclusions at a date, given in order of date."""
        while self.waiting and self.waiting[0][1].date <= date:
            self._hear(*self.waiting.popleft())
        return [
            (theme, Lead(role.minutes.person(role.fact.person) or "", CHAIRS, (role.date,), (role.iri,)))
            for (theme, _), roles in sorted(self.latest.items(), key=itemgetter(0))
            for role in roles
        ]

    def _hear(self, theme: str, role: Said[Role]) -> None:
        body = role.minutes.body_named(role.fact.body)
        if body and role.minutes.person(role.fact.person):
            before = self.latest.get((theme, body), [])
            self.latest[theme, body] = [*(known for known in before if known.date == role.date), role]
