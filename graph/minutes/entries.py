"""One name on a list, with what stands before and behind it; and how a list is cut into names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from graph import ontology
from graph.dutch import names
from graph.minutes.labels import office_words, role_of, wording
from graph.minutes.model import Entry

_GROUP = re.compile(r"^(?:(?:en )?de (?:heren|dames|leden))\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_COUNT = re.compile(
    r"^\s*\(?(?P<count>\d{1,3}) (?:personen|leden|aanwezigen|deelnemers)\)?[\s:]*", re.IGNORECASE
)
_NAME_ENDS = re.compile(
    r"\s*[(\[,]|\s[-–]\s|\s+(?:namens|vervangt|ter vervanging|vanaf|tot|i\.?p\.?v|als|bij)\b|\s*:"
    r"|\s+van (?:de|het) (?=[a-z])|\s+van (?=gemeente|waterschap|provincie)|\s+en (?=de |het )"
)
_AMONG = re.compile(r"^.*?\b(?:onder wie|waaronder|te weten|namelijk):?\s+", re.DOTALL)
_SENTENCE_END = re.compile(r"\.(?<=[a-zà-ÿ)].) +(?=[A-ZÀ-Þ])")
_SHORTENED = re.compile(
    r"(?:^|[\s(,])(?:dhr|mevr|mw|hr|mej|drs|dr|ir|ing|mr|prof|plv|wnd|Dhr|Mevr|Mw|burg|weth)\.$"
)
_LONGEST_SHORT = 8  # characters of such a word
_OF_FUNCTION = re.compile(
    r"(?<=[a-zà-ÿ]) ((?:van |bij )?(?:[A-ZÀ-Þ][\w’']*- en )?[A-ZÀ-Þ][\w&'’-]*(?: [A-ZÀ-Þ][\w&'’-]*)*)$"
)
_REPLACED = re.compile(r"\b(?:vervangen|vertegenwoordigd|waargenomen) door:? ")
_INITIALS = re.compile(r"^\s*\([A-Za-z]{2,6}\)")
_TITLE_BEFORE = re.compile(r"[a-zà-ÿ]\.? $")
_DOUBLE = re.compile(rf"^[^,(\[\n]{{3,40}}? - (?:{names.PREFIX}) [A-ZÀ-Þ][\w’'-]+(?=\s*(?:[,(\[]|$))")
_SMALL = re.compile(r"^[a-zà-ÿ]{2,}(?: [a-zà-ÿ]{2,}){1,3}(?= ?\()")  # «piet jansen (Waterschap)»
_WORDS_BEFORE = re.compile(r"^(?:(?:de|het|oud-)\s*)?(?:[a-zà-ÿ][\w-]+\.? ){1,3}(?=[A-ZÀ-Þ])")
_LONGEST_LONE = 3  # words of a name without first name or honorific
_BRACKETS = re.compile(r"\s*(?<!\()\(+([^()]*)\)+|\s*\[([^\[\]]*)\]")
_LEAD = re.compile(r"^\s*(?P<lead>[^,;:()\n]{2,60}?)\s*:\s+(?=\S)")
_SEPARATORS = re.compile(
    r"[(),;•·|\u00b8\[\]]| & "
    r"| en (?=(?:[a-zà-ÿ][\w'’-]*\.? ){0,3}[A-ZÀ-Þ]|de (?:dames|heren|leden)|mevr|mw|dhr)"
)
_AFTER = re.compile(r"\s*(?:[,;•·|\u00b8]|\ben\b|&)\s*(?:en\s+)?")
_BULLET = re.compile(r"^(?:[-–•·*]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Group:
    """What a list says of all names behind it: an organisation, an office, a note."""

    organisation: str | None = None
    office: str | None = None
    status: str | None = None


def stated_count(text: str, start: int, end: int) -> int | None:
    """The number of people that a list says it holds («(17 personen) A, B …»)."""
    match = _COUNT.match(text[start:end])
    return int(match["count"]) if match else None


def entries(text: str, start: int, end: int) -> tuple[list[Entry], int]:
    """The names between two offsets, and how many parts there were in all.

    A line may begin with what its names have in common («Gemeente X: A. de Boer, B. Jansen»).
    """
    made: list[Entry] = []
    total = 0
    for line in re.finditer(r"[^\n\t]+", text[start:end]):
        first = start + line.start()
        for number, last in enumerate([*sentence_ends(text, first, start + line.end()), start + line.end()]):
            found, count = _line_entries(text, first, last)
            made.extend(found)
            total += count if number == 0 or found else 0  # a sentence behind the list may be no list
            first = last
    return made, total


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where one sentence of a list ends and the next begins («… en C. Smit. Van de gemeente: D. Vos»)."""
    for point in _SENTENCE_END.finditer(text, start, end):
        if not _SHORTENED.search(text[max(start, point.start() - _LONGEST_SHORT) : point.start() + 1]):
            yield point.end()


