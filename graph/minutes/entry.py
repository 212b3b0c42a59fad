"""One name on a list, with the title before it and what is said behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from graph import ontology
from graph.dutch import names
from graph.minutes.labels import office_words, role_of, wording
from graph.minutes.model import Entry
from graph.minutes.said_behind import BRACKETS, as_function, is_function, said_behind

_GROUP = re.compile(r"^(?:(?:en )?de (?:heren|dames|leden))\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_CALLED = r"(?:(?<=[A-Z]\.\()|(?<=[A-Z]\. \())[A-ZÀ-Þ][a-zà-ÿ-]+\) [A-Za-zÀ-ÿ]"  # «E. (Esther) Ravesteijn»
_NAME_ENDS = re.compile(
    rf"\s*(?:\((?!{_CALLED})|[\[,])"
    r"|\s[-–]\s|\s{2,}|\s+(?:namens|vervangt|ter vervanging|vanaf|tot|i\.?p\.?v|als|bij)\b|\s*:"
    r"|\s+van (?:de|het) (?=[a-z]|[A-Z]{2,}\b)|\s+van (?=gemeente|waterschap|provincie)|\s+en (?=de |het )"
)
_INITIALS = re.compile(r"^\s*\([A-Za-z]{2,6}(?:\)|\s*[,;]\s*(?=[^()]*\)))")
_DOUBLE = re.compile(rf"^[^,(\[\n]{{3,40}}? - (?:{names.PREFIX}) [A-ZÀ-Þ][\w’'-]+(?=\s*(?:[,(\[]|$))")
_SMALL = re.compile(r"^[a-zà-ÿ]{2,}(?: [a-zà-ÿ]{2,}){1,3}(?= ?\()")  # «piet jansen (Waterschap)»
_WORDS_BEFORE = re.compile(r"^(?:(?:de|het|oud-)\s*)?(?:[a-zà-ÿ][\w-]+\.? ){1,3}(?=[A-ZÀ-Þ])")
_THE, _OF_WHERE = re.compile(r"(?:de|het) "), re.compile(r"van [A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*\W*$")
_OF_PLACE = re.compile(r"(?<=[a-zà-ÿ]) (?:van|uit) (?P<place>[A-ZÀ-Þ][\w-]+)$")
_NAME_BEHIND = re.compile(
    rf"\s(?=(?:{names.HONORIFICS}|mr\.|drs?\.|ir\.|ing\.|prof\.)\s|(?:[A-ZÀ-Þ]\.){{1,6}})"
)
_LONGEST_LONE = 3  # words of a name without first name or honorific
GIVEN_BEHIND = rf"(?:{names.GIVEN}(?: {names.WORD})?|(?:[A-Z]\. ?)+)(?: (?:{names.PREFIX})){{0,3}}"
_COMMA_GIVEN = re.compile(rf", ?{GIVEN_BEHIND}(?=\s*(?:$|[(\[,]|\s[-–]\s))")


_FOR_ITEM = re.compile(
    r"^(?:alleen )?(?:voor|bij|vanaf|tijdens|tot en met|tot) (?:het )?(?:agenda)?punt(?:en)? "
    r"[\d ,-]*\d:? (?=[A-ZÀ-Þ])"
)


def has_own_initials(piece: str) -> bool:
    """«Patrick Mulder (PM)»: initials behind a name say that the name ends there."""
    brackets = BRACKETS.search(piece)
    name = names.parse(piece[: brackets.start()].strip()) if brackets else None
    if brackets is None or name is None or not (name.given_name or name.initials):
        return False
    every = iter(re.findall(r"(?<![^\W_])[^\W_]", name.full.lower()))
    alone, *_ = re.split(r"\s*[,;]\s*", brackets[1] or "")
    said = alone.lower() if alone == brackets[1] or re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]", alone) else ""
    # «Ingrid Haak-de Windt (IH)» leaves letters out, none of which may be the first
    initials = len(said) > 1 and said.isalpha() and said[0] == name.full[0].lower()
    return initials and all(letter in every for letter in said)


def entry(text: str, start: int, end: int) -> Entry | None:
    """The name in a stretch of text with what is said of it, or None when there is none."""
    while start < end and (text[start].isspace() or text[start] in ",;-–•·*_|"):
        start += 1
    group = _GROUP.match(text[start:end])
    start += group.end() if group else 0
    only_for = _FOR_ITEM.match(text[start:end])  # «en voor agendapunt 4 Prisca Adriaans»
    start += only_for.end() if only_for else 0
    title = titles().match(text, start, end)
    if title and _THE.match(title[0]) and _OF_WHERE.match(text[title.end() : end]) and as_function(title[1]):
        return None  # «de burgemeester van Oevers»
    start = title.end() if title else start
    content = text[start:end].rstrip(" ,;.\n*_").removesuffix(" en").rstrip(" ,")
    content = content if "(" in content else content.rstrip(")")
    bare = _bare(content)
    place = _OF_PLACE.search(bare) if title and as_function(title[1]) else None
    if place:  # «wethouder A. de Boer van Oevers»
        bare = bare[: place.start()]
    name = names.parse(bare)
    words = 0 if name else _words_before(content)
    function = as_function(title[1]) if title else None
    if words:  # «erelid Truus Nagtegaal»: what somebody is, before a full name
        function = as_function(content[:words])
        start, content = start + words, content[words:]
        bare = _bare(content)
        name = names.parse(bare)
        full = name and (name.given_name or name.initials or name.honorific)
        name = name if full or function else None
    if name is None and _SMALL.match(content):
        name = names.parse(bare.title())
    if name is None or not _plausible(name, bare):
        return None
    rest = content[place.end() if place else len(bare) :]
    behind = said_behind(_INITIALS.sub(_opened, rest) if has_own_initials(content) else rest)
    before = office_words().get(title[1].lower()) if title else None
    offices = tuple(dict.fromkeys(behind.offices)) or ((before,) if before else ())
    return Entry(
        start,
        start + len(bare),
        name,
        behind.organisation or (place["place"] if place else title[2] if title and function else None),
        ", ".join(filter(None, (only_for[0].strip(" :") if only_for else None, behind.note))) or None,
        offices,
        behind.status or ("partial" if only_for else None),
        behind.function or function,
    )


def _words_before(content: str) -> int:
    """How long the words are that stand before a name («directeur GGD mevr. P. Smits»); 0 for none."""
    behind = _NAME_BEHIND.search(content) if is_function(content) else None
    words = _WORDS_BEFORE.match(content)
    return behind.end() if behind else words.end() if words else 0


def _opened(initials: re.Match[str]) -> str:
    """What stays of «(PM» and «(PM)»: the bracket that something else follows in."""
    return "" if initials[0].endswith(")") else " ("


def _bare(content: str) -> str:
    """The name without what stands behind it; «Jansen, Piet» keeps its comma."""
    double = _DOUBLE.match(content)
    bare = double[0] if double else _NAME_ENDS.split(content, maxsplit=1)[0].strip()
    comma = _COMMA_GIVEN.match(content, len(bare))
    read = names.parse(bare)
    lone = read is not None and not (read.given_name or read.initials or read.honorific)
    turned = content[: comma.end()] if comma and lone else ""
    return turned if names.parse(turned) else bare


def untitled(written: str) -> str:
    """What is written, without a title before the name."""
    return titles().sub("", written.strip(), count=1)


@lru_cache(maxsize=1)
def titles() -> re.Pattern[str]:
    """Titles before a name («burgemeester van Oevers, A. de Boer»): the title, and of which place."""
    every = sorted(ontology.load_yaml("wording/people.yaml")["titles"], key=len, reverse=True)
    return re.compile(
        rf"(?:(?:de|het) )?((?i:{'|'.join(map(re.escape, every))}))\.?(?: van ([A-ZÀ-Þ][\w-]+),?)? "
        r"(?=[A-ZÀ-Þ]|(?:dhr|mevr|mw|van|de|ter|ten)\b)"
    )


def _plausible(name: names.Name, bare: str) -> bool:
    """Whether what reads like a name can be one: «Ambtelijke ondersteuning» and «NVT» are not."""
    alone = not (name.given_name or name.initials or name.honorific)
    if alone and (len(bare.split()) > _LONGEST_LONE or role_of(bare) or bare.isupper()):
        return False
    words = bare if alone else f"{bare.split(maxsplit=1)[0]} {name.given_name or ''}"
    return not any(word.lower() in _never() for word in re.findall(r"[^\W\d_]+", words))


def names_in_full(piece: str) -> bool:
    """Whether a part of a list is somebody's name with a first name, initials or a word of address."""
    said = untitled(piece)
    bare = BRACKETS.sub("", said[_words_before(said) :]).strip(" .;")
    name = names.parse(bare)
    if name is None or not (name.given_name or name.initials or name.honorific):
        return False
    return _plausible(name, bare)


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    """Words that no name of a person holds."""
    return frozenset(wording()["no_names"])
