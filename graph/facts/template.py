"""Sentence templates: how a wording rule says, without regular expressions, what a sentence looks like.

words            the words themselves, case does not matter; `word*` any ending
(a|b c|d*)       one of these
[words]          may be left out
...              at most eight words within the clause, none of them a person's name
{person} {body} {theme} {role} {date}      something of that kind; `{name:kind}` calls the slot something else
{rest}           all up to the end of the sentence; {words} up to twelve words, as few as will do
^  $             the sentence begins, ends here
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.facts.skos import concepts

FIRST = {"person": 0xE000, "body": 0xE400, "theme": 0xE800, "role": 0xEC00, "date": 0xF000}
_SIZE = 0x400
_CLASS = {kind: f"[{chr(code)}-{chr(code + _SIZE - 1)}]" for kind, code in FIRST.items()}
_PERSONS = (
    f"{chr(FIRST['person'])}-{chr(FIRST['person'] + _SIZE - 1)}"  # a gap never runs past another person
)
_CLASS["thing"] = f"[{chr(0xE000)}-{chr(0xEBFF)}]"
_TOKEN = re.compile(
    r"\{(?P<slot>\w+)(?::(?P<type>\w+))?\}|(?P<literal>\\[()])|(?P<gap>\.\.\.)|(?P<mark>[()\[\]|^$,:])|(?P<word>[^\s()\[\]|{},:^$]+)"
)
_WORD = r"[^\s,;:]+"


def sign(kind: str, number: int) -> str:
    """The single character that stands for the `number`-th mention of a kind in a tagged sentence."""
    return chr(FIRST[kind] + min(number, _SIZE - 1))


@cache
def compile_template(template: str) -> re.Pattern[str]:
    """The pattern that a template stands for, to be searched in a tagged sentence. ValueError when it is not sound."""
    pieces: list[str] = []
    seen: dict[str, int] = {}
    for token in _TOKEN.finditer(template):
        slot = token["slot"]
        if slot:
            seen[slot] = seen.get(slot, 0) + 1
        pieces.append(_piece(token, f"__{seen[slot]}" if slot and seen[slot] > 1 else ""))
    body = "".join(pieces)
    try:
        return re.compile(rf"(?<!\w){body}", re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"template «{template}»: {error}") from error


def _piece(token: re.Match[str], nth: str) -> str:
    if token["slot"]:
        return _slot(token["slot"] + nth, token["type"] or token["slot"])
    if token["literal"]:
        return rf"{token['literal']}\s*"
    if token["gap"]:
        return rf"(?:[^\s;{_PERSONS}]+\s+){{0,8}}?"
    if token["mark"]:
        return _MARKS[token["mark"]]
    word = token["word"]
    ending = r"\w*" if word.endswith("*") else ""
    return rf"(?:{re.escape(word.rstrip('*'))}{ending}(?!\w)['’\")]*\s*)"


_MARKS = {
    "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|", "^": r"^\W*", "$": r"\s*[.!?;]*\s*$",
    ",": r"\s*,\s*", ":": r"\s*:\s*",
}  # fmt: skip


def _slot(name: str, kind: str) -> str:
    if kind == "rest":
        return rf"(?P<{name}>.+?)(?=\s*[.!?;]*\s*$)"
    if kind == "words":
        return rf"(?P<{name}>{_WORD}(?:\s+{_WORD}){{0,11}}?)(?:(?=[,;:.)])|\s+|$)"
    if kind == "noun":
        return rf"(?P<{name}>[a-zà-ÿA-Z][\w-]{{2,}})(?!\w)\s*"
    if kind == "pronoun":
        return rf"(?P<{name}>hij|zij|ze)(?!\w)\s*"
    if kind == "bodykind":
        return rf"(?P<{name}>(?:\w+e )?(?:{_body_nouns()}))(?!\w)\s*"
    if kind == "overview":
        return rf"(?P<{name}>(?:\w*overzicht|portefeuilleverdeling|lijst|organogram)(?: van (?:(?:alle|de|het) )*\w+)?)(?!\w)\s*"
    if kind not in _CLASS:
        raise ValueError(f"there is no kind of slot called «{kind}»")
    return rf"['‘’\"“(]*(?P<{name}>{_CLASS[kind]})['’\"”)]*\s*"


@lru_cache(maxsize=1)
def _body_nouns() -> str:
    nouns = {
        concept.label
        for concept in concepts("kinds.ttl")
        if concept.scheme == "body" and {"nameFollows", "adjectiveNames"} & concept.notes
    }
    return "|".join(sorted(map(re.escape, nouns), key=len, reverse=True))


@cache
def needed(template: str) -> tuple[tuple[str, ...], ...]:
    """Words without which the template cannot match: any one of each group must be there. `word*` is kept as written."""
    groups: list[tuple[str, ...]] = []
    depth, optional, alternatives = 0, 0, [""]
    for token in _TOKEN.finditer(template):
        mark = token["mark"]
        if mark in ("(", "["):
            depth, optional = depth + 1, optional + (mark == "[")
            alternatives = [""] if depth == 1 else alternatives
        elif mark in (")", "]"):
            depth -= 1
            if mark == ")" and depth == 0 and not optional and all(alternatives):
                groups.append(tuple(alternatives))
            optional -= mark == "]"
        elif mark == "|" and depth == 1:
            alternatives.append("")
        elif token["word"]:
            word = token["word"].lower()
            if depth == 0:
                groups.append((word,))
            elif depth == 1 and not optional and not alternatives[-1]:
                alternatives[-1] = word
    return tuple(groups)
