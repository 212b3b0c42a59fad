"""Which groups, missing groups and project leaders the minutes tell of for each theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from graph.facts.model import Body, Missing, Role
from graph.registry import Registry, ThemeScheme
from graph.registry.slugs import folded
from graph.state.claims import join_holdings
from graph.state.model import Holding
from graph.state.records import Minutes, Said
from graph.state.rules import Rules
from graph.state.slots import body_slots, missing_slot
from graph.state.timeline import ends_of

SLOTS = "coverage_slots"
_JOINING = frozenset({"en", "of"})
# Which answer tells most, where the minutes of one date give several.
_STRENGTH = {"missing": 1, "not_named": 2, "vacant": 3, "inferred": 4, "stated": 5}


@dataclass(frozen=True, slots=True)
class Cover:
    """What covers a slot of a theme, by one fact or several together."""

    answer: str
    values: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    rule: str | None = None
    evidence: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class News:
    """What one fact says of a slot of a theme, in the minutes of a body."""

    theme: str
    body: str | None
    slot: str
    date: str
    cover: Cover


class ThemeNames:
    """Finds the theme that the name of a group speaks of."""

    def __init__(self, scheme: ThemeScheme, coined: Mapping[str, str]) -> None:
        """Learn the labels of the vocabulary, and those of themes in the documents: folded label → theme."""
        self._scheme = scheme
        self._coined = coined

    @classmethod
    def of(cls, registry: Registry) -> ThemeNames:
        """Those of a registry."""
        themes = (entity for entity in registry.entities.values() if entity.kind == "theme")
        return cls(registry.scheme, {folded(entity.label): entity.iri for entity in themes})

    def theme_in(self, name: str) -> str | None:
        """The theme with the longest label in the name; none when the label is only half of what is named."""
        words = folded(name).split()
        stretches = sorted(
            combinations(range(len(words) + 1), 2), key=lambda stretch: stretch[0] - stretch[1]
        )
        for start, end in stretches:
            label = " ".join(words[start:end])
            concept = self._scheme.find(label)
            iri = concept.iri if concept else self._coined.get(label)
            if iri:
                around = {*words[max(0, start - 1) : start], *words[end : end + 1]}
                return None if around & _JOINING else iri
        return None


def news(meetings: Iterable[Minutes], names: ThemeNames, rules: Rules) -> list[News]:
    """Everything the meetings tell of steering groups, expert groups and project leaders."""
    slot_of = body_slots()
    found: list[News] = []
    for minutes in meetings:
        found.extend(_groups(minutes, names, slot_of))
        found.extend(_missing(minutes))
        found.extend(_roles(minutes, names, rules))
    return found


def _groups(minutes: Minutes, names: ThemeNames, slot_of: Mapping[str, str]) -> Iterator[News]:
    for said in minutes.all(Body):
        slot = slot_of.get(said.fact.body_kind or "")
        theme = names.theme_in(said.fact.name) if slot else None
        group = minutes.body_named(said.fact.name)
        if slot and theme and group:
            yield News(theme, minutes.body, slot, said.date, _group(said, group))


def _group(said: Said[Body], group: str) -> Cover:
    if said.fact.status == "missing":
        return Cover("missing", (group,), evidence=(said.iri,))
    if said.fact.certainty != "inferred":
        return Cover("stated", (group,), evidence=(said.iri,))
    return Cover(
        "inferred", (group,), rule=said.fact.reason.id if said.fact.reason else None, evidence=(said.iri,)
    )


def _missing(minutes: Minutes) -> Iterator[News]:
    for said in minutes.all(Missing):
        slot, theme = missing_slot(said.fact.what), minutes.theme(said.fact.theme)
        if slot and theme:
            yield News(theme, minutes.body, slot, said.date, Cover("missing", evidence=(said.iri,)))


def role_theme(said: Said[Role], names: ThemeNames) -> str | None:
    """The theme of a role: the one it is said to have, else that of the group it works for."""
    own = said.minutes.theme(said.fact.theme)
    return own or (names.theme_in(said.fact.body) if said.fact.body else None)


def _roles(minutes: Minutes, names: ThemeNames, rules: Rules) -> Iterator[News]:
    leading = tuple(map(folded, rules[SLOTS].words("project_leader_roles")))
    for said in minutes.all(Role):
        theme = role_theme(said, names)
        if theme and said.fact.status != "ended" and any(word in folded(said.fact.role) for word in leading):
            yield News(theme, minutes.body, "project_leader", said.date, _project_leader(said))


def _project_leader(said: Said[Role]) -> Cover:
    person = said.minutes.person(said.fact.person)
    if person:
        holding = Holding(person, attested=(said.date,) if said.minutes.attests else ())
        if said.fact.certainty != "inferred":
            return Cover("stated", holdings=(holding,), evidence=(said.iri,))
        rule = said.fact.reason.id if said.fact.reason else None
        return Cover("inferred", holdings=(holding,), rule=rule, evidence=(said.iri,))
    return Cover("vacant" if said.fact.status == "vacant" else "not_named", evidence=(said.iri,))


def covers_over_time(told: Sequence[News]) -> list[tuple[str, Cover]]:
    """What covers one slot of one theme in one body, from each date on which something was said of it."""
    by_date: dict[str, list[Cover]] = defaultdict(list)
    for entry in told:
        by_date[entry.date].append(entry.cover)
    return [(date, together(by_date[date])) for date in sorted(by_date)]


def together(covers: Sequence[Cover]) -> Cover:
    """What the facts of one date say together: the strongest answer, with all that it is based on."""
    strongest = max(covers, key=lambda cover: _STRENGTH[cover.answer]).answer
    same = [cover for cover in covers if cover.answer == strongest]
    return Cover(
        strongest,
        tuple(sorted({value for cover in same for value in cover.values})),
        tuple(
            sorted(
                {holding for cover in same for holding in cover.holdings}, key=lambda holding: holding.person
            )
        ),
        min((cover.rule for cover in same if cover.rule), default=None),
        ends_of(sorted(fact for cover in same for fact in cover.evidence)),
    )


def join_covers(first: Cover, later: Cover) -> Cover:
    """Two equal covers of successive dates as one, with the evidence of both."""
    return replace(
        first,
        holdings=join_holdings(first.holdings, later.holdings),
        evidence=ends_of((*first.evidence, *later.evidence)),
    )
