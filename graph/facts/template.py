"""Sentence templates: how a wording rule says, without regular expressions, what a sentence looks like.

    words            the words themselves, case does not matter; `word*` any ending
    (a|b c|d*)       one of these
    [words]          may be left out
    ...              at most eight words within the clause, none of them a person's name
    {person} {body} {theme} {role} {date}      something of that kind; `{name:kind}` gives the slot a name
    {themes} {persons}                 one or more of them: «A, B en C»
    {office}         an office of a body («voorzitter», «lid»)
    {actor}          a person, body or role, or who is called by what they are («secretariaat»)
    {job}            a role or office, known or by how the word ends; not the title of a name behind it
    {post}           the same, and the title of a name behind it too
    {jobs}           such roles of several («trekkers»)
    {duty}           what somebody does, as a noun («voorzitterschap»)
    {group}          a body, or one that is only called by what it is («een eigen zorgtafel»)
    {host}           the same, and the mere kind of a body («de gemeente»)
    {affair}         a noun that is no portfolio: what is not its holder's («het budget voor Wonen»)
    {area}           what there is one body for each of («district»)
    {function}       a role, or an office or portfolio with its theme («portefeuillehouder Wonen»)
    {lack}           what may be missed: a body, a role, or a thing by how its word ends («afwegingskader»)
    {matter}         the same, but no body or role; {somebody} «iemand van de politie»
    {organ}          a body that is only called by what it is («het bestuur»)
    {gathering}      what is organised for many («symposium»)
    {acts}           a verb of doing in the third person; {infinitive} one to be done («offertes opvragen»)
    {rest}           all up to the end of the sentence; {words} up to twelve words, as few as will do
    ^  $             the sentence begins, ends here

A `{person}` may carry a title before the name and brackets behind it («wethouder De Wit (Merendal)»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, chain, pairwise

from graph.dutch.cues import Cued, Either, Groups, Sought
from graph.facts.slots import ANY_SIGN, BY_NOUN, FIRST, SIGNS, slot_pattern

_TOKEN = re.compile(
    r"\{(?P<slot>\w+)(?::(?P<type>\w+))?\}"
    r"|(?P<literal>\\[()|])|(?P<gap>\.\.\.)|(?P<mark>[()\[\]|^$,:])|(?P<word>[^\s()\[\]|{},:^$]+)"
)
_STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'))


def folded(text: str) -> str:
    """A text in lower case and with straight quotes, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for curly, straight in _STRAIGHT:
        lowered = lowered.replace(curly, straight)
    return lowered


@cache
def compile_template(template: str) -> Sought:
    """The pattern that a template stands for, to be searched in a `folded` sentence; compiled when needed.

    ValueError when the template is not sound. Lower case rather than a pattern that ignores case: compiling
    the latter takes a hundred times as long for slots, which are ranges of characters.
    """
    tokens = list(_TOKEN.finditer(template))
    depth = list(accumulate(_DEPTH.get(token["mark"], 0) for token in tokens))
    if depth and (min(depth) < 0 or depth[-1]):
        raise ValueError(f"template «{template}»: a bracket is missing")
    alternatives = _outermost(tokens, depth)
    if len(alternatives) == 1:
        return _pattern(tokens)
    return Either(_pattern(each, first=False) for each in alternatives)


_MANY_TOKENS = 80


def _outermost(tokens: list[re.Match[str]], depth: list[int]) -> list[list[re.Match[str]]]:
    """The alternatives of a template that is one large group: one pattern each; else the whole template."""
    slots = {token["type"] or token["slot"] for token in tokens if token["slot"]}
    is_large = bool(slots & BY_NOUN.keys()) or (bool(slots) and len(tokens) > _MANY_TOKENS)
    if not is_large or tokens[0]["mark"] != "(" or depth.index(0) < len(tokens) - 1:
        return [tokens]
    cuts = [number for number, token in enumerate(tokens) if token["mark"] == "|" and depth[number] == 1]
    return [tokens[first + 1 : last] for first, last in pairwise([0, *cuts, len(tokens) - 1])]


def _pattern(tokens: list[re.Match[str]], *, first: bool = True) -> Cued:
    """The pattern of tokens; `first` when none stands before them."""
    pieces: list[str] = []
    seen: dict[str, int] = {}
    place = 0
    while place < len(tokens):
        token, length = tokens[place], _only_words(tokens[place:])
        slot = token["slot"]
        if slot:
            seen[slot] = seen.get(slot, 0) + 1
        nth = f"__{seen[slot]}" if slot and seen[slot] > 1 else ""
        described = (bool(place) or not first) and (token["type"] or slot) in _DESCRIBED
        pieces.append(_ADJECTIVE if described else "")
        pieces.append(_alternatives(tokens[place : place + length]) if length else _piece(token, nth))
        place += length or 1
    return Cued(rf"(?<![\w-]){''.join(pieces)}", needs=_pieces(_needs(iter(tokens))))


