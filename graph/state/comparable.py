"""Themes without a steering group while a comparable theme in the same body has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.registry import Registry
from graph.state.model import Finding, Portfolio, Situation
from graph.state.records import Minutes
from graph.state.rules import Rules
from graph.state.timeline import spans
from graph.state.topics import body_part
from graph.store.identifiers import identifier

RULE = "comparable_without_structure"
_THERE = frozenset({"stated", "inferred"})


def structure_elsewhere(
    meetings: Sequence[Minutes],
    portfolios: Sequence[Portfolio],
    situations: Sequence[Situation],
    rules: Rules,
) -> list[Finding]:
    """By the rule comparable_without_structure.

    From when to when a comparable theme has what this one lacks.
    """
    if not meetings:
        return []
    registry = meetings[0].registry
    slots = rules[RULE].words("structures")
    of = _by_portfolio(situations)
    together = _named_together(meetings)
    found: list[Finding] = []
    for portfolio in portfolios:
        if portfolio.theme and portfolio.since:
            others = [
                other
                for other in portfolios
                if other.body == portfolio.body
                and other.theme
                and _comparable(portfolio.theme, other.theme, together, registry)
            ]
            found.extend(_findings(portfolio, others, of, slots, registry))
    return found


def _by_portfolio(situations: Sequence[Situation]) -> Mapping[str, list[Situation]]:
    found: dict[str, list[Situation]] = defaultdict(list)
    for situation in situations:
        found[situation.portfolio].append(situation)
    return found


def _named_together(meetings: Sequence[Minutes]) -> frozenset[tuple[str, str]]:
    """Pairs of themes that one sentence names together."""
    pairs: set[tuple[str, str]] = set()
    for minutes in meetings:
        for said in minutes.statements:
            if len(minutes.sentences(said.fact)) == 1:
                themes = [theme for label in said.fact.themes if (theme := minutes.theme(label))]
                pairs.update((one, other) for one in themes for other in themes if one != other)
    return frozenset(pairs)


def _comparable(theme: str, other: str, together: frozenset[tuple[str, str]], registry: Registry) -> bool:
    return (theme, other) in together or other in registry.scheme.siblings(theme)


def _findings(
    portfolio: Portfolio,
    others: Sequence[Portfolio],
    of: Mapping[str, list[Situation]],
    slots: Sequence[str],
    registry: Registry,
) -> Iterator[Finding]:
    relevant = [portfolio, *others]
    dates = {portfolio.since or portfolio.came_up}
    dates |= {
        each.valid_from for entry in relevant for each in of[entry.iri] if each.valid_from >= min(dates)
    }
    changes = [(date, _example(portfolio, others, of, slots, date)) for date in sorted(dates)]
    for span in spans(changes):
        if span.value:
            example, groups, evidence = span.value
            yield Finding(
                iri=identifier(
                    "finding", RULE, body_part(portfolio.body), portfolio.iri.rpartition("/")[2], span.start
                ).value,
                kind="structure_elsewhere",
                subject=registry.label(portfolio.theme or ""),
                valid_from=span.start,
                valid_until=span.until,
                theme=portfolio.theme,
                body=portfolio.body,
                what=registry.label(example),
                response=", ".join(registry.label(group) for group in groups) or None,
                rule=RULE,
                evidence=evidence,
            )


def _example(
    portfolio: Portfolio,
    others: Sequence[Portfolio],
    of: Mapping[str, list[Situation]],
    slots: Sequence[str],
    date: str,
) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """A comparable theme with a steering group at that date, its groups and the evidence.

    None when there is no gap.
    """
    # What is said to be missing is told by another rule; what has a group of any kind is no gap.
    if any(each.slot in slots for each in _at(of[portfolio.iri], date)):
        return None
    for other in sorted(others, key=lambda entry: entry.iri):
        for each in _at(of[other.iri], date):
            if each.slot == slots[0] and each.answer in _THERE and other.theme:
                return other.theme, each.values, each.evidence
    return None


def _at(situations: Sequence[Situation], date: str) -> list[Situation]:
    return [
        each
        for each in situations
        if each.valid_from <= date and (each.valid_until is None or date < each.valid_until)
    ]
