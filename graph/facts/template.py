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
    {rest}           all up to the end of the sentence; {words} up to twelve words, as few as will do
    ^  $             the sentence begins, ends here

A `{person}` may carry a title before the name and brackets behind it («wethouder De Wit (Merendal)»).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate

from graph import ontology
from graph.dutch.cues import Cued
from graph.facts.roles import by_word
from graph.facts.skos import concepts

FIRST = {"person": 0xE000, "body": 0xE040, "theme": 0xE080, "role": 0xE0C0, "date": 0xE100}
_SIZE = 0x40  # mentions of a kind in one sentence; larger ranges make patterns slow to compile


def _signs(first: int, last: int) -> str:
    return f"{chr(first)}-{chr(last)}"


_ANY_SIGN = _signs(FIRST["person"], FIRST["date"] + _SIZE - 1)
_SIGNS = {kind: _signs(code, code + _SIZE - 1) for kind, code in FIRST.items()}
_CLASS = {kind: f"[{signs}]" for kind, signs in _SIGNS.items()}
_CLASS["thing"] = f"[{_signs(FIRST['person'], FIRST['role'] - 1)}]"
_TOKEN = re.compile(
    r"\{(?P<slot>\w+)(?::(?P<type>\w+))?\}"
    r"|(?P<literal>\\[()|])|(?P<gap>\.\.\.)|(?P<mark>[()\[\]|^$,:])|(?P<word>[^\s()\[\]|{},:^$]+)"
)
_WORD = r"[^\s,;:]+"
_PLAIN_SLOTS = {
    "rest": r"(?P<{name}>.+?)(?=\s*[.!?;]*\s*$)",
    "words": rf"(?P<{{name}}>{_WORD}(?:\s+{_WORD}){{{{0,11}}}}?)(?:(?=[,;:.)])|\s+|$)",
    "duty": (
        r"(?P<{name}>\w{{3,}}schap(?:pen)?|\w{{3,}}(?:er|or|aris)srol|secretariaat|penningen|voorzitten)(?!\w)\s*"
    ),
    "affair": (
        r"(?P<{name}>(?:[a-zà-ÿ]+e\s+)?(?!portefeuille|thema|dossier|onderwerp|taakveld|beleidsterrein|domein|verantwoordelijk"
        r"|trekkerschap|taak\b|taken\b|zorg\b|kar\b|leiding\b|regie\b|bestuur\b|college\b|raad\b|overleg\b|vergadering\b|heer\b|collega)[a-zà-ÿ][\w-]{{2,}})(?!\w)\s*"
    ),
    "noun": r"(?P<{name}>[a-zà-ÿA-Z][\w-]{{2,}})(?!\w)\s*",
    "somebody": r"(?P<{name}>iemand (?:van|uit|namens) (?:de |het )?[^\s,;:.]+)\s*",
    "pronoun": r"(?P<{name}>hij|zij|ze)(?!\w)\s*",
    "framework": (
        r"(?P<{name}>\w*(?:kader|visie|aanpak|structuur|strategie|beleidslijn|werkwijze|protocol|convenant|taakverdeling))(?!\w)\s*"
    ),
    "possessive": r"(?P<{name}>zijn|haar)(?!\w)\s*",
    "paper": (
        r"(?P<{name}>\w*(?:plan|plannen|voorstel|voorstellen|nota|notitie|agenda|visie|begroting|regeling|kaders?|programma"
        r"|overeenkomst|verslag|verslagen|rekening|verordening|convenant|protocol|zienswijze|aanpak|reglement|richtlijn"
        r"|rapportage|draaiboek|planning|lijst|memo|stuk|stukken|strategie))(?!\w)\s*"
    ),
    "overview": (
        r"(?P<{name}>(?:\w*overzicht|portefeuilleverdeling|organogram|organigram|roosters?"
        r"|(?:namen|taken|actie|contact|adres|besluiten|deelnemers)?lijst)"
        r"(?: van (?:(?:alle|de|het) )*\w+)?)(?!\w)\s*"
    ),
}


def sign(kind: str, number: int) -> str:
    """The single character that stands for the `number`-th mention of a kind in a tagged sentence."""
    return chr(FIRST[kind] + min(number, _SIZE - 1))


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
def compile_template(template: str) -> Cued:
    """The pattern that a template stands for, to be searched in a `folded` sentence; compiled when needed.

    ValueError when the template is not sound. Lower case rather than a pattern that ignores case: compiling
    the latter takes a hundred times as long for slots, which are ranges of characters.
    """
    pieces: list[str] = []
    seen: dict[str, int] = {}
    tokens = list(_TOKEN.finditer(template))
    place = 0
    while place < len(tokens):
        token, length = tokens[place], _only_words(tokens[place:])
        slot = token["slot"]
        if slot:
            seen[slot] = seen.get(slot, 0) + 1
        nth = f"__{seen[slot]}" if slot and seen[slot] > 1 else ""
        described = bool(place) and (token["type"] or slot) in _DESCRIBED
        pieces.append(_ADJECTIVE if described else "")
        pieces.append(_alternatives(tokens[place : place + length]) if length else _piece(token, nth))
        place += length or 1
    depth = list(accumulate(_DEPTH.get(token["mark"], 0) for token in tokens))
    if depth and (min(depth) < 0 or depth[-1]):
        raise ValueError(f"template «{template}»: a bracket is missing")
    return Cued(rf"(?<![\w-]){''.join(pieces)}")


