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
from typing import Any

from graph import ontology
from graph.dutch.cues import Groups, has, rarest_first
from graph.facts import told_of, wording
from graph.facts.matching import Lookup, hits
from graph.facts.template import FIRST, compile_template, needed
from graph.facts.wording import Hit, Rule

_PERSON = f"{chr(FIRST['person'])}-{chr(FIRST['body'] - 1)}"
_ROLE = f"{chr(FIRST['role'])}-{chr(FIRST['date'] - 1)}"
_WORD = re.compile(r"(?:[a-z]\.){2,}|[^\W_]+(?:[-'][^\W_]+)*")  # «i.p.v.» is one word
_SOMEBODY = re.compile(rf"[{_PERSON}]")
_AND = re.compile(r"\s*(?:,|&|/|\ben\b)\s*(?:de\s+|het\s+|ook\s+)?")

FILES = ("frames_structure", "frames", "frames_decisions", "frames_promises")
_PAIR = 2
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """Pieces of which a clause has them all, and which argument is the one who acts, or undergoes it."""

    rule: Rule
    pieces: tuple[str, ...]
    maybe: tuple[str, ...]  # pieces that may stand anywhere behind the clause's beginning
    each: str | None  # the slot of which every one before the slot `object` counts («A en B gaan op in C»)
    each_behind: str | None  # the slot of which every one behind it does («onder C vallen A en B»)
    which: str | None  # the slot of the body beside the verb, and those named with it
    undergoes: str | None  # the slot of the body to which the verb does something
    needs: tuple[frozenset[str], ...]  # groups of words of which the sentence has one each
    who: str | None  # the slot of the subject
    whom: str | None  # the slot of the object
    pronouns: bool  # whether «hij» may be the subject
    several: bool  # whether «A en B» may be
    whole: bool  # whether it is about the sentence, not a clause
    free: tuple[str, ...]  # slots of somebody whom no preposition governs
    not_in_clause: tuple[str, ...]
    not_in_sentence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The word lists of the frames: where clauses are cut, what governs an argument."""

    cut: re.Pattern[str]
    governed: re.Pattern[str]
    subject: re.Pattern[str]
    object: re.Pattern[str]
    beside: frozenset[str]
    relative: re.Pattern[str]
    aside: re.Pattern[str]
    resumed: re.Pattern[str]
    since: str  # templates for the day from which, and up to which
    until: str


@cache
def _words() -> _Words:
    loaded = ontology.load_yaml("wording/frames.yaml")
    titles = "|".join(map(re.escape, loaded["before_names"]))
    before = "|".join(map(re.escape, loaded["governing"]))
    return _Words(
        cut=re.compile(rf"[;:]\s|,\s+(?=(?:{'|'.join(loaded['cut_at_comma'])})\b)|\s(?=(?:{'|'.join(loaded['cut'])})\b)"),
        governed=re.compile(rf"\b(?:{before})\s+(?:(?:{titles}|[{_ROLE}])\s+)*['\"(]*$"),
        subject=re.compile(rf"\b(?:{'|'.join(loaded['subjects'])})\b"),
        object=re.compile(rf"\b(?:{'|'.join(loaded['objects'])})\b"),
        beside=frozenset(loaded["beside"]),
        relative=re.compile(rf"\s*(?:{'|'.join(loaded['relative'])})\b"),
        aside=re.compile(
            rf"(?P<aside>,\s(?:{'|'.join(loaded['relative'])})\b[^,;:]{{3,100}},)(?=\s(?:{'|'.join(loaded['resuming'])})\b)"
        ),
        resumed=re.compile(rf",\s+(?=(?:{'|'.join(loaded['resuming'])})\b)"),
        since=loaded["since"],
        until=loaded["until"],
    )  # fmt: skip


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame, in the order of the files."""
    guards = ontology.load_yaml("wording/guards.yaml")
    files = [ontology.load_yaml(f"wording/{name}.yaml") for name in FILES]
    return tuple(_frame(entry, file["words"], guards) for file in files for entry in file["frames"])


_GUARDS = ("asking", "hypothesis", "advice")
_OF_A_FRAME = (
    "all", "maybe", "unless", "denies", "each", "each_behind", "which", "undergoes", "who", "whom",
    "pronouns", "several", "whole", "free",
)  # fmt: skip


