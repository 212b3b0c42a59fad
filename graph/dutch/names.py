"""Dutch personal names: initials, given names, tussenvoegsels, surnames, honorifics.

`parse` reads one name as lists and running text write it ("J. van Houdt", "J a/d Stegge", "Houdt, Jan van",
"mevr. dr. A. de Vries-Jansen"). `compatible` says whether two spellings may be the same person; it never says
that they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TUSSENVOEGSELS = (
    "van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "op", "aan", "in", "bij", "onder", "uit",
    "uijt", "voor", "tot", "over", "la", "le", "el", "al", "d'", "von", "zu", "zur", "du", "des", "di", "da",
    "do", "dos", "del", "della", "v.d.", "v.d", "vd", "v/d", "v.", "a/d", "o/d", "i/d", "vander", "vanden",
    "vande", "ben", "bin", "ibn", "af", "s'",
)  # fmt: skip
_LONG = {
    "v.d.": "van de", "v.d": "van de", "vd": "van de", "v/d": "van de", "v.": "van", "a/d": "aan de",
    "o/d": "op de", "i/d": "in de", "vander": "van der", "vanden": "van den", "vande": "van de",
}  # fmt: skip

_NEVER_FIRST_NAMES = frozenset(
    (
        "van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "op", "aan", "in", "bij", "onder", "uit",
        "voor", "over", "von", "el", "la", "le", "du",
    )
)  # fmt: skip
_SHORTEST, _LONGEST = 2, 70  # characters of a whole name
_SHORTEST_SMALL = 3  # letters of a surname that is written without its capital

HONORIFICS = (
    r"(?:[Dd]hr|[Mm]evr|[Mm]w|[Hh]r|[Mm]ej)\.?|[Mm]evrouw|[Mm]eneer"
    r"|(?:[Dd]e |[Dd]en )?[Hh]e(?:er|ren)|[Mm]ejuffrouw"
)
TITLES = r"(?:(?:prof|dr|drs|mr|ir|ing|bc|lic)\.? |(?:MSc|MA|BSc|LLM),? )*"
_LETTER = r"[A-ZÀ-ÖØ-Þ]"
_LOWER = r"[a-zà-öø-ÿ]"
INITIALS = (
    rf"(?:(?:{_LETTER}|Th|Ch|Ph|IJ)\.[ -]?){{1,6}}"
    rf"|{_LETTER}{{1,4}}(?: {_LETTER}){{0,3}}(?= (?:{_LETTER}|[a-z]))"
)
WORD = rf"{_LETTER}(?:{_LOWER}|['’](?={_LOWER}|{_LETTER}))*{_LOWER}(?:{_LETTER}{_LOWER}+)*"
PREFIX = "|".join(sorted((re.escape(word) for word in _TUSSENVOEGSELS), key=len, reverse=True))
PREFIXES = rf"(?:(?:{PREFIX})(?= |(?<=['’])) ?){{1,3}}"
SURNAME = (
    rf"(?:IJ|[OD]['’]{_LETTER}|{_LETTER}){_LOWER}*{_LOWER}(?:{_LETTER}{_LOWER}+)*(?:-(?:{PREFIXES})?{WORD})*"
)
GIVEN = rf"{WORD}(?:-{WORD})*"

_honorific = re.compile(rf"^(?:(?P<honorific>{HONORIFICS}) )?(?P<titles>{TITLES})(?P<rest>.+)$")
_core = re.compile(
    rf"^(?:(?P<initials>{INITIALS})(?: ?\((?P<called>{GIVEN})\))? ?"
    rf"|(?P<given>{GIVEN}(?: {WORD})?) (?=(?:{PREFIXES})?{_LETTER}))?"
    rf"(?P<prefix>{PREFIXES})?"
    rf"(?P<surname>{SURNAME}(?: (?:{PREFIXES})?{SURNAME}){{0,2}})$",
)
_reversed = re.compile(rf"^(?P<last>[^,]+), (?P<first>[^,]+?)(?: (?P<prefix>{PREFIXES.strip()}))?$")
_space = re.compile(r"\s+")
_never = re.compile(r"[\d@<>=]")
_inner = re.compile(r"^(?P<given>\S+) (?P<house>\S+)$")
_HOUSE_PREFIXES = ("in ", "op ", "uit ", "onder ", "aan ", "bij ")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart; `written` is what it was read from. Every part but the surname may be absent."""

    written: str
    surname: str
    prefix: str | None = None
    given_name: str | None = None
    initials: str | None = None
    honorific: str | None = None

    @property
    def full(self) -> str:
        """The name without its honorific: given name, else initials, tussenvoegsel, surname."""
        return " ".join(
            part for part in (self.given_name or self.initials, self.prefix, self.surname) if part
        )

    @property
    def last(self) -> str:
        """Tussenvoegsel and surname."""
        return " ".join(part for part in (self.prefix, self.surname) if part)


