"""The names on a list, and what the list says of several of them at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.dutch import names
from graph.minutes.entry import entry, untitled
from graph.minutes.labels import role_of, wording
from graph.minutes.model import Entry
from graph.minutes.pieces import pieces
from graph.minutes.said_behind import as_function, is_function, is_of_several

_COUNT = re.compile(
    r"^\s*\(?(?P<count>\d{1,3}) (?:personen|leden|aanwezigen|deelnemers)\)?[\s:]*", re.IGNORECASE
)
_AMONG = re.compile(r"^.*?\b(?:onder wie|waaronder|te weten|namelijk):?\s+", re.DOTALL)
_SENTENCE_END = re.compile(r"\.(?:(?<=[a-zà-ÿ)].)|(?<=[a-z] \d.)|(?<=[a-z] \d\d.)) +(?=[A-ZÀ-Þ])")
_SHORTENED = re.compile(
    r"(?:^|[\s(,])(?:dhr|mevr|mw|hr|mej|drs|dr|ir|ing|mr|prof|plv|wnd|Dhr|Mevr|Mw|burg|bgm|weth)\.$"
)
_LONGEST_SHORT = 8  # characters of such a word
_REPLACED = re.compile(r"\b(?:vervangen|vertegenwoordigd|vertegenwoordigen|waargenomen) door:? ")
_TITLE_BEFORE = re.compile(r"[a-zà-ÿ]\.? $")
_AND = re.compile(r"\ben\b|&")
_LEAD = re.compile(r"^\s*(?P<lead>[^,;:()\n]{2,60}?)\s*:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Group:
    """What a list says of all names behind it: an organisation, an office, a note."""

    organisation: str | None = None
    office: str | None = None
    status: str | None = None
    function: str | None = None


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
    function: str | None = None  # what the cell before says that those in this one are
    for line in re.finditer(r"[^\n\t]+", text[start:end]):
        first = start + line.start()
        function = function if text[first - 1 : first] == "\t" else None
        for number, last in enumerate([*sentence_ends(text, first, start + line.end()), start + line.end()]):
            found, count = _line_entries(text, first, last)
            made.extend(replace(each, function=each.function or function) for each in found)
            total += count if number == 0 or found else 0  # a sentence behind the list may be no list
            first = last
        function = as_function(line[0]) if len(line[0]) <= _LONGEST_FUNCTION else None
    return made, total


_LONGEST_FUNCTION = 40  # characters


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where one sentence of a list ends and the next begins («… en C. Smit. Van de gemeente: D. Vos»)."""
    open_, counted = 0, start
    for point in _SENTENCE_END.finditer(text, start, end):
        open_ += text.count("(", counted, point.start()) - text.count(")", counted, point.start())
        counted = point.start()
        if open_ > 0:
            continue  # «Y. Demir (gem. Oevers)»
        if not _SHORTENED.search(text[max(start, point.start() - _LONGEST_SHORT) : point.start() + 1]):
            yield point.end()


def _line_entries(text: str, start: int, end: int) -> tuple[list[Entry], int]:
    count = _COUNT.match(text[start:end])
    start += count.end() if count else 0
    among = _AMONG.match(text[start:end])
    start += among.end() if among else 0
    further = re.match(wording()["further_lead"], text[start:end])
    start += further.end() if further else 0
    group = Group()
    lead = _LEAD.match(text[start:end])
    if lead and (common := _in_common(lead["lead"])):
        group, start = common, start + lead.end()
    stretches = list(pieces(text, start, end))
    read = _carried([entry(text, first, last) for first, last in stretches], text, stretches)
    found = [item for item in read if item]
    found += [other for first, last in stretches if (other := _replacement(text, first, last))]
    if lead and (group.organisation or group.function) and not found:
        return [], len(stretches)
    functions = sum(  # «A, B en C, wethouders»
        item is None and is_function(text[first:last].strip(" ."))
        for item, (first, last) in zip(read, stretches, strict=True)
    )
    return _together([_grouped(item, group) for item in found], text), len(stretches) - functions


def _carried(read: list[Entry | None], text: str, stretches: list[tuple[int, int]]) -> list[Entry | None]:
    """«wethouders A, B en C»: what stands before the first is said of each, up to the one behind «en»."""
    made: list[Entry | None] = []
    carried: str | None = None
    for number, (item, (first, _)) in enumerate(zip(read, stretches, strict=True)):
        joined = number > 0 and bool(_AND.search(text, stretches[number - 1][1], first))
        before = text[first : item.start] if item else ""
        if item and is_of_several(before):
            carried = item.function
            cut_off = number + 1 == len(stretches) and not is_full(item)  # the name goes on on the next line
            item = None if cut_off else item  # noqa: PLW2901 - the entry, unless it is half a name
        elif item is None or item.function or not carried:
            carried = None
        else:
            item = replace(item, function=carried)  # noqa: PLW2901 - the same entry, with what it shares
            carried = None if joined else carried
        made.append(item)
    return made


def is_full(entry: Entry) -> bool:
    """Whether a name is more than a surname: with a first name, initials or a word of address."""
    return bool(entry.name.given_name or entry.name.initials or entry.name.honorific)


def all_full(text: str, found: list[Entry]) -> bool:
    """Whether all names are full, and written as names are: «dhr. Mulder eraf» ends in another word."""
    lasts = (text[entry.start : entry.end].rsplit(maxsplit=1)[-1] for entry in found)
    return all(map(is_full, found)) and all(last[:1].isupper() for last in lasts)


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
    if names.parse(untitled(lead)) and len(lead.split()) > 1 and not lead.split(maxsplit=1)[0].istitle():
        return None
    function = as_function(lead)
    if function:
        return Group(function=function)
    organisation = re.sub(wording()["group_lead"], "", lead, flags=re.IGNORECASE).strip()
    return Group(organisation=None if is_plain_group(organisation) else organisation)


def is_plain_group(label: str) -> bool:
    """Whether a label says what people are, not whom they come for: «burgemeesters», «partners»."""
    return re.match(wording()["plain_groups"], label, re.IGNORECASE) is not None


def _grouped(item: Entry, group: Group) -> Entry:
    return replace(
        item,
        organisation=item.organisation or group.organisation,
        offices=item.offices or ((group.office,) if group.office else ()),
        status=item.status or group.status,
        function=item.function or group.function,
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
    made = _by_party(made, text)
    mostly = sum(item.organisation is not None for item in made) * 3 >= len(made) * 2
    for number, (item, following) in enumerate(pairwise(made)):
        joined = text[item.end : following.start].strip() == "en"
        said = item.offices or item.function or item.note
        if mostly and joined and item.organisation is None and not said:
            made[number] = replace(item, organisation=following.organisation)
    return made


def _by_party(found: list[Entry], text: str) -> list[Entry]:
    """«A, B en C (Lokaal Belang); D en E (VVD)»: what stands at the end of a party belongs to all of it."""
    parties: list[list[Entry]] = []
    for number, item in enumerate(found):
        if number == 0 or ";" in text[found[number - 1].end : item.start]:
            parties.append([])
        parties[-1].append(item)
    if len(parties) == 1:
        return found
    return [
        replace(item, organisation=party[-1].organisation)
        if all(other.organisation is None for other in party[:-1])
        else item
        for party in parties
        for item in party
    ]
