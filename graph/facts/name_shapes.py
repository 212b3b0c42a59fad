"""How a name of a person looks in running text, and what stands before and behind one."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.dutch import names
from graph.dutch.given_names import given_names as known_given_names
from graph.dutch.names import Name
from graph.facts.people import wording
from graph.facts.roles import by_word

_CAP = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ]?[a-zà-öø-ÿ]+)*"
_LAST = rf"(?:{names.PREFIXES})?{names.SURNAME}"
_FULL_LAST = rf"(?:(?i:{names.PREFIXES}))?{names.SURNAME}(?!\w)"  # without a first name: «Van Dijk»
BEFORE_SURNAME = re.compile(
    rf"(?<![\w-])(?:{_CAP} (?:{_CAP} )?|(?:[A-Z]\.)+ ?)?(?P<prefix>(?:(?i:{names.PREFIX}) ){{0,3}})"
)
STANDS_ALONE = re.compile(r"(?![\w-])(?! [A-ZÀ-Þ][a-z])")
BEGINS_NAME = re.compile(r"(?=[A-ZÀ-Þ])(?<![\w-])")
AFTER_FIRST = re.compile(rf"(?![\w-])(?! (?:{names.PREFIXES})?[A-ZÀ-Þ])")
SMALL = re.compile(r"(?<![\w-])[a-zà-ÿ]+(?![\w-])")
# Begins with a letter, not with a look behind: the search passes all other letters at once.
_ADDRESS = (
    r"[DdHhMm](?<!\w.)"
    r"(?:(?<=[Dd])(?:hr\.?|e heer|r\.(?= [A-Z]\.)|rs\.(?= [A-Z]\.))|(?<=[Hh])r\."
    r"|(?<=[Mm])(?:evr\.?|w\.?|evrouw|eneer|r\.(?= [A-Z]\.)))"
)
WITH_INITIALS = re.compile(  # «J. Verdonk», «F.A. van der Achterberg»
    rf"(?<![\w.-])(?P<initials>(?:[A-Z]\.){{1,4}}) ?(?:(?i:{names.PREFIX}) ){{0,3}}"
    rf"(?P<surname>{names.SURNAME})(?![\w-])"
)
CAPITAL = re.compile(r"[A-ZÀ-Þ](?<![\w-].)")  # with which a word begins

FULL_NAME = re.compile(rf"(?P<first>{_CAP}) (?:(?i:{names.PREFIX}) ){{0,3}}{names.SURNAME}(?![\w-])")


_INITIALS = re.compile(r"[A-Za-z]{2,6}")
INITIALS_BEHIND = re.compile(rf" \(({_INITIALS.pattern})[,;)]")


def is_given(written: str) -> bool:
    """Whether a name begins with a given name that is known."""
    return re.split(r"[ -]", written, maxsplit=1)[0] in given_names()[0]


def is_role(before: str) -> bool:
    """Whether what stands before a surname is a role («Directeur»), not a first name."""
    return bool(before) and before.split(" ", 1)[0].lower() in by_word()


def stand_for(initials: str, name: Name) -> bool:
    """Whether initials are those of a name: all of its words in order, or some that begin with the first.

    «JvdM» is Joke van der Molen, «IH» Ingrid Haak-de Windt.
    """
    if not _INITIALS.fullmatch(initials):
        return False
    first, *others = (word[0] for word in re.split(r"[ .-]", name.full.lower()) if word)
    letters, said = iter(others), initials.lower()
    return said[0] == first and all(letter in letters for letter in said[1:])


@lru_cache(maxsize=1)
def counted() -> re.Pattern[str]:
    """The words before a letter that counts things («bijlage B. Overzicht»), and is no initial."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wording()['lettered']))}) $", re.IGNORECASE)


@lru_cache(maxsize=1)
def titles() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Titles in lower case, a word before it that makes its bearer act, a surname, what follows who acts."""
    said = wording()
    never, after = "|".join(said["not_first"]), "|".join(said["after"])
    prefix = rf"(?:(?=[A-Z'’])(?i:{names.PREFIXES}))?"
    return (
        frozenset(f"{title} " for title in said["titles"]),
        re.compile(r"\b(?i:door|aan|namens|met|bij|van|is|wordt|blijft|heet) (?:de )?$"),
        re.compile(rf"(?:(?:[A-Z]\.)+ ?)?(?!(?:{never})\b(?! [A-Z])){prefix}{names.SURNAME}(?![\w-])"),
        re.compile(rf"(?:,[^,;.\n]{{2,60}},|,)? (?:{after})\b"),
    )


@lru_cache(maxsize=1)
def addressed() -> re.Pattern[str]:
    """A surname behind a word of address («dhr. Van Dijk»)."""
    return re.compile(
        rf"{_ADDRESS} {names.TITLES}(?:(?:[A-Z]\.)+ ?)?{_FULL_LAST}"
        rf"(?: (?!(?:{'|'.join(wording()['not_first'])})\b){names.SURNAME}(?!\w))?"
    )


@lru_cache(maxsize=1)
def public_name() -> re.Pattern[str]:
    """A given name with a surname, which behind a public title is a person's."""
    never = "|".join((*wording()["not_first"], *wording()["no_surnames"]))
    return re.compile(
        rf"(?!(?:{never})\b){_CAP} (?:(?i:{names.PREFIXES}))?(?!(?:{never})\b){names.SURNAME}(?![\w-])"
    )


CLOSES = re.compile(r"[.,;)\n]|\Z| (?:uit|\() ?")


@lru_cache(maxsize=1)
def capitalised() -> re.Pattern[str]:
    """Words all in capitals behind a word of address or a title, up to a colon or bracket."""
    titles = "|".join(re.escape(title) for title in wording()["titles"])
    return re.compile(
        rf"(?<![\w-])(?:{_ADDRESS}|(?i:{titles})) "
        r"(?P<name>(?:[A-ZÀ-Þ'’.-]+ ){0,3}[A-ZÀ-Þ][A-ZÀ-Þ-]+)(?= ?[:(,]| [a-z])"
    )


@lru_cache(maxsize=1)
def context() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Two capitalised words; what may stand right before them; what right behind."""
    said = wording()
    never, before, after = ("|".join(said[name]) for name in ("not_first", "before", "after"))
    name = rf"(?!(?:{never})\b){_CAP} {_LAST}"
    return (
        re.compile(rf"{name}(?![\w-])"),
        re.compile(rf"\b(?i:{before}) (?:{_CAP} {_LAST} en )?$"),
        re.compile(rf" (?:{after})\b"),
    )


@lru_cache(maxsize=1)
def given_names() -> tuple[frozenset[str], re.Pattern[str]]:
    """Given names, and the cues of a sentence about roles."""
    cues, jobs = ("|".join(map(re.escape, wording()[key])) for key in ("role_cues", "job_endings"))
    return known_given_names(), re.compile(rf"\b(?:{cues})|(?:{jobs})\b")


def whole_end(text: str, match: re.Match[str], given: frozenset[str]) -> int:
    """Where a full name ends: «Henk Jan Postma» behind its second given name, «Van Heemstra tot Rhee»."""
    last = match[0].rpartition(" ")[2]
    more = _SURNAME_BEHIND.match(text, match.end()) if last in given else None
    end = more.end() if more else match.end()
    estate = _ESTATE_BEHIND.match(text, end)
    return estate.end() if estate else end


_SURNAME_BEHIND = re.compile(rf" (?:{names.PREFIXES})?{names.SURNAME}(?![\w-])")
_ESTATE_BEHIND = re.compile(rf" tot {names.SURNAME}(?![\w-])")
