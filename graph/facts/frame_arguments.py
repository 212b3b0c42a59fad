"""Who does what a frame tells, to whom, and of which body: found by their place in the clause."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.facts import told_of
from graph.facts.frame import PERSON, ROLE, Frame, Span, words
from graph.facts.template import compile_template
from graph.facts.wording import Rule

_AND = re.compile(r"\s*(?:,|&|/|\ben\b)\s*(?:de\s+|het\s+|ook\s+)?")
_PAIR = 2


def each(
    frame: Frame, folded: str, clause: Span, verb: Span, slots: Mapping[str, Span]
) -> list[dict[str, Span]]:
    """Every body of which it tells, by its place; else what the slots hold already."""
    beside = frame.which or frame.undergoes
    if beside and beside in slots:
        return [{beside: span} for span in told_of.named_with(folded, clause, slots[beside])]
    if beside:
        find = told_of.beside_verb if frame.which else told_of.undergone
        return [{beside: span} for span in find(folded, clause, verb, slots.values())]
    name = frame.each or frame.each_behind
    if name is None:
        return [{}]
    first, last = slots.get("object", (clause[1], clause[1]))
    last = slots["body"][1] if name == "object" else last  # «A wordt gesplitst in B en C»
    listed = (
        folded.find(":", last, clause[1]) + 1
    )  # «onder C komen twee tafels: A en B» counts behind the colon
    start, end = (clause[0], first) if frame.each else (listed or last, clause[1])
    found = compile_template(f"{{{name}:group}}").finditer(folded, start, end)
    return [{name: match.span(name)} for match in found]


def arguments(
    frame: Frame, folded: str, clause: Span, verb: Span, slots: Mapping[str, Span]
) -> Iterator[tuple[Rule, dict[str, Span]]]:
    """The persons by their place; none where several may be meant."""
    taken = {span[0] for span in slots.values()}
    free = [place for place in _free(folded, clause) if place not in taken] or _left_out(
        frame, folded, clause
    )
    if frame.who is None:
        yield frame.rule, {}
    elif frame.whom is not None:
        yield from _both(frame, folded, clause, free)
    elif (several := _subjects(folded, verb, free)) and (len(several) == 1 or frame.several):
        yield from ((frame.rule, {frame.who: (place, place + 1)}) for place in several)
    elif not free and frame.pronouns and (pronoun := words().subject.search(folded, *clause)):
        how = "speaker" if pronoun[0] == "ik" else _HOW[frame.who]
        yield replace(frame.rule, gives={**frame.rule.gives, _MEANT.get(frame.who, frame.who): how}), {}


_GOES_ON = re.compile(rf"(?:en|maar) (?![{PERSON}])")


def _left_out(frame: Frame, folded: str, clause: Span) -> list[int]:
    """The subject of a clause that goes on with «en» and leaves it out: «Vos stopt en geeft het aan Bos»."""
    if frame.whom or not clause[0] or not _GOES_ON.match(folded, clause[0]):
        return []
    before = _free(folded, (0, clause[0]))
    return before if len(before) == 1 else []


_MEANT = {"successor": "successor_before", "predecessor": "predecessor_before"}
_HOW = {"successor": "person", "predecessor": "person", "person": "meant", "holder": "meant"}


def _both(frame: Frame, folded: str, clause: Span, free: list[int]) -> Iterator[tuple[Rule, dict[str, Span]]]:
    """Subject and object: the first is the one who acts; one of them may be a pronoun."""
    who, whom = str(frame.who), str(frame.whom)
    if len(free) == _PAIR:
        yield frame.rule, {who: (free[0], free[0] + 1), whom: (free[1], free[1] + 1)}
    elif len(free) == 1 and frame.pronouns:
        told, meant = None, None
        if words().object.search(folded, *clause):
            told, meant = who, whom
        elif words().subject.search(folded, *clause):
            told, meant = whom, who
        if told and meant:
            gives = {**frame.rule.gives, _MEANT[meant]: "person"}
            yield replace(frame.rule, gives=gives), {told: (free[0], free[0] + 1)}


def _free(folded: str, clause: Span) -> list[int]:
    """Where persons stand in a clause that no preposition governs."""
    start, end = clause
    places = (place for place in range(start, end) if "\ue000" <= folded[place] < "\ue040")
    return [place for place in places if not words().governed.search(folded, start, place)]


def _subjects(folded: str, verb: Span, free: list[int]) -> list[int]:
    """The only person, those who are named together, or the one right beside the verb with those before."""
    if len(free) < _PAIR or _together(folded, free):
        return free
    near = [place for place in free if not folded[min(place + 1, verb[1]) : max(verb[0], place)].strip()]
    if len(near) != 1:
        return []
    together = [place for place in free if place <= near[0]]
    while not _together(folded, together):
        together = together[1:]
    return together


def _together(folded: str, places: list[int]) -> bool:
    between = (folded[one + 1 : other] for one, other in itertools.pairwise(places))
    return all(_AND.fullmatch(re.sub(rf"[{ROLE}]|\([^()]*\)", "", text).strip(" ") + " ") for text in between)
