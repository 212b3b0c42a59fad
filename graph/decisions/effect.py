"""What follows from all decisions together: a pure function of the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.decisions.model import Decision

Pair = tuple[str, str]
_VERDICTS = frozenset({"confirm", "reject", "correct"})
_IDENTITIES = frozenset({"same", "different"})


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

    def against(self, kind: str, pair: Pair) -> tuple[Decision, ...]:
        """The standing decisions that a new one, that two things are the same or different, would contradict.

        Of several that together say the opposite, all that have to do with it.
        """
        if kind == "same":
            joined = replace(self, same=(*self.same, pair))
            wrong = set(quarrels(joined)) - set(quarrels(self))
            return tuple(each for each in self._identifying("different") if pair_of(each) in wrong)
        group_of = _groups(self.same)
        if pair[0] not in group_of or group_of[pair[0]] != group_of.get(pair[1]):
            return ()
        same = self._identifying("same")
        return tuple(each for each in same if group_of[each.targets[0]] == group_of[pair[0]])

    def _identifying(self, kind: str) -> list[Decision]:
        return [decision for decision in self.standing if decision.kind == kind]

    @property
    def replaced(self) -> frozenset[str]:
        """The ids of decisions that stand, but of which a later one about the same took the place."""
        last: dict[object, str] = {}
        for decision in self.standing:
            if decision.kind in _VERDICTS:
                last[decision.targets[0]] = decision.id
            elif decision.kind in _IDENTITIES:
                last[pair_of(decision)] = decision.id
        kept = set(last.values())
        return frozenset(
            decision.id
            for decision in self.standing
            if decision.kind in _VERDICTS | _IDENTITIES and decision.id not in kept
        )


def effect_of(decisions: Sequence[Decision]) -> Effect:
    """The effect of a log, given in the order in which the decisions were taken."""
    standing = _standing(decisions)
    verdicts: dict[str, Decision] = {}
    pairs: dict[Pair, Decision] = {}
    for decision in standing:
        if decision.kind in _VERDICTS:
            verdicts[decision.targets[0]] = decision
        elif decision.kind in _IDENTITIES:
            pairs[pair_of(decision)] = decision
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


def pair_of(decision: Decision) -> Pair:
    """The two things that it says are the same or different, in a fixed order."""
    one, other = sorted(decision.targets)
    return one, other


def quarrels(effect: Effect) -> tuple[Pair, ...]:
    """Pairs that are said to be different while other decisions together make them the same."""
    group_of = _groups(effect.same)
    return tuple(
        (one, other)
        for one, other in effect.different
        if one in group_of and group_of[one] == group_of.get(other)
    )


def _groups(pairs: Iterable[Pair]) -> dict[str, int]:
    """The number of the group that each thing falls into, when all pairs are the same."""
    import networkx as nx  # noqa: PLC0415 - only asked for when something is decided

    groups = enumerate(nx.connected_components(nx.Graph(pairs)))
    return {iri: number for number, group in groups for iri in group}