def _line_entries(text: str, start: int, end: int) -> tuple[list[Entry], int]:
    count = _COUNT.match(text[start:end])
    start += count.end() if count else 0
    among = _AMONG.match(text[start:end])
    start += among.end() if among else 0
    group = Group()
    lead = _LEAD.match(text[start:end])
    if lead and (common := _in_common(lead["lead"])):
        group, start = common, start + lead.end()
    pieces = list(_pieces(text, start, end))
    read = [entry(text, first, last) for first, last in pieces]
    found = [item for item in read if item]
    found += [other for first, last in pieces if (other := _replacement(text, first, last))]
    if lead and group.organisation and not found:
        return [], len(pieces)
    return _together([_grouped(item, group) for item in found], text), len(pieces)


def is_full(entry: Entry) -> bool:
    """Whether a name is more than a surname: with a first name, initials or a word of address."""
    return bool(entry.name.given_name or entry.name.initials or entry.name.honorific)


def without_places(text: str, found: list[Entry]) -> list[Entry]:
    """The entries, without lone words among full names: «Dalerbeek (geen vertegenwoordiger)» is nobody."""
    full = sum(map(is_full, found))
    if full * 3 < len(found) * 2 or full == len(found):
        return found
    return [
        entry
        for entry in found
        if is_full(entry) or _TITLE_BEFORE.search(text[max(0, entry.start - 3) : entry.start])
    ]


def _replacement(text: str, start: int, end: int) -> Entry | None:
    """Who came in somebody's place («D. Vos (vervangen door E. Smit)»)."""
    match = _REPLACED.search(text, start, end)
    found = entry(text, match.end(), end) if match else None
    return replace(found, status="present", organisation=None) if found else None


def _in_common(lead: str) -> Group | None:
    """What a lead before a colon says of the names behind it; None when it is itself a name."""
    role = role_of(lead)
    if role in ("chair", "deputy_chair", "secretary", "note_taker"):
        return Group(office=role)
    if role:
        return Group(status="absent" if role == "absent" else None)
    if names.parse(_untitled(lead)) and len(lead.split()) > 1 and not lead.split(maxsplit=1)[0].istitle():
        return None
    return Group(organisation=re.sub(wording()["group_lead"], "", lead, flags=re.IGNORECASE).strip())


def _grouped(item: Entry, group: Group) -> Entry:
    return replace(
        item,
        organisation=item.organisation or group.organisation,
        office=item.office or group.office,
        status=item.status or group.status,
    )


def _together(found: list[Entry], text: str) -> list[Entry]:
    """Give «(allen Waterschap)» to all names before it, and «A en B (Waterschap)» to both."""
    pattern = re.compile(wording()["together"], re.IGNORECASE)
    made: list[Entry] = []
    given = 0  # those before this one have been given theirs
    for item in found:
        common = pattern.match(item.organisation or "")
        if not common:
            made.append(item)
            continue
        organisation = (item.organisation or "")[common.end() :]
        both = common[0].lower().startswith("beide")
        for number in range(max(0, len(made) - 1) if both else given, len(made)):
            made[number] = replace(made[number], organisation=made[number].organisation or organisation)
        made.append(replace(item, organisation=organisation))
        given = len(made) if organisation and not both else given
    mostly = sum(item.organisation is not None for item in made) * 3 >= len(made) * 2
    for number, (item, following) in enumerate(pairwise(made)):
        joined = text[item.end : following.start].strip() == "en"
        if mostly and joined and item.organisation is None:
            made[number] = replace(item, organisation=following.organisation)
    return made


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators; «Voornaam Achternaam, Organisatie» on a line is one piece."""
    bullet = _BULLET.match(text[start:end])
    start += bullet.end() if bullet else 0
    cuts = [start, *_separators(text, start, end), end]
    pieces = [(a if number == 0 else _after(text, a), b) for number, (a, b) in enumerate(pairwise(cuts))]
    pieces = [(a, b) for a, b in pieces if text[a:b].strip(" ,;.)")]
    if _is_reversed(text, pieces) or _one_entry(text, pieces):
        yield start, end
    else:
        yield from _with_organisations(text, pieces)


def _with_organisations(text: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """«A. de Boer, Oevers; B. Jansen, Dijken»: where a semicolon parts the names, a comma belongs to one."""
    held: tuple[int, int] | None = None
    semicolons = any(text[end : end + 1] == ";" for _, end in pieces)
    for a, b in pieces:
        comma = held is not None and text[held[1] : a].strip().startswith(",")
        if held and semicolons and comma and not _is_addressed(text[a:b]):
            held = (held[0], b)
            continue
        if held:
            yield held
        held = (a, b)
    if held:
        yield held


def _is_addressed(piece: str) -> bool:
    """Whether a part is a person's name beyond doubt: with initials or a word of address."""
    name = names.parse(_BRACKETS.sub("", _untitled(piece)).strip(" .;"))
    return name is not None and bool(name.initials or name.honorific)


