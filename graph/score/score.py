"""Scoring a reading against its gold: what was found, missed or wrongly found, what must not be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.score.gold import Gold, Places, plain
from graph.score.matching import (
    ACCURACY,
    HALF_THE_QUOTE,
    Fact,
    listed,
    overlap,
    pairs,
    right_field,
    same_person,
    same_value,
)


@dataclass(slots=True)
class Tally:
    """The count of one kind in one document. `complete`: extra facts are errors; else only recall counts."""

    complete: bool
    hits: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    right: dict[str, tuple[int, int]] = field(default_factory=dict)
    stated_for_inferred: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None when the gold annotates the kind only in part."""
        found = self.hits + len(self.false)
        return None if not self.complete else self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(reading: dict[str, Any], text: str, gold: Gold) -> dict[str, Tally]:
    """Per annotated kind what was found and missed, of the facts that `read --json` prints."""
    places = Places(text)
    return {
        kind: _kind(kind, [fact for fact in reading["facts"] if fact["kind"] == kind], gold, places)
        for kind in (*sorted(gold.complete), *sorted(gold.partial))
    }


def pair_up(kind: str, read: list[Fact], wanted: list[Fact], places: Places) -> dict[int, int]:
    """Each gold fact with at most one read fact, the best pairs first: gold index to read index."""
    scored = sorted(
        ((pairs(kind, fact, gold, places.of(gold)), not gold.get("optional", False), -g, -r, g, r)
         for g, gold in enumerate(wanted) for r, fact in enumerate(read)), reverse=True,
    )  # fmt: skip
    taken: dict[int, int] = {}
    used: set[int] = set()
    for value, _, _, _, g, r in scored:
        if value > 0 and g not in taken and r not in used:
            taken[g] = r
            used.add(r)
    return taken


def _kind(kind: str, read: list[Fact], gold: Gold, places: Places) -> Tally:
    wanted = gold.facts.get(kind, [])
    taken = pair_up(kind, read, wanted, places)
    tally = Tally(complete=kind in gold.complete)
    for number, fact in enumerate(wanted):
        if fact.get("optional"):
            continue
        tally.wanted += 1
        if number in taken:
            tally.hits += 1
        else:
            tally.missed.append(f"{fact['id']}: {fact['quote']}")
    used = set(taken.values())
    tally.false = [
        _line(fact)
        for number, fact in enumerate(read)
        if number not in used and not _spare(kind, fact, wanted, places)
    ]
    for number, other in taken.items():
        _fields(kind, read[other], wanted[number], tally)
    return tally


def _spare(kind: str, fact: Fact, wanted: list[Fact], places: Places) -> bool:
    """Whether an extra fact is no error: a promise of several owners, or a role that repeats an office."""
    if kind == "promise":
        return any(
            isinstance(gold.get("owner"), list) and pairs(kind, fact, gold, places.of(gold))
            for gold in wanted
        )
    return kind == "role" and any(
        word in plain(fact["role"]) for word in ("voorzitter", "secretaris", "notulist", "portefeuillehouder")
    )


def _fields(kind: str, fact: Fact, gold: Fact, tally: Tally) -> None:
    if fact["certainty"] == "stated" and gold.get("certainty") == "inferred":
        tally.stated_for_inferred.append(_line(fact))
    for name in ACCURACY.get(kind, ()):
        right, total = tally.right.get(name, (0, 0))
        tally.right[name] = (right + right_field(fact, gold, name), total + 1)


def _line(fact: Fact) -> str:
    return f"{fact['kind']}: {' '.join(fact['evidence'][0]['quote'].split())[:120]}"


def violations(reading: dict[str, Any], text: str, source: str, gold: Gold) -> list[str]:
    """What was said that must not be. Forbidden text is looked up in `source`, the raw text of the file."""
    places = Places(text)
    return [
        f"{rule['id']}: {rule['claim']}"
        for rule in gold.must_not
        if any(_violates(rule, reading, places, source))
    ]


def _violates(rule: Fact, reading: dict[str, Any], places: Places, source: str) -> Iterator[bool]:
    forbidden = rule.get("forbidden_text")
    if forbidden and forbidden["after"] in source:
        after = source.split(forbidden["after"], 1)[-1]
        secret = after.split(forbidden["before"], 1)[0].strip()
        yield plain(secret) in plain(str(reading))
    where = [place for place in [places.find(rule["quote"])] if place]
    for fact in reading["facts"]:
        if fact["kind"] != rule["kind"] or rule["match"] == "none":
            continue
        named = rule["match"] == "quote" or all(
            _says(fact, name, value) for name, value in (rule["fields"] or {}).items()
        )
        there = rule["match"] == "fields" or overlap(fact, where) >= HALF_THE_QUOTE
        yield named and there


def _says(fact: Fact, name: str, value: object) -> bool:
    if name in ("person", "holder", "owner", "speaker", "predecessor", "successor"):
        return any(one is not None and same_person(one, value) for one in listed(fact.get(name)))
    return same_value(fact, {name: value}, name)
