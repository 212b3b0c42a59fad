"""Slots of a sentence template: what may stand in each, as a pattern; and which a sentence's words can fill.

Mentions are single signs in a tagged sentence; the other slots are nouns, by the word lists of the ontology.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from graph import ontology
from graph.dutch.cues import cues
from graph.facts.roles import by_word
from graph.facts.skos import concepts

FIRST = {"person": 0xE000, "body": 0xE040, "theme": 0xE080, "role": 0xE0C0, "date": 0xE100}
_SIZE = 0x40  # mentions of a kind in one sentence; larger ranges make patterns slow to compile


def _signs(first: int, last: int) -> str:
    return f"{chr(first)}-{chr(last)}"


ANY_SIGN = _signs(FIRST["person"], FIRST["date"] + _SIZE - 1)
SIGNS = {kind: _signs(code, code + _SIZE - 1) for kind, code in FIRST.items()}
_CLASS = {kind: f"[{signs}]" for kind, signs in SIGNS.items()}
_CLASS["thing"] = f"[{_signs(FIRST['person'], FIRST['role'] - 1)}]"
_WORD = r"[^\s,;:]+"
_PLAIN_SLOTS = {
    "rest": r"(?P<{name}>.+?)(?=\s*[.!?;]*\s*$)",
    "words": rf"(?P<{{name}}>{_WORD}(?:\s+{_WORD}){{{{0,11}}}}?)(?:(?=[,;:.)])|\s+|$)",
    "duty": (
        r"(?P<{name}>\w{{3,}}schap(?:pen)?|\w{{3,}}(?:er|or|aris)srol|secretariaat|penningen|voorzitten)(?!\w)\s*"
    ),
    "affair": (
        r"(?P<{name}>(?:[a-zà-ÿ]+e\s+)?(?!portefeuille|thema|dossier|onderwerp|taakveld|beleidsterrein|aandachtsgebied|domein|verantwoordelijk"
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
        r"(?: van (?:(?:alle|de|het|welke) )*\w+)?)(?!\w)\s*"
    ),
}


def sign(kind: str, number: int) -> str:
    """The single character that stands for the `number`-th mention of a kind in a tagged sentence."""
    return chr(FIRST[kind] + min(number, _SIZE - 1))


def slot_pattern(name: str, kind: str) -> str:
    """What may stand in a slot, as the group `name` of a pattern. ValueError when there is no such kind."""
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


def _slot_words(which: str) -> str:
    words: list[str] = ontology.load_yaml("wording/slots.yaml")[which]
    return "|".join(map(re.escape, words))


def _organ(name: str) -> str:
    return rf"(?P<{name}>{_slot_words('organs')})(?!\w)\s*"


def _infinitive(name: str) -> str:
    return rf"(?P<{name}>(?!(?:{_slot_words('no_infinitives')})\b)[a-zà-ÿ]{{3,}}en)(?!\w)\s*"


def _acts(name: str) -> str:
    return rf"(?P<{name}>(?!(?:{_slot_words('no_acts')})\b)[a-zà-ÿ]{{3,}}t)(?!\w)\s*"


def _gathering(name: str) -> str:
    return rf"(?P<{name}>\w*(?:{_slot_words('gatherings')}))(?!\w)\s*"


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
    brackets = rf"(?:\s*\([^(){SIGNS['person']}]{{1,40}}\))?" if kind == "person" else ""
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
    "organ": _organ,
    "infinitive": _infinitive,
    "acts": _acts,
    "gathering": _gathering,
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


# Slots that long lists of nouns fill, and the mentions that fill them too.
BY_NOUN = {
    "actor": ("person", "body", "role"), "area": (), "bodykind": (), "function": ("role",),
    "group": ("body",), "host": ("body",), "job": ("role",), "jobs": (), "lack": ("role", "body"),
    "matter": (), "office": (), "post": ("role",),
}  # fmt: skip


@cache
def _nouns(kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What fills a slot by its noun: a pattern for a single word, and how the last of several words ends."""
    written = slot_pattern("noun", kind)
    told = re.sub(rf"\[[{ANY_SIGN}-]+\]", "mention", written)
    pieces = [piece for group in cues(told, most=sys.maxsize) for piece in group]
    return re.compile(written), tuple(sorted({piece.split()[-1] for piece in pieces if " " in piece.strip()}))


_LONGEST = 60  # characters of a word


@lru_cache(maxsize=1 << 16)
def _fills(word: str) -> tuple[str, ...]:
    """The slots that a word may fill; of one that is longer than words are, nothing is ruled out."""
    if len(word) > _LONGEST:
        return tuple(f"{{{kind}}}" for kind in BY_NOUN)
    return tuple(
        f"{{{kind}}}"
        for kind in sorted(BY_NOUN)
        for pattern, last in [_nouns(kind)]
        if pattern.search(word) or any(piece in word for piece in last)
    )


@cache
def _filled_by(kinds: frozenset[str]) -> frozenset[str]:
    slots = {*kinds, *(slot for slot, mentions in BY_NOUN.items() if kinds.intersection(mentions))}
    return frozenset(f"{{{slot}}}" for slot in slots)


def fillers(words: Iterable[str], kinds: frozenset[str]) -> set[str]:
    """The slots that a sentence with these words and kinds of mentions may fill, each as «{kind}»."""
    found = set(_filled_by(kinds))
    for word in words:
        found.update(_fills(word))
    return found