_DEPTH = {"(": 1, "[": 1, ")": -1, "]": -1}


_DESCRIBED = frozenset(
    {"body", "group", "host"}
)  # what an adjective may stand before: «een brede adviesraad»
_ADJECTIVE = r"(?:[a-zà-ÿ-]+e\s+)??"


def _piece(token: re.Match[str], nth: str) -> str:
    if token["slot"]:
        return _slot(token["slot"] + nth, token["type"] or token["slot"])
    if token["literal"]:
        return rf"{token['literal']}\s*"
    if token["gap"]:
        return rf"(?:[^\s;{_SIGNS['person']}]+\s+){{0,8}}?"
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
    "^": rf"^[^\w{_ANY_SIGN}]*", "$": r"\s*[.!?;]*\s*$",
    ",": r"\s*,\s*", ":": r"\s*:\s*",
}  # fmt: skip


def _slot(name: str, kind: str) -> str:
    if kind in _PLAIN_SLOTS:
        return _PLAIN_SLOTS[kind].format(name=name)
    if kind in _MADE_SLOTS:
        return _MADE_SLOTS[kind](name)
    if kind not in _CLASS:
        raise ValueError(f"there is no kind of slot called «{kind}»")
    return rf"['\"(]*(?P<{name}>{_CLASS[kind]})['\")]*\s*"


def _person(name: str) -> str:
    title = rf"(?:(?:{_CLASS['role']}|{_titles()})\s+)?"
    return rf"{title}['\"(]*(?P<{name}>{_CLASS['person']})['\")]*\s*(?:\([^()]{{1,60}}\)\s*)?"


def _function(name: str) -> str:
    nouns = "|".join(ontology.load_yaml("wording/people.yaml")["functions"])
    return rf"(?P<{name}>{_CLASS['role']}|(?:{nouns})(?:(?: van| voor)? {_CLASS['theme']})?)(?!\w)\s*"


def _job(name: str) -> str:
    """A role or office, that is no title of the name behind it."""
    return _post(name).removesuffix(r"\s*") + rf"(?!\s*['\"(]*{_CLASS['person']})\s*"


def _jobs(name: str) -> str:
    """Roles of several, by how the word ends: «trekkers», «duo-projectleiders», «leden»."""
    people = ontology.load_yaml("wording/people.yaml")
    endings = "|".join(ending for ending in people["job_endings"] if not ending.endswith("en"))
    degrees = "|".join(f"{degree}e?" for degree in people["degrees"])
    return rf"(?P<{name}>(?:(?:{degrees}) )*(?:[\w-]*(?:{endings})(?:s|en)|leden))(?![\w-])\s*"


def _post(name: str) -> str:
    """A role or office, known or by how the word ends."""
    people = ontology.load_yaml("wording/people.yaml")
    offices = "|".join(map(re.escape, people["offices"]))
    degrees, endings = "|".join(people["degrees"]), "|".join(people["job_endings"])
    job = rf"(?:(?:{degrees}) )*(?:{_CLASS['role']}|{offices}|[\w-]*(?:{endings}))"
    return rf"(?P<{name}>{job})(?![\w-])\s*"


def _group(name: str) -> str:
    said = ontology.load_yaml("wording/bodies.yaml")
    never = "|".join(map(re.escape, (*said["no_compounds"], *said["never_told_as"])))
    before, endings, told = ("|".join(said[words]) for words in ("adjectives", "compounds", "told_as"))
    noun = rf"(?:(?:{before}) )?(?!(?:{never})(?!\w))(?:[\w-]{{2,}}(?:{endings})|[\w-]*(?:{told}))(?!\w)"
    return rf"(?P<{name}>{_CLASS['body']}|{noun}(?: {_CLASS['theme']})?)(?![\w-])['\")]*\s*"


def _lack(name: str) -> str:
    """What may be missed: a body, role or thing, its adjectives before it and «van …» behind it."""
    body_or_role = rf"{_CLASS['role']}|{_CLASS['body']}(?! {_CLASS['person']})"
    words = "|".join(ontology.load_yaml("wording/missing.yaml")["groups_and_roles"])
    return _lacked(name, rf"{body_or_role}|", rf"|{words}")


def _matter(name: str) -> str:
    return _lacked(name, "", "")