@lru_cache(maxsize=8192)
def in_small_letters(written: str) -> Name | None:
    """The name that words all in capitals stand for («EL IDRISSI», «VAN BOKHOVEN»)."""
    words = (word.lower() if word.lower() in _TUSSENVOEGSELS else _capital(word) for word in written.split())
    return parse(" ".join(words))


def _capital(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


@lru_cache(maxsize=8192)
def parse(text: str) -> Name | None:
    """The parts of a name, or None when the text does not look like the name of one person."""
    clean = _space.sub(" ", text.replace("’", "'").strip(" ,;:\t\n")).replace(" - ", "-")
    if not _SHORTEST <= len(clean) <= _LONGEST or _never.search(clean):
        return None
    swapped = _swap(clean)
    match = _honorific.match(swapped)
    if not match:
        return None
    core = _core.match(_capitalised_surname(_small_prefixes(match["rest"])))
    if not core:
        return None
    given = (core["given"] or core["called"] or "").strip() or None
    prefix = (core["prefix"] or "").strip() or None
    surname = core["surname"]
    house = _inner.match(given or "")
    if house and prefix and f"{prefix} ".startswith(_HOUSE_PREFIXES):  # «Sylvia Huis in 't Veld»: one surname
        given, prefix, surname = house["given"], None, f"{house['house']} {prefix} {surname}"
    return Name(
        written=clean,
        surname=surname,
        prefix=prefix,
        given_name=given,
        initials=_dotted(core["initials"]) if core["initials"] else None,
        honorific=match["honorific"],
    )


def _swap(text: str) -> str:
    """Turn «Houdt, Jan van» and «Houdt van, J.» into the order that names are spoken in."""
    match = _reversed.match(text)
    if not match or match["first"].lower() in _TUSSENVOEGSELS:
        return text
    return " ".join(part for part in (match["first"], match["prefix"], match["last"]) if part)


def _small_prefixes(text: str) -> str:
    """Write tussenvoegsels small: without a first name before them they carry a capital («dhr. Van Dijk»)."""
    words = text.split(" ")
    small = [word.lower() if word.lower() in _NEVER_FIRST_NAMES else word for word in words[:-1]]
    return " ".join([*small, words[-1]])


def _capitalised_surname(text: str) -> str:
    """Give a lower-case surname its capital («Frits bouma»), unless it is a tussenvoegsel after all."""
    words = text.split(" ")
    last = words[-1]
    small = len(words) > 1 and last[:1].islower() and len(last) >= _SHORTEST_SMALL
    if small and last not in _TUSSENVOEGSELS and "'" not in last:
        words[-1] = last[:1].upper() + last[1:]
    return " ".join(words)


def _dotted(initials: str) -> str:
    """Initials with a dot after each letter and no spaces: «J J» and «JJ» and «J.J.» are all «J.J.»."""
    return "".join(f"{part}." for part in re.findall(r"[A-Z][a-z]?", re.sub(r"[ .-]", "", initials)))


def is_prefix(word: str) -> bool:
    """Whether a word is a tussenvoegsel, and no surname."""
    return word.lower() in _NEVER_FIRST_NAMES


def long_prefix(prefix: str | None) -> str:
    """A tussenvoegsel written out, lower case: «v.d.» is «van de». Empty when there is none."""
    words = (prefix or "").lower().split()
    return " ".join(_LONG.get(word, word) for word in words)


def _same_prefix(a: str | None, b: str | None) -> bool:
    if a == b:
        return True
    left, right = long_prefix(a), long_prefix(b)
    if not left or not right:
        return True
    return re.sub(r"\b(den|der)\b", "de", left) == re.sub(r"\b(den|der)\b", "de", right)


def _same_first(a: Name, b: Name) -> bool:
    if a.given_name and b.given_name:
        return a.given_name.lower() == b.given_name.lower()
    left, right = a.initials or a.given_name, b.initials or b.given_name
    if not left or not right:
        return True
    if a.initials and b.initials:
        return a.initials == b.initials
    return left[0].lower() == right[0].lower()


def compatible(a: Name, b: Name) -> bool:
    """Whether the two may be one person: same surname, and nothing in the other parts that contradicts it."""
    return key(a) == key(b) and _same_prefix(a.prefix, b.prefix) and _same_first(a, b)


def key(name: Name) -> str:
    """The surname as it is looked up: lower case, no punctuation, without tussenvoegsels."""
    return _key(name.surname)


@lru_cache(maxsize=8192)
def _key(surname: str) -> str:
    return re.sub(r"[^\w]+", " ", surname.lower()).strip()