def _after(text: str, cut: int) -> int:
    match = _AFTER.match(text, cut)
    return match.end() if match else cut


def _separators(text: str, start: int, end: int) -> list[int]:
    depth, cuts = 0, []
    for match in _SEPARATORS.finditer(text, start, end):
        if match[0] in "()[]":
            depth = 1 if match[0] in "([" else 0  # brackets in minutes are not nested but mistyped
        elif depth == 0:
            cuts.append(match.start())
    return cuts


def _is_reversed(text: str, pieces: list[tuple[int, int]]) -> bool:
    """«Jansen, Piet» and «Voorn, Sebastian van»: a lone surname, and behind it what stands before it."""
    if len(pieces) != 2:  # noqa: PLR2004 - a surname and what stands before it
        return False
    (a, b), (c, d) = pieces
    last, first = text[a:b].strip(), _BRACKETS.sub("", text[c:d]).strip()
    if "," not in text[b:c] or role_of(last) or not re.fullmatch(_GIVEN_BEHIND, first):
        return False
    before = names.parse(last)
    lone = before is not None and not (before.given_name or before.initials or before.honorific)
    return lone and names.parse(f"{last}, {first}") is not None


_GIVEN_BEHIND = rf"(?:{names.GIVEN}(?: {names.WORD})?|(?:[A-Z]\. ?)+)(?: (?:{names.PREFIX})){{0,3}}"
_COMMA_GIVEN = re.compile(rf", ?{_GIVEN_BEHIND}(?=\s*(?:$|[(\[,]|\s[-–]\s))")


def _one_entry(text: str, pieces: list[tuple[int, int]]) -> bool:
    """«Voornaam Achternaam, Organisatie»: the first part is a full name and the one or two others are not."""
    if len(pieces) not in (2, 3) or text[pieces[0][1]] != ",":
        return False
    if _has_own_initials(text[pieces[0][0] : pieces[0][1]]):
        return True
    read = [names.parse(_BRACKETS.sub("", _untitled(text[a:b])).strip(" .;")) for a, b in pieces]
    full = [name is not None and bool(name.given_name or name.initials or name.honorific) for name in read]
    return full[0] and not any(full[1:])


def _has_own_initials(piece: str) -> bool:
    """«Patrick Mulder (PM)»: initials behind a name say that the name ends there."""
    brackets = _BRACKETS.search(piece)
    name = names.parse(piece[: brackets.start()].strip()) if brackets else None
    if brackets is None or name is None or not name.given_name:
        return False
    letters = "".join(word[0] for word in re.split(r"[ -]", name.full) if word)
    return (brackets[1] or "").lower() == letters.lower()


def entry(text: str, start: int, end: int) -> Entry | None:
    """The name in a stretch of text with what is said of it, or None when there is none."""
    while start < end and (text[start].isspace() or text[start] in ",;-–•·*_|"):
        start += 1
    group = _GROUP.match(text[start:end])
    start += group.end() if group else 0
    title = titles().match(text, start, end)
    start = title.end() if title else start
    content = text[start:end].rstrip(" ,;.\n*_")
    content = content if "(" in content else content.rstrip(")")
    bare = _bare(content)
    name = names.parse(bare)
    words = _WORDS_BEFORE.match(content) if name is None else None
    if words:  # «erelid Truus Nagtegaal»: what somebody is, before a full name
        start, content = start + words.end(), content[words.end() :]
        bare = _bare(content)
        name = names.parse(bare)
        name = name if name and (name.given_name or name.initials or name.honorific) else None
    if name is None and _SMALL.match(content):
        name = names.parse(bare.title())
    if name is None or not _plausible(name, bare):
        return None
    rest = content[len(bare) :]
    behind = said_behind(_INITIALS.sub("", rest) if _has_own_initials(content) else rest)
    office = behind.office or (office_words().get(title[1].lower()) if title else None)
    return Entry(
        start,
        start + len(bare),
        name,
        behind.organisation,
        behind.note,
        office,
        behind.status,
        behind.function,
    )


