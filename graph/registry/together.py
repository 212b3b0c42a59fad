"""What belongs together by way of pairs. networkx can tell too, but would have every command wait for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)


def groups(things: Iterable[_Thing], pairs: Iterable[tuple[_Thing, _Thing]]) -> list[list[_Thing]]:
    """The things, and those in pairs, by group: two that a row of pairs joins are in one.

    In order of the first of each; within a group in no order that means anything.
    """
    near: dict[_Thing, list[_Thing]] = defaultdict(list, {thing: [] for thing in things})
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    found: list[list[_Thing]] = []
    seen: set[_Thing] = set()
    for thing in near:
        if thing not in seen:
            seen.add(thing)
            group = [thing]
            for each in group:
                new = [other for other in dict.fromkeys(near[each]) if other not in seen]
                seen.update(new)
                group += new
            found.append(group)
    return found