def _lacked(name: str, before: str, more: str) -> str:
    said = ontology.load_yaml("wording/missing.yaml")
    endings, never = "|".join(said["things"]), "|".join(said["no_things"])
    ends, none = "|".join(said["adjectives"]), "|".join(said["no_adjectives"])
    adjective = rf"(?:(?!(?:{none})\s)[a-zà-ÿ-]{{3,}}(?:e|{ends})\s+)"
    head = rf"{before}(?!(?:{never})(?!\w))[\w-]*(?:{endings}{more})(?!\w)"
    of = rf"(?: van (?:(?:alle|de|het|onze|wie) )*(?!{_CLASS['theme']})[^\s,;:.]+)?"
    return rf"(?P<{name}>{adjective}{{0,2}}(?:{head}){of})(?![\w-])['\")]*\s*"


def _host(name: str) -> str:
    """A body of which others are part: also one that is only called by its kind («de gemeente»)."""
    nouns = "|".join(sorted(map(re.escape, kinds_of_bodies()), key=len, reverse=True))
    return _group(name).replace(rf"(?P<{name}>", rf"(?P<{name}>(?:{nouns})(?![\w-])|", 1)


@lru_cache(maxsize=1)
def kinds_of_bodies() -> frozenset[str]:
    """The nouns for kinds of bodies, in small letters."""
    return frozenset(
        label.lower()
        for concept in concepts("kinds.ttl")
        if concept.scheme == "body"
        for label in (concept.label, *concept.synonyms)
    )


def _area(name: str) -> str:
    """What there may be one body for each of: a municipality, district, part of a town."""
    areas: dict[str, str] = ontology.load_yaml("wording/bodies.yaml")["areas"]
    nouns = "|".join((*areas.values(), *areas))
    return rf"(?P<{name}>[\w-]*(?:{nouns}))(?![\w-])\s*"


def _office(name: str) -> str:
    nouns = "|".join(map(re.escape, ontology.load_yaml("wording/people.yaml")["offices"]))
    return rf"(?P<{name}>{nouns})(?!\w)\s*"


def _actor(name: str) -> str:
    """A person or body, or somebody named by what they are («de voorzitter», «het secretariaat»)."""
    nouns = "|".join(map(re.escape, ontology.load_yaml("wording/people.yaml")["actors"]))
    who = rf"{_CLASS['person']}|{_CLASS['body']}|{_CLASS['role']}|(?:{nouns})(?!\w)"
    return (
        rf"(?:(?:{_CLASS['role']}|{_titles()})\s+(?={_CLASS['person']}))?['\"(]*(?P<{name}>{who})['\")]*\s*"
    )


def _bodykind(name: str) -> str:
    return rf"(?P<{name}>(?:\w+e )?(?:{_body_nouns()}|\w*tafel|gremium))(?!\w)\s*"


def _several(kind: str) -> Callable[[str], str]:
    """One or more of a kind: «A, B en C»; «A als B» behind «zowel»."""
    brackets = rf"(?:\s*\([^(){_SIGNS['person']}]{{1,40}}\))?" if kind == "person" else ""
    one = rf"(?:{_CLASS['role']}\s+)?['\"(]*{_CLASS[kind]}['\")]*{brackets}"
    between = r"(?:\s*(?:,|&|/|\ben\b|\balsmede\b)\s*(?:en\s+)?)"
    both = rf"(?<=zowel ){one}(?:\s*,\s*{one})*\s+als\s+{one}"
    return lambda name: rf"(?P<{name}>{both}|{one}(?:{between}{one})*)\s*"


_MADE_SLOTS: dict[str, Callable[[str], str]] = {
    "person": _person,
    "function": _function,
    "job": _job,
    "post": _post,
    "jobs": _jobs,
    "group": _group,
    "host": _host,
    "area": _area,
    "actor": _actor,
    "office": _office,
    "lack": _lack,
    "matter": _matter,
    "bodykind": _bodykind,
    "themes": _several("theme"),
    "persons": _several("person"),
}


@lru_cache(maxsize=1)
def _titles() -> str:
    """Titles that are no role: a role is tagged as such."""
    titles: list[str] = ontology.load_yaml("wording/people.yaml")["titles"]
    return "|".join(re.escape(title) for title in titles if title not in by_word())


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
    """Words without which a template cannot match, one of each group at least. `word*` is kept as written."""
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
            if token["mark"] == "(" and all(inner):
                alternatives[-1].append([word for needs in inner for word in min(needs, key=_commonness)])
        elif token["word"] or _sign_of(token):
            alternatives[-1].append([_sign_of(token) or token["word"].lower()])
    return alternatives


def _commonness(words: list[str]) -> tuple[int, int]:
    """Few and long words are rare."""
    return len(words), -min(map(len, words))


def _sign_of(token: re.Match[str]) -> str | None:
    """The word that stands for a kind of mention among the words that a template needs."""
    kind = (token["type"] or token["slot"] or "").removesuffix("s")
    return f"{{{kind}}}" if kind in FIRST else None
