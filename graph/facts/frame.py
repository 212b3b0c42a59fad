"""What a frame is: pieces that must all stand in one clause, as ontology/wording/frames*.yaml has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph import ontology
from graph.facts import wording
from graph.facts.slots import FIRST
from graph.facts.template import needed
from graph.facts.wording import Rule

PERSON = f"{chr(FIRST['person'])}-{chr(FIRST['body'] - 1)}"  # the signs for persons in a folded text
ROLE = f"{chr(FIRST['role'])}-{chr(FIRST['date'] - 1)}"
FILES = ("frames_structure", "frames", "frames_decisions", "frames_promises")
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
class Words:
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
def words() -> Words:
    """The word lists, from ontology/wording/frames.yaml."""
    loaded = ontology.load_yaml("wording/frames.yaml")
    titles = "|".join(map(re.escape, loaded["before_names"]))
    before = "|".join(map(re.escape, loaded["governing"]))
    return Words(
        cut=re.compile(rf"[;:]\s|,\s+(?=(?:{'|'.join(loaded['cut_at_comma'])})\b)|\s(?=(?:{'|'.join(loaded['cut'])})\b)"),
        governed=re.compile(rf"\b(?:{before})\s+(?:(?:{titles}|[{ROLE}])\s+)*['\"(]*$"),
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


WORD = re.compile(r"(?:[a-z]\.){2,}|[^\W_]+(?:[-'][^\W_]+)*")  # «i.p.v.» is one word


def _is_word(said: str) -> bool:
    """Whether a template asks for this as a word of its own, or for a slot."""
    return said.startswith("{") or bool(WORD.fullmatch(said))


_GUARDS = ("asking", "hypothesis", "advice")
_OF_HOLDERS = frozenset({"role"})
_OF_A_FRAME = (
    "all", "maybe", "unless", "denies", "each", "each_behind", "which", "undergoes", "who", "whom",
    "pronouns", "several", "whole", "free",
)  # fmt: skip


def _guards(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The guards that silence a frame: nobody has a role on a condition."""
    said: tuple[str, ...] = tuple(entry.get("guards", _GUARDS))
    return (*said, "conditional") if entry["kind"] in _OF_HOLDERS else said


def _frame(entry: Mapping[str, Any], named: Mapping[str, str], guards: Mapping[str, list[str]]) -> Frame:
    pieces, maybe, unless = (
        tuple(wording.filled(piece, named) for piece in entry.get(part, ()))
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
        needs=tuple(frozenset(group) for group in groups if all(map(_is_word, group))),
        who=entry.get("who"),
        whom=entry.get("whom"),
        pronouns=entry.get("pronouns", False),
        several=entry.get("several", False),
        whole=entry.get("whole", False),
        free=tuple(entry.get("free", ())),
        not_in_clause=(*unless, *denied),
        not_in_sentence=tuple(guard for name in _guards(entry) for guard in guards[name]),
    )
