"""What stands behind a name on a list: for whom somebody comes, as what, and whether they were there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from graph.minutes.labels import office_words, wording

_OF_FUNCTION = re.compile(
    r"(?<=[a-zà-ÿ]) ((?:van |bij )?(?:[A-ZÀ-Þ][\w’']*- en )?[A-ZÀ-Þ][\w&'’-]*(?: [A-ZÀ-Þ][\w&'’-]*)*)$"
)
_WHOSE = re.compile(
    r"^(?:van|bij|namens) (?:de |het )?"
    r"(?=[A-ZÀ-Þ]|[a-z]+organisatie|(?:politie|brandweer|reclassering|provincie)\b)"
)
BRACKETS = re.compile(r"\s*(?<!\()\(+([^()]*)\)+|\s*\[([^\[\]]*)\]")


@dataclass(slots=True)
class Behind:
    """What stands behind a name."""

    organisation: str | None = None
    note: str | None = None
    offices: list[str] = field(default_factory=list)
    status: str | None = None
    function: str | None = None


def said_behind(rest: str) -> Behind:
    """What follows a name: organisation, note, office, and whether the person was there at all."""
    rest = _short().sub(_in_full, rest)
    parts = [first or second for first, second in BRACKETS.findall(rest)]
    parts += re.split(r",|\s[-–]\s|\s*:\s", BRACKETS.sub("", rest).strip(" ,-–:()"))
    organisation: list[str] = []
    notes: list[str] = []
    found = Behind()
    for part in (inner.strip() for piece in parts for inner in _office_split(piece)):
        if not part:
            continue
        office = _office(part)
        if office:
            found.offices.append(office)
            if part.lower() in wording()["annotations"]["also_functions"]:
                found.function = found.function or part
        elif _is_absence(part):
            notes.append(part)
            found.status = "absent"
        elif re.search(wording()["annotations"]["partial"], part, re.IGNORECASE):
            notes.append(part)
            found.status = found.status or "partial"
        elif re.search(wording()["annotations"]["note"], part, re.IGNORECASE):
            notes.append(part)
        elif is_function(part):
            of = _OF_FUNCTION.search(part)
            found.function = _first_function(found.function, part)
            if of:
                organisation.append(_WHOSE.sub("", of[1]))
        else:
            organisation.append(_WHOSE.sub("", part))
    found.organisation, found.note = ", ".join(organisation) or None, ", ".join(notes) or None
    return found


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    """Words that lists write short («bgm», «gem.»), before another word."""
    return re.compile(rf"\b({'|'.join(map(re.escape, wording()['short']))})\b\.?(?= [\w(])")


def _in_full(word: re.Match[str]) -> str:
    return str(wording()["short"][word[1]])


def _office(part: str) -> str | None:
    """The office of the meeting that a part is («secretaris van het bestuur»)."""
    return office_words().get(re.sub(wording()["of_the_meeting"], "", part.lower().rstrip(".")))


def _first_function(before: str | None, part: str) -> str:
    """What somebody is who is two things: the first, unless that is a membership («lid, wethouder»)."""
    return part if before is None or re.search(wording()["no_functions"], before) else before


@lru_cache(maxsize=1)
def _functions() -> re.Pattern[str]:
    return re.compile(rf"^(?:[\w-]+\.? ){{0,2}}[\w-]*(?:{wording()['functions']})\b(?!:)", re.IGNORECASE)


def is_function(part: str) -> bool:
    """Whether what stands behind a name says what somebody is («beleidsadviseur»), not for whom they come."""
    return part[:1].islower() and bool(_functions().match(part))


@lru_cache(maxsize=1024)
def as_function(said: str) -> str | None:
    """What one is by a title before the name or a label above it («Wethouders» → «wethouder»).

    None where it is an office of the meeting, a membership or a form of address.
    """
    word: str = wording()["several_functions"].get(_said(said), _said(said))
    office = word in office_words() and word not in wording()["annotations"]["also_functions"]
    if office or re.search(wording()["no_functions"], word) or not _functions().match(word):
        return None
    return word


def is_of_several(said: str) -> bool:
    """Whether a title is one of more than one person («wethouders A en B»)."""
    return _said(said) in wording()["several_functions"]


def _said(title: str) -> str:
    bare = title.strip(" .,:*_")
    return re.sub(r"^(?:de|het) ", "", bare[:1].lower() + bare[1:])


def _is_absence(part: str) -> bool:
    """«verhinderd», and «afwezig wegens verblijf in het buitenland»."""
    said = part.lower().rstrip(".")
    return said in _absent() or said.partition(" wegens ")[0] in _absent()


@lru_cache(maxsize=1)
def _absent() -> frozenset[str]:
    return frozenset(wording()["annotations"]["absent"])


_TOO = re.compile(r"^(?:tevens|tegelijk|ook|en) ")


def _office_split(piece: str) -> list[str]:
    """«Logius, voorzitter» holds an organisation and an office; «VNG, Gemeente X» stays one organisation."""
    if ";" in piece:  # «projectleider; punt 4»
        return [part for each in piece.split(";") for part in _office_split(each.strip())]
    inner = [_TOO.sub("", part.strip()) for part in re.split(r"[,/]| - | – | en ", piece)]
    known = (_office(part) or part.lower() in _absent() for part in inner)
    if any(known) or (len(inner) > 1 and is_function(inner[-1])):
        return inner
    return _after_function(piece)


def _after_function(piece: str) -> list[str]:
    """«architect, SSC De Brink» and «SSC, vanaf punt 3» hold two things; «adviseur Wonen, Zorg» one."""
    first, _, rest = piece.partition(", ")
    partial = wording()["annotations"]["partial"]
    part = re.search(partial, rest, re.IGNORECASE) and not re.search(partial, first, re.IGNORECASE)
    instead = re.match(wording()["annotations"]["note"], rest, re.IGNORECASE)  # «OM, i.p.v. C. de Wit»
    return (
        [first, rest] if rest and (part or instead or (first.islower() and is_function(first))) else [piece]
    )
