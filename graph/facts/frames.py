"""Frames: what a clause says when its words stand in no fixed order, beside the templates.

A frame (`ontology/wording/frames.yaml`) names pieces that must all stand in one clause, wherever they do;
who does it and to whom it happens is found by place. A frame speaks only in a clause in which no template
of its kind does, and where several persons may be meant it is silent.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from graph.dutch.cues import Groups, has, rarest_first
from graph.facts.frame import PERSON, WORD, Frame, Span, frames, words
from graph.facts.frame_arguments import arguments, each
from graph.facts.matching import Lookup, hits
from graph.facts.slots import fillers
from graph.facts.template import compile_template
from graph.facts.wording import Hit, Rule

_SOMEBODY = re.compile(rf"[{PERSON}]")


@dataclass(slots=True)
class _Heard:
    """What a word tells: the bits of the groups that it is in, and the frames that are filed under it."""

    meets: int = 0
    sets_off: list[tuple[int, int]] = field(default_factory=list)  # the bits that a frame needs, its number


@cache
def _filed() -> Mapping[str, _Heard]:
    """What each word tells; a frame is filed under the words of its rarest group, under "" without any."""
    filed = {"": _Heard()}
    bits: dict[frozenset[str], int] = {}
    for number, frame in enumerate(frames()):
        for group in frame.needs:
            bits.setdefault(group, 1 << len(bits))
        needs = sum(bits[group] for group in set(frame.needs))
        rarest = min(
            frame.needs, key=lambda group: (any(w.startswith("{") for w in group), len(group)), default=("",)
        )
        for word in rarest:
            filed.setdefault(word, _Heard()).sets_off.append((needs, number))
    for group, bit in bits.items():
        for word in group:
            filed.setdefault(word, _Heard()).meets |= bit
    return filed


def _set_off(heard: set[str]) -> list[Frame]:
    """The frames, in their order, of which the sentence has a word of every group."""
    filed, every = _filed(), frames()
    meets, may = 0, filed[""].sets_off.copy()
    for word in heard & filed.keys():
        meets |= filed[word].meets
        may += filed[word].sets_off
    return [every[number] for number in sorted({each for needs, each in may if needs & meets == needs})]


@cache
def _cues_of(pieces: tuple[str, ...]) -> Groups:
    """What a clause must have for all pieces of a frame."""
    return rarest_first([group for piece in pieces for group in compile_template(piece).needs])


@lru_cache(maxsize=64)
def _is_silenced(folded: str, guards: tuple[str, ...]) -> bool:
    """Whether a sentence asks, supposes or advises; asked anew for each frame, and answered once."""
    return any(compile_template(template).search(folded) for template in guards)


def beside(
    sentence: Lookup, found: dict[str, list[Hit]], kinds: frozenset[str], *, about: str | None = None
) -> dict[str, list[Hit]]:
    """What the templates found in a sentence with mentions of `kinds`, and what the frames add to that.

    Only those of the kind of facts `about`, where one is given.
    """
    if sentence.folded.rstrip(" \"'").endswith("?"):
        return found
    said = WORD.findall(sentence.folded)
    heard = {*said, *fillers(said, kinds)}
    may = [frame for frame in _set_off(heard) if about in (None, frame.rule.kind)]
    added = dict(found)
    for frame in may:
        if _is_silenced(sentence.folded, frame.not_in_sentence):
            continue
        for clause in [(0, len(sentence.folded))] if frame.whole else _clauses(sentence.folded):
            if not has(_cues_of(frame.pieces), sentence.folded[slice(*clause)]):
                continue
            for hit in _hits(frame, sentence.folded, clause):
                others = added.get(hit.rule.kind, [])
                if not sentence.is_cited(hit.start) and not any(
                    _same(hit, clause, other) for other in others
                ):
                    added[hit.rule.kind] = _ordered(others, hit)
    return added


_ASIDE = frozenset({"role", "succession", "structure"})  # kinds that are looked up past a relative clause


def past_relative(
    sentence: Lookup, kinds: frozenset[str], found: dict[str, list[Hit]]
) -> dict[str, list[Hit]]:
    """What the rules find when a relative clause is passed over: «X, die …, wordt opgeheven»."""
    folded = sentence.folded
    aside = next((span for span in _asides(folded)), None)
    if aside is None:
        return found
    start, end = aside
    key = Lookup.of(f"{folded[:start]}{' ' * (end - start)}{folded[end:]}", kinds)
    added = dict(found)
    known = frozenset(hit.rule.id for others in found.values() for hit in others)
    for kind, others in beside(key, hits(key), kinds).items():
        more = [hit for hit in others if hit.start < start < end < hit.end and hit.rule.id not in known]
        if kind in _ASIDE and more:
            added[kind] = [*added.get(kind, []), *more]
    return added


def _asides(folded: str) -> Iterator[Span]:
    """Relative clauses between commas, behind which the clause around them goes on with its verb."""
    for match in words().aside.finditer(folded):
        yield match.span("aside")


def _ordered(others: list[Hit], hit: Hit) -> list[Hit]:
    """A frame goes before the rules that only know a role by its place beside a name, or say less."""
    weak = [other for other in others if other.rule.id in words().beside or _says_more(hit, other)]
    return [*(other for other in others if other not in weak), hit, *weak]


def _same(hit: Hit, clause: Span, other: Hit) -> bool:
    """Whether another hit has told of this clause already (a frame itself may tell of several persons)."""
    if other.rule.id in words().beside or other.rule.id == hit.rule.id or other.rule.gives.get("aside"):
        return False
    another = "role" in hit.slots and hit.slots["role"] != other.slots.get("role")
    another |= hit.rule.gives.get("relation") != other.rule.gives.get("relation")
    another |= "body" in hit.slots and hit.slots["body"] != other.slots.get("body")
    another |= "successor" in hit.slots and hit.slots["successor"] != other.slots.get("successor")
    if _says_more(hit, other):
        return False
    if hit.rule.gives.get("second") and another:
        return False
    if _of_another(hit, other) and "role" in hit.slots and another:
        return False
    return other.start < clause[1] and other.end > clause[0]


def _says_more(hit: Hit, other: Hit) -> bool:
    """Whether a succession names whom the other only looks for in the sentence before."""
    return "predecessor" in hit.slots and "predecessor_before" in other.rule.gives


def _of_another(hit: Hit, other: Hit) -> bool:
    """Whether a role is told of somebody who stands apart from what another rule has told."""
    person = hit.slots.get("person")
    apart = person is not None and "person" in other.slots and other.slots["person"] != person
    return apart and person is not None and not other.start <= person[0] < other.end


@lru_cache(maxsize=64)
def _clauses(folded: str) -> tuple[Span, ...]:
    """The clauses of a sentence: cut at semicolons, before conjunctions and behind relative clauses."""
    places = [0, *(match.end() for match in words().cut.finditer(folded)), len(folded)]
    found = [(start, end) for start, end in itertools.pairwise(places) if end > start]
    return tuple(part for clause in found for part in _without_main(folded, clause))


def _without_main(folded: str, clause: Span) -> list[Span]:
    """«die Wonen heeft, licht de nota toe» is a relative clause and the rest of the one around it."""
    if not words().relative.match(folded, *clause):
        return [clause]
    behind = words().resumed.search(folded, *clause)
    return [(clause[0], behind.start()), (behind.end(), clause[1])] if behind else [clause]


def _hits(frame: Frame, folded: str, clause: Span) -> Iterator[Hit]:
    start, end = clause
    slots: dict[str, Span] = {}
    places: list[Span] = []
    for piece in frame.pieces:
        match = compile_template(piece).search(folded, start, end)
        if match is None:
            return
        places.append(match.span())
        slots.update(
            {name.split("__")[0]: match.span(name) for name, value in match.groupdict().items() if value}
        )
    if any(compile_template(template).search(folded, start, end) for template in frame.not_in_clause):
        return
    if any(words().governed.search(folded, start, slots[name][0]) for name in frame.free if name in slots):
        return
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    for maybe in frame.maybe:
        more = compile_template(maybe).search(folded, start)
        if more and _SOMEBODY.search(folded, end, max(end, more.start())):
            more = None  # what stands behind somebody else in another clause is said of them
        named = more.groupdict().items() if more else ()
        slots.update({name.split("__")[0]: more.span(name) for name, value in named if more and value})
    slots |= _date(frame, folded, clause, slots)
    for rule, found in arguments(frame, folded, clause, places[0], slots):
        for one in each(frame, folded, clause, places[0], slots):
            every = {**slots, **one, **found}
            reach = [*found.values(), *one.values()]
            begins = min([first, *(place for place, _ in reach)])
            ends = max([last, *(place for _, place in one.values())])
            yield Hit(_without_role(rule, clause, folded, every), begins, ends, every)


def _date(frame: Frame, folded: str, clause: Span, slots: Mapping[str, Span]) -> dict[str, Span]:
    """The day that the clause gives for the beginning, or the end, where the frame has one."""
    gives = frame.rule.gives
    said = words().since if gives.get("from") else words().until if gives.get("to") else None
    match = compile_template(said).search(folded, *clause) if said and "date" not in slots else None
    return {"date": match.span("date")} if match else {}


def _without_role(rule: Rule, clause: Span, folded: str, slots: Mapping[str, Span]) -> Rule:
    """A succession takes no role from another clause."""
    if rule.kind != "succession" or "role" in slots or clause == (0, len(folded)):
        return rule
    return replace(rule, gives={**rule.gives, "role": "unsaid"})