def _frame(entry: Mapping[str, Any], words: Mapping[str, str], guards: Mapping[str, list[str]]) -> Frame:
    pieces, maybe, unless = (
        tuple(wording.filled(piece, words) for piece in entry.get(part, ()))
        for part in ("all", "maybe", "unless")
    )
    denied = () if entry.get("denies") else (*guards["negation"], *guards["history"])
    plain = {name: value for name, value in entry.items() if name not in (*_OF_A_FRAME, "guards")}
    groups = (group for piece in pieces for group in needed(piece))
    if entry.get("which") or entry.get("undergoes"):
        plain["gives"] = {**plain["gives"], "by_place": True}
    return Frame(
        rule=wording.rule({**plain, "says": pieces}, "frames"),
        pieces=pieces,
        maybe=maybe,
        each=entry.get("each"),
        each_behind=entry.get("each_behind"),
        which=entry.get("which"),
        undergoes=entry.get("undergoes"),
        needs=tuple(frozenset(group) for group in groups if not any(word.endswith("*") for word in group)),
        who=entry.get("who"),
        whom=entry.get("whom"),
        pronouns=entry.get("pronouns", False),
        several=entry.get("several", False),
        whole=entry.get("whole", False),
        free=tuple(entry.get("free", ())),
        not_in_clause=(*unless, *denied),
        not_in_sentence=tuple(guard for name in entry.get("guards", _GUARDS) for guard in guards[name]),
    )


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
    heard = {*_WORD.findall(sentence.folded), *(f"{{{kind}}}" for kind in kinds)}
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
    for match in _words().aside.finditer(folded):
        yield match.span("aside")


def _ordered(others: list[Hit], hit: Hit) -> list[Hit]:
    """A frame goes before the rules that only know a role by its place beside a name, or say less."""
    weak = [other for other in others if other.rule.id in _words().beside or _says_more(hit, other)]
    return [*(other for other in others if other not in weak), hit, *weak]


def _same(hit: Hit, clause: Span, other: Hit) -> bool:
    """Whether another hit has told of this clause already (a frame itself may tell of several persons)."""
    if other.rule.id in _words().beside or other.rule.id == hit.rule.id or other.rule.gives.get("aside"):
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
    places = [0, *(match.end() for match in _words().cut.finditer(folded)), len(folded)]
    found = [(start, end) for start, end in itertools.pairwise(places) if end > start]
    return tuple(part for clause in found for part in _without_main(folded, clause))


def _without_main(folded: str, clause: Span) -> list[Span]:
    """«die Wonen heeft, licht de nota toe» is a relative clause and the rest of the one around it."""
    if not _words().relative.match(folded, *clause):
        return [clause]
    behind = _words().resumed.search(folded, *clause)
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
    if any(_words().governed.search(folded, start, slots[name][0]) for name in frame.free if name in slots):
        return
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    for maybe in frame.maybe:
        more = compile_template(maybe).search(folded, start)
        if more and _SOMEBODY.search(folded, end, max(end, more.start())):
            more = None  # what stands behind somebody else in another clause is said of them
        named = more.groupdict().items() if more else ()
        slots.update({name.split("__")[0]: more.span(name) for name, value in named if more and value})
    slots |= _date(frame, folded, clause, slots)
    for rule, found in _arguments(frame, folded, clause, places[0], slots):
        for one in _each(frame, folded, clause, places[0], slots):
            every = {**slots, **one, **found}
            reach = [*found.values(), *one.values()]
            begins = min([first, *(place for place, _ in reach)])
            ends = max([last, *(place for _, place in one.values())])
            yield Hit(_without_role(rule, clause, folded, every), begins, ends, every)


def _date(frame: Frame, folded: str, clause: Span, slots: Mapping[str, Span]) -> dict[str, Span]:
    """The day that the clause gives for the beginning, or the end, where the frame has one."""
    gives = frame.rule.gives
    said = _words().since if gives.get("from") else _words().until if gives.get("to") else None
    match = compile_template(said).search(folded, *clause) if said and "date" not in slots else None
    return {"date": match.span("date")} if match else {}


def _without_role(rule: Rule, clause: Span, folded: str, slots: Mapping[str, Span]) -> Rule:
    """A succession takes no role from another clause."""
    if rule.kind != "succession" or "role" in slots or clause == (0, len(folded)):
        return rule
    return replace(rule, gives={**rule.gives, "role": "unsaid"})


def _each(
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


def _arguments(
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
    elif not free and frame.pronouns and (pronoun := _words().subject.search(folded, *clause)):
        how = "speaker" if pronoun[0] == "ik" else _HOW[frame.who]
        yield replace(frame.rule, gives={**frame.rule.gives, _MEANT.get(frame.who, frame.who): how}), {}


_GOES_ON = re.compile(rf"(?:en|maar) (?![{_PERSON}])")


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
        if _words().object.search(folded, *clause):
            told, meant = who, whom
        elif _words().subject.search(folded, *clause):
            told, meant = whom, who
        if told and meant:
            gives = {**frame.rule.gives, _MEANT[meant]: "person"}
            yield replace(frame.rule, gives=gives), {told: (free[0], free[0] + 1)}


def _free(folded: str, clause: Span) -> list[int]:
    """Where persons stand in a clause that no preposition governs."""
    start, end = clause
    places = (place for place in range(start, end) if "\ue000" <= folded[place] < "\ue040")
    return [place for place in places if not _words().governed.search(folded, start, place)]


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
    return all(
        _AND.fullmatch(re.sub(rf"[{_ROLE}]|\([^()]*\)", "", text).strip(" ") + " ") for text in between
    )
