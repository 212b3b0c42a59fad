"""What follows from all decisions together: a pure function of the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.decisions.model import Decision

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Effect:
    """The decisions that stand, by what they do; a later one takes the place of one about the same.

    `verdicts`: fact → the decision to confirm, reject or correct it. `same`, `different`: pairs of IRIs of
    persons, bodies, themes or mentions. `withdrawn`: ids of documents.
    """

    standing: tuple[Decision, ...] = ()
    verdicts: tuple[tuple[str, Decision], ...] = ()
    added: tuple[Decision, ...] = ()
    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    withdrawn: frozenset[str] = frozenset()

    def with_pair(self, kind: str, pair: Pair) -> Effect:
        """The same, with one more decision that two things are the same or different."""
        same = {each for each in self.same if each != pair} | ({pair} if kind == "same" else set())
        different = {each for each in self.different if each != pair} | (
            {pair} if kind == "different" else set()
        )
        return replace(self, same=tuple(sorted(same)), different=tuple(sorted(different)))


def effect_of(decisions: Sequence[Decision]) -> Effect:
    """The effect of a log, given in the order in which the decisions were taken."""
    standing = _standing(decisions)
    verdicts: dict[str, Decision] = {}
    pairs: dict[Pair, Decision] = {}
    for decision in standing:
        if decision.kind in {"confirm", "reject", "correct"}:
            verdicts[decision.targets[0]] = decision
        elif decision.kind in {"same", "different"}:
            pairs[_pair(decision)] = decision
    known = {decision.id for decision in decisions}
    return Effect(
        standing=standing,
        verdicts=tuple(sorted(verdicts.items())),
        added=tuple(sorted((each for each in standing if each.kind == "add"), key=lambda each: each.id)),
        same=tuple(sorted(pair for pair, each in pairs.items() if each.kind == "same")),
        different=tuple(sorted(pair for pair, each in pairs.items() if each.kind == "different")),
        withdrawn=frozenset(
            target
            for each in standing
            if each.kind == "withdraw"
            for target in each.targets
            if target not in known
        ),
    )


def _standing(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that no later one which itself stands withdraws."""
    undone: set[str] = set()
    standing: list[Decision] = []
    for decision in reversed(decisions):
        if decision.id not in undone:
            standing.append(decision)
            if decision.kind == "withdraw":
                undone.update(decision.targets)
    return tuple(reversed(standing))


def _pair(decision: Decision) -> Pair:
    one, other = sorted(decision.targets)
    return one, other


def quarrels(effect: Effect) -> tuple[Pair, ...]:
    """Pairs that are said to be different while other decisions together make them the same."""
    import networkx as nx  # noqa: PLC0415 - only asked for when something is decided or checked

    groups = enumerate(nx.connected_components(nx.Graph(effect.same)))
    group_of = {iri: number for number, group in groups for iri in group}
    return tuple(
        (one, other)
        for one, other in effect.different
        if one in group_of and group_of[one] == group_of.get(other)
    )