def _bare(content: str) -> str:
    """The name without what stands behind it; «Jansen, Piet» keeps its comma."""
    double = _DOUBLE.match(content)
    bare = double[0] if double else _NAME_ENDS.split(content, maxsplit=1)[0].strip()
    comma = _COMMA_GIVEN.match(content, len(bare))
    read = names.parse(bare)
    lone = read is not None and not (read.given_name or read.initials or read.honorific)
    turned = content[: comma.end()] if comma and lone else ""
    return turned if names.parse(turned) else bare


def _untitled(written: str) -> str:
    """What is written, without a title before the name."""
    return titles().sub("", written.strip(), count=1)


@lru_cache(maxsize=1)
def titles() -> re.Pattern[str]:
    """Titles before a name («burgemeester A. de Boer»); the first group is the title."""
    every = sorted(ontology.load_yaml("wording/people.yaml")["titles"], key=len, reverse=True)
    return re.compile(
        rf"(?:(?:de|het) )?((?i:{'|'.join(map(re.escape, every))}))\.?(?: van [A-ZÀ-Þ][\w-]+,?)? "
        r"(?=[A-ZÀ-Þ]|(?:dhr|mevr|mw|van|de|ter|ten)\b)"
    )


def _plausible(name: names.Name, bare: str) -> bool:
    """Whether what reads like a name can be one: «Ambtelijke ondersteuning» and «NVT» are not."""
    alone = not (name.given_name or name.initials or name.honorific)
    if alone and (len(bare.split()) > _LONGEST_LONE or role_of(bare) or bare.isupper()):
        return False
    words = bare if alone else name.given_name or ""
    return not any(word.lower() in _never() for word in re.findall(r"[^\W\d_]+", words))


@lru_cache(maxsize=1)
def _never() -> frozenset[str]:
    """Words that no name of a person holds."""
    return frozenset(wording()["no_names"])


@dataclass(slots=True)
class Behind:
    """What stands behind a name."""

    organisation: str | None = None
    note: str | None = None
    office: str | None = None
    status: str | None = None
    function: str | None = None


def said_behind(rest: str) -> Behind:
    """What follows a name: organisation, note, office, and whether the person was there at all."""
    parts = [first or second for first, second in _BRACKETS.findall(rest)]
    parts += re.split(r",|\s[-–]\s|\s*:\s", _BRACKETS.sub("", rest).strip(" ,-–:()"))
    organisation: list[str] = []
    notes: list[str] = []
    found = Behind()
    for part in (inner.strip() for piece in parts for inner in _office_split(piece)):
        if not part:
            continue
        office = office_words().get(part.lower().rstrip("."))
        if office:
            found.office = found.office or office
        elif part.lower().rstrip(".") in _absent():
            notes.append(part)
            found.status = "absent"
        elif re.search(wording()["annotations"]["partial"], part, re.IGNORECASE):
            notes.append(part)
            found.status = found.status or "partial"
        elif re.search(wording()["annotations"]["note"], part, re.IGNORECASE):
            notes.append(part)
        elif is_function(part):
            of = _OF_FUNCTION.search(part)
            found.function = found.function or part
            if of:
                organisation.append(of[1])
        else:
            organisation.append(part)
    found.organisation, found.note = ", ".join(organisation) or None, ", ".join(notes) or None
    return found


@lru_cache(maxsize=1)
def _functions() -> re.Pattern[str]:
    return re.compile(rf"^(?:[\w-]+\.? ){{0,2}}[\w-]*(?:{wording()['functions']})\b(?!:)", re.IGNORECASE)


def is_function(part: str) -> bool:
    """Whether what stands behind a name says what somebody is («beleidsadviseur»), not for whom they come."""
    return part[:1].islower() and bool(_functions().match(part))


@lru_cache(maxsize=1)
def _absent() -> frozenset[str]:
    return frozenset(wording()["annotations"]["absent"])


def _office_split(piece: str) -> list[str]:
    """«Logius, voorzitter» holds an organisation and an office; «VNG, Gemeente X» stays one organisation."""
    inner = [part.strip() for part in re.split(r"[,;/]| - | – | en ", piece)]
    known = (part.lower().rstrip(".") in office_words() or part.lower() in _absent() for part in inner)
    if any(known) or (len(inner) > 1 and is_function(inner[-1])):
        return inner
    return [piece]
