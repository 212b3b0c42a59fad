"""Every theme that came up in the minutes of a body, and which of them count as portfolio themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.facts.model import Missing, Theme
from graph.facts.model import Portfolio as PortfolioFact
from graph.state.circles import Circle
from graph.state.claims import Answer, Claim, stated_over_time
from graph.state.departures import Departures, departures
from graph.state.groups import News, ThemeNames, news
from graph.state.model import Portfolio
from graph.state.records import Minutes, claim_body
from graph.state.rules import Rules
from graph.store.identifiers import identifier

Key = tuple[str, str | None]
"""A theme, and the body in whose minutes, or for which, it is spoken of."""


@dataclass(slots=True)
class Topic:
    """What the meetings bring for one theme in one body; facts with their dates, in order."""

    came_up: list[tuple[str, str]] = field(default_factory=list)
    spoken: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)  # with the persons
    missed: list[str] = field(default_factory=list)
    presented: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    departures: Departures = field(default_factory=dict)  # of all who have an office

    _stated: list[tuple[str, Answer]] | None = None

    def stated(self, shared_words: Sequence[str]) -> list[tuple[str, Answer]]:
        """Who holds it, as the claims state over time; worked out once, when the topic is complete."""
        if self._stated is None:
            self._stated = stated_over_time(self.claims, shared_words, self.departures)
        return self._stated

    @property
    def groups(self) -> list[str]:
        """The dates on which the minutes speak of a group for the theme, or of a missing one."""
        return [entry.date for entry in self.news if entry.slot != "project_leader"]


def body_part(body: str | None) -> str:
    """The body in the IRI of what belongs to it."""
    return body.rpartition("/")[2] if body else "-"


def portfolio_iri(theme: str, body: str | None) -> str:
    """The IRI of a theme's portfolio in a body."""
    return identifier("portfolio", body_part(body), theme.rpartition("/")[2]).value


def topics(circle: Circle, names: ThemeNames, rules: Rules) -> dict[Key, Topic]:
    """Every theme that came up in a body, or elsewhere as its portfolio, with what was said; in order."""
    found: dict[Key, Topic] = defaultdict(Topic)
    for minutes in circle.every:
        if minutes.body == circle.body:
            _mentions(found, minutes)
            _statements(found, minutes)
        _claims(found, minutes, circle.body)
    for entry in news(circle.meetings, names, rules):
        topic = found[entry.theme, entry.body]
        topic.news.append(entry)
        topic.came_up.append((entry.date, entry.cover.evidence[0]))
    left = departures(circle.meetings, rules)
    for topic in found.values():
        topic.departures = left
    return dict(sorted(found.items(), key=lambda item: (item[0][0], item[0][1] or "")))


def _mentions(found: Mapping[Key, Topic], minutes: Minutes) -> None:
    for mention in minutes.all(Theme):
        if theme := minutes.theme(mention.fact.label):
            found[theme, minutes.body].came_up.append((minutes.date, mention.iri))
    for missing in minutes.all(Missing):
        if theme := minutes.theme(missing.fact.theme):
            found[theme, minutes.body].missed.append(minutes.date)
            found[theme, minutes.body].came_up.append((minutes.date, missing.iri))


def _statements(found: Mapping[Key, Topic], minutes: Minutes) -> None:
    for said in minutes.statements:
        people = tuple(filter(None, map(minutes.person, said.fact.speakers)))
        for theme in filter(None, dict.fromkeys(map(minutes.theme, said.fact.themes))):
            topic = found[theme, minutes.body]
            topic.spoken.append((minutes.date, said.iri, people))
            topic.came_up.append((minutes.date, said.iri))
            if said.fact.move == "presents":
                topic.presented.append(minutes.date)


def _claims(found: Mapping[Key, Topic], minutes: Minutes, body: str | None) -> None:
    for claim in minutes.all(PortfolioFact):
        theme = minutes.theme(claim.fact.theme)
        if theme and claim_body(claim) == body:
            topic = found[theme, body]
            topic.claims.append(claim)
            topic.came_up.append((minutes.date, claim.iri))


def portfolios(found: Mapping[Key, Topic], rules: Rules) -> list[Portfolio]:
    """A portfolio for every theme that came up in a body, with from when it counts as one."""
    return [
        Portfolio(
            portfolio_iri(theme, body),
            theme,
            body,
            min(date for date, _ in topic.came_up),
            _since(topic, rules),
            _discussed_since(topic, rules),
        )
        for (theme, body), topic in found.items()
    ]


def _since(topic: Topic, rules: Rules) -> str | None:
    """By the rule portfolio_theme.

    From when there is a holder or a vacancy, a group, something missing, or enough talk.
    """
    needed = int(rules["portfolio_theme"].number("statements"))
    spoken = [date for date, _, _ in topic.spoken][needed - 1 : needed]
    claims = [claim.date for claim in topic.claims]
    return min([*topic.groups, *claims, *topic.missed, *spoken], default=None)


def _discussed_since(topic: Topic, rules: Rules) -> str | None:
    """By the rule discussed_theme.

    From when it was presented, missed or had a group, and enough people spoke of it.
    """
    rule = rules["discussed_theme"]
    weighty = [*topic.groups, *topic.missed, *topic.presented]
    people: set[str] = set()
    for number, (date, _, speakers) in enumerate(topic.spoken, start=1):
        people.update(speakers)
        if number >= rule.number("statements") and len(people) >= rule.number("speakers"):
            return max(date, min(weighty)) if weighty else None
    return None