def _pieces(alternatives: list[list[list[str]]]) -> Groups:
    """The words that tokens need as pieces of text to look for, where they are long enough to be rare."""
    groups = alternatives[0] if len(alternatives) == 1 else []
    pieces = [tuple(dict.fromkeys(word.rstrip("*") for word in group)) for group in groups]
    return [group for group in pieces if len(group) <= _MOST and all(map(_is_telling, group))]


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.startswith("{")


_SHORTEST, _MOST = 3, 24  # characters of a word, and words of a group, that are worth looking for


_DEPTH = {"(": 1, "[": 1, ")": -1, "]": -1}


_DESCRIBED = frozenset(
    {"body", "group", "host"}
)  # what an adjective may stand before: «een brede adviesraad»
_ADJECTIVE = r"(?:[a-zà-ÿ-]+e\s+)??"


def _piece(token: re.Match[str], nth: str) -> str:
    if token["slot"]:
        return slot_pattern(token["slot"] + nth, token["type"] or token["slot"])
    if token["literal"]:
        return rf"{token['literal']}\s*"
    if token["gap"]:
        return rf"(?:[^\s;{SIGNS['person']}]+\s+){{0,8}}?"
    if token["mark"]:
        return _MARKS[token["mark"]]
    return _word(token["word"]) + _AFTER_WORD


def _word(word: str) -> str:
    return re.escape(word.lower().rstrip("*")) + (r"\w*" if word.endswith("*") else "")


def _only_words(tokens: list[re.Match[str]]) -> int:
    """How many tokens the group is long that begins here, when it holds nothing but words; else 0."""
    if tokens[0]["mark"] not in ("(", "["):
        return 0
    before = "|"
    for number, token in enumerate(tokens[1:], start=2):
        if token["mark"] in (")", "]"):
            return number if before != "|" else 0
        if not token["word"] and (token["mark"] != "|" or before == "|"):
            return 0
        before = token["mark"] or "word"
    return 0


def _alternatives(tokens: list[re.Match[str]]) -> str:
    """A group of words with one ending for all: a short pattern compiles and fails fast."""
    choices: list[list[str]] = [[]]
    for token in tokens[1:-1]:
        if token["mark"]:
            choices.append([])
        else:
            choices[-1].append(_word(token["word"]))
    either = "|".join(_AFTER_WORD.join(words) for words in choices)
    return rf"(?:(?:{either}){_AFTER_WORD})" + ("?" if tokens[-1]["mark"] == "]" else "")


_AFTER_WORD = r"(?!\w)['\")]*\s*"
_MARKS = {
    "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|",
    "^": rf"^[^\w{ANY_SIGN}]*", "$": r"\s*[.!?;]*\s*$",
    ",": r"\s*,\s*", ":": r"\s*:\s*",
}  # fmt: skip


@cache
def needed(template: str) -> tuple[tuple[str, ...], ...]:
    """Words without which a template cannot match, one of each group at least. `word*` is kept as written.

    A slot that mentions or nouns fill is a word of its own: see `fillers`.
    """
    alternatives = _needs(iter(_TOKEN.finditer(template)))
    return tuple(map(tuple, alternatives[0])) if len(alternatives) == 1 else ()


def _needs(tokens: Iterator[re.Match[str]]) -> list[list[list[str]]]:
    """For each alternative up to the end of a group, the groups of words that it needs."""
    alternatives: list[list[list[str]]] = [[]]
    for token in tokens:
        if token["mark"] in (")", "]"):
            break
        if token["mark"] == "|":
            alternatives.append([])
        elif token["mark"] in ("(", "["):
            inner = _needs(tokens)
            if token["mark"] == "(":
                rarest_first = [sorted(needs, key=_commonness) for needs in inner]
                alternatives[-1] += [
                    list(chain.from_iterable(each)) for each in zip(*rarest_first, strict=False)
                ]
        elif token["word"] or _sign_of(token):
            alternatives[-1].append([_sign_of(token) or token["word"].lower()])
    return alternatives


def _commonness(words: list[str]) -> tuple[int, int]:
    """Few and long words are rare."""
    return len(words), -min(map(len, words))


def _sign_of(token: re.Match[str]) -> str | None:
    """The word that stands for a slot among the words that a template needs."""
    kind = token["type"] or token["slot"] or ""
    kind = kind if kind in BY_NOUN else kind.removesuffix("s")
    return f"{{{kind}}}" if kind in BY_NOUN or kind in FIRST else None
